"""The one scanner of figures: every digit of a text stands in exactly one.

The scanner walks from digit to digit, so its cost is that of the figures, not of the words. At
each it asks what stands to the left (a month, a currency sign, a letter, a naming word) and
which form of number starts here.
"""

import re
from collections.abc import Iterator, Mapping

from msgspec import structs

from tieout.lexicon.currencies import currency_before, meant_by
from tieout.lexicon.dates import date_said
from tieout.lexicon.numbers import MAX_DIGITS, SUFFIX_POWERS, number, scale_power
from tieout.lexicon.shapes import BY_APOSTROPHE, BY_TWO, DASH_SET, MONTH_NAMES, SCALE_WORD, YEAR
from tieout.model.amount import Amount
from tieout.model.figure import Figure, FigureKind
from tieout.model.unit import BASIS_POINTS, money
from tieout.patterns import pattern

_WRITTEN = [*MONTH_NAMES, *(name.upper() for name in MONTH_NAMES)]
_MONTH = rf"(?:{'|'.join(sorted(_WRITTEN, key=len, reverse=True))})\.?"
# One break at the most, and never a tab or a page's end: a date does not cross cells.
_GAP = r"(?:[ \u00a0]{1,4}|[ \u00a0]?\r?\n[ \u00a0]?)"

# A line of wrapped prose may be set in: "October\n     21, 2003". In a table's header, where words
# stand apart from what is left of them, the next line goes on with another column.
_WRAP = r"[ \u00a0]?\r?\n[ \u00a0]{0,24}"
_WIDEST_WRAP = 48

_DIGIT = pattern("[0-9]")
_MONTH_BEFORE = pattern(rf"(?<![A-Za-z]){_MONTH}{_GAP}\Z")
_MONTH_ABOVE = pattern(rf"(?<=\S[ ]){_MONTH}{_WRAP}\Z")
_NAMING_BEFORE = pattern(
    r"(?<![A-Za-z])(?:items?|exhibits?|ex|rules?|sections?|cfr|forms?|notes?|pages?|nos?|number"
    r"|suite|s?fas|asc|asu|iso|topics?|eitf|fin|release|code|passcode|id|chapter|schedule"
    r"|paragraph|appendix|box)[ \u00a0]?[.#:-]?[ \u00a0]{0,2}\Z",
    re.IGNORECASE,
)
_LETTERS_BACKWARDS = pattern(r"-?[A-Za-z&/]*[A-Za-z]")
_JOINTS = ("-", "&", "/")
_BLANK = " \r\n\u00a0"
_MONTH_ENDS = frozenset(name[-3:] for name in _WRITTEN)
_BLANKS = " \n\u00a0"
_APART = "\t\n($"
_APART_BEFORE = pattern(r"(?:\t|  )[$(\\]*\Z")
_CELL_BEFORE = pattern(r"\t[ $(\\]*\Z")

_BY_TWO = rf"{BY_TWO}(?![0-9]|,[0-9])"

