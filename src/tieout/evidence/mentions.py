"""Every number of the subject with the words it stands among, found by the digits it prints to."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import cached_property, lru_cache
from typing import Literal, TypeAlias

from msgspec import Struct

from tieout.evidence.gathered import Evidence
from tieout.evidence.match_by_caption import OWNED, tells_change
from tieout.evidence.quantity import Quantity, Style
from tieout.lexicon.captions import words_of
from tieout.lexicon.labels import UNNAMED
from tieout.lexicon.periods import NOTHING, period_of, period_words
from tieout.lexicon.units import own_power, read_scale
from tieout.model.amount import Amount, is_printed_as, printed_to, rounded
from tieout.model.check import Ref
from tieout.model.claim import Claim
from tieout.model.document import Document
from tieout.model.figure import Figure
from tieout.model.period import Period
from tieout.model.statement import Fact
from tieout.model.unit import PURE, UNSAID, Unit

Role: TypeAlias = Literal["level", "change", "range"]
"""What a number is: how much there is, by how much it moved, or what is expected."""

_ROLES: dict[str, Role] = {"change": "change", "percent_change": "change", "range": "range"}
_CHANGES = frozenset(["change", "percent change"])
_COUNTED = frozenset(["amount", "percent"])
_APPENDED = frozenset(["", "or", "or about", "or approximately", "representing"])
_BAR, _BARS = "|", 2
_SCALES = (0, 3, 6)
_MOST, _MOST_PAIRS = 64, 64
"""So many mentions of one number are kept, and lines compared between so many pairs of periods."""
_Key: TypeAlias = tuple[Unit, Role, int]


class Mention(Struct, frozen=True):
    """A number of the subject where it stands, and the words that may speak of it.

    `named` are the words that name it: a cell's caption, a claim's noun. `near` are those beside
    it too, up to the figures before and after it; `wide` all that may speak of it: the sentence
    and its segment, or a cell's section, title and header. `scope` are the words of what
    sets a cell apart from the company's own. `beside` are the numbers before and
    after it in its sentence, None where there is none, and `others` all the others of it;
    `is_appended` is true of one that says the number before it in another way: "or 3%".
    `told` is the claim or fact that it is, or the number of a table that is no statement, whose
    unit nothing says. `column` is the number of a cell's column; `is_total` is true of a cell that
    its caption or a sum makes one, `is_of_all` of one in a column headed "Total".
    """

    figure: int
    amount: Amount
    role: Role
    period: Period | None
    named: frozenset[str]
    near: frozenset[str]
    wide: frozenset[str]
    place: tuple[int, int]
    told: Claim | Fact | Quantity
    scope: frozenset[str] = frozenset()
    beside: tuple[Figure | None, Figure | None] = (None, None)
    others: frozenset[Amount] = frozenset()
    is_appended: bool = False
    column: int = -1
    is_total: bool = False
    is_of_all: bool = False

    @property
    def claim(self) -> Claim | None:
        """The claim of prose that the number is; None for a figure of a table."""
        return self.told if isinstance(self.told, Claim) else None

    @property
    def is_known(self) -> bool:
        """True where it is known what it is counted in."""
        return not isinstance(self.told, Quantity)

    @property
    def is_assumed(self) -> bool:
        """True where no words of its own name its period."""
        return isinstance(self.told, Claim) and self.told.is_assumed


Changed: TypeAlias = tuple[Mention, Mention]
"""A line's number now and before."""


