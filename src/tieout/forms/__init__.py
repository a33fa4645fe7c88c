"""Document to what it says it is."""

from tieout.model.announcement import Announcement, Form8K
from tieout.model.document import Document
from tieout.model.period import FiscalCalendar
from tieout.model.workpaper import DocumentKind


def recognise(
    document: Document,
) -> tuple[DocumentKind, Form8K | None, Announcement | None, FiscalCalendar | None]:
    """What the document is, its Form 8-K, its release's heading, and its fiscal calendar."""
    return "other", None, None, None
