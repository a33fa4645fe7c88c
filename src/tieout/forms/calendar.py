"""Which quarter is which: the fiscal calendar, worked out once from a document's own words."""

import re
from bisect import bisect_right
from collections import Counter, defaultdict
from datetime import date, timedelta

from msgspec import Struct, structs

from tieout.forms.dates import Ending, not_after
from tieout.forms.votes import fiscal_year, quarter_of, year_end_month
from tieout.lexicon.fiscal import (
    QuarterWords,
    YearWords,
    ended_before,
    fiscal_year_named,
    half_named,
    is_outlook,
    quarters_named,
    speaks_of_full_year,
    year_end_named,
    years_named,
)
from tieout.model.announcement import Dated, PeriodWords
from tieout.model.document import Document, Grid, Passage
from tieout.model.period import FiscalCalendar, month_end, months_before
from tieout.patterns import pattern

# Results come out within this many days of the period's end; an annual report may take longer.
_LONGEST_WAIT = 200
_HEADER_ROWS = 8
# A 52-week year that ends in the first days of January is the year before's.
_LATE = timedelta(days=7)
_OPENING = 20_000
_LAST_QUARTER, _YEAR = 4, 12
_NEAR = 40
# So much do the words weigh that say once that a quarter ended on a day.
_SURE = 3
# What a balance's date stands behind; an agreement "dated as of" its day has no balance.
_OF_A_BALANCE = pattern(
    r"(?<![A-Za-z])(?<!dated )(?<!dated\n)(?:as\s+(?:of|at)|at|of|and|from|since|to|with)\s+\Z",
    re.IGNORECASE,
)

_OF_AN_EVENT = pattern(
    r"(?<![A-Za-z])(?:on|by|until|through|dated|(?:mon|tues|wednes|thurs|fri|satur|sun)day)[\s,]+\Z",
    re.IGNORECASE,
)


class Words(Struct, frozen=True, gc=False):
    """Where a document says which quarter it announces: best first, and the lead's place.

    `period_end` and `year_end` are what EDGAR's header says of the period and the fiscal year; they
    settle what the document leaves open.
    """

    stretches: tuple[str, ...] = ()
    release_date: date | None = None
    lead: tuple[int, int] = (0, 0)
    period_end: date | None = None
    year_end: date | None = None


class Worked(Struct, frozen=True, gc=False):
    """A calendar, and the figure its period's end was read from (None where it was derived)."""

    calendar: FiscalCalendar
    period_end: Dated | None


def fiscal_calendar(
    document: Document, words: Words, found: list[Ending], named: tuple[PeriodWords, ...]
) -> Worked | None:
    """The calendar that the document's words agree on; None where they name no period."""
    found = [*found, *_headed(document)]
    quarters = [one for stretch in words.stretches for one in _quarters(stretch)]
    days = [one.dated.day for one in found]
    prose = sorted((one for one in document.passages if one.kind == "paragraph"), key=_start)
    found = [one for one in found if _may_end(document, prose, one, quarters)]
    words = structs.replace(words, release_date=_released(words, found))
    end = _period_end(words, found, _of_others(quarters, named))
    if end is None or _is_outdated(words, end.day):
        day, end = words.period_end, None
        if day is None:
            return _by_calendar_quarters(document, words, quarters, max(days, default=date.max))
    else:
        day = end.day
    quarter = _quarter(document, words, day, found, named, quarters)
    year = _fiscal_year(document, words, quarter, day, named)
    return Worked(FiscalCalendar(year, quarter, day, _ends(document, found)), end)


def _released(words: Words, found: list[Ending]) -> date | None:
    """The day of the release; None for one a year off the day that most words say a period ended.

    A dateline of January still typed with the old year is one voice, and moves no period.
    """
    day = words.release_date
    votes = Counter[date]()
    for ending in found:
        if ending.length is not None:
            votes[ending.dated.day] += _weight(ending, words.lead)
    if day is None or not votes:
        return day
    end = max(votes, key=lambda one: (votes[one], one))
    is_alone = not any(not_after(one, day, _LONGEST_WAIT) for one in votes)
    if end <= day and not is_alone:
        return day
    months = -_YEAR if end > day else _YEAR
    is_a_year_off = not_after(end, months_before(day, months), _LONGEST_WAIT)
    return None if is_a_year_off and votes[end] > 2 * _SURE else day


def _is_outdated(words: Words, end: date) -> bool:
    """True for a day of a period long past, where the heading names the year of a later one."""
    if words.release_date is None or not_after(end, words.release_date, _LONGEST_WAIT):
        return False
    return any(end.year < named.year for one in words.stretches[:2] for named in years_named(one))


