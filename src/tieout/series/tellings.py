"""What each filing tells of each concept on its primary statements, quarter by quarter."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cached_property
from typing import TypeAlias

from msgspec import Struct

from tieout.lexicon.markup import clean
from tieout.model.amount import Amount
from tieout.model.concept import feeds
from tieout.model.interval import exactly
from tieout.model.period import Period
from tieout.model.series import Source, Value
from tieout.model.statement import Fact, Line, Statement
from tieout.model.unit import Unit
from tieout.model.workpaper import Release
from tieout.series.quarters import Ends, Stretch

KINDS = (
    "income_statement",
    "balance_sheet",
    "cash_flow_statement",
    "comprehensive_income",
    "equity_statement",
)
"""The primary statements, in the order a reader meets them; the first one's figure is taken."""


Key: TypeAlias = tuple[str, Unit, bool]
"""An element, its unit, and whether it is a flow."""


class Told(Struct):
    """What the filings tell of one element in one unit.

    `values` are by quarters and filing. `places` are how far down which statement it stands, by
    filing, and `captions` what it is called there. `totals` and `openings` count the filings in
    which it is a total, or opens its statement; `powers` the powers of ten it is printed in.
    """

    name: str
    unit: Unit
    is_flow: bool
    values: dict[Stretch, dict[int, Value]]
    captions: dict[int, str]
    places: dict[int, tuple[int, Fraction]]
    powers: Counter[int]
    totals: int = 0
    openings: int = 0


def tellings(releases: Sequence[Release], ends: Ends) -> dict[Key, Told]:
    """Everything the releases' primary statements tell of the company as a whole.

    Releases are numbered as they stand. What is told twice in one filing is taken from the first
    statement, and there from the line that is a total. A dash in a line of figures is zero.
    """
    found: dict[Key, Told] = {}
    for number, release in enumerate(releases):
        filing = _Filing(number, release)
        statements = filing.statements()
        for statement in statements:
            _add(found, filing, statement, ends)
        for statement in statements:
            _add_dashes(found, filing, statement, ends)
    return {key: told for key, told in found.items() if told.values}


class _Filing:
    """A release with its number, and the places of its figures."""

    def __init__(self, number: int, release: Release) -> None:
        """The release of that number."""
        self.number = number
        self.release = release

    def statements(self) -> list[Statement]:
        """The primary statements in the order a reader meets them."""
        face = [one for one in self.release.statements if one.kind in KINDS]
        return sorted(face, key=lambda one: KINDS.index(one.kind))

    def value(self, fact: Fact, period: Period) -> Value:
        """A fact as a value told by this filing."""
        figure = self.release.document.figures[fact.figure]
        anchor = fact.anchor
        if self.release.document.format == "text":  # a line is found again without tieout
            anchor = f"line {bisect_right(self._line_starts, figure.start)}"
        caption = clean(fact.caption)
        printed = figure.text.strip()
        source = Source(self.number, fact.figure, anchor, printed, caption, period, fact.amount)
        return Value(fact.amount, fact.amount.interval, self.number, (source,))

    def nil(self, line: Line, period: Period, anchor: str) -> Value:
        """A dash of a line as the zero it tells."""
        amount = Amount(0, line.power, line.unit)
        source = Source(self.number, -1, anchor, "\u2014", clean(line.caption), period, amount)
        return Value(amount, exactly(0), self.number, (source,))

    @cached_property
    def _line_starts(self) -> list[int]:
        """Where every line of the text begins."""
        text = self.release.document.text
        return [0, *(place + 1 for place, ch in enumerate(text) if ch == "\n")]


def _add(found: dict[Key, Told], filing: _Filing, statement: Statement, ends: Ends) -> None:
    """Adds what a statement tells."""
    chosen: dict[tuple[Key, Stretch], tuple[Fact, Period]] = {}
    opening = -1
    for fact, period in _plain(statement):
        opening = fact.line if opening < 0 else opening
        stretch = ends.stretch(period)
        if stretch is None:
            continue
        at = (fact.concept, fact.amount.unit, not period.is_instant), stretch
        held = chosen.get(at)
        is_total = statement.lines[fact.line].is_total
        if held is None or (is_total and not statement.lines[held[0].line].is_total):
            chosen[at] = fact, period
    for (key, stretch), (fact, period) in chosen.items():
        told = found.get(key)
        if told is None:
            told = found[key] = Told(*key, {}, {}, {}, Counter())
        values = told.values.setdefault(stretch, {})
        if filing.number in values:
            continue
        values[filing.number] = filing.value(fact, period)
        if filing.number not in told.places:
            line = statement.lines[fact.line]
            place = Fraction(fact.line, len(statement.lines))
            told.places[filing.number] = (KINDS.index(statement.kind), place)
            told.captions[filing.number] = clean(fact.caption)
            told.powers[line.power] += 1
            told.totals += line.is_total
            told.openings += fact.line == opening


def _plain(statement: Statement) -> Iterator[tuple[Fact, Period]]:
    """The facts of the company as a whole: no segment, nothing adjusted, no comparison."""
    for fact in statement.facts:
        is_apart = fact.dimensions or fact.in_caption or statement.columns[fact.column].measure
        if not is_apart and fact.period is not None:
            yield fact, fact.period


def _add_dashes(found: dict[Key, Told], filing: _Filing, statement: Statement, ends: Ends) -> None:
    """Adds the dashes of lines that hold figures in other columns or filings."""
    for line in statement.lines:
        for place, cell in enumerate(line.cells):
            column = statement.columns[place]
            period = line.period or column.period
            if cell.kind != "nil" or period is None:
                continue
            stretch = ends.stretch(period)
            if stretch is None or line.dimensions or column.dimensions or column.measure:
                continue
            anchor = f"T{statement.table}.R{line.row + 1}.C{place + 1}"
            for concept in feeds(line.concept):
                told = found.get((concept, line.unit, not period.is_instant))
                if told is not None:
                    values = told.values.setdefault(stretch, {})
                    values.setdefault(filing.number, filing.nil(line, period, anchor))
