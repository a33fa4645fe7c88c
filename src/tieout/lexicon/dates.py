"""Printed dates to what they say: "Nov. 8, 2007", "11/08/2007", "September 30"."""

import re
from datetime import date

from tieout.lexicon.shapes import MONTH_NAMES
from tieout.model.figure import DateSaid
from tieout.model.period import MONTHS, Period
from tieout.patterns import pattern

_NUMBERED = {
    name.lower(): number
    for number, full in enumerate(MONTHS, 1)
    for name in MONTH_NAMES
    if full.startswith(name)
}
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_MONTHS = 12
_FORMS = tuple(
    pattern(form + r"\Z")
    for form in (
        r"(?P<month>[A-Za-z]{3,9})\.?\s(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?(?:\s?,?\s?(?P<year>[0-9]{4}))?",
        r"(?P<day>[0-9]{1,2})(?:st|nd|rd|th)?\s(?P<month>[A-Za-z]{3,9})\.?(?:\s?,?\s?(?P<year>[0-9]{4}))?",
        r"(?P<month>[A-Za-z]{3,9})\.?\s(?P<year>[0-9]{4})",
        r"(?P<day>[0-9]{1,2})-(?P<month>[A-Za-z]{3,9})\.?(?:-(?P<year>[0-9]{4}|[0-9]{2}))?",
        r"(?P<month>[0-9]{1,2})/(?P<day>[0-9]{1,2})/(?P<year>[0-9]{2,4})",
        r"(?P<year>[0-9]{4})-(?P<month>[0-9]{2})-(?P<day>[0-9]{2})",
        r"(?P<day>[0-9]{1,2})\.(?P<month>[0-9]{1,2})\.(?P<year>[0-9]{4})?",
    )
)

_WEEKDAY_BEFORE = pattern(
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


def date_said(text: str) -> DateSaid | None:
    """What a printed date says; None for other words.

    Between slashes the month comes first, unless it can be none; between points the day does.
    """
    text = " ".join(text.replace("\u00a0", " ").split())
    for form in _FORMS:
        if (match := form.match(text)) is not None:
            said = match.groupdict()
            name, day, year = said["month"], said.get("day"), said.get("year")
            month = int(name) if name.isdecimal() else month_number(name)
            if month > _MONTHS and day and int(day) <= _MONTHS:
                month, day = int(day), name  # "30/06/2025" has the day first
            if month and day != "0" and day != "00":
                return DateSaid(month, int(day or 0), _in_full(year) if year else 0)
    return None


def _in_full(year: str) -> int:
    """A year, one of two digits in its century."""
    return int(year) + (0 if len(year) > 2 else 2000 if int(year) < 70 else 1900)


def spoken(day: date) -> str:
    """The day as a release says it: "November 8, 2007"."""
    return Period(day).spoken()
