"""Words over a column to periods: "Three Months Ended September 30, 2007"."""

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct

from tieout.lexicon.fiscal import fiscal_year_named, half_named, quarters_named
from tieout.lexicon.letters import letters
from tieout.lexicon.numbers import COUNTS
from tieout.lexicon.shapes import DASH_SET, YEAR
from tieout.lexicon.tokens import figures
from tieout.model.figure import DateSaid, Figure
from tieout.model.period import FiscalCalendar, Period, duration, weeks
from tieout.patterns import pattern

_LENGTH = pattern(
    r"\b(?P<count>[0-9]{1,2}|" + "|".join(sorted(COUNTS, key=len, reverse=True)) + r")"
    r"[\s-]+(?P<unit>months?|weeks?|quarters?)\b",
    re.IGNORECASE,
)
_YEAR_LENGTH = pattern(
    r"\b(?:fiscal\s+|full[\s-]+)?years?(?:\s+ended|\s+ending|\b)|\bFY\b|(?<=[0-9]{4})FY\b|\bFY(?=\s?['\u2019]?[0-9])"
    r"|\b(?:LTM|TTM|annual)\b",
    re.IGNORECASE,
)
_QUARTER_LENGTH = pattern(r"\b(?:quarters?|qtr)\b", re.IGNORECASE)
_TO_DATE = pattern(r"\b(?:(?:years?|fiscal years?|months?)[\s-]+to[\s-]+date|YTD)\b", re.IGNORECASE)
_HALF = pattern(
    r"\b(?:(?:first|1st|second|2nd)[\s-]+half|half[\s-]?year(?:ly)?)\b"
    r"|\b(?:[12]H|H[12])(?:['\u2019]?[0-9]{2})?\b|\bHY(?:\b|['\u2019]?[0-9]{2})",
    re.IGNORECASE,
)
_HALF_YEAR = pattern(
    r"(?:[12]H|H[12]|HY)[\s-]?(?:FY)?['\u2019]?(?P<year>[0-9]{2}|20[0-9]{2})\b", re.IGNORECASE
)
_SHORT = pattern(
    r"(?<!\w)(?P<months>3(?=M['\u2019]?[0-9])|6|9|12)M[ -]?['\u2019]?"  # "3M 2024" is a company
    r"(?P<year>20[0-9]{2}|[0-9]{2})\b"
)
_FROM_TO = pattern(rf"\b(?:to|through|thru)\b|\s[{DASH_SET}]\s", re.IGNORECASE)
_TO = pattern(rf"\s*(?:to|through|thru|[{DASH_SET}])\s*", re.IGNORECASE)
# Copies of web pages lose the break in a cell: "Three Months EndedSeptember 30, 2024".
_SEAM = pattern(
    rf"(?<=[a-z])(?=[A-Z][a-z])|(?<=[a-z,])(?={YEAR}\b)"
    rf"|(?<=[ \u00a0][0-3][0-9])(?={YEAR}\b)"
)
# Where the name of a stretch of time begins: "Three Months Ended", "Year to Date".
_STRETCH = pattern(
    r"\b(?:(?:[0-9]{1,2}|[a-z]{3,9}|[a-z]{5,6}-[a-z]{3,5})[\s-]+(?:months?|weeks?|quarters?)"
    r"|quarters?|(?:fiscal\s+|full\s+)?years?|period)\s+(?:ended|ending)\b"
    r"|\b(?:years?|fiscal years?)[\s-]+to[\s-]+date\b",
    re.IGNORECASE,
)
_OF_TIME = pattern(
    r"[0-9]|month|week|quarter|qtr|year|half|annual|date|ytd|ltm|ttm|fy|hy", re.IGNORECASE
)
"""Without one of which words speak of no period."""
_LATEST = frozenset({"ltm", "ttm", "trailing", "last"})
_LASTS = frozenset({"ended", "ending", "date"})
_LONGEST_LINE = 300
_HALF_LONG = 6
# "2022" over "Percent to sales" is a year, not 2,022 percent.
_TRAILING = pattern(
    r"\b(?:LTM|TTM)\b|\b(?:trailing|last)[\s-]+(?:twelve|12)[\s-]+months?\b", re.IGNORECASE
)
# "Third Quarter of Fiscal Year 2020" speaks of a quarter only.
_FISCAL_OF = pattern(r"\b(?:fiscal\s+year|FY)(?=[\s'\u2019-]{0,3}[0-9]{2})", re.IGNORECASE)
_YEAR_OF_PERCENT = pattern(rf"(?<![0-9.,])({YEAR})(?=\s+(?:percent|per cent|pct)\b)", re.I)


