"""The series as one page that fetches nothing: a chart a concept, and the table under it."""

from tieout.model.series import History
from tieout.series.outputs.html.page import page

IS_BINARY = False


def render(history: History) -> bytes:
    """The page, UTF-8; raises Misuse where pygal is not installed."""
    return page(history).encode("utf-8", "replace")
