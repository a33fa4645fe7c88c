"""Words over a column to periods: "Three Months Ended September 30, 2007"."""

import re
from collections.abc import Sequence
from datetime import date
from itertools import pairwise

from msgspec import Struct

from tieout.lexicon.dates import has_year, month_and_day, month_and_year, read_date
from tieout.lexicon.tokens import figures
from tieout.model.figure import Figure
from tieout.model.period import FiscalCalendar, Period, duration, month_end, weeks

_COUNTS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "sixteen": 16,
    "seventeen": 17,
    "twenty-four": 24,
    "twenty-six": 26,
    "twenty-seven": 27,
    "twenty-eight": 28,
    "thirty-six": 36,
    "thirty-nine": 39,
    "forty": 40,
    "fifty-two": 52,
    "fifty-three": 53,
}
_LENGTH = re.compile(
    r"\b(?P<count>[0-9]{1,2}|" + "|".join(sorted(_COUNTS, key=len, reverse=True)) + r")"
    r"[\s-]+(?P<unit>months?|weeks?|quarters?)\b",
    re.IGNORECASE,
)
_YEAR_LENGTH = re.compile(r"\b(?:fiscal\s+|full\s+)?years?(?:\s+ended|\s+ending|\b)", re.IGNORECASE)
_QUARTER_LENGTH = re.compile(r"\bquarters?\b", re.IGNORECASE)
_FROM_TO = re.compile(r"\b(?:to|through|thru)\b|\s[-\u2013\u2014]\s", re.IGNORECASE)
_TO = re.compile(r"\s*(?:to|through|thru|[-\u2013\u2014])\s*", re.IGNORECASE)
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4}
_ORDINAL = re.compile(
    r"\b(?:(?P<word>first|second|third|fourth)\s+(?:fiscal\s+)?quarter|Q(?P<digit>[1-4]))\b|"
    r"\b(?P<lead>[1-4])Q",
    re.IGNORECASE,
)


class PeriodWords(Struct, frozen=True, gc=False):
    """What words say of a period: its length, its ends, or a fiscal quarter and year."""

    months: int = 0
    weeks: int = 0
    end: date | None = None
    month_day: tuple[int, int] | None = None
    year: int | None = None
    quarter: int = 0
    start: date | None = None


def period_words(text: str) -> PeriodWords:
    """The period words in a header or title; what is not said stays empty."""
    months, in_weeks = _length(text)
    found = figures(text)
    if (part := _part(text, found)) is not None:
        return PeriodWords(end=part[1], start=part[0])
    days = [day for figure in found if figure.kind == "date" and (day := _day(figure.text))]
    halves = [half for figure in found if figure.kind == "date" and (half := _half(figure.text))]
    year = next((int(figure.text) for figure in found if figure.kind == "year"), None)
    month_day = halves[0] if halves and not days else None
    start = days[0] if len(days) == 2 and _FROM_TO.search(text) and days[0] < days[1] else None
    end = days[1] if start else days[0] if days else None
    if end is None and month_day is not None and year is not None:
        end = read_date(f"{year:04d}-{month_day[0]:02d}-{month_day[1]:02d}")
    return PeriodWords(months, in_weeks, end, month_day, year, _quarter(text), start)


def _part(text: str, found: Sequence[Figure]) -> tuple[date, date] | None:
    """The two days of "July 1 to July 21", in the year named beside them; None for none."""
    for one, other in pairwise(figure for figure in found if figure.kind == "date"):
        if not _TO.fullmatch(text, one.end, other.start) or has_year(one.text):
            continue
        named = next((day for day in (other, *found) if has_year(day.text)), None)
        of_year = read_date(named.text) if named is not None and named.kind == "date" else None
        year = of_year.year if of_year is not None else int(named.text) if named else None
        first, last = read_date(one.text, year), read_date(other.text, year)
        if first is not None and last is not None and first < last:
            return first, last
    return None


def period_of(
    said: PeriodWords, title: PeriodWords, calendar: FiscalCalendar | None, *, instant: bool
) -> Period | None:
    """The period of a column from its header, the table's title and the calendar, in that order.

    `instant` is true for balances. None where no end can be told.
    """
    end = said.end or _end_in_year(said, title) or title.end or _fiscal_end(said, calendar)
    if end is None:
        return None
    if instant:
        return Period(end)
    if said.start is not None:
        return Period(end, said.start)
    in_weeks = said.weeks or (0 if said.months else title.weeks)
    if in_weeks:
        return weeks(end, in_weeks)
    months = said.months or title.months or (3 if said.quarter else 0)
    return duration(end, months) if months else None


def _day(text: str) -> date | None:
    """The day a date figure names; a month with its year is its last day."""
    named = month_and_year(text)
    return month_end(date(named[0], named[1], 1)) if named else read_date(text)


def _half(text: str) -> tuple[int, int] | None:
    """The month and day of a date figure printed without a year."""
    if read_date(text) is not None or month_and_year(text) is not None:
        return None
    return month_and_day(text)


def _length(text: str) -> tuple[int, int]:
    """(months, weeks) of the length named; zeros where none is."""
    if (match := _LENGTH.search(text)) is not None:
        count = match["count"].lower()
        number = int(count) if count.isdigit() else _COUNTS[count]
        unit = match["unit"].lower()
        if unit.startswith("week"):
            return 0, number
        return (number, 0) if unit.startswith("month") else (3 * number, 0)
    if _QUARTER_LENGTH.search(text):
        return 3, 0
    return (12, 0) if _YEAR_LENGTH.search(text) else (0, 0)


def _quarter(text: str) -> int:
    """The fiscal quarter named, 1 to 4; 0 for none."""
    match = _ORDINAL.search(text)
    if match is None:
        return 0
    if match["word"]:
        return _ORDINALS[match["word"].lower()]
    return int(match["digit"] or match["lead"])


def _end_in_year(said: PeriodWords, title: PeriodWords) -> date | None:
    """A day from the title, a year from the header: "2006" under "ended September 30,"."""
    if said.year is None:
        return None
    day = title.month_day or ((title.end.month, title.end.day) if title.end else None)
    return read_date(f"{said.year:04d}-{day[0]:02d}-{day[1]:02d}") if day else None


def _fiscal_end(said: PeriodWords, calendar: FiscalCalendar | None) -> date | None:
    """The last day of a fiscal quarter or year named without a date."""
    if calendar is None or said.year is None:
        return None
    if said.quarter:
        return calendar.quarter(said.quarter, said.year).end
    return calendar.year(said.year).end if said.months == 12 else None
