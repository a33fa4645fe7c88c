"""What people accepted, dismissed and ticked by hand, and what of that does not hold any more."""

from tieout.model.accepted import NAMES, Accepted
from tieout.model.workpaper import Workpaper
from tieout.reports._accepted import LETTERS, elsewhere, holding, lapsed, spoken
from tieout.reports._places import Places
from tieout.reports._words import SIGNS, counted
from tieout.reports.terminal._canvas import QUIET, STYLES, Canvas, said
from tieout.reports.terminal._text import Text

STYLE = "magenta"
_BRIEFLY = 3
_MOST = 60


def draw_lapsed(canvas: Canvas, workpaper: Workpaper) -> None:
    """Each entry that does not hold any more, with what has changed; nothing where all hold."""
    if not (title := lapsed(workpaper)):
        return
    canvas.title(f"{SIGNS['differs']} {title}", STYLES["differs"])
    places = Places(workpaper)
    for one in workpaper.notices[:_MOST]:
        told = spoken(one, workpaper, places)
        line = Text(f"{SIGNS['differs']} ", STYLES["differs"])
        canvas.put(line.append_text(said(f"{told.sentence}: {told.changed}", "bold")), hang=2)
        place = f"  {places.line(one.ref)}" if one.ref is not None else ""
        canvas.put(said(told.answer).append_text(said(place, QUIET)), indent=4, hang=2)
    _more(canvas, len(workpaper.notices) - _MOST)


def draw(canvas: Canvas, workpaper: Workpaper, *, verbose: bool) -> None:
    """What holds of what people said, by kind: who said it, when and why."""
    places = Places(workpaper)
    for kind, letter in LETTERS.items():
        found = holding(workpaper, kind)
        if found:
            canvas.title(f"{letter} {counted(len(found), 'figure')} {NAMES[kind]}", STYLE)
        shown = found[: _MOST if verbose else _BRIEFLY]
        for one in shown:
            _entry(canvas, one, workpaper, places)
        _more(canvas, len(found) - len(shown))
    if words := elsewhere(workpaper):
        canvas.gap()
        canvas.put(said(f"{words}.", QUIET))


def _entry(canvas: Canvas, one: Accepted, workpaper: Workpaper, places: Places) -> None:
    """One entry: of what, who, when and why."""
    told = spoken(one, workpaper, places)
    where = f"  {places.line(one.ref)}" if one.ref is not None else ""
    rule = f" \u00b7 {told.rule}" if told.rule else ""
    line = Text(f"{told.letter} ", STYLE).append_text(said(told.sentence))
    canvas.put(line.append_text(said(f"{where}{rule}", QUIET)), hang=2)
    changed = f"; {told.changed}" if told.changed else ""
    canvas.put(said(f"{told.answer}{changed}"), indent=4, hang=2)


def _more(canvas: Canvas, rest: int) -> None:
    """How many there is no room for."""
    if rest > 0:
        canvas.put(said(f"and {rest:,} more: see --output workpaper.html", QUIET), indent=2)
