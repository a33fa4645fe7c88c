"""What differs, then what only rounds: each with its computation and where it stands."""

from tieout.model.check import Check, Ref
from tieout.model.workpaper import Workpaper
from tieout.reports._ground import grounds
from tieout.reports._groups import Finding, counts, findings
from tieout.reports._places import Places
from tieout.reports._understood import silence
from tieout.reports._words import SIGNS, counted
from tieout.reports.terminal._canvas import QUIET, STYLES, Canvas, said
from tieout.reports.terminal._text import Text

_IN_FULL = 12
_MOST_FINDINGS = 60
_MOST_OPERANDS = 12
_MOST_NOTES = 12
_LARGEST = 3
"""So many figures of a column that changed are told, those that moved most."""


def draw(canvas: Canvas, workpaper: Workpaper) -> None:
    """The findings, errors before warnings: the first ones in full, the rest a line each."""
    found, places = findings(workpaper), Places(workpaper)
    if not found:
        way, sentence = silence(workpaper)
        canvas.title(f"{SIGNS[way]} {sentence}", STYLES[way])
        return
    canvas.title(f"{SIGNS['differs']} {counts(found)}", STYLES["differs"])
    for one in found[:_IN_FULL]:
        canvas.gap()
        if one.is_column:
            _column(canvas, one, places)
        else:
            _finding(canvas, one, places)
    for one in found[_IN_FULL:_MOST_FINDINGS]:
        canvas.put(_headline(one).append(f"  {one.first.rule}", QUIET), hang=2)
    if len(found) > _MOST_FINDINGS:
        canvas.put(said(f"and {len(found) - _MOST_FINDINGS:,} more", QUIET), indent=2)
    if len(found) > _IN_FULL or any(one.is_column for one in found):
        canvas.put(said("--format html shows each in its place", QUIET), indent=2)


def _column(canvas: Canvas, finding: Finding, places: Places) -> None:
    """Sentence, the figures that moved most, and the rule."""
    canvas.put(_headline(finding), hang=2)
    for check in finding.checks[:_LARGEST]:
        line = said(_moved(check)).append_text(said(f"  {places.line(check.subject)}", QUIET))
        canvas.put(line, indent=4, hang=2)
    if len(finding.checks) > _LARGEST:
        canvas.put(said(f"and {len(finding.checks) - _LARGEST:,} more", QUIET), indent=4)
    _rule(canvas, finding.first)


def _moved(check: Check) -> str:
    """A figure's sentence without the reason that its column shares."""
    return check.message.removesuffix(f"; {check.reason}")


def _finding(canvas: Canvas, finding: Finding, places: Places) -> None:
    """Sentence, place, computation, operands and the rule."""
    check = finding.first
    canvas.put(_headline(finding), hang=2)
    canvas.put(standing(check.subject, places, canvas.width), indent=4)
    if computation := _computation(check):
        canvas.put(said(computation), indent=4, hang=2)
    shown = check.operands[:_MOST_OPERANDS]
    if shown:
        widest = max(len(places.text(one.ref)) for one in shown)
        for one in shown:
            line = said(f"{places.text(one.ref):>{widest}}  ")
            line.append_text(said(_where(one.ref, places), QUIET))
            canvas.put(line, indent=6, hang=widest + 2)
    if len(check.operands) > len(shown):
        canvas.put(said(f"and {len(check.operands) - len(shown)} more", QUIET), indent=6)
    _rule(canvas, check)


def _rule(canvas: Canvas, check: Check) -> None:
    """Why the finding is believed, the rule, and how to read of it."""
    if why := grounds(check):
        canvas.put(said(f"believed because {why}"), indent=4, hang=2)
    rule = said(f"{check.rule} {check.name}", QUIET)
    canvas.put(rule.append(f" \u00b7 tieout explain {check.rule}", QUIET), indent=4)


def _headline(finding: Finding) -> Text:
    """The finding's sentence behind its sign; a warning says so."""
    style = STYLES["differs"] if finding.severity == "error" else "bold magenta"
    line = Text(f"{SIGNS['differs']} ", style)
    if finding.severity == "warning":
        line.append("warning: ", style)
    return line.append_text(said(finding.sentence, "bold"))


def standing(ref: Ref, places: Places, width: int) -> Text:
    """The line of the text with the figure marked in it."""
    place = places.line(ref)
    line = said(f"{place} \u2502 " if place else "\u2502 ", QUIET)
    excerpt = places.excerpt(ref, width - 5 - len(line))
    line.append_text(said(excerpt.before)).append_text(said(excerpt.figure, "bold reverse"))
    return line.append_text(said(excerpt.after))


def _computation(check: Check) -> str:
    """The expected figure and how it comes about; nothing where it is simply another figure."""
    if not check.formula or len(check.operands) == 1:
        return ""
    return f"expected {check.expected} = {check.formula}"


def _where(ref: Ref, places: Places) -> str:
    """Line and caption of an operand."""
    return "  ".join(word for word in (places.line(ref), places.caption(ref)) if word)


def draw_notes(canvas: Canvas, workpaper: Workpaper) -> None:
    """Figures that only rounding explains, with both computations."""
    notes, places = workpaper.notes, Places(workpaper)
    if not notes:
        return
    canvas.title(f"{SIGNS['rounds']} {counted(len(notes), 'computation')} explained by rounding")
    for check in notes[:_MOST_NOTES]:
        line = Text(f"{SIGNS['rounds']} ", STYLES["rounds"])
        line.append_text(said(check.message or check.reason))
        if computation := _computation(check):
            line.append_text(said(f" ({computation})", QUIET))
        line.append_text(said(f"  {places.line(check.subject)} \u00b7 {check.rule}", QUIET))
        canvas.put(line, hang=2)
    if len(notes) > _MOST_NOTES:
        canvas.put(
            said(f"and {len(notes) - _MOST_NOTES:,} more: see --format html", QUIET), indent=2
        )