def _quarters(stretch: str) -> list[QuarterWords]:
    """The quarters that words name, those of an outlook left out."""
    return [one for one in quarters_named(stretch) if not is_outlook(stretch, one.start, one.end)]


def _ends(document: Document, found: list[Ending]) -> tuple[date, ...]:
    """The days that words say a period ended on, and those that head a column."""
    heads = _heads(document)
    return tuple(
        sorted({one.dated.day for one in found if one.length or _is_within(one.at, heads)})
    )


def _heads(document: Document) -> list[tuple[int, int]]:
    """The stretches of the document that are rows over figures."""
    return [
        (row.cells[0].start, row.cells[-1].end)
        for grid in document.grids
        for row in grid.rows[:_HEADER_ROWS]
        if row.cells
    ]


def _is_within(at: int, stretches: list[tuple[int, int]]) -> bool:
    """True where an offset lies in one of the stretches, which are in order."""
    place = bisect_right(stretches, at, key=lambda one: one[0]) - 1
    return place >= 0 and at < stretches[place][1]


def _start(passage: Passage) -> int:
    """Where it starts."""
    return passage.start


def _may_end(
    document: Document, prose: list[Passage], ending: Ending, quarters: list[QuarterWords]
) -> bool:
    """True for a day that may end the period announced, by the words it is printed in.

    A year ends no quarter before the fourth, as in "our Annual Report for the year ended January
    1". A bare date in a sentence is a balance's ("at March 31") or an event's ("on July 26").
    """
    if ending.length is not None:
        is_early = bool(quarters) and quarters[0].quarter < _LAST_QUARTER
        return not (is_early and ending.length.months == _YEAR)
    at = bisect_right(prose, ending.at, key=_start) - 1
    words = document.text[max(0, ending.at - _NEAR) : ending.at]
    if at < 0 or not prose[at].start < ending.at < prose[at].end:
        return _OF_AN_EVENT.search(words) is None
    return _OF_A_BALANCE.search(words) is not None


def _headed(document: Document) -> list[Ending]:
    """Ends of periods set over columns with the year below: "Ended September 30," over "2007"."""
    return [ending for grid in document.grids for ending in _grid_heads(document, grid)]


def _grid_heads(document: Document, grid: Grid) -> list[Ending]:
    """The latest year in a grid's head, with the month and day that stand over it."""
    top = grid.rows[:_HEADER_ROWS]
    cells = [cell for row in top for cell in row.cells if cell.start < cell.end]
    if not cells:
        return []
    numbers = document.figures_in(grid.start, cells[-1].end)
    years = [int(document.figures[n].text) for n in numbers if document.figures[n].kind == "year"]
    dated = [n for n in numbers if _is_month_and_day(document, n)] if years else []
    if len(dated) != len(years):
        dated, years = dated[:1], [max(years, default=0)]
    found = []
    for number, year in zip(dated, years, strict=False):
        figure = document.figures[number]
        length = ended_before(document.text[max(0, figure.start - 60) : figure.start])
        if figure.said and (day := figure.said.on(year)) is not None:
            found.append(Ending(Dated(day, number), length, figure.start))
    return found


def _is_month_and_day(document: Document, number: int) -> bool:
    """True for a date printed without its year."""
    said = document.figures[number].said
    return said is not None and said.on() is None


def _of_others(quarters: list[QuarterWords], named: tuple[PeriodWords, ...]) -> set[date]:
    """The days that end a quarter other than the one the heading names first."""
    if not quarters:
        return set()
    ours = {one.ended.day for one in named if one.quarter == quarters[0].quarter}
    return {one.ended.day for one in named} - ours


def _period_end(words: Words, found: list[Ending], others: set[date]) -> Dated | None:
    """The day most of the words say the period ended, and where the lead (or the first) says so."""
    votes: dict[date, int] = defaultdict(int)
    for ending in found:
        if words.release_date == ending.dated.day and ending.length is None:
            continue
        if ending.dated.day not in others:
            votes[ending.dated.day] += _weight(ending, words.lead)
    limit = words.release_date
    days = [day for day in votes if not_after(day, limit, _LONGEST_WAIT)]
    days = days or [day for day in votes if limit is None or day < limit]
    if not days:
        return None
    # A comparative is named as often as the period announced, but it is the earlier one; a bare
    # date (the release's own, for one) is the period's end only where no day on which a quarter,
    # or any other stretch, is said to have ended is.
    most = max(votes[day] for day in days)
    often = [day for day in days if 2 * votes[day] >= most]
    ended = {e.dated.day for e in found if e.length is not None and e.length.months == 3}
    closed = {e.dated.day for e in found if e.length is not None}
    best = max(
        [day for day in often if day in ended] or [day for day in often if day in closed] or often
    )
    return min(
        (ending for ending in found if ending.dated.day == best),
        key=lambda ending: (not _inside(ending.at, words.lead), ending.length is None, ending.at),
    ).dated


