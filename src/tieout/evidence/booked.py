"""What support documents book: every number of them with what it is called, and when it is of."""

from bisect import bisect_right
from collections.abc import Iterator
from datetime import date

from msgspec import Struct, structs

from tieout.evidence.ledger import Entry, Ledger, ledgers
from tieout.evidence.match_by_caption import gists_of
from tieout.lexicon.books import is_planned, words_of_name
from tieout.lexicon.captions import Gist, gist_of
from tieout.lexicon.periods import NOTHING, period_of, period_words
from tieout.lexicon.units import own_power, read_scale, without_unit
from tieout.model.amount import Amount
from tieout.model.period import FiscalCalendar, Period, month_end
from tieout.model.sheet import cell_of
from tieout.model.statement import FACE, Column, Fact, StatementKind
from tieout.model.unit import UNSAID, Unit
from tieout.model.workpaper import Release

_TITLES = 4


class Booked(Struct, frozen=True, gc=False):
    """A number of a support document: its figures, and the names it goes by.

    `amount` is in whole units as far as a scale is said: `is_open` is true where none is. Of a
    statement it has XBRL's sign, and `fact` and `over` say what it is; of a ledger it is a debit
    (`is_debit`), or has the sign it is printed with. `period` is None where only the day is known
    that it is of, or up to: `end`, which is said where `is_dated` is true. `is_balance` is true of
    an entry of a trial balance.
    """

    document: int
    table: int
    column: int
    figures: tuple[int, ...]
    amount: Amount
    unit: Unit
    caption: str
    gists: tuple[Gist, ...]
    period: Period | None
    end: date
    is_dated: bool = False
    is_open: bool = False
    is_debit: bool = False
    is_balance: bool = False
    kind: StatementKind | None = None
    section: str = ""
    fact: Fact | None = None
    over: Column | None = None

    @property
    def is_face(self) -> bool:
        """True where it stands on a primary statement."""
        return self.kind in FACE

    @property
    def at(self) -> tuple[int, tuple[int, ...]]:
        """The cells it stands in."""
        return self.document, self.figures

    @property
    def key(self) -> tuple[int, int, int]:
        """The column it stands in."""
        return self.document, self.table, self.column


def booked(document: int, release: Release, calendar: FiscalCalendar) -> Iterator[Booked]:
    """Every number that a support document books; of a named cell once more by its name."""
    found: dict[int, Booked] = {}
    for one in (*_of_statements(document, release), *_of_ledgers(document, release, calendar)):
        closed = _closed(one, calendar)
        for figure in one.figures if len(one.figures) == 1 else ():
            found.setdefault(figure, closed)
        yield closed
    yield from _named(document, release, calendar, found)


def _closed(one: Booked, calendar: FiscalCalendar) -> Booked:
    """A number of the first day of a month, which stands for the month, as one of its last day.

    No books are closed on such a day, but where the release's own periods end on it.
    """
    first, ends = Period(one.end), (*calendar.ends, calendar.period_end)
    if not one.is_dated or one.end.day > 1 or any(first.ends_near(Period(end)) for end in ends):
        return one
    last = month_end(one.end)
    period = None if one.period is None else structs.replace(one.period, end=last)
    return structs.replace(one, end=last, period=period)


def told(fact: Fact) -> tuple[Gist, ...]:
    """What a fact may be called; one in a caption goes by its concept alone."""
    return (Gist(fact.concept, frozenset()),) if fact.in_caption else gists_of(fact)


def _of_statements(document: int, release: Release) -> Iterator[Booked]:
    """The facts of tables that say when they are of."""
    for number, statement in enumerate(release.statements):
        if is_planned(statement.title):
            continue
        for fact in statement.facts:
            column, line = statement.columns[fact.column], statement.lines[fact.line]
            if fact.period is None or is_planned(column.header):
                continue
            unit = fact.amount.unit
            caption = without_unit(fact.caption)
            shown = fact if caption == fact.caption else structs.replace(fact, caption=caption)
            yield Booked(
                document,
                number,
                fact.column,
                (fact.figure,),
                fact.amount,
                unit,
                caption,
                told(shown),
                fact.period,
                fact.period.end,
                is_dated=True,
                is_open=statement.scale == 1 and unit.is_scaled and not line.power,
                kind=statement.kind,
                section=line.heading,
                fact=fact,
                over=column,
            )


