"""Printed dates to days: "Nov. 8, 2007", "11/08/2007", "September 30"."""

import re
from datetime import date

from tieout.lexicon.shapes import MONTH_NAMES
from tieout.model.period import MONTHS, Period

_NUMBERED = {
    name.lower(): number
    for number, full in enumerate(MONTHS, 1)
    for name in MONTH_NAMES
    if full.startswith(name)
}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_WORDS = re.compile(
    r"(?P<month>[A-Za-z]{3,9})\.?\s+(?P<day>[0-9]{1,2})(?:\s*,?\s*(?P<year>[0-9]{4}))?\Z"
    r"|(?P<day2>[0-9]{1,2})\s+(?P<month2>[A-Za-z]{3,9})\.?(?:\s*,?\s*(?P<year2>[0-9]{4}))?\Z"
)
_MONTH_YEAR = re.compile(r"(?P<month>[A-Za-z]{3,9})\.?\s+(?P<year>[0-9]{4})\Z")
_HYPHENED = re.compile(
    r"(?P<day>[0-9]{1,2})-(?P<month>[A-Za-z]{3,9})\.?(?:-(?P<year>[0-9]{4}|[0-9]{2}))?\Z"
)
_NUMBERS = re.compile(r"(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})/(?P<year>[0-9]{2,4})\Z")


_WEEKDAY_BEFORE = re.compile(
    r"(?<![A-Za-z])(?P<day>" + "|".join(WEEKDAYS) + r"|mon|tues?|wed|thurs?|thu|fri|sat|sun)\.?"
    r"(?:\s*,|\s+the)?\s{0,3}\Z",
    re.IGNORECASE,
)


def weekday_before(before: str) -> int | None:
    """The weekday that ends the words before a date, Monday 0; None for none."""
    match = _WEEKDAY_BEFORE.search(before[-16:])
    if match is None:
        return None
    short = match["day"][:3].lower()
    return next(number for number, name in enumerate(WEEKDAYS) if name.startswith(short))


def month_number(name: str) -> int:
    """1 to 12 for a month's name or its usual short form; 0 for any other word."""
    return _NUMBERED.get(name.lower().rstrip("."), 0)


def read_date(text: str, year: int | None = None) -> date | None:
    """The day a date figure names; one printed without a year takes the year given, else None.

    American order for numbers (month/day/year). A day that no calendar has reads as None.
    """
    text = " ".join(text.replace("\u00a0", " ").split())
    if (match := _WORDS.match(text)) is not None:
        name, day = match["month"] or match["month2"], match["day"] or match["day2"]
        printed = match["year"] or match["year2"]
        return _day(int(printed) if printed else year, month_number(name), int(day))
    if (match := _HYPHENED.match(text)) is not None:
        printed = match["year"]
        full = _in_full(int(printed)) if printed else year
        return _day(full, month_number(match["month"]), int(match["day"]))
    if (match := _NUMBERS.match(text)) is not None:
        full = _in_full(int(match["year"]))
        return _day(full, int(match["month"]), int(match["day"]))
    try:
        return date.fromisoformat(text)
    except ValueError:
        return None


def _in_full(year: int) -> int:
    """A year of two digits in its century."""
    return year + (2000 if year < 70 else 1900) if year < 100 else year


def has_year(text: str) -> bool:
    """True where a date figure prints its year."""
    return bool(re.search(r"[0-9]{4}|[/-][0-9]{2}\Z", text))


def month_and_day(text: str) -> tuple[int, int] | None:
    """(9, 30) for "September 30" with or without a year; None for what names no day."""
    day = read_date(text, 2000)
    return (day.month, day.day) if day else None


def month_and_year(text: str) -> tuple[int, int] | None:
    """(2007, 9) for "September 2007"; None for anything else."""
    match = _MONTH_YEAR.match(" ".join(text.split()))
    month = month_number(match["month"]) if match else 0
    return (int(match["year"]), month) if match and month else None


def _day(year: int | None, month: int, day: int) -> date | None:
    """The day, where there is one."""
    if year is None:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def spoken(day: date) -> str:
    """The day as a release says it: "November 8, 2007"."""
    return Period(day).spoken()
