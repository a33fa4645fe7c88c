"""Instants and durations, and the fiscal calendar."""

import calendar as gregorian
from datetime import date, timedelta
from functools import lru_cache

from msgspec import Struct

# Two periods are the same if both ends lie within this many days: a 52-week quarter is spoken of
# by its month ("the June quarter") or by its last Saturday.
NEAR = timedelta(days=6)
_DAYS = NEAR.days
_MONTH_END = timedelta(days=10)
# A year of 53 weeks moves the ends of the quarters before it by one.
_A_WEEK_OFF = timedelta(days=8)

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July", "August", "September"),
    *("October", "November", "December"),
)
"""The months as they are printed in full."""

_YEARS = range(1600, 3000)
"""The years of a day: no sum of periods leads out of the calendar from one of them."""


class Period(Struct, frozen=True, gc=False, order=False):
    """An instant (no start) or a duration, both days inside it."""

    end: date
    start: date | None = None

    @property
    def is_instant(self) -> bool:
        """True for a balance's date."""
        return self.start is None

    @property
    def days(self) -> int:
        """The length in days; 0 for an instant."""
        return 0 if self.start is None else (self.end - self.start).days + 1

    @property
    def months(self) -> int:
        """The length in whole months, to the nearest; 0 for an instant."""
        return (self.days * 12 + 182) // 365

    @property
    def month(self) -> tuple[int, int]:
        """The year and month it ends in: one of weeks ends some days before or after its month."""
        return _month(self.end)

    def is_near(self, other: "Period") -> bool:
        """True where both are instants or durations whose ends lie within a few days."""
        start, its = self.start, other.start
        if (start is None) != (its is None) or not self.ends_near(other):
            return False
        return start is None or its is None or -2 * _DAYS <= (start - its).days <= 2 * _DAYS

    def ends_near(self, other: "Period") -> bool:
        """True where both end within a few days of one another, however long they are."""
        return -_DAYS <= (self.end - other.end).days <= _DAYS

    def is_then(self, other: "Period") -> bool:
        """True where the two are near, or where the one is a day and the other is up to it."""
        if (self.start is None) != (other.start is None):
            return self.ends_near(other)
        return self.is_near(other)

    def closing(self) -> "Period":
        """The instant at which this period ends."""
        return Period(self.end)

    def opening(self) -> "Period":
        """The instant before this period starts: the closing of the one before."""
        return self if self.start is None else Period(self.start - timedelta(days=1))

    def rest(self, part: "Period") -> "Period | None":
        """What of this one lies beside a part that shares its start or its end; else None."""
        if self.start is None or part.start is None or self.days < part.days + 60:
            return None
        if self.ends_near(part):
            return Period(part.opening().end, self.start)
        if self.opening().is_near(part.opening()):
            return Period(self.end, part.end + timedelta(days=1))
        return None

    def earlier(self, months: int) -> "Period":
        """The period of the same length so many months before, by the calendar."""
        if self.start is None:
            return Period(months_before(self.end, months))
        return duration(months_before(self.end, months), self.months or 1)

    def __str__(self) -> str:
        """ISO: "2007-09-30" or "2007-07-01/2007-09-30"."""
        return f"{self.start}/{self.end}" if self.start else f"{self.end}"

    def spoken(self) -> str:
        """As a release says it: "September 30, 2007", "three months ended September 30, 2007"."""
        return _spoken(self)


@lru_cache(maxsize=1024)
def _spoken(period: Period) -> str:
    """The same; a document speaks of few periods, and many times."""
    day = f"{MONTHS[period.end.month - 1]} {period.end.day}, {period.end.year}"
    if period.start is None:
        return day
    names = {3: "three months", 6: "six months", 9: "nine months", 12: "year"}
    return f"{names.get(period.months, f'{period.days} days')} ended {day}"


def day_of(year: int, month: int, day: int) -> date | None:
    """The day of those numbers; None for one that no calendar has, or no document can be about."""
    try:
        return date(year, month, day) if year in _YEARS else None
    except ValueError:
        return None