def _inside(at: int, stretch: tuple[int, int]) -> bool:
    """True where the offset lies in the stretch."""
    return stretch[0] <= at < stretch[1]


def _weight(ending: Ending, lead: tuple[int, int]) -> int:
    """How strongly a date speaks for the period announced: the lead most, a bare date least."""
    if ending.length is None:
        return 1
    return (12 if _inside(ending.at, lead) else 0) + (3 if ending.length.months == 3 else 2)


def _quarter(
    document: Document,
    words: Words,
    end: date,
    found: list[Ending],
    named: tuple[PeriodWords, ...],
    quarters: list[QuarterWords],
) -> int:
    """The fiscal quarter: that of the year the most words agree on, else as the heading names it.

    Where nothing tells, the calendar's: a balance three months earlier is no year's opening.
    """
    heading = quarters[0].quarter if quarters else None
    half = next(filter(None, map(half_named, words.stretches[:1])), 0)
    if heading is None and half:
        heading = half * _LAST_QUARTER // 2
    elif heading is None and any(speaks_of_full_year(one) for one in words.stretches[:1]):
        heading = _LAST_QUARTER
    year_end = year_end_month(
        *(end, heading, found, named, year_end_named(document.text), words.year_end)
    )
    told = quarter_of(end, year_end) if year_end is not None else None
    return told or heading or _by_months(end)


def _by_months(end: date) -> int:
    """The calendar quarter a day belongs to; the first days of one still end the last."""
    return ((end - _LATE).month - 1) // 3 + 1


def _fiscal_year(
    document: Document, words: Words, quarter: int, end: date, named: tuple[PeriodWords, ...]
) -> int:
    """The fiscal year: as named with the quarter, else as named at all, else that of its end."""
    told = [years_named(stretch) for stretch in words.stretches]
    headline = told[0] if told else []
    rest = [one for stretch in told[1:] for one in stretch if one.quarter in (0, quarter)]
    return fiscal_year(end, quarter, headline, rest or _in_prose(document, quarter), named)


def _in_prose(document: Document, quarter: int) -> list[YearWords]:
    """This quarter as the opening pages name it first with a fiscal year."""
    for passage in document.passages:
        if passage.start > _OPENING:
            break
        words = document.text[passage.start : min(passage.end, passage.start + 4000)]
        if "iscal" in words:
            found = [one for one in years_named(words) if one.quarter == quarter]
            if found:
                return found[:1]
    return []


def _years_over(document: Document, quarter: int) -> list[int]:
    """The years in which columns name the quarter, the latest first."""
    over = [
        one.fiscal_year
        for start, end in _heads(document)
        for one in quarters_named(document.text, start, end)
        if one.quarter == quarter and one.fiscal_year is not None
    ]
    return sorted(set(over), reverse=True)


def _by_calendar_quarters(
    document: Document, words: Words, quarters: list[QuarterWords], latest: date
) -> Worked | None:
    """The calendar quarter that the heading names where no end of a period is printed at all.

    None for one that ends after the latest day printed: a fiscal year of its own, or a quarter
    whose results are yet to come.
    """
    years = [one.fiscal_year for one in quarters[:1]]
    years += [fiscal_year_named(stretch) for stretch in words.stretches]
    years += [one.fiscal_year for one in quarters]
    years += _years_over(document, quarters[0].quarter if quarters else _LAST_QUARTER)
    year = next((one for one in years if one), None)
    if year is None or not 1900 < year < 2100:
        return None
    told = (quarters[0].quarter if quarters else 4, year)
    end = month_end(date(told[1], 3 * told[0], 1))
    if not not_after(end, words.release_date, _LONGEST_WAIT) and words.release_date is not None:
        end = _last_quarter_end(words.release_date)
    if words.release_date is None and end > latest:
        return None
    return Worked(FiscalCalendar(told[1], told[0], end), None)


def _last_quarter_end(day: date) -> date:
    """The last calendar quarter's end before a day."""
    first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    return first - timedelta(days=1)
