"""Dates with words beside them: weekdays, and fiscal quarters with the day they end."""

import re
from datetime import date, timedelta

from msgspec import Struct

from tieout.lexicon.dates import weekday_before
from tieout.lexicon.fiscal import Length, ended_before, quarters_named
from tieout.lexicon.shapes import YEAR
from tieout.model.announcement import Dated, PeriodWords, Weekday
from tieout.model.document import Document
from tieout.patterns import pattern

_LOOK_BACK = 100
_UP_TO_ENDED = pattern(
    rf"(?:['\u2019]s)?(?:[\s,]+(?:of|fiscal|year|{YEAR}|and|full|the|for|its|our|which"
    r"|that))*[\s,]+(?:ended|ending|ends)(?:\s+on)?[\s(]*\Z",
    re.IGNORECASE,
)
_OF_YEAR = pattern(
    r"[\s,]+(?:and[\s,]+(?:(?:the|for|full|fiscal)[\s,]+)*year\b"
    r"|of[\s,]+(?:(?:the|our|its|full|fiscal)[\s,]+)*year[\s,]+(?:ended|ending|ends)\b)",
    re.IGNORECASE,
)
_LAST = 4


class Ending(Struct, frozen=True, gc=False):
    """A day that words say a period ended on (or a balance is of, where the length is None)."""

    dated: Dated
    length: Length | None
    at: int


def before(document: Document, figure: int, reach: int = _LOOK_BACK) -> str:
    """The words in front of a figure."""
    start = document.figures[figure].start
    return document.text[max(0, start - reach) : start]


def endings(document: Document) -> list[Ending]:
    """Every date printed with its year, with the length of the period that ends on it."""
    found = []
    for number, figure in enumerate(document.figures):
        if figure.said is None or (day := figure.said.on()) is None:
            continue
        length = ended_before(before(document, number))
        found.append(Ending(Dated(day, number), length, figure.start))
    return found


def period_words(document: Document, found: list[Ending]) -> tuple[PeriodWords, ...]:
    """The fiscal quarters named together with the day they end."""
    named = []
    for ending in found:
        if ending.length is None:
            continue
        words = before(document, ending.dated.figure)
        quarters = quarters_named(words)
        if quarters and _UP_TO_ENDED.match(words, quarters[-1].end):
            last = quarters[-1]
            if last.quarter < _LAST and _OF_YEAR.match(words, last.end):
                continue  # "in the third quarter and year ended December 31": the year's end alone
            named.append(PeriodWords(last.quarter, ending.dated, last.fiscal_year))
    return tuple(named)


def weekdays(document: Document, near: date | None) -> tuple[Weekday, ...]:
    """The weekdays named with a date; one without its year is the nearest to the day given."""
    found = []
    for number, figure in enumerate(document.figures):
        if figure.said is None:
            continue
        weekday = weekday_before(before(document, number))
        day = figure.said.nearest(near) if weekday is not None else None
        if weekday is not None and day is not None:
            found.append(Weekday(weekday, Dated(day, number)))
    return tuple(found)


def not_after(day: date, limit: date | None, within: int) -> bool:
    """True for a day up to the limit and at most so many days before it, or with no limit."""
    return limit is None or limit - timedelta(days=within) <= day <= limit
