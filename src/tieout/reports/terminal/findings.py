"""What differs, then what only rounds: each with its computation and where it stands."""

from tieout.model.check import Check, Ref
from tieout.model.workpaper import Workpaper
from tieout.reports._blamed import Told, named, together
from tieout.reports._ground import believed, computation, other_figure
from tieout.reports._groups import Finding, counts, findings
from tieout.reports._places import Places
from tieout.reports._understood import silence
from tieout.reports._words import SIGNS, capital, roundings
from tieout.reports.terminal._canvas import QUIET, STYLES, Canvas, said
from tieout.reports.terminal._text import Text

_IN_FULL = 3
_OF_MANY = 2
"""So many findings have room on a screen with all that is said of them; fewer, where others do
not."""
_IN_A_LINE = 8
_MOST_FINDINGS = 60
_MOST_OPERANDS = 12
_LARGEST = 3
"""So many figures of a column that changed are told, those that moved most."""


def draw(canvas: Canvas, workpaper: Workpaper, *, verbose: bool) -> None:
    """The findings, errors before warnings: the first ones in full, the rest a line each."""
    found, places = findings(workpaper), Places(workpaper)
    if not found:
        way, sentence = silence(workpaper)
        canvas.title(f"{SIGNS[way]} {sentence}", STYLES[way])
        return
    canvas.title(f"{SIGNS['differs']} {counts(found)}", STYLES["differs"])
    told = together(workpaper, found, places)
    in_full = _IN_FULL if len(told) <= _IN_FULL else _OF_MANY
    in_full = _MOST_FINDINGS if verbose else in_full
    for one in told[:in_full]:
        canvas.gap()
        if one.suspects:
            _blamed(canvas, one, places, verbose=verbose)
        elif one.first.is_column:
            _column(canvas, one.first, places, with_name=verbose)
        else:
            _finding(canvas, one.first, places, with_operands=verbose)
    others = told[in_full : _MOST_FINDINGS if verbose else in_full + _IN_A_LINE]
    if others:
        canvas.gap()
    for one in others:
        _in_a_line(canvas, one, places)
    where = "--output workpaper.html" if verbose else "--verbose"
    canvas.more(sum(len(one.findings) for one in told[in_full + len(others) :]), where)


def _in_a_line(canvas: Canvas, told: Told, places: Places) -> None:
    """The sentence, with where the figure stands and the rule."""
    line = _headline(told)
    if not told.suspects:
        check = told.first.first
        line.append_text(said(f"  {places.line(check.subject)} \u00b7 {check.rule}", QUIET))
    canvas.put(line, hang=2)


def _blamed(canvas: Canvas, told: Told, places: Places, *, verbose: bool) -> None:
    """The figure that would explain several findings, in its place; then each of these."""
    canvas.put(_headline(told), hang=2)
    for one in told.named:
        if len(told.suspects) > 1:
            words = f"{named(one, places)}, if it were {one.wanted}"
            canvas.put(said(words), indent=4, hang=2)
        else:
            standing(canvas, one.ref, places)
    canvas.more(len(told.suspects) - len(told.named), indent=4)
    for finding in told.findings:
        if verbose:
            _finding(canvas, finding, places, with_operands=True)
        else:
            check = finding.first
            line = Text() if finding.severity == "error" else Text("warning: ", "bold magenta")
            line.append_text(said(finding.sentence))
            line.append_text(said(f"  {places.line(check.subject)} \u00b7 {check.rule}", QUIET))
            canvas.put(line, indent=4, hang=2)


def _column(canvas: Canvas, finding: Finding, places: Places, *, with_name: bool) -> None:
    """Sentence, the figures that moved most, and the rule."""
    canvas.put(_headline(finding), hang=2)
    for check in finding.checks[:_LARGEST]:
        line = said(_moved(check)).append_text(said(f"  {places.line(check.subject)}", QUIET))
        canvas.put(line, indent=4, hang=2)
    canvas.more(len(finding.checks) - _LARGEST, indent=4)
    _believed(canvas, finding.first, with_name=with_name)


def _moved(check: Check) -> str:
    """A figure's sentence without the reason that its column shares."""
    return check.message.removesuffix(f"; {check.reason}")


def _finding(canvas: Canvas, finding: Finding, places: Places, *, with_operands: bool) -> None:
    """Sentence, place, computation, operands and the rule."""
    check = finding.first
    canvas.put(_headline(finding), hang=2)
    standing(canvas, check.subject, places)
    if words := computation(check):
        canvas.put(said(words), indent=4, hang=2)
    if with_operands:
        _operands(canvas, check, places)
    elif words := other_figure(check, places):
        canvas.put(said(words, QUIET), indent=4, hang=2)
    _believed(canvas, check, with_name=with_operands)


def _operands(canvas: Canvas, check: Check, places: Places) -> None:
    """The figures that the expected one comes from, each with its place."""
    shown = check.operands[:_MOST_OPERANDS]
    widest = max((len(places.text(one.ref)) for one in shown), default=0)
    for one in shown:
        line = said(f"{places.text(one.ref):>{widest}}  ")
        line.append_text(said(_where(one.ref, places), QUIET))
        canvas.put(line, indent=6, hang=widest + 2)
    canvas.more(len(check.operands) - len(shown), indent=6)


def _believed(canvas: Canvas, check: Check, *, with_name: bool) -> None:
    """Why the finding is believed, and the rule, which has a page of its own."""
    why = believed(check)
    line = said(f"{why}. " if why else "")
    rule = f"{check.rule} {check.name}" if with_name else check.rule
    canvas.put(line.append_text(said(rule, QUIET)), indent=4, hang=2)


def _headline(finding: Finding | Told) -> Text:
    """The finding's sentence behind its sign; a warning says so."""
    style = STYLES["differs"] if finding.severity == "error" else "bold magenta"
    line = Text(f"{SIGNS['differs']} ", style)
    if finding.severity == "warning":
        line.append("warning: ", style)
    return line.append_text(said(finding.sentence, "bold"))


def standing(canvas: Canvas, ref: Ref, places: Places) -> None:
    """The place in words, and the row or sentence with the figure marked in it."""
    if place := places.where(ref):
        canvas.put(said(f"{capital(place)}:", QUIET), indent=4, hang=2)
    quote(canvas, ref, places)


def quote(canvas: Canvas, ref: Ref, places: Places) -> None:
    """The row or sentence with the figure marked in it."""
    excerpt = places.excerpt(ref, canvas.width - 9)
    line = said("\u2502 ", QUIET).append_text(said(excerpt.before))
    line.append_text(said(f"\u00bb{excerpt.figure}\u00ab", "bold reverse"))
    canvas.put(line.append_text(said(excerpt.after)), indent=4)


def _where(ref: Ref, places: Places) -> str:
    """Line and caption of an operand."""
    return "  ".join(word for word in (places.line(ref), places.caption(ref)) if word)


def draw_notes(canvas: Canvas, workpaper: Workpaper) -> None:
    """Figures that only rounding explains, with both computations."""
    notes, places = workpaper.notes, Places(workpaper)
    if not notes:
        return
    canvas.title(roundings(workpaper))
    for check in notes[:_MOST_FINDINGS]:
        line = Text(f"{SIGNS['rounds']} ", STYLES["rounds"])
        line.append_text(said(check.message or check.reason))
        if words := computation(check):
            line.append_text(said(f" ({words})", QUIET))
        line.append_text(said(f"  {places.line(check.subject)} \u00b7 {check.rule}", QUIET))
        canvas.put(line, hang=2)
    canvas.more(len(notes) - _MOST_FINDINGS)
