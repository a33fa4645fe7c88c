"""A fiscal quarter named with the day it ended fits the fiscal calendar."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta

from tieout.evidence.gathered import Evidence
from tieout.lexicon.dates import spoken
from tieout.lexicon.fiscal import ended_before
from tieout.model.announcement import Announcement, PeriodWords
from tieout.model.check import Ref
from tieout.model.period import FiscalCalendar
from tieout.model.workpaper import Release
from tieout.patterns import pattern
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.form.days import no_such_day
from tieout.rules.verbs import not_tested, require

# A 52-week year ends on another day each year, and now and then a week later.
_WEEK = timedelta(days=8)
_YEARS = (0, -1, -2, -3, -4, -5, 1)
_ORDINALS = ("first", "second", "third", "fourth")
_ENDED = pattern(r"ended\W{0,4}\Z", re.IGNORECASE)


@rule("FM003", "quarter-wording-does-not-fit-its-period-end", tick="FM")
def quarter_words(evidence: Evidence) -> Iterator[Proposal]:
    """Every "second quarter ended September 30, 2007", against the quarter's end."""
    subject = evidence.dated()
    calendar, announcement = subject.calendar, subject.announcement
    if calendar is None or announcement is None:
        return
    # The calendar is read from these very words: a day printed once would only prove itself.
    printed = Counter(one.said.on() for one in subject.document.figures if one.said)
    announced = _announced(subject, announcement, calendar)
    for words in announcement.period_words:
        end = calendar.period_end if words.ended.figure in announced else _expected(calendar, words)
        is_past = not _is_ahead(subject, announcement, words)
        is_alone = printed[end] == 1 and not _heads_a_column(subject, end)
        if end == words.ended.day == calendar.period_end and is_alone:
            yield not_tested(Ref(0, words.ended.figure), "no other place names the quarter's end")
        else:
            yield _checked(words, end, fits=is_past and _fits(calendar, words, end))
    for figure in no_such_day(subject.document, announcement.start, announcement.end):
        at = subject.document.figures[figure]
        if ended_before(subject.document.text[max(0, at.start - 60) : at.start]) is not None:
            reason = f"{at.text}: no such day"
            yield require(Ref(0, figure), condition=False, reason=reason, reported=at.text)


def _heads_a_column(subject: Release, end: date) -> bool:
    """True where a statement's column names the day itself, its year perhaps in a line below."""
    day = f"{end:%B} {end.day},"
    return any(
        column.period is not None and column.period.end == end and day in f"{column.header},"
        for statement in subject.statements
        for column in statement.columns
    )


def _checked(words: PeriodWords, end: date, *, fits: bool) -> Proposal:
    """The day named against the quarter's end."""
    quarter = f"{_ORDINALS[words.quarter - 1].capitalize()} quarter ended"
    reported, expected = spoken(words.ended.day), spoken(end)
    return require(
        Ref(0, words.ended.figure), fits,
        f"{quarter}: reported {reported}, expected {expected}",
        reported=reported, expected=expected,
    )  # fmt: skip


def _announced(subject: Release, announcement: Announcement, calendar: FiscalCalendar) -> set[int]:
    """The figures that end the quarter announced: the form's own, and the release's first."""
    same = [
        words.ended.figure
        for words in announcement.period_words
        if words.quarter == calendar.fiscal_quarter and words.fiscal_year is None
    ]
    figures = subject.document.figures
    ours = {figure for figure in same if figures[figure].start < announcement.start}
    first = next((figure for figure in same if figure not in ours), None)
    return ours if first is None else ours | {first}


def _expected(calendar: FiscalCalendar, words: PeriodWords) -> date:
    """The end of the named quarter, of the fiscal year named or else of the one nearest."""
    named = words.fiscal_year
    years = [calendar.fiscal_year + n for n in _YEARS] if named is None else [named]
    ends = [calendar.quarter(words.quarter, year).end for year in years]
    return min(ends, key=lambda end: abs(end - words.ended.day))


def _is_ahead(subject: Release, announcement: Announcement, words: PeriodWords) -> bool:
    """True for a quarter said to have ended on a day after the release."""
    released = announcement.release_date
    if released is None or words.ended.day <= released.day:
        return False
    start = subject.document.figures[words.ended.figure].start
    return _ENDED.search(subject.document.text[max(0, start - 12) : start]) is not None


def _fits(calendar: FiscalCalendar, words: PeriodWords, end: date) -> bool:
    """True for the very day of the quarter announced, and for a day near another's end."""
    apart = abs(words.ended.day - end)
    return apart <= _WEEK if end != calendar.period_end else apart <= timedelta()
