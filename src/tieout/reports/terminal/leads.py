"""What is worth a look and not proven: the likeliest leads, each with what would settle it."""

from tieout.model.workpaper import Workpaper
from tieout.reports._leads import INTRODUCTION, Lead, leads, told
from tieout.reports._places import Places
from tieout.reports._words import counted
from tieout.reports.terminal._canvas import QUIET, Canvas, said
from tieout.reports.terminal._text import Text
from tieout.reports.terminal.findings import standing

SHOWN = 5
"""Leads shown unless more are asked for: what fits a screen."""

_STYLE = "bold yellow"
_MOST_OTHERS = 6


def draw(canvas: Canvas, workpaper: Workpaper, most: int) -> None:
    """The likeliest leads, so many of them at most, and how to see the rest."""
    found = leads(workpaper)
    if not found or most == 0:
        return
    title = f"? {counted(len(workpaper.leads), 'lead')}: worth a look, not proven"
    canvas.title(title, _STYLE)
    canvas.put(said(INTRODUCTION, QUIET), indent=2)
    places = Places(workpaper)
    for one in found[:most]:
        canvas.gap()
        _lead(canvas, one, places)
    if len(found) > most:
        rest = sum(len(one.checks) for one in found[most:])
        canvas.gap()
        canvas.put(said(f"and {rest:,} more: see --leads all or --format html", QUIET), indent=2)


def _lead(canvas: Canvas, lead: Lead, places: Places) -> None:
    """Sentence, place, why it may be wrong or right, what settles it, and others of its cause."""
    check = lead.first
    words = told(check, places)
    canvas.put(Text("? ", _STYLE).append_text(said(words.sentence, "bold")), hang=2)
    canvas.put(standing(check.subject, places, canvas.width), indent=4)
    pieces = (
        ("May be wrong: ", words.wrong),
        ("May be right: ", words.right),
        ("To settle it: ", words.settles),
    )
    line = Text()
    for name, piece in pieces:
        if piece:
            line.append(name, "italic").append_text(said(f"{piece.rstrip('.')}. "))
    canvas.put(line.append(check.rule, QUIET), indent=4)
    if lead.others:
        figures = [places.text(one.subject) for one in lead.others[:_MOST_OTHERS]]
        more = ", \u2026" if len(lead.others) > _MOST_OTHERS else ""
        others = f"{len(lead.others):,} more of the same cause: {', '.join(figures)}{more}"
        canvas.put(said(others, QUIET), indent=4, hang=2)
