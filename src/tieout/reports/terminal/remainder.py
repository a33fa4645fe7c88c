"""What was not tested, grouped by reason, and the statements that were found."""

from tieout.model.statement import Statement
from tieout.model.workpaper import Workpaper
from tieout.reports._leads import leading
from tieout.reports._understood import places
from tieout.reports._words import KINDS, SIGNS, counted
from tieout.reports.terminal._canvas import QUIET, STYLES, Canvas, said
from tieout.reports.terminal._text import Text

_MOST_REASONS = 10
_MOST_EXAMPLES = 6
_LED = "may be wrong, which is not proven (see the leads)"


def draw(canvas: Canvas, workpaper: Workpaper) -> None:
    """The untested figures by reason, what is not understood, and every document's statements."""
    _untested(canvas, workpaper)
    _unread(canvas, workpaper)
    _statements(canvas, workpaper)


def _untested(canvas: Canvas, workpaper: Workpaper) -> None:
    """Every reason with its figures, the commonest first, and what would test more of them."""
    if not workpaper.untested:
        return
    canvas.title(f"{SIGNS['not-tested']} {workpaper.coverage['not-tested']:,} not tested")
    ordered = _reasons(workpaper)
    told = ""
    for reason, numbers in ordered[:_MOST_REASONS]:
        missing, parted, remedy = reason.rpartition(": ")
        again = parted and remedy == told
        _reason(canvas, workpaper, missing if again else reason, numbers)
        told = remedy
    rest = ordered[_MOST_REASONS:]
    if rest:
        count = sum(len(numbers) for _, numbers in rest)
        canvas.put(said(f"{count:>4,}  for {len(rest)} other reasons: see --format html", QUIET))
    if len(workpaper.releases) == 1:
        remedy = "To test comparatives, give an earlier release with --against."
        canvas.put(said(remedy, QUIET), indent=6)


def _reasons(workpaper: Workpaper) -> list[tuple[str, list[int]]]:
    """The untested figures by reason, the commonest first; leads, which are shown, together."""
    led = leading(workpaper)
    reasons: dict[str, list[int]] = {}
    for reason, numbers in workpaper.untested.items():
        for number in numbers:
            reasons.setdefault(_LED if number in led else reason, []).append(number)
    return sorted(reasons.items(), key=lambda pair: -len(pair[1]))


def _unread(canvas: Canvas, workpaper: Workpaper) -> None:
    """Tables and columns that were not understood, though their figures were read."""
    unread = places(workpaper)
    if not unread:
        return
    canvas.title("Not understood")
    for message in unread[:_MOST_REASONS]:
        canvas.put(said(message), indent=2, hang=4)
    rest = len(unread) - _MOST_REASONS
    if rest > 0:
        canvas.put(said(f"and {rest:,} more: see --format html", QUIET), indent=2)


def _reason(canvas: Canvas, workpaper: Workpaper, reason: str, numbers: list[int]) -> None:
    """How many figures a reason holds for, the reason, and the first of the figures."""
    figures = workpaper.subject.document.figures
    line = Text(f"{len(numbers):>4,}  ", STYLES["not-tested"]).append_text(said(reason))
    examples = ", ".join(figures[number].text for number in numbers[:_MOST_EXAMPLES])
    more = ", \u2026" if len(numbers) > _MOST_EXAMPLES else ""
    canvas.put(line.append_text(said(f": {examples}{more}", QUIET)), hang=6)


def _statements(canvas: Canvas, workpaper: Workpaper) -> None:
    """One line a statement: kind, size, sums, periods."""
    for number, release in enumerate(workpaper.releases):
        name = "" if number == 0 else f" in {release.document.name}"
        if not release.statements:
            canvas.title(f"No statement found{name}")
            continue
        canvas.title(f"Statements found{name}")
        for statement in release.statements:
            canvas.put(_summary(statement), indent=2, hang=4)


def _summary(statement: Statement) -> Text:
    """A statement in a line."""
    periods = dict.fromkeys(c.period.spoken() for c in statement.columns if c.period is not None)
    sizes = [counted(len(statement.lines), "line"), counted(len(statement.facts), "fact")]
    if statement.calculation:
        sizes.append(counted(len(statement.calculation), "sum"))
    line = said(f"{KINDS[statement.kind]}: ", "bold").append(", ".join(sizes))
    return line.append_text(said(f"; {'; '.join(periods) or 'no period named'}", QUIET))
