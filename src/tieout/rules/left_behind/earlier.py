"""The releases in hand that came before the subject: of the same company, of an earlier quarter."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.model.registrant import registrant
from tieout.model.relation import role
from tieout.model.workpaper import Release

_QUARTER = 60
"""Days: the ends of two quarters lie further apart."""


def earlier(evidence: Evidence) -> Iterator[tuple[int, Release]]:
    """Each earlier release with its document's number; none where the subject has no calendar."""
    subject = evidence.subject
    is_alone = len(evidence.releases) == 1
    if is_alone or subject.calendar is None or subject.announcement is None:
        return
    company = registrant(subject)
    for number, other in enumerate(evidence.releases):
        if not number or other.calendar is None or other.announcement is None:
            continue
        apart = (subject.calendar.period_end - other.calendar.period_end).days
        is_before = apart > _QUARTER and role(subject, other) == "prior"
        if is_before and company.may_be(registrant(other)):
            yield number, other