class PeriodWords(Struct, frozen=True, gc=False):
    """What words say of a period: its length, its ends, or a fiscal quarter and year.

    `to_date` is true where they say that it begins with the fiscal year; `half` is 1 or 2 for one
    of its halves.
    """

    months: int = 0
    weeks: int = 0
    end: date | None = None
    month_day: tuple[int, int] | None = None
    year: int | None = None
    quarter: int = 0
    start: date | None = None
    to_date: bool = False
    half: int = 0


NOTHING = PeriodWords()
"""What words say that speak of no period."""


@lru_cache(maxsize=4096)
def period_words(text: str) -> PeriodWords:
    """The period words in a header or title; what is not said stays empty.

    Words that name two quarters, as a comparison does, name none.
    """
    if _OF_TIME.search(text) is None:
        return NOTHING
    text = _SEAM.sub(" ", text)
    lowered = text.lower()
    if "cent" in lowered or "pct" in lowered:
        text = _YEAR_OF_PERCENT.sub(r"\1,", text)
    found = figures(text)
    if (part := _part(text, found)) is not None:
        return PeriodWords(end=part[1], start=part[0])
    dates = [figure.said for figure in found if figure.said is not None]
    days = [day for said in dates if (day := said.last()) is not None]
    halves = [half for said in dates if not said.year and (half := said.month_and_day)]
    quarters = quarters_named(text) if "q" in lowered else ()
    named = {(one.quarter, one.fiscal_year) for one in quarters}
    quarter, of_year = max(named, key=lambda one: one[1] or 0) if _one_quarter(named) else (0, None)
    year = next((int(figure.text) for figure in found if figure.kind == "year"), None)
    year = year or of_year or fiscal_year_named(text) or _year_of_half(text)
    of_half = half_named(text) if "h" in lowered and _HALF.search(text) else 0
    to_date = ("date" in lowered or "ytd" in lowered) and _TO_DATE.search(text) is not None
    months, in_weeks = (0, 0) if to_date else _length(text)
    if quarter and months == 12 and not days and not halves:
        months = 3 if not _TRAILING.search(text) else 12
    month_day = halves[0] if halves and not days else None
    start = days[0] if len(days) == 2 and _FROM_TO.search(text) and days[0] < days[1] else None
    end = days[1] if start else days[0] if days else None
    if end is None and month_day is not None and year is not None:
        end = DateSaid(*month_day).on(year)
    return PeriodWords(months, in_weeks, end, month_day, year, quarter, start, to_date, of_half)


def _year_of_half(text: str) -> int | None:
    """The year written to a stretch's name: "1H25", "H1 FY25", "9M25"."""
    named = _HALF_YEAR.search(text) or _SHORT.search(text)
    return None if named is None else 2000 + int(named["year"]) % 100


def is_trailing_year(caption: str) -> bool:
    """True for a caption that says its figures are of the last twelve months: "TTM"."""
    return not _LATEST.isdisjoint(letters(caption)) and _TRAILING.search(caption) is not None


def stretches_named(line: str) -> list[PeriodWords]:
    """The stretches of different lengths that a line names one after the other; none for one."""
    if _LASTS.isdisjoint(letters(line)):
        return []
    starts = [match.start() for match in _STRETCH.finditer(line[:_LONGEST_LINE])]
    stops = [*starts[1:], len(line)] if starts else []
    named = [period_words(line[start:stop]) for start, stop in zip(starts, stops, strict=True)]
    lengths = {(one.months, one.weeks, one.to_date) for one in named}
    return named if len(lengths) == len(named) > 1 else []


def days_named(line: str) -> list[tuple[int, int]]:
    """The month and day of every date that a line prints without a year, if it prints no other."""
    dates = [one.said for one in figures(line[:_LONGEST_LINE]) if one.said is not None]
    days = [day for said in dates if not said.year and (day := said.month_and_day) is not None]
    return days if len(days) == len(dates) else []


def is_ambiguous(text: str) -> bool:
    """True where a title speaks of a quarter and of a longer period, and so settles neither."""
    if "q" not in text.lower():
        return False
    speaks_of_quarter = _QUARTER_LENGTH.search(text) or quarters_named(text)
    rest = _FISCAL_OF.sub(" ", text)
    return bool(speaks_of_quarter and (_YEAR_LENGTH.search(rest) or _LENGTH.search(rest)))


def _one_quarter(named: set[tuple[int, int | None]]) -> bool:
    """True where one quarter is named, once or oftener, with one year or none."""
    years = {year for _, year in named if year is not None}
    return len({quarter for quarter, _ in named}) == 1 and len(years) <= 1


