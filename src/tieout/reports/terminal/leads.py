"""What is worth a look and not proven: the likeliest leads, each with what would settle it."""

from tieout.model.workpaper import Workpaper
from tieout.reports._leads import INTRODUCTION, Lead, heading, leads, told
from tieout.reports._places import Places
from tieout.reports._words import LEAD
from tieout.reports.terminal._canvas import QUIET, Canvas, said
from tieout.reports.terminal._text import Text
from tieout.reports.terminal.findings import quote, standing

_BRIEFLY = 3
"""Leads told in a sentence each: what fits a screen beside the findings."""
_STYLE = "bold yellow"
_MOST_OTHERS = 6


def draw(canvas: Canvas, workpaper: Workpaper, most: int | None) -> None:
    """The likeliest leads, so many of them at most, and how to see the rest."""
    found = leads(workpaper)
    if not found or most == 0:
        return
    _title(canvas, workpaper)
    canvas.put(said(INTRODUCTION, QUIET), indent=2)
    places = Places(workpaper)
    shown = found if most is None else found[:most]
    for one in shown:
        canvas.gap()
        _lead(canvas, one, places)
    if rest := sum(len(one.checks) for one in found[len(shown) :]):
        canvas.gap()
        canvas.more(rest, "--leads all")


def draw_briefly(canvas: Canvas, workpaper: Workpaper) -> None:
    """The likeliest leads in a sentence each, with their place, and how to see more of them."""
    found = leads(workpaper)
    if not found:
        return
    _title(canvas, workpaper)
    places = Places(workpaper)
    for one in found[:_BRIEFLY]:
        line = Text(f"{LEAD} ", _STYLE).append_text(said(told(one.first, places).sentence))
        where = f"  {places.line(one.first.subject)} \u00b7 {one.first.rule}"
        canvas.put(line.append_text(said(where, QUIET)), hang=2)
        if not places.place(one.first.subject).table:  # of a row its caption has told
            quote(canvas, one.first.subject, places)
    rest = len(workpaper.leads) - len(found[:_BRIEFLY])
    more = f"and {rest:,} more; " if rest else ""
    words = f"{more}--leads all says of each why it may be wrong or right, and what settles it"
    canvas.put(said(words, QUIET), indent=2)


def _title(canvas: Canvas, workpaper: Workpaper) -> None:
    """How many leads there are, and what they are."""
    canvas.title(f"{LEAD} {heading(workpaper)}", _STYLE)


def _lead(canvas: Canvas, lead: Lead, places: Places) -> None:
    """Sentence, place, why it may be wrong or right, what settles it, and others of its cause."""
    check = lead.first
    words = told(check, places)
    canvas.put(Text(f"{LEAD} ", _STYLE).append_text(said(words.sentence, "bold")), hang=2)
    standing(canvas, check.subject, places)
    line = Text()
    for name, piece in words.sides:
        line.append(f"{name}: ", "italic").append_text(said(f"{piece}. "))
    canvas.put(line.append(check.rule, QUIET), indent=4)
    if lead.others:
        figures = [places.text(one.subject) for one in lead.others[:_MOST_OTHERS]]
        more = ", \u2026" if len(lead.others) > _MOST_OTHERS else ""
        others = f"{lead.more}: {', '.join(figures)}{more}"
        canvas.put(said(others, QUIET), indent=4, hang=2)
