"""The document itself with tick marks drawn on it, as one page that fetches nothing."""

from tieout.model.sensitivity import Proof
from tieout.model.workpaper import Workpaper
from tieout.reports.html.page import page


def render(workpaper: Workpaper, proof: Proof | None = None) -> bytes:
    """The page, UTF-8; with what seeding errors has shown where that was done."""
    return page(workpaper, proof).encode("utf-8", "replace")