class Mentions:
    """All numbers of the subject, in statements and in prose."""

    def __init__(self, evidence: Evidence) -> None:
        """The mentions of the evidence's subject."""
        self._evidence = evidence
        self.claims = tuple(_of_claims(evidence))
        self._all = (*self.claims, *_of_facts(evidence), *_of_tables(evidence))
        self._printed: dict[_Key, dict[int, list[Mention]]] = {}
        self._changed: dict[tuple[Unit, int, Period, Period], dict[int, list[Changed]]] = {}
        self._pairs: dict[tuple[Period, Period], list[Changed]] = {}

    @cached_property
    def _places(self) -> tuple[Counter[str], int]:
        """In how many lines and claims each word stands, and how many there are."""
        said: dict[tuple[int, int], frozenset[str]] = {}
        for one in self._all:
            said[one.place] = said.get(one.place, frozenset()) | one.near
        return Counter(word for words in said.values() for word in words), len(said)

    def places(self, word: str) -> tuple[int, int]:
        """In how many lines and claims a word stands, one at least, and of how many."""
        counts, places = self._places
        return max(1, counts[word]), places

    @cached_property
    def _by_place(self) -> dict[tuple[int, int], list[Mention]]:
        """The mentions of each line, and each claim by itself."""
        found: dict[tuple[int, int], list[Mention]] = {}
        for one in self._all:
            found.setdefault(one.place, []).append(one)
        return found

    def at(self, place: tuple[int, int]) -> Sequence[Mention]:
        """Every mention of a line; of a claim's place the claim alone."""
        return self._by_place.get(place, ())

    def lines(self) -> Iterator[Sequence[Mention]]:
        """The mentions of each line of a table, each of its figures once."""
        for line in self._by_place.values():
            if line[0].column >= 0:
                yield list({one.figure: one for one in line}.values())

    def columns(self) -> Iterator[Sequence[Mention]]:
        """The mentions of each column of a table, those in captions left out."""
        found: dict[tuple[int, int], list[Mention]] = {}
        for line in self.lines():
            for one in line:
                if not (isinstance(one.told, Fact) and one.told.in_caption):
                    found.setdefault((one.place[0], one.column), []).append(one)
        yield from found.values()

    def beside(self, mention: Mention) -> Iterator[Mention]:
        """The other claims of a claim's sentence."""
        told = mention.claim
        for one in self._evidence.beside(told) if told is not None else ():
            if one.figure != mention.figure:
                yield from self.at((-1, one.figure))

    def is_contradicted(self, claim: Mention, other: Mention) -> bool:
        """True where the line has another number for what the sentence tells of another time."""
        line = [one for one in self.at(other.place) if one.role == "level" and one.period]
        for one in self.beside(claim):
            if one.named == claim.named and one.role == "level" and one.period is not None:
                then = [cell for cell in line if cell.period and cell.period.is_near(one.period)]
                told = abs(one.amount)
                if then and not any(is_printed_as(abs(cell.amount), told) for cell in then):
                    return True
        return False

    def printed(self, amount: Amount, role: Role) -> Sequence[Mention]:
        """Every mention in that role that prints as the amount, whatever its sign."""
        key = (amount.unit, role, amount.exponent)
        if key not in self._printed:
            found: dict[int, list[Mention]] = {}
            for one in self._all:
                told = one.amount
                is_alike = told.exponent <= amount.exponent and _counts_alike(
                    told.unit, amount.unit
                )
                if is_alike and _may_be(one, role):
                    mantissa = abs(printed_to(told, amount.exponent).mantissa)
                    held = found.setdefault(mantissa, [])
                    held += [one] if len(held) < _MOST else []
            self._printed[key] = found
        return self._printed[key].get(abs(amount.mantissa), ())

    def changed(self, reading: Claim) -> Mapping[int, Sequence[Changed]]:
        """Every line's change between the two periods of a claim, by what it prints to.

        In percent of the number before where the claim is, else in the line's own unit. Empty
        where a period is not named, and after so many pairs of periods.
        """
        told, period, against = reading.amount, reading.period, reading.against
        if period is None or against is None:
            return {}
        key = (told.unit, told.exponent, period, against)
        if key not in self._changed:
            found: dict[int, list[Changed]] = {}
            for now, before in self._between(period, against):
                if told.unit.is_pure or now.amount.unit == told.unit:
                    moved = _moved(now.amount.value, before.amount.value, told.unit)
                    held = found.setdefault(rounded(moved, told.exponent), [])
                    held += [(now, before)] if len(held) < _MOST else []
            self._changed[key] = found
        return self._changed[key]

    def _between(self, period: Period, against: Period) -> list[Changed]:
        """Every line's number for one period and the other, neither nil and both of one sign."""
        key = (period, against)
        if key not in self._pairs and len(self._pairs) < _MOST_PAIRS:
            self._pairs[key] = [
                (now, before)
                for line in self._by_place.values()
                if len(line) > 1 and isinstance(line[0].told, Fact)
                if (now := _of(line, period)) and (before := _of(line, against))
                if now.amount.unit == before.amount.unit
                if now.amount.mantissa * before.amount.mantissa > 0
            ]
        return self._pairs.get(key, [])

    def of(self, claim: Claim) -> Mention | None:
        """The mention that a claim is; None for one in the rows of a table."""
        return next(iter(self.at((-1, claim.figure))), None)

    def quantity(self, mention: Mention) -> Quantity:
        """The mention as a number in hand."""
        if isinstance(mention.told, Quantity):
            return mention.told
        if isinstance(mention.told, Claim):
            return self._evidence.of_claim(0, mention.told)
        return self._evidence.of_fact(0, mention.told)


