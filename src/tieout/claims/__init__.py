"""Prose to Claim, one form each."""

from tieout.model.announcement import Announcement
from tieout.model.claim import Claim
from tieout.model.document import Document
from tieout.model.period import FiscalCalendar


def find_claims(
    document: Document, announcement: Announcement | None, calendar: FiscalCalendar | None
) -> tuple[Claim, ...]:
    """Every number asserted in the document's prose, in reading order."""
    return ()
