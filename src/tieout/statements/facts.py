"""The facts of a statement: every figure of its lines, with concept, context and XBRL's sign."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from functools import lru_cache

from tieout.lexicon.currencies import read_currency
from tieout.lexicon.dates import date_said
from tieout.lexicon.labels import known
from tieout.lexicon.periods import is_trailing_year
from tieout.model.concept import feeds
from tieout.model.document import Document
from tieout.model.period import Period, duration
from tieout.model.statement import Column, Fact, Line
from tieout.model.unit import money
from tieout.statements.columns import counts_shares
from tieout.statements.concepts.cash import OPENS
from tieout.statements.concepts.together import latest, told_of
from tieout.statements.lines.captions import Aside, asides_of
from tieout.statements.lines.scale import needs_scale, power_over
from tieout.statements.lines.share_counts import is_count, shift_of
from tieout.statements.placing import Placed

_AT_DAY = re.compile(
    r"(?:\bat|\bas\s+of)\s+(?P<day>[a-z]{3,9}\.?\s+[0-9]{1,2})(?:,\s*[0-9]{4})?\s*\Z",
    re.IGNORECASE,
)
_RECONCILES = re.compile(
    r"\breconciliation\s+of\s(?:[^/]{0,40}\s)?cash\b[^/]{0,80}\bbalance\s+sheets?\b", re.IGNORECASE
)


def facts_of(document: Document, placed: Placed, number: int) -> Iterator[Fact]:
    """What the statement of that number is sure of, in reading order; a nil cell is no fact."""
    read, lines = placed.read, placed.lines
    asides, day = _asides(document, placed), latest(read.columns)
    currencies = [read_currency([column.header]) for column in read.columns]
    cells = [tuple(_of_cells(placed, number, n, currencies)) for n in range(len(lines))]
    told = {(one.concept, n, one.period): one.amount.value for n, one in asides}
    told |= {(one.concept, one.line, one.period): one.amount.value for of in cells for one in of}
    shift = shift_of([one for _, one in asides], told, read.rows.scale.shares, read.shares)
    for at, line in enumerate(lines):
        for aside in (one for n, one in asides if n == at):
            amount = aside.amount.times_power(shift) if is_count(aside) else aside.amount
            yield Fact(
                concept=told_of(aside.concept, line, day),
                caption=line.caption,
                period=aside.period,
                dimensions=aside.dimensions,
                amount=amount,
                printed=amount,
                figure=aside.figure,
                anchor=f"{_anchor(placed, line)}.C0",
                statement=number,
                line=at,
                column=aside.column,
                in_caption=True,
            )
        yield from cells[at]


def _asides(document: Document, placed: Placed) -> list[tuple[int, Aside]]:
    """What the captions tell, each with its line's number."""
    found: list[tuple[int, Aside]] = []
    above, read = "", placed.read
    for number, line in enumerate(placed.lines):
        told = asides_of(document, line, read.columns, read.rows.scale, above)
        found.extend((number, aside) for aside in told)
        above = above if line.is_heading else line.caption
    return found


def _of_cells(placed: Placed, number: int, at: int, currencies: Sequence[str]) -> Iterator[Fact]:
    """The facts of a line's cells; a column may be in a currency of its own."""
    line, table = placed.lines[at], placed.read.rows.scale
    own = money(table.currency)
    for place, (column, currency) in enumerate(zip(placed.read.columns, currencies, strict=True)):
        printed = line.printed(place)
        if printed is None or line.cells[place].kind != "number":
            continue
        if currency and printed.unit in (own, own.per_share):
            printed = printed.in_unit(printed.unit.in_currency(currency))
        if printed.unit.is_money and line.power == table.money:
            printed = printed.times_power(power_over(column.header, table) - line.power)
        concepts: tuple[str, ...] = feeds(line.concept)
        period = line.period or _moment(line, column.period)
        turned = line.direction < 0
        if column.measure:
            period, concepts = column.period, (_comparing(line, column),)
            turned = turned and not printed.unit.is_rate
        elif line.cells[place].is_per_share:
            concepts = (f"ext:{line.concept.partition(':')[2]}PerShare",)
        is_own = not column.measure and printed.unit.is_money == line.unit.is_money
        for concept in concepts:
            yield Fact(
                concept=concept,
                caption=line.caption,
                period=period,
                dimensions=tuple(sorted({*column.dimensions, *line.dimensions})),
                amount=-printed if turned else printed,
                printed=printed,
                figure=line.cells[place].figure,
                anchor=f"{_anchor(placed, line)}.C{place + 1}",
                statement=number,
                line=at,
                column=place,
                likely=line.likely if is_own else None,
            )


def is_sure(fact: Fact, placed: Placed) -> bool:
    """True where a fact's period, scale and unit are known as well as its kind can know them.

    Where columns are of either sort, one that names no period compares or explains the others.
    """
    read, kind = placed.read, placed.read.known.kind
    is_open = fact.period is None and not read.columns[fact.column].doubt
    if kind.is_instant is None and is_open:
        return False
    if kind.name == "equity_statement" and counts_shares(read.columns[fact.column]):
        return False
    return kind.is_face or read.rows.scale.is_said or not needs_scale(fact, placed.lines)


def _anchor(placed: Placed, line: Line) -> str:
    """Where a line stands: "T4.R12" is the twelfth row of the fourth table."""
    return f"T{placed.read.rows.table.number}.R{line.row + 1}"


def _comparing(line: Line, column: Column) -> str:
    """The concept of a line's figure in a column that compares: "ext:RevenuesPercentChange"."""
    words = "Percent of sales" if column.measure == "share" else column.measure
    return "ext:" + line.concept.partition(":")[2] + "".join(w.capitalize() for w in words.split())


def _moment(line: Line, period: Period | None) -> Period | None:
    """The period of a line's figures: a balance in a column of flows stands at one of its ends.

    A caption that says "at June 30" says which; what cash is reconciled to stands at the end.
    Figures of trailing twelve months are of the year up to the column's last day.
    """
    if period is None or period.is_instant:
        return period
    if is_trailing_year(line.caption):
        return duration(period.end, 12)
    day = _day_named(line.caption)
    if day is not None:
        opening = period.opening().end
        first = opening + timedelta(days=1)
        if day == (period.end.month, period.end.day):
            return period.closing()
        return period.opening() if day in _days(opening, first) else period
    if _RECONCILES.search(line.section):
        return period.closing()
    if not known(line.concept).instant:
        return period
    return period.opening() if OPENS.search(line.caption) else period.closing()


@lru_cache(maxsize=4096)
def _day_named(caption: str) -> tuple[int, int] | None:
    """The month and day at which a caption ends: "Cash at June 30"."""
    named = _AT_DAY.search(caption)
    said = date_said(named["day"]) if named is not None else None
    return said.month_and_day if said is not None else None


def _days(*days: date) -> tuple[tuple[int, int], ...]:
    """The days without their years."""
    return tuple((day.month, day.day) for day in days)