def mentions(evidence: Evidence) -> Mentions:
    """The mentions of the evidence's subject, made once."""
    return evidence.once("mentions", lambda: Mentions(evidence))


def _of(line: Sequence[Mention], period: Period) -> Mention | None:
    """The amount of a line for a period; None for none."""
    return next(
        (
            one
            for one in line
            if one.role == "level" and one.period is not None and one.period.is_near(period)
        ),
        None,
    )


def _moved(now: Fraction, before: Fraction, unit: Unit) -> Fraction:
    """By how much a number moved, in its own unit or as a share of the one before."""
    return abs(now / before - 1) if unit.is_pure else abs(now - before)


def _counts_alike(printed: Unit, told: Unit) -> bool:
    """True where what a table counts in one unit may be told in the other.

    What nothing says the unit of may be anything but a rate, and a price "of $76" is one for each.
    """
    if printed is told:
        return True
    is_price = printed.per != "" and not printed.is_per_share and printed.currency == told.currency
    return (printed is UNSAID and not told.is_rate) or (is_price and told.is_money)


def _may_be(mention: Mention, role: Role) -> bool:
    """True for a mention in the role; a line of percentages of growth has both."""
    if mention.role == role:
        return True
    told = mention.told
    return role == "change" and not isinstance(told, Claim) and tells_change(told.caption)


def _of_claims(evidence: Evidence) -> Iterator[Mention]:
    """Every claim of prose."""
    document = evidence.subject.document
    for claim in evidence.claims():
        sentence = claim.sentence.of(document.text)
        if sentence.count(_BAR) > _BARS:
            continue  # the rows of a table that could not be read as one
        noun = words_of(claim.caption) if claim.concept != UNNAMED else frozenset[str]()
        segment = words_of(*(member for _, member in claim.dimensions))
        told = evidence.beside(claim)
        before, after = _neighbours(document, claim)
        yield Mention(
            claim.figure,
            claim.amount,
            _ROLES.get(claim.form, "level"),
            claim.period,
            noun,
            words_of(_around(document, claim, before, after)) | noun,
            words_of(sentence) | noun | segment,
            (-1, claim.figure),
            claim,
            segment,
            (before, after),
            frozenset(abs(one.amount) for one in told if one is not claim),
            before is not None and _joint(document, claim, before) in _APPENDED,
        )