def _of_ledgers(document: int, release: Release, calendar: FiscalCalendar) -> Iterator[Booked]:
    """The entries of tables that do not say when they are of, or only the day.

    Of a table that is no primary statement a day says no more than when its columns end.
    """
    dated = {
        statement.table
        for statement in release.statements
        for fact in statement.facts
        if fact.period is not None and (statement.is_face or not fact.period.is_instant)
    }
    for number, table in enumerate(release.tables, len(release.statements)):
        if table.number in dated:
            continue
        for ledger in ledgers(release.document, table, calendar):
            for entry in ledger.entries:
                yield from _entry(document, number, entry, ledger, calendar)


def _entry(
    document: int, table: int, entry: Entry, ledger: Ledger, calendar: FiscalCalendar
) -> Iterator[Booked]:
    """An entry of a ledger; none where nothing in its words tells what it is."""
    caption = without_unit(entry.words)
    gist = gist_of(caption)
    if gist is None:
        return
    amount = entry.amount
    yield Booked(
        document,
        table,
        ledger.column,
        entry.figures,
        Amount(amount.mantissa, amount.exponent + (entry.power or 0)),
        UNSAID,
        caption,
        (gist,),
        _lasting(ledger.period),
        calendar.period_end if ledger.period is None else ledger.period.end,
        is_dated=ledger.period is not None,
        is_open=entry.power is None,
        is_debit=ledger.is_signed,
        is_balance=not ledger.is_dated,
    )


def _lasting(period: Period | None) -> Period | None:
    """A period that lasts; None for a day."""
    return None if period is None or period.is_instant else period


def _named(
    document: int, release: Release, calendar: FiscalCalendar, found: dict[int, Booked]
) -> Iterator[Booked]:
    """The number of each named cell under that name."""
    of = release.document
    if not of.named:
        return
    places = {
        (place.sheet, place.row, place.column): number
        for number in range(len(of.figures))
        if (place := cell_of(of, number)) is not None
    }
    for one in of.named:
        figure = places.get((one.sheet, one.row, one.column))
        words, said = words_of_name(one.name)
        gist = gist_of(words)
        if figure is None or gist is None or is_planned(said):
            continue
        held = found.get(figure) or _bare(document, release, figure, calendar)
        if held is None:
            continue
        shown = structs.replace(held, caption=words, gists=(gist,))
        when = period_words(said)
        period = period_of(when, NOTHING, calendar, instant=None) if when != NOTHING else None
        if period is None or held.is_dated:
            yield shown
        else:
            lasting = _lasting(period)
            yield structs.replace(shown, period=lasting, end=period.end, is_dated=True)


def _bare(document: int, release: Release, figure: int, calendar: FiscalCalendar) -> Booked | None:
    """A cell of no table that is understood, in the scale its row says."""
    of = release.document
    printed = of.figures[figure]
    if printed.amount is None or printed.kind != "amount":
        return None
    at = bisect_right(of.grids, printed.start, key=lambda one: one.start) - 1
    if at < 0:
        return None
    grid = of.grids[at]
    row = grid.rows[bisect_right(grid.rows, printed.start, key=lambda one: one.cells[0].start) - 1]
    words = of.text[row.cells[0].start : row.cells[-1].end]
    titles = [span.of(of.text) for span in grid.titles]
    power, scale = own_power(words), read_scale([*titles[:_TITLES], words])
    if power is None and scale.is_said:
        power = scale.money
    is_turned = of.text[max(0, printed.start - 1)] in "-("
    mantissa = -printed.amount.mantissa if is_turned else printed.amount.mantissa
    return Booked(
        document,
        -1,
        figure,
        (figure,),
        Amount(mantissa, printed.amount.exponent + (power or 0)),
        UNSAID,
        words,
        (),
        None,
        calendar.period_end,
        is_open=power is None,
    )
