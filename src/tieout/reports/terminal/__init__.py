"""The workpaper as one screen of text: what the document is, what differs, what was not tested."""

from tieout.model.workpaper import Workpaper
from tieout.reports.terminal import findings, redraft, remainder, summary
from tieout.reports.terminal._canvas import Canvas


def render(workpaper: Workpaper, width: int = 80, *, colour: bool = False) -> bytes:
    """The report, UTF-8, fitted to so many columns."""
    canvas = Canvas(width, colour=colour)
    summary.draw(canvas, workpaper)
    findings.draw(canvas, workpaper)
    redraft.draw(canvas, workpaper)
    remainder.draw(canvas, workpaper)
    summary.legend(canvas, workpaper)
    return canvas.bytes()
