"""The slips, one function each: a figure and chance to the error it could come to, or none."""

import re
from collections.abc import Callable
from random import Random

from tieout.lexicon.shapes import MINUSES, SIGN
from tieout.model.amount import plain, rounded
from tieout.model.document import Span
from tieout.model.sensitivity import Edit, Slip, SlipKind
from tieout.patterns import pattern
from tieout.prove import digits
from tieout.prove.subject import Subject

Maker = Callable[[Subject, int, Random], Slip | None]

_OPENS = pattern(rf"\(\s*(?:{SIGN}\s*)?\Z")
_CLOSES = pattern(r"\s*+(?:%\s*+)?\)")
_NEAR = 8
_OPPOSITES = {
    "increase": "decrease",
    "increased": "decreased",
    "up": "down",
    "rose": "fell",
    "grew": "fell",
    "higher": "lower",
    "growth": "decline",
    "improved": "declined",
    "improvement": "decline",
}
_OPPOSITE = {**_OPPOSITES, **{other: word for word, other in reversed(_OPPOSITES.items())}}
_DIRECTION = pattern(rf"\b(?:{'|'.join(_OPPOSITE)})\b", re.IGNORECASE)


def makers() -> dict[SlipKind, Maker]:
    """Every kind of slip with the function that makes it."""
    return {
        "digit changed": _digit_changed,
        "digits transposed": _digits_transposed,
        "sign flipped": _sign_flipped,
        "column swapped": _column_swapped,
        "scale slip": _scale_slip,
        "period swapped": _period_swapped,
        "stale comparative": _stale_comparative,
        "wrong base": _wrong_base,
    }


def _reprinted(subject: Subject, kind: SlipKind, number: int, text: str) -> Slip | None:
    """The slip that prints one figure otherwise; None where nothing would change."""
    if text == subject.text(number):
        return None
    return _slip(subject, kind, number, (subject.edit(number, text),))


def _slip(
    subject: Subject,
    kind: SlipKind,
    number: int,
    edits: tuple[Edit, ...],
    reach: tuple[Span, ...] = (),
) -> Slip:
    """A slip at a figure; a difference at that figure catches it, unless told where else."""
    ordered = tuple(sorted(edits, key=lambda edit: edit.start))
    return Slip(
        kind,
        number,
        ordered,
        reach or (subject.span(number),),
        subject.place(number),
        subject.family(number, kind),
    )


def _digit_changed(subject: Subject, number: int, rng: Random) -> Slip | None:
    """7,219 becomes 7,319."""
    if not subject.is_claim(number):
        return None
    return _reprinted(subject, "digit changed", number, digits.changed(subject.text(number), rng))


def _digits_transposed(subject: Subject, number: int, rng: Random) -> Slip | None:
    """7,219 becomes 7,129."""
    if not subject.is_claim(number):
        return None
    text = digits.transposed(subject.text(number), rng)
    return _reprinted(subject, "digits transposed", number, text)


def _scale_slip(subject: Subject, number: int, rng: Random) -> Slip | None:
    """$7.2 million becomes $7.2 billion, and 7,219 becomes 72,190."""
    if not subject.is_claim(number):
        return None
    return _reprinted(subject, "scale slip", number, digits.scaled(subject.text(number)))


def _sign_flipped(subject: Subject, number: int, rng: Random) -> Slip | None:
    """(7,219) becomes 7,219, 7,219 becomes (7,219), and an increase in prose a decrease."""
    if not subject.is_claim(number):
        return None
    figure = subject.document.figures[number]
    text = subject.document.text
    if number not in subject.cells:
        return _direction_turned(subject, number)
    before = text[max(0, figure.start - _NEAR) : figure.start]
    opens = _OPENS.search(before)
    closes = _CLOSES.match(text, figure.end, figure.end + _NEAR)
    if opens and closes:
        start = figure.start - len(before) + opens.start()
        edits = (Edit(start, start + 1, ""), Edit(closes.end() - 1, closes.end(), ""))
        return _slip(subject, "sign flipped", number, edits)
    if before.endswith(("(", *MINUSES)):
        return None
    return _slip(subject, "sign flipped", number, (subject.edit(number, f"({figure.text})"),))


def _direction_turned(subject: Subject, number: int) -> Slip | None:
    """The last word of direction before the figure, in its claim's sentence, turned round."""
    claim = subject.claims.get(number)
    if claim is None or claim.direction == 0:
        return None
    start = subject.document.figures[number].start
    words = list(_DIRECTION.finditer(subject.document.text, claim.sentence.start, start))
    if not words:
        return None
    turned = _OPPOSITE[words[-1][0].lower()]
    if words[-1][0][0].isupper():
        turned = turned.capitalize()
    edit = Edit(words[-1].start(), words[-1].end(), turned)
    return _slip(subject, "sign flipped", number, (edit,))


def _column_swapped(subject: Subject, number: int, rng: Random) -> Slip | None:
    """A line's figure and the one in the next column exchanged."""
    return _exchanged(subject, "column swapped", number, subject.beside(number))


def _stale_comparative(subject: Subject, number: int, rng: Random) -> Slip | None:
    """A column's figure left standing in the column beside it."""
    other = subject.beside(number)
    if other is None or not subject.is_claim(number):
        return None
    return _reprinted(subject, "stale comparative", number, subject.text(other))


def _period_swapped(subject: Subject, number: int, rng: Random) -> Slip | None:
    """In prose two periods' figures exchanged; in a table the years over two columns."""
    if subject.document.figures[number].kind == "year":
        return _years_swapped(subject, number)
    claim = subject.claims.get(number)
    if claim is None or claim.form != "level":
        return None
    for other in subject.claims.values():
        if (
            other.sentence == claim.sentence
            and other.concept == claim.concept
            and other.form == "level"
            and other.period != claim.period
        ):
            return _exchanged(subject, "period swapped", number, other.figure)
    return None


def _years_swapped(subject: Subject, number: int) -> Slip | None:
    """A year in a header and the next one in the same table's headers exchanged."""
    table = subject.headed.get(number)
    if table is None:
        return None
    years = [one for one in subject.years(table) if subject.text(one) != subject.text(number)]
    if not years:
        return None
    edits = (
        subject.edit(number, subject.text(years[0])),
        subject.edit(years[0], subject.text(number)),
    )
    return _slip(subject, "period swapped", number, edits, (Span(table.start, table.end),))


def _exchanged(subject: Subject, kind: SlipKind, number: int, other: int | None) -> Slip | None:
    """Two figures printed in each other's place; either may give it away."""
    if other is None or not subject.is_claim(number) or not subject.is_claim(other):
        return None
    one, two = subject.text(number), subject.text(other)
    if one == two:
        return None
    reach = (subject.span(number), subject.span(other))
    return _slip(
        subject, kind, number, (subject.edit(number, two), subject.edit(other, one)), reach
    )


def _wrong_base(subject: Subject, number: int, rng: Random) -> Slip | None:
    """A percentage change taken of the new amount: 50% up from the old is 33% of the new."""
    claim = subject.claims.get(number)
    if claim is None or claim.form != "percent_change" or not claim.amount.mantissa:
        return None
    share = claim.amount.value
    if share <= -1:
        return None
    printed = subject.document.figures[number].amount
    if printed is None:
        return None
    stated = abs(share / (1 + share)) * 100
    exponent = printed.exponent + 2
    text = plain(rounded(stated, exponent), exponent)
    old = subject.text(number)
    return _reprinted(
        subject, "wrong base", number, text + old.lstrip("0123456789.,") if text else old
    )
