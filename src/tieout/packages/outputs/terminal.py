"""The package for a terminal: what differs, then the matrix, then what one document states."""

from rich.table import Table

from tieout.model.package import Cell, Package, Standing
from tieout.packages.outputs._words import MEANINGS, SIGNS, Finding, Words, shown
from tieout.reports._words import counted
from tieout.reports.terminal._canvas import QUIET, Canvas, said
from tieout.reports.terminal._text import Text

_STYLES: dict[Standing, str] = {
    "agrees": "green",
    "rounds": "green",
    "differs": "bold red",
    "open": "bold yellow",
    "": QUIET,
}
_MOST_ROWS = 32
_MOST_LEADS = 5
_MOST_FIGURES = 4
_MOST_ALONE = 3
_CAPTION, _CELL = 26, 13
"""The narrowest columns that still say something."""


def render(
    package: Package, width: int = 80, *, colour: bool = False, verbose: bool = False
) -> bytes:
    """The package, UTF-8, fitted to so many columns; all of it where `verbose`."""
    words, canvas = Words(package), Canvas(width, colour=colour)
    canvas.put(said(words.title(), "bold"))
    for document in words.documents():
        canvas.put(said(document), hang=3)
    canvas.gap()
    style = "bold red" if package.causes else "bold green"
    canvas.put(said(words.summary(), style if package.rows else "bold yellow"))
    if package.causes:
        canvas.title("What differs")
        for number, finding in enumerate(words.findings(), 1):
            _finding(canvas, finding, number, verbose=verbose)
    if package.leads:
        _leads(canvas, words, verbose=verbose)
    if package.rows:
        _matrix(canvas, words, verbose=verbose)
    _alone(canvas, words, verbose=verbose)
    return canvas.bytes()


def _finding(canvas: Canvas, finding: Finding, number: int, *, verbose: bool) -> None:
    """A finding: what it is, and its figures with what the others state."""
    style = "bold red" if finding.severity == "error" else "bold yellow"
    line = said(f"{number}. ", "bold").append_text(said(finding.title, style))
    canvas.put(line, hang=3)
    several = len(finding.figures) > 1
    most = len(finding.figures) if verbose else _MOST_FIGURES
    for caption, odd, other in finding.figures[:most]:
        if several:
            canvas.put(said(caption), indent=3, hang=3)
        for told in (odd, other):
            words = f"{told.text}  {told.where}"
            canvas.put(
                said(words, "" if told is odd else QUIET), indent=6 if several else 3, hang=3
            )
    if len(finding.figures) > most:
        left = counted(len(finding.figures) - most, "more figure")
        canvas.put(said(f"and {left}: see them with --verbose", QUIET), indent=3)
    if finding.why:
        canvas.put(said(finding.why, QUIET), indent=3, hang=3)


def _leads(canvas: Canvas, words: Words, *, verbose: bool) -> None:
    """What may differ, and is not proven."""
    canvas.title("Worth a look, not proven")
    leads = words.leads()
    most = len(leads) if verbose else _MOST_LEADS
    for lead in leads[:most]:
        ((_, odd, other),) = lead.figures
        canvas.put(said(f"? {lead.title}", "yellow"), hang=2)
        for told in (odd, other):
            canvas.put(said(f"{told.text}  {told.where}", QUIET), indent=2, hang=3)
        canvas.put(said(f"it may be right: {lead.why}", QUIET), indent=2, hang=3)
    if len(leads) > most:
        canvas.put(said(f"and {len(leads) - most} more: see them with --verbose", QUIET))


def _matrix(canvas: Canvas, words: Words, *, verbose: bool) -> None:
    """The matrix, in as many tables as its documents need."""
    package = words.package
    rows = list(shown(package, len(package.rows) if verbose else _MOST_ROWS))
    beside = max(1, (canvas.width - _CAPTION) // (_CELL + 1))
    documents = range(len(package.releases))
    canvas.title("Figures in more than one document")
    for first in range(0, len(documents), beside):
        table = Table(box=None, pad_edge=False, header_style=QUIET, padding=(0, 1, 0, 0))
        table.add_column("", ratio=2, min_width=_CAPTION - 3, overflow="fold")
        held = documents[first : first + beside]
        for document in held:
            name = package.releases[document].document.name
            head = said(f"{document + 1} {name}" if len(name) < _CELL - 2 else f"{document + 1}")
            table.add_column(head, ratio=1, min_width=_CELL - 1, overflow="fold")
        for _, row in rows:
            sign = said(f"{SIGNS[row.standing]} ", _STYLES[row.standing])
            cells = [_cell(words, document, row.cells[document]) for document in held]
            table.add_row(sign.append_text(said(words.caption(row))), *cells)
        canvas.table(table)
        canvas.gap()
    left = len(package.rows) - len(rows)
    if left:
        verb = "agrees" if left == 1 else "agree"
        canvas.put(said(f"{counted(left, 'more figure')} {verb}: see them with --verbose", QUIET))
    for standing, meaning in MEANINGS.items():
        canvas.put(said(f"{SIGNS[standing]} {meaning}", QUIET), hang=2)


def _cell(words: Words, document: int, cell: Cell) -> Text:
    """What a document states in a row, by its sign; or why it states nothing."""
    if not cell.figures:
        return said(f"{SIGNS['']} {_SHORT.get(cell.why[:14], '')}".strip(), QUIET)
    texts = list(words.texts(document, cell))
    text = texts[0] if cell.odd else _finest(texts)
    return said(f"{SIGNS[cell.standing]} {text}", _STYLES[cell.standing])


_SHORT = {
    "states another": "other period",
    "states an adju": "adjusted only",
    "states it for ": "a part only",
}
"""Why a document states nothing in a row, for a narrow column."""


def _finest(texts: list[str]) -> str:
    """The text of most digits."""
    return max(texts, key=lambda text: sum(sign.isdigit() for sign in text))


def _alone(canvas: Canvas, words: Words, *, verbose: bool) -> None:
    """What each document states alone."""
    package = words.package
    if not any(package.alone):
        return
    canvas.title("Stated in one document only")
    for document, figures in enumerate(package.alone):
        if not figures:
            continue
        name = package.releases[document].document.name
        told = words.alone(document)
        canvas.put(said(f"{name}: {counted(len(told), 'figure')}"), hang=2)
        for line in told if verbose else told[:_MOST_ALONE]:
            canvas.put(said(line, QUIET), indent=2, hang=2)
        if not verbose and len(told) > _MOST_ALONE:
            canvas.put(said("\u2026", QUIET), indent=2)
