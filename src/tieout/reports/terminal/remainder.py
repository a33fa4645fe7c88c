"""What was not tested, grouped by what would settle it, and the statements that were found."""

from collections.abc import Sequence

from tieout.model.check import Ref
from tieout.model.statement import Statement
from tieout.model.understanding import understanding
from tieout.model.workpaper import Release, Workpaper
from tieout.reports._ended import tallied
from tieout.reports._places import EXPLAINED, Places
from tieout.reports._understood import places as not_understood
from tieout.reports._unsettled import Group, unsettled, why
from tieout.reports._words import KINDS, SIGNS, counted
from tieout.reports.terminal._canvas import QUIET, STYLES, Canvas, said
from tieout.reports.terminal._text import Text

_MOST_FILINGS = 3
_MOST_LINES = 40
_MOST_FIGURES = 8
_AROUND = 48


def draw_briefly(canvas: Canvas, workpaper: Workpaper) -> None:
    """What would test most of what was not tested, documents first, and how to see the rest.

    Where little was understood, no other document helps.
    """
    groups = unsettled(workpaper)
    is_read = understanding(workpaper).degree == "most"
    filings = [one for one in groups if one.filing is not None and is_read]
    others = [one for one in groups if one.filing is None]
    if groups:
        _title(canvas, workpaper)
    shown = (filings or others)[:_MOST_FILINGS]
    for one in shown:
        canvas.put(said(f"{one.sentence}."), indent=2, hang=2)
    rest = sum(len(one.figures) for one in groups if one not in shown)
    if shown and rest:
        canvas.put(said(f"{counted(rest, 'other')}: see --verbose.", QUIET), indent=2)
    if filings:
        canvas.put(said("Give a document that you have with --against FILE.", QUIET), indent=2)
    canvas.gap()
    rules = [check.rule for check in (*workpaper.findings, *workpaper.leads)]
    hints = [
        "--verbose shows the rest",
        "--output workpaper.html shows all in place",
        *(f"tieout explain {rule}" for rule in rules[:1]),
    ]
    canvas.row([said(words, QUIET) for words in hints])


def draw(canvas: Canvas, workpaper: Workpaper) -> None:
    """The untested figures by reason, what is not understood, and every document's statements."""
    groups = unsettled(workpaper)
    if groups:
        _title(canvas, workpaper)
    places = Places(workpaper)
    for one in groups:
        _group(canvas, workpaper, one, places)
    _unread(canvas, workpaper)
    for number, release in enumerate(workpaper.releases):
        _statements(canvas, release, "" if number == 0 else f" in {release.document.name}")
    canvas.gap()
    canvas.put(said(EXPLAINED, QUIET))


def _title(canvas: Canvas, workpaper: Workpaper) -> None:
    """How many figures were not tested."""
    number = tallied(workpaper)["not-tested"]
    canvas.title(f"{SIGNS['not-tested']} {number:,} not tested")


def _group(canvas: Canvas, workpaper: Workpaper, group: Group, places: Places) -> None:
    """What would settle the figures, and each of them with its caption, those of a row together."""
    canvas.put(said(group.sentence, STYLES["not-tested"]), indent=2, hang=2)
    rows: dict[tuple[str, str], list[str]] = {}
    for number in group.figures:
        key = (_called(Ref(0, number), places), why(workpaper, group, number))
        rows.setdefault(key, []).append(places.text(Ref(0, number)))
    for (caption, reason), figures in list(rows.items())[:_MOST_LINES]:
        line = said(f"{_listed(figures)}  ").append_text(said(caption, QUIET))
        canvas.put(line.append_text(said(f": {reason}" if reason else "", QUIET)), indent=6, hang=2)
    canvas.more(len(rows) - _MOST_LINES, indent=6)


def _called(ref: Ref, places: Places) -> str:
    """The place of a figure and its row, or the words around it where it stands in prose."""
    place = places.place(ref)
    if place.table:
        return " \u00b7 ".join(word for word in (place.brief, place.row) if word)
    return f"{place.brief} \u00b7 \u201c{places.excerpt(ref, _AROUND).marked()}\u201d"


def _listed(figures: Sequence[str]) -> str:
    """The figures, and a sign where there are more of them."""
    more = ", \u2026" if len(figures) > _MOST_FIGURES else ""
    return f"{', '.join(figures[:_MOST_FIGURES])}{more}"


def _unread(canvas: Canvas, workpaper: Workpaper) -> None:
    """Tables and columns that were not understood, though their figures were read."""
    unread = not_understood(workpaper)
    if not unread:
        return
    canvas.title("Not understood")
    for message in unread[:_MOST_LINES]:
        canvas.put(said(message), indent=2, hang=4)
    canvas.more(len(unread) - _MOST_LINES)


def _statements(canvas: Canvas, release: Release, where: str) -> None:
    """One line a statement, under the periods that it shares with others."""
    if not release.statements:
        canvas.title(f"No statement found{where}")
        return
    canvas.title(f"Statements found{where}")
    shared: dict[tuple[str, ...], list[Statement]] = {}
    for statement in release.statements:
        periods = (one.period.spoken() for one in statement.columns if one.period is not None)
        shared.setdefault(tuple(dict.fromkeys(periods)), []).append(statement)
    for told, statements in shared.items():
        canvas.put(said("; ".join(told) or "no period named", QUIET), indent=2, hang=2)
        for statement in statements:
            canvas.put(_summary(statement), indent=4, hang=2)


def _summary(statement: Statement) -> Text:
    """A statement in a line."""
    sizes = [counted(len(statement.lines), "line"), counted(len(statement.facts), "fact")]
    if statement.calculation:
        sizes.append(counted(len(statement.calculation), "sum"))
    line = said(f"{KINDS[statement.kind]} ", "bold").append(f"(table {statement.table})", QUIET)
    return line.append_text(said(f": {', '.join(sizes)}"))
