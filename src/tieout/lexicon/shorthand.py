"""Periods in shorthand, spelled out: "2Q24" and "Q2'24" are "q2 2024", "FY25" is "fiscal 2025"."""

import re
from collections.abc import Iterator

from tieout.patterns import pattern

_YEAR = "(?:20)?[0-9]{2}"
_QUARTER = pattern(rf"q([1-4])(?:-?({_YEAR}))?|([1-4])q-?({_YEAR})?|(20[0-9]{{2}})q([1-4])")
_FISCAL = pattern(rf"fy({_YEAR})")
_HALF = pattern(rf"h([12])(20[0-9]{{2}})?|([12])h({_YEAR})?|(20[0-9]{{2}})h([12])")
_HALVES = {"1": "first", "2": "second"}
_APOSTROPHES = ("'", "\u2018", "\u2019")

Spelled = tuple[str, str]
"""The kind of a token and its text."""


def spelled(text: str) -> list[Spelled]:
    """The words and the year that a word with digits in it stands for; none for other words."""
    if quarter := _QUARTER.fullmatch(text):
        ordinal = quarter[1] or quarter[3] or quarter[6]
        return [("mark", f"q{ordinal}"), *_year(quarter[2] or quarter[4] or quarter[5])]
    if half := _HALF.fullmatch(text):
        ordinal = _HALVES[half[1] or half[3] or half[6]]
        return [("word", ordinal), ("word", "half"), *_year(half[2] or half[4] or half[5])]
    if fiscal := _FISCAL.fullmatch(text):
        return [("word", "fiscal"), *_year(fiscal[1])]
    return []


def year_behind(before: str, digits: str) -> str:
    """The year that two digits behind a period's apostrophe are of: "Q2'24"; else empty."""
    if not before.endswith(_APOSTROPHES) or not re.fullmatch("[0-9]{2}", digits):
        return ""
    lead = before[:-1].rstrip().lower()
    is_short = lead.endswith(("q1", "q2", "q3", "q4", "1q", "2q", "3q", "4q", "fy", "h1", "h2"))
    return f"20{digits}" if is_short else ""


def _year(digits: str | None) -> Iterator[Spelled]:
    """The year of four digits."""
    if digits:
        yield "year", digits if len(digits) > 2 else f"20{digits}"
