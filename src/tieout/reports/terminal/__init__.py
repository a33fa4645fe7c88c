"""The workpaper as one screen of text: what the document is, what differs, what was not tested."""

from tieout.model.workpaper import Workpaper
from tieout.reports.terminal import findings, leads, redraft, remainder, summary
from tieout.reports.terminal._canvas import Canvas
from tieout.reports.terminal.leads import SHOWN

__all__ = ["SHOWN", "render"]


def render(
    workpaper: Workpaper,
    width: int = 80,
    *,
    colour: bool = False,
    most_leads: int = SHOWN,
) -> bytes:
    """The report, UTF-8, fitted to so many columns, with so many leads."""
    canvas = Canvas(width, colour=colour)
    summary.warn(canvas, workpaper)
    summary.draw(canvas, workpaper)
    findings.draw(canvas, workpaper)
    leads.draw(canvas, workpaper, most_leads)
    findings.draw_notes(canvas, workpaper)
    redraft.draw(canvas, workpaper)
    remainder.draw(canvas, workpaper)
    summary.legend(canvas, workpaper)
    return canvas.bytes()