_POINTED = rf"(?:[0-3]?[0-9]\.){{2}}{YEAR}(?![0-9.])"
_FORM = pattern(
    rf"""
    (?P<date>  [0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(?![0-9])
             | [0-9]{{1,2}}/[0-9]{{1,2}}/(?:[0-9]{{4}}|[0-9]{{2}})(?![0-9/])
             | {_POINTED}
             | (?:[0-3]?[0-9]\.){{2}}(?=[ \u00a0]?[{DASH_SET}][ \u00a0]?{_POINTED})
             | [0-9]{{1,2}}(?:st|nd|rd|th)?{_GAP}{_MONTH}(?:,?{_GAP}[0-9]{{4}})?(?![A-Za-z0-9])
             | [0-9]{{1,2}}-{_MONTH}(?:-(?:[0-9]{{4}}|[0-9]{{2}}))?(?![A-Za-z0-9-]) )
  | (?P<telephone> (?:1[-.\ ])?[0-9]{{3}}(?:\)[-\ ]?|[-.\ ])[0-9]{{3}}[-.][0-9]{{4}}(?![0-9-])
             | [0-9]{{3}}-[0-9]{{4}}(?![0-9-])
             | (?<=\+)[0-9]{{1,3}}(?:[-.\ ()]{{1,2}}[0-9]{{2,5}}){{2,5}} )
  | (?P<time> [0-9]{{1,2}}:[0-9]{{2}}(?![0-9:])(?:{_GAP}?[aApP]\.?[mM](?:\.|\b))?
             | [0-9]{{1,2}}{_GAP}?[aApP]\.?[mM](?:\.|\b) )
  | (?P<reference> [0-9]{{2}}-[0-9]{{7}}(?![0-9])
             | [0-9]{{1,4}}-[0-9]{{5,6}}(?:-[0-9]+)?(?![0-9])
             | [0-9]{{5}}-[0-9]{{4}}(?![0-9])
             | [0-9]{{10}}-[0-9]{{2}}-[0-9]{{6}}
             | [0-9]+(?:\.[0-9]+)?[a-z]{{1,2}}[0-9]*-[0-9]+(?:\([a-z0-9]\))*
             | [0-9]{{1,2}}-[KQF](?:SB)?(?:/A)?(?![A-Za-z])
             | [0-9]{{3,}}:[0-9]+
             | [0-9]+(?:\.[0-9]+){{2,}}
             | [0-9]{{1,3}}/[0-9]{{1,3}}(?![0-9/]) )
  | (?P<mark> (?P<marked>[0-9]+)(?:\([a-zA-Z]\))+ )
  | (?P<ordinal> [0-9]+(?:st|nd|rd|th)(?![A-Za-z]) )
  | (?P<number> (?:[0-9]{{1,3}}(?:,[0-9]{{3}})+(?![0-9])|{BY_APOSTROPHE}(?![0-9])|{_BY_TWO}
             | [0-9]+)(?:\.[0-9]+)? )
    """,
    re.VERBOSE,
)
# "May 10% of" and "March 5.2 million" hold no day.
_DAY_AND_YEAR = pattern(
    rf"[0-9]{{1,2}}(?:st|nd|rd|th)?(?:(?:,?{_GAP}|,){YEAR}(?![0-9]))?"
    r"(?![0-9,]*[0-9]|\.[0-9]|[ \u00a0]?%)"
)
_DAY = pattern(r"[0-9]{1,2}")
_DAY_AND_YEAR_BELOW = pattern(rf"[0-9]{{1,2}},?{_WRAP}{YEAR}(?![ \u00a0]?[0-9]|[ \u00a0]{{2}})")
_YEAR_ONLY = pattern(rf"{YEAR}(?![0-9])")
_AFTER = pattern(
    rf"""
    (?P<percent> [ \u00a0]?% | {_GAP}(?:percent|per\ cent|pct\.?|percentage\ points?)(?![A-Za-z])
               | -percent(?![A-Za-z]) | [ \u00a0]?(?:p?pts?|pp)(?![A-Za-z]) )
  | (?P<bps>   (?:{_GAP}|-)basis{_GAP}(?:points?|pts?) | [ \u00a0]?bps?(?![A-Za-z]) )
  | (?:{_GAP}|-)(?P<scale> {SCALE_WORD} )s?(?![A-Za-z])
  | [ \u00a0]?(?P<suffix> MM|mm|mn|bn|cr|M|B|K|k )(?![A-Za-z0-9])
  | (?P<letters> [A-Za-z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)* )
  | (?P<citation> [ \u00a0](?:CFR|U\.S\.C\.)(?![A-Za-z]) )
    """,
    re.VERBOSE | re.IGNORECASE,
)
_AFTER_WRAP = pattern(
    rf"(?P<percent>{_WRAP}(?:percent|per\ cent|percentage\ points?)(?![A-Za-z]))"
    rf"|{_WRAP}(?P<scale>{SCALE_WORD})s?(?![A-Za-z])"
)
_ENDS_NUMBER = ("", *"\t),.;:|]")
"""What nothing that counts or scales a number begins with."""

_OPENS_CELL = "\t$("
_ALONE = pattern(r"(?>[0-9]{1,3},[0-9]{3}(?:,[0-9]{3})*|[0-9]+)(?>\.[0-9]+|)(?=\)?\t)")
_LOOK_BACK = 16
_BEHIND_SIGN = " \u00a0(-\u2212"


