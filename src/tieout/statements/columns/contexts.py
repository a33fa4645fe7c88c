"""The contexts of a release's columns, settled together: where its fiscal years and quarters begin.

A quarter that ends at a month's end may be one of thirteen weeks, and a half year may begin on
January 1 though its quarters end on Sundays; only the dates of the other columns tell.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import partial

from msgspec import Struct, structs

from tieout.lexicon.dates import date_said
from tieout.model.memo import Memo, afresh
from tieout.model.period import Period, month_end, months_before, weeks
from tieout.model.statement import Column
from tieout.model.table import Table
from tieout.patterns import pattern

_BALANCE = pattern(
    r"\s*balances?[\s,]+(?:(?:as\s+of|at)\s+)?(?P<day>[a-z]{3,9}\.?\s+[0-9]{1,2},?\s+[0-9]{4})\b",
    re.IGNORECASE,
)
_NEAR = timedelta(days=9)
_WEEKS = 13


class YearEnds(Struct, frozen=True, gc=False):
    """What the dates over all columns tell: whether periods are weeks, and last days of years."""

    in_weeks: bool
    days: tuple[date, ...]


def year_ends(
    balances: Iterable[Sequence[Column]],
    flows: Iterable[Sequence[Column]],
    rolled: Iterable[date] = (),
) -> YearEnds:
    """The calendar told by the columns of balance sheets and of flows.

    The earlier date of a balance sheet is the last year's end. A year that ends at a month's end
    ended on the same day the years before, unless it ends on the weekday that quarters do. The
    days to which equity is rolled forward end periods, if they are of the weekday that others are.
    """
    ends = {
        column.period.end
        for columns in flows
        for column in columns
        if column.period and not column.measure and column.period.months % 3 == 0
    }
    closings: set[date] = set()
    for columns in balances:
        dates = {column.period.end for column in columns if column.period}
        ends |= dates
        if len(dates) > 1:
            closings.add(min(dates))
    for closing in tuple(closings):
        weekdays = {end.weekday() for end in ends if end != closing}
        if closing == month_end(closing) and closing.weekday() not in weekdays:
            closings |= {months_before(closing, 12), months_before(closing, 24)}
    weekdays = {end.weekday() for end in ends if end != month_end(end)}
    closings |= {day for day in rolled if day.weekday() in weekdays}
    return YearEnds(any(end != month_end(end) for end in ends), tuple(sorted(closings)))


def rolled_days(tables: Iterable[Table], memo: Memo = afresh) -> Iterator[date]:
    """The days that lines of balances name: "Balance as of December 25, 2021"."""
    for table in tables:
        yield from memo("rolled days", partial(_rolled, table), table)


def _rolled(table: Table) -> tuple[date, ...]:
    """The days that the lines of a table name."""
    named = (match for row in table.rows if (match := _BALANCE.match(row.caption)))
    said = (date_said(one["day"]) for one in named)
    return tuple(day for one in said if one is not None and (day := one.on()) is not None)


def settled(columns: Sequence[Column], ends: YearEnds) -> tuple[Column, ...]:
    """The columns with their first days moved to where years and weeks begin."""
    return tuple(structs.replace(one, period=_settled(one.period, ends)) for one in columns)


def _settled(period: Period | None, ends: YearEnds) -> Period | None:
    """A stretch of whole quarters counted in weeks, or from the year's end it follows."""
    if period is None or period.start is None or not ends.in_weeks:
        return period
    months = period.months
    if months % 3 == 0 and period.end == month_end(period.end):
        period = weeks(period.end, months // 3 * _WEEKS)
    for closing in ends.days:
        first = closing + timedelta(days=1)
        if period.start is not None and abs(first - period.start) <= _NEAR:
            return Period(period.end, first)
    return period
