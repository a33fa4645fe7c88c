"""The workpaper as text: on one screen what differs and what to do next, or all of it."""

from tieout.model.workpaper import Workpaper
from tieout.reports.terminal import accepted, findings, leads, redraft, remainder, summary
from tieout.reports.terminal._canvas import Canvas

__all__ = ["render"]


def render(
    workpaper: Workpaper,
    width: int = 80,
    *,
    colour: bool = False,
    most_leads: int | None = None,
    verbose: bool = False,
) -> bytes:
    """The report, UTF-8, fitted to so many columns.

    One screen for a usual release, the first leads told in short; so many in full where a number
    is given. `verbose` tells everything.
    """
    canvas = Canvas(width, colour=colour)
    summary.warn(canvas, workpaper)
    summary.draw(canvas, workpaper)
    findings.draw(canvas, workpaper, verbose=verbose)
    accepted.draw_lapsed(canvas, workpaper)
    if verbose or most_leads is not None:
        leads.draw(canvas, workpaper, most_leads)
    else:
        leads.draw_briefly(canvas, workpaper)
    accepted.draw(canvas, workpaper, verbose=verbose)
    redraft.draw(canvas, workpaper, verbose=verbose)
    if verbose:
        findings.draw_notes(canvas, workpaper)
        remainder.draw(canvas, workpaper)
        summary.legend(canvas, workpaper)
    else:
        remainder.draw_briefly(canvas, workpaper)
    return canvas.bytes()