def figures(text: str) -> tuple[Figure, ...]:
    """Every figure of the text, ordered, none overlapping, every ASCII digit in exactly one."""
    return tuple(scanned(text, meant_by(text)))


SIGHT = 96
"""No figure is read by what stands farther from it than this."""


def scanned(text: str, meant: Mapping[str, str], position: int = 0) -> Iterator[Figure]:
    """The figures behind a position at which one ends, signs of currencies as the text means them.

    What they are depends on nothing but the position and the text.
    """
    while (digit := _DIGIT.search(text, position)) is not None:
        at = digit.start()
        figure = _alone(text, at) or _figure_at(text, at, position)
        yield _meant(text, figure, meant) if meant else figure
        position = figure.end


def _meant(text: str, figure: Figure, meant: Mapping[str, str]) -> Figure:
    """The figure in the currency that the text means by its sign, where that is of several."""
    sign = text[max(0, figure.start - _LOOK_BACK) : figure.start].rstrip(_BEHIND_SIGN)[-1:]
    is_bare = figure.currency and currency_before(sign) == figure.currency
    to = meant.get(sign, "") if is_bare else ""
    if not to or figure.amount is None:
        return figure
    return structs.replace(figure, amount=figure.amount.in_unit(money(to)), currency=to)


def _alone(text: str, at: int) -> Figure | None:
    """A number with a cell to itself, as most are: nothing beside it makes it anything else."""
    if not at or text[at - 1] not in _OPENS_CELL or (cell := _ALONE.match(text, at)) is None:
        return None
    digits, end = cell[0], cell.end()
    currency = "" if text[at - 1] == "\t" else currency_before(text[max(0, at - _LOOK_BACK) : at])
    if len(digits) > MAX_DIGITS:
        return None
    amount = number(digits)
    if currency:
        return Figure(at, end, digits, "amount", amount.in_unit(money(currency)), currency)
    is_year = len(digits) == 4 and digits.startswith(("19", "20")) and digits.isdecimal()
    return Figure(at, end, digits, "year" if is_year else "amount", amount)


def _figure_at(text: str, at: int, floor: int) -> Figure:
    """The figure whose first digit stands at `at`; it never reaches left of `floor`."""
    before = text[max(floor, at - _LOOK_BACK) : at]
    last = before[-1:]
    if last in _BLANKS and last and (dated := _date_after_month(text, at, floor)) is not None:
        return dated
    form = _FORM.match(text, at)
    assert form is not None  # a digit always starts a number
    letters = _LETTERS_BACKWARDS.match(before[::-1]) if last.isalpha() or last in _JOINTS else None
    if letters and not currency_before(before) and not ("," in form[0] and last.isalpha()):
        return _word(text, at - len(letters[0]), at)
    kind = form.lastgroup
    if kind == "number":
        return _number(text, at, form.end(), before)
    if kind == "mark" and (_CELL_BEFORE.search(before) or currency_before(before)):
        return _number(text, at, form.end("marked"), before)  # 234(a) in a table: a footnote mark
    if kind == "date":
        return _dated(text, at, form.end())
    start = at - 1 if kind == "telephone" and before.endswith("(") else at
    return Figure(start, form.end(), text[start : form.end()], _KINDS[str(kind)])


_KINDS: dict[str, FigureKind] = {
    "telephone": "telephone",
    "time": "time",
    "reference": "reference",
    "mark": "reference",
    "ordinal": "ordinal",
}


def _date_after_month(text: str, at: int, floor: int) -> Figure | None:
    """A date read from the month on: "November 8, 2007", "November 8" and "November 2007"."""
    before = text[max(floor, at - _LOOK_BACK) : at]
    word = before.rstrip(_BLANK)
    if word and word.rstrip(".")[-3:] not in _MONTH_ENDS:
        return None
    month = _MONTH_BEFORE.search(before)
    if month is None and "\n" in before:
        before = text[max(floor, at - _WIDEST_WRAP) : at]
        month = _MONTH_ABOVE.search(before)
    if month is None:
        return None
    start = at - len(before) + month.start()
    rest = _YEAR_ONLY.match(text, at) or _DAY_AND_YEAR.match(text, at)
    if rest is None:
        return None
    if _is_in_prose(text, start):
        rest = _DAY_AND_YEAR_BELOW.match(text, at) or rest
    elif "\n" in rest[0] and text[max(0, start - 2) : start] == "  ":
        rest = _DAY.match(text, at) or rest
    return _dated(text, start, rest.end())


