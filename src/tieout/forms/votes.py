"""When the fiscal year ends and what it is called: every date and fiscal word has a vote."""

from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta

from tieout.forms.dates import Ending
from tieout.lexicon.fiscal import YearWords
from tieout.model.announcement import PeriodWords
from tieout.model.period import Period, months_before

# What a word is worth, and how much one day may bring in however often it is printed.
_HEADING, _NAMED, _TO_DATE, _YEAR, _SAID = 6, 3, 2, 1, 12
_MOST = 6
_YEAR_LONG, _QUARTER_LONG = 12, 3
# A 52-week year that ends in the first days of January is the year before's.
_LATE = timedelta(days=7)


def year_end_month(
    end: date,
    heading: int | None,
    found: Iterable[Ending],
    named: Iterable[PeriodWords],
    said: int | None,
    filed: date | None = None,
) -> int | None:
    """The month in which the fiscal year ends, as most of the words have it; None for a draw.

    A quarter named with its day, six and nine months, a year that ended: each tells it. `heading`
    is the quarter that the heading gives to `end`, `said` the month in which years are said to
    end, `filed` the day that EDGAR's header has for it, which decides where the words do not.
    """
    votes: Counter[int] = Counter()
    if heading is not None:
        votes[_ahead(end, heading)] += _HEADING
    if said is not None:
        votes[said] += _SAID
    of_quarters = Counter((one.quarter, one.ended.day) for one in named)
    for (quarter, day), count in of_quarters.items():
        votes[_ahead(day, quarter)] += min(_MOST, _NAMED * count)
    lengths = Counter((one.length.months, one.dated.day) for one in found if one.length is not None)
    for (months, day), count in lengths.items():
        if months in (6, 9):
            votes[_ahead(day, months // _QUARTER_LONG)] += min(_MOST, _TO_DATE * count)
        elif months == _YEAR_LONG:
            votes[_ahead(day, 4)] += min(_MOST, _YEAR * count)
    best = votes.most_common(2)
    if not best or (len(best) > 1 and best[0][1] == best[1][1]):
        return _month(filed) if filed is not None else None
    return best[0][0]


def quarter_of(end: date, year_end: int) -> int | None:
    """The fiscal quarter that ends on a day; None where no quarter ends in its month."""
    months = (_month(end) - year_end - 1) % 12 + 1
    return months // _QUARTER_LONG if months % _QUARTER_LONG == 0 else None


def fiscal_year(
    end: date,
    quarter: int,
    headline: Iterable[YearWords],
    lead: Iterable[YearWords],
    named: Iterable[PeriodWords],
) -> int:
    """The fiscal year a quarter is of: the one the words name, else that of its last day.

    The heading names the year announced; a sentence names it or, beside it, the year before.
    """
    by_end = (months_before(end, 3 * quarter - 12) - _LATE).year
    votes = Counter({by_end: 1})
    for words in headline:
        if words.quarter in (0, quarter) and not words.compares:
            votes[words.year] += _HEADING
    for words in set(lead):
        if words.quarter in (0, quarter):
            votes[words.year] += 1 if words.compares else _NAMED
            votes[words.year + 1] += 2
    for one in named:
        if one.fiscal_year is not None and one.ended.day == end and one.quarter == quarter:
            votes[one.fiscal_year] += _HEADING
    return max([by_end, by_end - 1, by_end + 1], key=lambda year: votes[year])


def _ahead(day: date, quarter: int) -> int:
    """The month in which the year ends whose quarter ends on the day."""
    return (_month(day) + _QUARTER_LONG * (4 - quarter) - 1) % 12 + 1


def _month(day: date) -> int:
    """The month that a day ends, if some days late."""
    return Period(day).month[1]
