"""What each header says of its column's period, with what the headers and titles around it say."""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import structs

from tieout.lexicon.fiscal import is_outlook
from tieout.lexicon.periods import (
    NOTHING,
    PeriodWords,
    days_named,
    period_words,
    stretches_named,
)
from tieout.lexicon.tokens import figures
from tieout.model.figure import DateSaid
from tieout.patterns import pattern

_COUNT = pattern(
    r"\s*(?:three|six|nine|twelve|thirteen|twenty-six|thirty-nine)\b(?!\s+(?:months?|weeks?))",
    re.IGNORECASE,
)
_UNIT = pattern(r"\s*(?:months|weeks)\b", re.IGNORECASE)
_OVER = 160
"""The days over columns stand in so many letters of the titles nearest to them."""


def said_of_columns(
    headers: Sequence[str], titles: Sequence[str], *, is_flow: bool | None
) -> list[PeriodWords]:
    """The period words of every header.

    A title line may name a day for every year under it, or several stretches of time for columns
    whose years repeat; a header without a length goes on with the one of the column before it.
    """
    said = [period_words(header) for header in rejoined(headers)]
    if is_flow is False and len(said) > 1 and all(one == NOTHING for one in said):
        said = _dated_over(said, titles)
    for line in reversed(titles):
        said = _by_stretches(_by_days(said, days_named(line)), stretches_named(line))
    said = _beside(said)
    return _to_quarters(said if is_flow is False else _going_on(said, is_sure=bool(is_flow)))


def tells_ahead(line: str) -> bool:
    """True for a line with a year that an outlook is of: "2026 Guidance"."""
    year = str(period_words(line).year or "")
    at = line.find(year)
    return bool(year) and at >= 0 and is_outlook(line, at, at + len(year))


def whole_if_ahead(said: PeriodWords, line: str) -> PeriodWords:
    """What a line says, twelve months long where it is an outlook's and names but the year."""
    is_bare = said == PeriodWords(year=said.year)
    return structs.replace(said, months=12) if is_bare and tells_ahead(line) else said


def rejoined(headers: Sequence[str]) -> list[str]:
    """The headers, a length set over two columns and read in halves made whole over both.

    "THREE MONTHS ENDED" over two columns may come out as "THREE ENDED 2019", "MONTHS ENDED 2018".
    """
    made = list(headers)
    for at in range(len(headers) - 1):
        count, unit = _COUNT.match(headers[at]), _UNIT.match(headers[at + 1])
        if count is not None and unit is not None:
            length = f"{count[0]} {unit[0]}"
            made[at] = f"{length} {headers[at][count.end() :].strip()}"
            made[at + 1] = f"{length} {headers[at + 1][unit.end() :].strip()}"
    return made


def _dated_over(said: Sequence[PeriodWords], titles: Sequence[str]) -> list[PeriodWords]:
    """The words, with the days of the last titles where these print one for each column."""
    words = " ".join(titles[-2 * len(said) :])[-_OVER:]
    days = [one.said.on() for one in figures(words) if one.said is not None]
    told = [day for day in days if day is not None]
    if len(told) != len(said) or len(days) != len(told) or len(set(told)) != len(told):
        return list(said)
    return [structs.replace(one, end=day) for one, day in zip(said, told, strict=True)]


def _beside(said: Sequence[PeriodWords]) -> list[PeriodWords]:
    """The words, a year alone with the day of that year that stands over the column beside it.

    A day set over two columns may stand in the cell of the second alone; so may a length with it,
    where the first column is of the year after.
    """
    made = list(said)
    for at, (one, right) in enumerate(pairwise(said)):
        if not _is_year_alone(one) or right.end is None:
            continue
        if right.end.year == one.year:
            made[at] = right
        elif at == 0 and (right.months or right.weeks) and right.end.year + 1 == one.year:
            made[at] = _on(
                structs.replace(right, year=one.year, end=None), (right.end.month, right.end.day)
            )
    return made


def _by_days(said: Sequence[PeriodWords], days: Sequence[tuple[int, int]]) -> list[PeriodWords]:
    """The words, years alone with the days of a line that names as many: one over each."""
    if len(days) < 2 or len(days) != len(said) or not all(map(_is_year_alone, said)):
        return list(said)
    return [_on(one, day) for one, day in zip(said, days, strict=True)]


def _by_stretches(
    said: Sequence[PeriodWords], stretches: Sequence[PeriodWords]
) -> list[PeriodWords]:
    """The words, columns without a length in as many equal runs of years as stretches are named."""
    timed = [number for number, one in enumerate(said) if one != NOTHING]
    count = len(stretches)
    if count < 2 or len(timed) % count or any(_has_length(said[number]) for number in timed):
        return list(said)
    size = len(timed) // count
    years = [_year(said[number]) for number in timed]
    if not all(years) or years != years[:size] * count:
        return list(said)
    made = list(said)
    for place, number in enumerate(timed):
        stretch, first = stretches[place // size], said[timed[place % size]]
        one = structs.replace(
            said[number],
            months=stretch.months,
            weeks=stretch.weeks,
            to_date=stretch.to_date,
        )
        day = _month_day(one) or stretch.month_day or _month_day(first)
        made[number] = _on(one, day) if day else one
    return made


def _going_on(said: Sequence[PeriodWords], *, is_sure: bool) -> list[PeriodWords]:
    """The words, a header of a flow that names no length with that of the last one that does.

    A name set over several columns may stand in the cell of the first alone: "Three Months Ended
    June 30, 2026" beside "2025".
    """
    made: list[PeriodWords] = []
    before: PeriodWords | None = None
    years: set[int | None] = set()
    for one in said:
        if not is_sure and before is not None and _year(one) in years:
            before = None  # a year told twice is of another length
        goes_on = _year(one) and not _has_length(one) if is_sure else _is_year_alone(one)
        if before is not None and goes_on:
            one = structs.replace(one, months=before.months, weeks=before.weeks)
            if one.end is None and one.month_day is None and (day := _month_day(before)):
                one = _on(one, day)
        elif (one.months or one.weeks) and _month_day(one) and _year(one):
            before, years = one, set()
        years.add(_year(one))
        made.append(one)
    return made


def _to_quarters(said: Sequence[PeriodWords]) -> list[PeriodWords]:
    """The words, a year to date ending with the last of the year's quarters beside it."""
    quarters = {one.year: one.quarter for one in sorted(said, key=lambda one: one.quarter)}
    return [
        structs.replace(one, quarter=number, months=3 * number, to_date=False)
        if one.to_date and not one.end and (number := quarters.get(one.year, 0))
        else one
        for one in said
    ]


def _has_length(one: PeriodWords) -> bool:
    """True where the words name how long the period is, or which quarter."""
    return bool(one.months or one.weeks or one.quarter or one.to_date or one.start)


def _is_year_alone(one: PeriodWords) -> bool:
    """True for a year without a day or a length."""
    return one.year is not None and one.end is None and not one.month_day and not _has_length(one)


def _year(one: PeriodWords) -> int | None:
    """The year the words name, with a day or without."""
    return one.year if one.year is not None else one.end.year if one.end else None


def _month_day(one: PeriodWords) -> tuple[int, int] | None:
    """The month and day the words name, with a year or without."""
    return (one.end.month, one.end.day) if one.end else one.month_day


def _on(one: PeriodWords, day: tuple[int, int]) -> PeriodWords:
    """The words with a day in the year they name; as they were where there is no such day."""
    end = DateSaid(*day).on(_year(one))
    return structs.replace(one, end=end, month_day=day) if end is not None else one
