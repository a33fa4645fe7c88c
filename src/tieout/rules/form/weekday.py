"""A weekday named with a date is that date's weekday."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.lexicon.dates import WEEKDAYS, spoken, weekday_before
from tieout.model.check import Ref
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.form.days import no_such_day
from tieout.rules.verbs import require


@rule("FM002", "weekday-does-not-fit-its-date", tick="FM")
def weekday(evidence: Evidence) -> Iterator[Proposal]:
    """Every weekday named with a date, against the calendar."""
    subject = evidence.dated()
    document, announcement = subject.document, subject.announcement
    if announcement is None:
        return
    for figure in no_such_day(document, announcement.start, announcement.end):
        printed = document.figures[figure]
        if weekday_before(document.text[max(0, printed.start - 16) : printed.start]) is not None:
            reason = f"{printed.text}: no such day"
            yield require(Ref(0, figure), condition=False, reason=reason, reported=printed.text)
    for named in announcement.weekdays:
        day = named.dated.day
        said, is_on = (WEEKDAYS[number].capitalize() for number in (named.weekday, day.weekday()))
        yield require(
            Ref(0, named.dated.figure), said == is_on,
            f"{spoken(day)}: reported {said}, expected {is_on}", reported=said, expected=is_on,
        )  # fmt: skip