def _part(text: str, found: Sequence[Figure]) -> tuple[date, date] | None:
    """The two days of "July 1 to July 21", in the year named beside them; None for none."""
    for one, other in pairwise(figure for figure in found if figure.said is not None):
        assert one.said is not None
        assert other.said is not None
        if not _TO.fullmatch(text, one.end, other.start) or one.said.year:
            continue
        year = other.said.year or next(filter(None, map(_year, found)), 0)
        first, last = one.said.on(year), other.said.on(year)
        if first is not None and last is not None and first < last:
            return first, last
    return None


def period_of(
    said: PeriodWords,
    title: PeriodWords,
    calendar: FiscalCalendar | None,
    *,
    instant: bool | None,
    to_date: bool = False,
) -> Period | None:
    """The period of a column from its header, the table's title and the calendar, in that order.

    `instant` is true for balances and None where a day without a length may be one; `to_date`
    where a stretch of no said length starts with the fiscal year. None where no end can be told.
    """
    end = said.end or _end_in_year(said, title)
    end = end or (title.end if not said.quarter else None) or _fiscal_end(said, title, calendar)
    if end is None:
        return None
    if instant:
        return Period(end)
    if said.start is not None:
        return Period(end, said.start)
    if said.to_date or (title.to_date and not (said.months or said.weeks or said.quarter)):
        return _to_date(end, calendar)
    in_weeks = said.weeks or (0 if said.months or said.quarter else title.weeks)
    if in_weeks:
        return weeks(end, in_weeks)
    months = (
        said.months or (3 if said.quarter else 0) or title.months or (3 if title.quarter else 0)
    )
    if months:
        return duration(end, months)
    if to_date:
        return _to_date(end, calendar)
    return Period(end) if instant is None else None


def _to_date(end: date, calendar: FiscalCalendar | None) -> Period | None:
    """The fiscal year up to a day that ends the same quarter as the calendar's; else None."""
    if calendar is None:
        return None
    years = round((calendar.period_end - end).days / 365)
    same = calendar.quarter(calendar.fiscal_quarter, calendar.fiscal_year - years)
    near = same.closing().is_near(Period(end))
    return duration(end, 3 * calendar.fiscal_quarter) if near else None


def _year(figure: Figure) -> int:
    """The year that a figure is, or is a date of; 0 for none."""
    if figure.said is not None:
        return figure.said.year
    return int(figure.text) if figure.kind == "year" else 0


def _length(text: str) -> tuple[int, int]:
    """(months, weeks) of the length named; zeros where none is."""
    said = text.lower()
    is_counted = "month" in said or "week" in said or "quarter" in said
    if is_counted and (match := _LENGTH.search(text)) is not None:
        count = match["count"].lower()
        number = int(count) if count.isdigit() else COUNTS[count]
        unit = match["unit"].lower()
        if unit.startswith("week"):
            return 0, number
        return (number, 0) if unit.startswith("month") else (3 * number, 0)
    if "h" in said and _HALF.search(text):
        return _HALF_LONG, 0
    if (short := _SHORT.search(text)) is not None:
        return int(short["months"]), 0
    if "q" in said and _QUARTER_LENGTH.search(text):
        return 3, 0
    return (12, 0) if _YEAR_LENGTH.search(text) else (0, 0)


def _end_in_year(said: PeriodWords, title: PeriodWords) -> date | None:
    """A day from the title, a year from the header: "2006" under "ended September 30,"."""
    if said.year is None or said.quarter:
        return None
    day = title.month_day or ((title.end.month, title.end.day) if title.end else None)
    return DateSaid(*day).on(said.year) if day else None


def _fiscal_end(
    said: PeriodWords, title: PeriodWords, calendar: FiscalCalendar | None
) -> date | None:
    """The last day of a fiscal quarter, year or part of a year named without a date.

    Three months of a year are those of the quarter announced, and six or nine months the year to
    date, where that is what the calendar's quarter makes of them.
    """
    year = said.year or title.year
    if calendar is None or year is None:
        return None
    has_length = said.months or said.weeks
    quarter = said.quarter or (0 if has_length or said.to_date else title.quarter)
    if quarter:
        return calendar.quarter(quarter, year).end
    months = said.months or (0 if said.weeks or said.to_date else title.months)
    if months == 12:
        return calendar.year(year).end
    if months == _HALF_LONG and said.half:
        return calendar.quarter(2 * said.half, year).end
    if said.to_date or months in (3, 3 * calendar.fiscal_quarter):
        return calendar.quarter(calendar.fiscal_quarter, year).end
    return None