def _neighbours(document: Document, claim: Claim) -> tuple[Figure | None, Figure | None]:
    """The numbers before and after a claim's own in its sentence."""
    before: Figure | None = None
    for number in document.figures_in(claim.sentence.start, claim.sentence.end):
        figure = document.figures[number]
        if figure.kind in _COUNTED and number < claim.figure:
            before = figure
        elif figure.kind in _COUNTED and number > claim.figure:
            return before, figure
    return before, None


def _joint(document: Document, claim: Claim, before: Figure) -> str:
    """The words between the claim's own number and the one before it."""
    between = document.text[before.end : document.figures[claim.figure].start]
    return between.strip(" ,($").lower()


def _around(document: Document, claim: Claim, before: Figure | None, after: Figure | None) -> str:
    """The words from the number before the claim's own in its sentence to the one after it."""
    own = document.figures[claim.figure]
    start = before.end if before is not None else claim.sentence.start
    end = after.start if after is not None else claim.sentence.end
    return f"{document.text[start : own.start]} {document.text[own.end : end]}"


def _of_facts(evidence: Evidence) -> Iterator[Mention]:
    """Every figure of a statement."""
    for fact in evidence.subject.facts:
        statement = evidence.subject.statements[fact.statement]
        column = statement.columns[fact.column]
        owned = tuple(member for axis, member in fact.dimensions if axis in OWNED)
        loose = tuple(member for axis, member in fact.dimensions if axis not in OWNED)
        line = statement.lines[fact.line]
        section = line.section
        named = _words(fact.caption, *owned) or _words(section or statement.title)
        yield Mention(
            fact.figure,
            fact.amount,
            "change" if column.measure in _CHANGES else "level",
            fact.period,
            named,
            named,
            named | _words(section, statement.title, column.header, *loose),
            (fact.statement, fact.line),
            fact,
            _words(*owned, *loose),
            column=fact.column,
            is_total=line.is_total or line.is_called_total,
            is_of_all=_is_of_all(column.header),
        )


def _of_tables(evidence: Evidence) -> Iterator[Mention]:
    """Every figure of a table that no statement kind claims, with the words of row and column.

    Where nothing says the table's scale, at each that it may have.
    """
    release = evidence.subject
    claimed = {statement.table for statement in release.statements}
    for table in release.tables:
        if table.number in claimed or not table.headers:
            continue
        titles = [span.of(release.document.text) for span in table.titles]
        periods = [
            period_of(period_words(one.text), NOTHING, release.calendar, instant=None)
            for one in table.headers
        ]
        scale = read_scale([*titles, *(one.text for one in table.headers)])
        for number, row in enumerate(table.rows):
            named = _words(row.caption) or _words(*(one for one in titles if one[:1] != "("))
            place = (-1 - table.number, number)
            own = own_power(row.caption)
            powers = (own,) if own is not None else (scale.money,) if scale.is_said else _SCALES
            for column, cell in enumerate(row.readings):
                if cell.kind != "number":
                    continue
                headed = _words(table.headers[column].text)
                for power in (0,) if cell.is_percent else dict.fromkeys((0, *powers)):
                    unit = PURE if cell.is_percent else UNSAID
                    amount = cell.amount.times_power(power).in_unit(unit)
                    style = Style("", -2, "%") if cell.is_percent else Style("", power)
                    shown = style.show(amount)
                    ref = (Ref(0, cell.figure),)
                    known = Quantity(amount, ref, shown, row.caption, periods[column], style)
                    yield Mention(
                        cell.figure,
                        amount,
                        "level",
                        periods[column],
                        named,
                        named | headed,
                        named | headed | _words(*titles),
                        place,
                        known,
                        column=column,
                        is_total=not _words(row.caption),
                        is_of_all=_is_of_all(table.headers[column].text),
                    )


def _is_of_all(header: str) -> bool:
    """True for the header of a column of totals, which has no telling words."""
    return bool(header.strip()) and not _words(header)


@lru_cache(maxsize=8192)
def _words(*texts: str) -> frozenset[str]:
    """The telling words of a caption, and of what stands over it."""
    return words_of(*texts)
