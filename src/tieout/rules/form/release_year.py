"""A release is dated in the year in which the results it tells came out."""

from collections.abc import Iterator
from datetime import date, timedelta

from tieout.evidence.gathered import Evidence
from tieout.lexicon.dates import spoken
from tieout.model.announcement import Dated
from tieout.model.check import Ref
from tieout.model.period import months_before
from tieout.model.workpaper import Release
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import require

# Results come out so long after the period's end; a year's some months after at the latest.
_FIRST, _LAST = timedelta(days=2), timedelta(days=150)
_YEAR = 12
# So often must the document print the period's end before it is held against the date.
_ENOUGH = 2


@rule("FM008", "release-date-is-a-year-off", tick="FM")
def release_year(evidence: Evidence) -> Iterator[Proposal]:
    """The date of the release, where it fits the period's end in another year only."""
    subject = evidence.releases[0]
    released = subject.announcement.release_date if subject.announcement else None
    if released is None or subject.calendar is None:
        return
    end = subject.calendar.period_end
    years = [months_before(released.day, months) for months in (-_YEAR, 0, _YEAR)]
    fitting = [day for day in years if _FIRST <= day - end <= _LAST]
    if len(fitting) != 1 or fitting[0] == released.day or not _is_alone(subject, released, end):
        return
    reported, expected = spoken(released.day), spoken(fitting[0])
    yield require(
        Ref(0, released.figure), condition=False,
        reason=f"Date of the release: reported {reported}, expected {expected}; the period ended"
        f" {spoken(end)}",
        reported=reported, expected=expected,
    )  # fmt: skip


def _is_alone(subject: Release, released: Dated, end: date) -> bool:
    """True where the dates agree on the period's end and no other is of the release's month."""
    days = [
        day
        for number, figure in enumerate(subject.document.figures)
        if figure.said is not None and number != released.figure
        if (day := figure.said.on()) is not None
    ]
    heads_column = any(
        column.period is not None and column.period.end == end
        for statement in subject.statements
        for column in statement.columns
    )
    month = (released.day.year, released.day.month)
    is_backed = any((day.year, day.month) == month for day in days)
    return heads_column and days.count(end) >= _ENOUGH and not is_backed
