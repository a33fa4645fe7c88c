"""The fiscal quarters of many filings, numbered through, whatever days their weeks end on."""

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from fractions import Fraction
from typing import TypeAlias

from msgspec import Struct

from tieout.model.period import FiscalCalendar, Period
from tieout.model.workpaper import Release

Stretch: TypeAlias = tuple[int, int]
"""The first and the last quarter of a duration, by number; both are one for a single quarter."""

_QUARTER = Fraction(36525, 400)
"""Days: a quarter of a year in the mean."""
_SHORTEST = 80
"""Days: a quarter of twelve weeks has four more."""
_ONE = timedelta(days=10)
"""Ends no farther apart are one quarter's: filings name it by its month or by its last weekday."""
_NEIGHBOURS = 3
"""So many calendars vote on a quarter's number: one document misread does not carry it."""


class Ends(Struct, frozen=True):
    """The ends of quarters, in order: the days printed for each, and its number.

    A quarter's number is four times its fiscal year, and its place in the year from 0.
    """

    days: tuple[date, ...]
    numbers: dict[date, int]
    ends: dict[int, date]

    def number(self, day: date) -> int | None:
        """The number of the quarter that ends on that day, or within few days of it; else None."""
        if day in self.numbers:
            return self.numbers[day]
        place = bisect_left(self.days, day)
        near = [one for one in self.days[max(place - 1, 0) : place + 1] if abs(one - day) <= _ONE]
        return self.numbers[min(near, key=lambda one: abs(one - day))] if near else None

    def stretch(self, period: Period) -> Stretch | None:
        """The quarters of a period, an instant being the one it ends; None for any other period."""
        last = self.number(period.end)
        if last is None or period.start is None:
            return None if last is None else (last, last)
        count = round(period.days / _QUARTER)
        if period.days < max(count, 1) * _SHORTEST:
            return None
        before = self.number(period.start - timedelta(days=1))
        first = last - count + 1 if before is None else before + 1
        return (first, last) if 0 <= last - first <= 3 and last - first + 1 == count else None


def year_and_quarter(number: int) -> tuple[int, int]:
    """The fiscal year and the quarter in it, from 1, of a quarter's number."""
    return number // 4, number % 4 + 1


def ends(releases: Sequence[Release], periods: Iterable[Period]) -> Ends:
    """The quarters that the periods of these releases end, each numbered by the calendars nearest.

    Where two ends come out as one quarter, as around a changed fiscal year, the one more often
    printed stays.
    """
    seen: Counter[date] = Counter()
    for period in periods:
        seen[period.end] += 1
        seen[period.opening().end] += 0  # a quarter nobody prints still ends where one begins
    calendars = _anchors([r.calendar for r in releases if r.calendar is not None], seen)
    if not calendars:
        return Ends((), {}, {})
    held: dict[int, list[list[date]]] = defaultdict(list)
    for days in _clusters(sorted({*seen, *(day for day, _ in calendars)})):
        held[_number(max(days, key=lambda day: (seen[day], day)), calendars)].append(days)
    numbers, last = {}, {}
    for number, rivals in held.items():
        days = max(rivals, key=lambda days: sum(seen[day] for day in days))
        last[number] = max(days, key=lambda day: (seen[day], day))
        numbers.update(dict.fromkeys(days, number))
    return Ends(tuple(sorted(numbers)), numbers, last)


def _anchors(calendars: Sequence[FiscalCalendar], seen: Counter[date]) -> list[tuple[date, int]]:
    """Ends of quarters with their numbers, as calendars tell; calendar years where none does."""
    if not calendars:
        latest = max(seen, default=None)
        return [(latest, latest.year * 4 + (latest.month - 1) // 3)] if latest else []
    return sorted((c.period_end, c.fiscal_year * 4 + c.fiscal_quarter - 1) for c in calendars)


def _clusters(days: Sequence[date]) -> list[list[date]]:
    """The days in groups, each within few days of the one before."""
    groups: list[list[date]] = []
    for day in days:
        if groups and day - groups[-1][0] <= _ONE:
            groups[-1].append(day)
        else:
            groups.append([day])
    return groups


def _number(end: date, anchors: Sequence[tuple[date, int]]) -> int:
    """The number that most of the nearest calendars give a quarter, else the nearest."""
    place = bisect_left(anchors, (end, 0))
    near = sorted(
        anchors[max(place - _NEIGHBOURS, 0) : place + _NEIGHBOURS],
        key=lambda one: abs(one[0] - end),
    )[:_NEIGHBOURS]
    votes = Counter(number + round((end - day).days / _QUARTER) for day, number in near)
    return votes.most_common(1)[0][0]
