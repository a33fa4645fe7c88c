"""The document itself with tick marks drawn on it, as one page that fetches nothing."""

from tieout.model.workpaper import Workpaper
from tieout.reports.html.page import page


def render(workpaper: Workpaper) -> bytes:
    """The page, UTF-8."""
    return page(workpaper).encode("utf-8", "replace")