def day_in_iso(digits: str) -> date | None:
    """The day that "2007-09-30" or "20070930" names; None for one that is none."""
    plain = digits.replace("-", "")
    if len(plain) != 8 or not (plain.isascii() and plain.isdigit()):
        return None
    return day_of(int(plain[:4]), int(plain[4:6]), int(plain[6:]))


@lru_cache(maxsize=1024)
def _month(end: date) -> tuple[int, int]:
    """The year and month of a period that ends then."""
    within = end - _MONTH_END
    return within.year, within.month


@lru_cache(maxsize=1024)
def month_end(day: date) -> date:
    """The last day of the day's month."""
    return day.replace(day=gregorian.monthrange(day.year, day.month)[1])


@lru_cache(maxsize=1024)
def months_before(day: date, months: int) -> date:
    """The day so many months earlier; a month's last day stays a month's last day."""
    index = day.year * 12 + day.month - 1 - months
    year, month = divmod(index, 12)
    last = gregorian.monthrange(year, month + 1)[1]
    is_last = day == month_end(day)
    return date(year, month + 1, last if is_last else min(day.day, last))


@lru_cache(maxsize=1024)
def duration(end: date, months: int) -> Period:
    """So many months up to a day: calendar months up to a month's end, else weeks of 13 a quarter.

    A period that ends in mid-month belongs to a 52- or 53-week calendar.
    """
    if end == month_end(end):
        return Period(end, months_before(end, months) + timedelta(days=1))
    if months % 3 == 0:
        return weeks(end, months // 3 * 13)
    return Period(end, months_before(end, months) + timedelta(days=1))


def weeks(end: date, count: int) -> Period:
    """So many weeks up to a day."""
    return Period(end, end - timedelta(days=7 * count - 1))


class FiscalCalendar(Struct, frozen=True, gc=False):
    """Which quarter is which: worked out once for a document, from its own words.

    `quarter` is the fiscal quarter announced (4 for a year's results too) and `period_end` its
    last day. Every date is `None`-free: a document that names no period has no calendar at all.
    `ends` are the days on which the document says that periods ended, in order.
    """

    fiscal_year: int
    fiscal_quarter: int
    period_end: date
    ends: tuple[date, ...] = ()

    @property
    def current(self) -> Period:
        """The quarter announced."""
        return duration(self.period_end, 3)

    @property
    def year_to_date(self) -> Period:
        """The fiscal year up to the quarter announced."""
        return duration(self.period_end, 3 * self.fiscal_quarter)

    def quarter(self, number: int, fiscal_year: int | None = None) -> Period:
        """A fiscal quarter, of the current fiscal year unless another is given."""
        years = self.fiscal_year - (self.fiscal_year if fiscal_year is None else fiscal_year)
        named = self.current.earlier(3 * (self.fiscal_quarter - number) + 12 * years)
        return named if named.end == self.period_end else self.told(self._on_weekday(named))

    def back(self, period: Period, months: int) -> Period:
        """The period so many months before, ended on the day the document gives it.

        A year of 53 weeks has the one before end 53 weeks earlier: only the document tells.
        """
        return self.told(period.earlier(months))

    def told(self, period: Period) -> Period:
        """The period up to the day nearest to its end on which the document says that one ended."""
        near = [end for end in self.ends if abs(end - period.end) <= _A_WEEK_OFF]
        if not near or period.end in near:
            return period
        end = min(near, key=lambda day: abs(day - period.end))
        moved = end - period.end
        return Period(end, None if period.start is None else period.start + moved)

    def _on_weekday(self, named: Period) -> Period:
        """A quarter of weeks ends on the weekday on which the quarter announced does."""
        if self.period_end == month_end(self.period_end):
            return named
        ahead = (self.period_end.weekday() - named.end.weekday() + 3) % 7 - 3
        return duration(named.end + timedelta(days=ahead), 3)

    def year(self, fiscal_year: int | None = None) -> Period:
        """A whole fiscal year."""
        return duration(self.quarter(4, fiscal_year).end, 12)