def _dated(text: str, start: int, end: int) -> Figure:
    """A date, with what it says."""
    return Figure(start, end, text[start:end], "date", said=date_said(text[start:end]))


_CAPTION = pattern("[A-Z][a-z]{3}")
_WORD_END = pattern(r"[A-Za-z0-9]*(?:[-./][A-Za-z0-9]+)*")


def _word(text: str, start: int, at: int) -> Figure:
    """A word with digits in it: "Q2", "C-60", "FY2008"."""
    rest = _WORD_END.match(text, at)
    assert rest is not None
    return Figure(start, rest.end(), text[start : rest.end()], "word")


def _number(text: str, at: int, end: int, before: str) -> Figure:
    """A quantity: money, a count, a percentage; or a number that only names."""
    if before.endswith(".") and not before[-2:-1].isalnum() and "." not in text[at:end]:
        at -= 1  # ".001" is a thousandth
    currency = currency_before(text[max(0, at - _LOOK_BACK) : at])
    digits = text[at:end]
    if len(digits) > MAX_DIGITS:
        return Figure(at, end, digits, "word")
    after = _after(text, at, end)
    way = after.lastgroup if after else None
    if after and way == "percent":
        return Figure(at, after.end(), text[at : after.end()], "percent", number(digits, -2))
    if after and way == "bps":
        bps = number(digits).in_unit(BASIS_POINTS)
        return Figure(at, after.end(), text[at : after.end()], "percent", bps)
    if after and way == "scale":
        amount = number(digits, scale_power(after["scale"]))
        return _quantity(text, at, after.end(), amount, currency)
    if after and way == "suffix" and currency:
        amount = number(digits, SUFFIX_POWERS[after["suffix"].lower()])
        return _quantity(text, at, after.end(), amount, currency)
    # Where a blank was lost, a caption follows: "76,085Right of use assets".
    is_glued = "," in digits or ("." in digits and _CAPTION.match(text, end) is not None)
    if after and way in ("letters", "suffix") and not text[end].isspace() and not is_glued:
        stop = _WORD_END.match(text, end)
        return _word(text, at, stop.end() if stop else end)
    is_plain = not currency and "," not in digits  # no name has its thousands parted
    if is_plain and (way == "citation" or _is_named(before)):
        return Figure(at, end, digits, "reference")
    if not currency and _YEAR_ONLY.fullmatch(digits):
        return Figure(at, end, digits, "year", number(digits))
    return _quantity(text, at, end, number(digits), currency)


def _is_named(before: str) -> bool:
    """True behind a word that makes a number a name: "Item", "Rule"."""
    return before[-1:] not in _APART and _NAMING_BEFORE.search(before) is not None


def _after(text: str, at: int, end: int) -> re.Match[str] | None:
    """What follows a number: in prose on the next line too, in a table in the same cell only."""
    if text[end : end + 1] in _ENDS_NUMBER:
        return None
    after = _AFTER.match(text, end)
    if after is not None:
        is_cell = "\n" in after[0] and _APART_BEFORE.search(text[max(0, at - _LOOK_BACK) : at])
        return None if is_cell else after
    return _AFTER_WRAP.match(text, end) if _is_in_prose(text, at) else None


def _is_in_prose(text: str, at: int) -> bool:
    """True where but one blank parts a word, or a figure with its sign, from the one before."""
    while at and text[at - 1] in "$(\\":
        at -= 1
    return at > 1 and text[at - 1] == " " and not text[at - 2].isspace()


def _quantity(text: str, start: int, end: int, amount: Amount, currency: str) -> Figure:
    """A figure of money or of things counted."""
    counted = amount.in_unit(money(currency)) if currency else amount
    return Figure(start, end, text[start:end], "amount", counted, currency)
