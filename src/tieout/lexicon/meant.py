"""What spoken periods mean beside a fiscal calendar: "the same period last year" is its days."""

from datetime import date

from tieout.lexicon.spoken import (
    BEFORE,
    MONTHS,
    ORDINALS,
    QUARTER,
    SAME,
    SEQUENTIALLY,
    SHORT,
    TO_DATE,
    UNITS,
    WEEKS,
    YEAR_AGO,
    YEAR_OVER_YEAR,
    SpokenPeriod,
)
from tieout.model.period import FiscalCalendar, Period, duration, weeks

_AGO = frozenset(["ago", "earlier"])
_YEARS_APART = 6


def resolve(
    said: SpokenPeriod, calendar: FiscalCalendar | None, about: Period | None
) -> Period | None:
    """The period meant, where `about` is the one the sentence speaks of; None if unclear."""
    if said.day is not None:
        return _dated(said)
    if calendar is None:
        return None
    found = _relative(said, calendar, about)
    return found.closing() if found is not None and said.is_closing else found


def _dated(said: SpokenPeriod) -> Period | None:
    """A period named with its last day."""
    assert said.day is not None  # the caller has looked
    if said.start is not None:
        return Period(said.day, said.start)
    if said.is_closing:
        return Period(said.day)
    return _stretch(said.words, said.day) or Period(said.day)


def _stretch(words: frozenset[str], end: date) -> Period | None:
    """The stretch of time up to a day whose length the words name; None where they name none."""
    if words & {"weeks", "week"}:
        count = next((count for word, count in WEEKS.items() if word in words), 0)
        return weeks(end, count) if count else None
    months = next((count for word, count in MONTHS.items() if word in words), 0)
    if not (months and words & UNITS):
        months = 3 if words & QUARTER else 6 if "half" in words else 0
        months = months or (12 if words & {"year", "years"} else 0)
    return duration(end, months) if months else None


def _relative(
    said: SpokenPeriod, calendar: FiscalCalendar, spoken_of: Period | None
) -> Period | None:
    """A period named by its place in the fiscal calendar or beside another."""
    words, about = said.words, spoken_of or calendar.current
    if words & YEAR_OVER_YEAR:
        return calendar.back(about, 12)
    if words & SEQUENTIALLY:
        return calendar.back(calendar.current, 3)
    ordinal = next((number for word, number in ORDINALS.items() if word in words), 0)
    years_back = _years_back(words)
    if ordinal and words & (QUARTER | SHORT):
        return calendar.quarter(ordinal, said.year or _latest(ordinal, calendar) - years_back)
    if words & TO_DATE:
        return calendar.back(calendar.year_to_date, 12 * years_back)
    if not ordinal and "half" in words:
        ordinal = calendar.fiscal_quarter // 2  # "the second quarter and half year"
    if ordinal and "half" in words:
        last = calendar.quarter(2 * ordinal, (said.year or calendar.fiscal_year) - years_back)
        return duration(last.end, 6)
    if words & UNITS:
        shift = years_back if said.year is None else calendar.fiscal_year - said.year
        found = _stretch(words, calendar.period_end)
        return calendar.back(found, 12 * shift) if found is not None and shift else found
    if words & SAME or words & YEAR_AGO or ("quarter" in words and years_back):
        shift = 1 if said.year is None else max(1, calendar.fiscal_year - said.year)
        if said.year == about.end.year - 1 and "fiscal" not in words:
            shift = 1  # "the same quarter of 2024", in what goes by fiscal 2026
        return calendar.back(about, 12 * shift)
    if words & QUARTER:
        if words & (BEFORE | _AGO):
            return calendar.back(calendar.current, 3)
        shift = 0 if said.year is None else calendar.fiscal_year - said.year
        return calendar.back(calendar.current, 12 * shift)
    if said.year is not None and "period" in words:
        return _of_year(said.year, calendar, about)
    if "year" in words or said.year is not None:
        return _year(said, calendar, spoken_of, years_back)
    return None


def _years_back(words: frozenset[str]) -> int:
    """1 where the words look a year back, else 0."""
    looks_back = bool(words & {"year", "year's"}) and bool(words & (BEFORE | _AGO))
    return 1 if looks_back or words & YEAR_AGO else 0


def _latest(ordinal: int, calendar: FiscalCalendar) -> int:
    """The fiscal year of the last such quarter that has ended."""
    return calendar.fiscal_year - (1 if ordinal > calendar.fiscal_quarter else 0)


def _of_year(year: int, calendar: FiscalCalendar, about: Period) -> Period | None:
    """The stretch spoken of, in another year: "the 2019 period"."""
    shift = calendar.fiscal_year - year
    return calendar.back(about, 12 * shift) if 0 <= shift <= _YEARS_APART else None


def _year(
    said: SpokenPeriod, calendar: FiscalCalendar, spoken_of: Period | None, years_back: int
) -> Period | None:
    """A whole fiscal year, or the same stretch of the year before.

    A year's bare number beside a shorter stretch is that stretch in that year: "for the first
    quarter, compared with $5 million in 2018".
    """
    if said.year is not None:
        if said.is_bare and spoken_of is not None and spoken_of.months < 12:
            return _of_year(said.year, calendar, spoken_of)
        return calendar.year(said.year)
    if "end" in said.words and not years_back and calendar.fiscal_quarter != 4:
        return calendar.year(calendar.fiscal_year - 1)
    if years_back:
        return calendar.back(spoken_of or calendar.current, 12)
    return calendar.year() if calendar.fiscal_quarter == 4 else None
