"""The facts of a statement: every figure of its lines, with concept, context and XBRL's sign."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from fractions import Fraction
from functools import lru_cache
from typing import Literal, TypeAlias

from msgspec import Struct

from tieout.lexicon.currencies import read_currency
from tieout.lexicon.dates import date_said
from tieout.lexicon.labels import known
from tieout.lexicon.periods import is_trailing_year
from tieout.model.concept import feeds
from tieout.model.document import Document
from tieout.model.period import Period, duration
from tieout.model.statement import Column, Dimensions, Fact, Line
from tieout.model.unit import money
from tieout.patterns import pattern
from tieout.statements.columns import counts_shares
from tieout.statements.concepts.cash import OPENS
from tieout.statements.concepts.together import latest, told_of
from tieout.statements.lines.captions import Aside, asides_of
from tieout.statements.lines.scale import needs_scale, power_over
from tieout.statements.lines.share_counts import is_count, shift_of
from tieout.statements.placing import Placed

_Stands: TypeAlias = Literal["", "throughout", "opening", "closing", "day", "year"]
"""When in a stretch of time figures are of; "" for not yet asked."""
_AT_DAY = pattern(
    r"(?:\bat|\bas\s+of)\s+(?P<day>[a-z]{3,9}\.?\s+[0-9]{1,2})(?:,\s*[0-9]{4})?\s*\Z",
    re.IGNORECASE,
)
_RECONCILES = pattern(
    r"\breconciliation\s+of\s(?:[^/]{0,40}\s)?cash\b[^/]{0,80}\bbalance\s+sheets?\b", re.IGNORECASE
)


class _Head(Struct, frozen=True):
    """A column with the currency that its header names, and its power of ten of money."""

    column: Column
    currency: str
    power: int


def facts_of(document: Document, placed: Placed, number: int) -> Iterator[Fact]:
    """What the statement of that number is sure of, in reading order; a nil cell is no fact."""
    read, lines = placed.read, placed.lines
    asides, day = _asides(document, placed), latest(read.columns)
    scale = read.rows.scale
    heads = [
        _Head(one, read_currency([one.header]), power_over(one.header, scale))
        for one in read.columns
    ]
    cells = [tuple(_of_cells(placed, number, n, heads)) for n in range(len(lines))]

    def told() -> dict[tuple[str, int, Period | None], Fraction]:
        said = {(one.concept, n, one.period): one.amount.value for n, one in asides}
        facts = (one for of in cells for one in of)
        return said | {(one.concept, one.line, one.period): one.amount.value for one in facts}

    shift = shift_of([one for _, one in asides], told, scale.shares, read.shares)
    for at, line in enumerate(lines):
        for aside in [one for n, one in asides if n == at] if asides else ():
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


def _of_cells(placed: Placed, number: int, at: int, columns: Sequence[_Head]) -> Iterator[Fact]:
    """The facts of a line's cells; a column may be in a currency of its own."""
    line, table = placed.lines[at], placed.read.rows.scale
    own = money(table.currency)
    fed: tuple[str, ...] = feeds(line.concept)
    anchor = _anchor(placed, line)
    stands: _Stands = ""
    for place, (cell, head) in enumerate(zip(line.cells, columns, strict=False)):
        printed = line.printed(place) if cell.kind == "number" else None
        if printed is None:
            continue
        column, unit = head.column, printed.unit
        if head.currency and unit in (own, own.per_share):
            printed = printed.in_unit(unit.in_currency(head.currency))
        if unit.is_money and line.power == table.money != head.power:
            printed = printed.times_power(head.power - line.power)
        concepts = fed
        turned = line.direction < 0
        if column.measure:
            period, concepts = column.period, (_comparing(line, column),)
            turned = turned and not unit.is_rate
        else:
            period = line.period or column.period
            if line.period is None and period is not None and not period.is_instant:
                stands = stands or _stands(line)
                period = _moment(line, period, stands)
            if cell.is_per_share:
                concepts = (f"ext:{line.concept.partition(':')[2]}PerShare",)
        is_own = not column.measure and unit.is_money == line.unit.is_money
        for concept in concepts:
            yield Fact(
                concept=concept,
                caption=line.caption,
                period=period,
                dimensions=_together(column.dimensions, line.dimensions),
                amount=-printed if turned else printed,
                printed=printed,
                figure=cell.figure,
                anchor=f"{anchor}.C{place + 1}",
                statement=number,
                line=at,
                column=place,
                likely=line.likely if is_own else None,
            )


def _together(column: Dimensions, line: Dimensions) -> Dimensions:
    """The qualifiers of a column and of a line, each once."""
    if len(column) + len(line) < 2:
        return column or line
    return tuple(sorted({*column, *line}))


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


def _stands(line: Line) -> _Stands:
    """When in a column's stretch of time the line's figures are of: a balance at one of its ends.

    A caption that says "at June 30" says which; what cash is reconciled to stands at the end.
    """
    if is_trailing_year(line.caption):
        return "year"
    if _day_named(line.caption) is not None:
        return "day"
    if _RECONCILES.search(line.section):
        return "closing"
    if not known(line.concept).instant:
        return "throughout"
    return "opening" if OPENS.search(line.caption) else "closing"


def _moment(line: Line, period: Period, stands: _Stands) -> Period:
    """The period of a line's figures in a column of that stretch of time.

    Figures of trailing twelve months are of the year up to the column's last day.
    """
    if stands == "year":
        return duration(period.end, 12)
    day = _day_named(line.caption) if stands == "day" else None
    if day is not None:
        opening = period.opening().end
        first = opening + timedelta(days=1)
        if day == (period.end.month, period.end.day):
            return period.closing()
        return period.opening() if day in _days(opening, first) else period
    if stands == "closing":
        return period.closing()
    return period.opening() if stands == "opening" else period


@lru_cache(maxsize=4096)
def _day_named(caption: str) -> tuple[int, int] | None:
    """The month and day at which a caption ends: "Cash at June 30"."""
    named = _AT_DAY.search(caption)
    said = date_said(named["day"]) if named is not None else None
    return said.month_and_day if said is not None else None


def _days(*days: date) -> tuple[tuple[int, int], ...]:
    """The days without their years."""
    return tuple((day.month, day.day) for day in days)
