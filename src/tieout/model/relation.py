"""How filings stand to one another in time: which came before, and which tell of one quarter."""

from datetime import date
from typing import Literal, TypeAlias

from tieout.model.period import Period
from tieout.model.registrant import registrant
from tieout.model.workpaper import Release

Role: TypeAlias = Literal["subject", "companion", "prior", "later", "support"]
"""What a document is to the one under test: of its quarter, of one before or after; or support."""


def announced(release: Release) -> date | None:
    """The day a document became public: as it is dated, else as its form reports, else filed."""
    heading, form, filing = release.announcement, release.form, release.document.filing
    dated = (heading.release_date if heading else None) or (form.date_of_report if form else None)
    if dated is not None:
        return dated.day
    return filing.filed if filing is not None else None


def in_time(release: Release) -> tuple[date, date]:
    """By this the filings of a company stand in order: the period announced, then the day."""
    end = release.calendar.period_end if release.calendar else date.min
    return end, announced(release) or date.max


def is_of_one_quarter(one: Release, other: Release) -> bool:
    """True where both announce the same quarter of what may be the same company."""
    if one.calendar is None or other.calendar is None:
        return False
    first, second = Period(one.calendar.period_end), Period(other.calendar.period_end)
    return first.is_near(second) and registrant(one).may_be(registrant(other))


def role(subject: Release, other: Release) -> Role:
    """What another document is to the subject; prior where neither says when."""
    if other.is_support:
        return "support"
    if is_of_one_quarter(subject, other):
        return "companion"
    if subject.calendar is None or other.calendar is None:
        return "prior"
    return "later" if other.calendar.period_end > subject.calendar.period_end else "prior"
