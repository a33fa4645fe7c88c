"""What one cell of a table says."""

import re

from tieout.model.document import Cell, Document
from tieout.model.table import Reading, ReadingKind

_NIL = re.compile(r"[\s$\\(]*(?:[-\u2010-\u2015\u2212]{1,3}|nil|none)[)\s%]*\Z", re.IGNORECASE)
_NOT_MEANINGFUL = re.compile(r"[\s(]*(?:n\.?[/.]?[ma]\.?|not meaningful|\*{1,3})[)\s%]*\Z", re.I)
_FURNITURE = re.compile(
    r"(?:[\s$\\()%*+\-\u2010-\u2015\u2212\u20ac\u00a3\u00a5]|US|USD|</?\w+>)*\Z"
)
_MINUS = re.compile(r"[(\-\u2010-\u2015\u2212]\s*(?:\\?\$\s*)?\Z")
_MARK_AFTER = re.compile(r"\s*\(\s*\Z")


def read_cell(document: Document, cell: Cell | None) -> Reading:
    """One of five readings: number, nil, not meaningful, blank or text.

    A number in brackets or behind a minus is negative. A small figure in brackets behind it is a
    footnote's mark.
    """
    if cell is None or cell.start == cell.end:
        at = 0 if cell is None else cell.start
        return Reading("blank", at, at)
    text = document.text[cell.start : cell.end]
    figures = document.figures_in(cell.start, cell.end)
    if not figures:
        return Reading(_wordless(text), cell.start, cell.end)
    figure = document.figures[figures[0]]
    if figure.amount is None or figure.end > cell.end:
        return Reading("text", cell.start, cell.end)
    before = document.text[cell.start : figure.start]
    after = document.text[figure.end : cell.end]
    if len(figures) == 2:
        mark = document.figures[figures[1]]
        between = document.text[figure.end : mark.start]
        if not _MARK_AFTER.match(between.replace(")", "", 1)) or len(mark.text) > 2:
            return Reading("text", cell.start, cell.end)
        after = between[:-1] + document.text[mark.end : cell.end]
    elif len(figures) > 2:
        return Reading("text", cell.start, cell.end)
    if not _FURNITURE.match(before) or not _FURNITURE.match(after):
        return Reading("text", cell.start, cell.end)
    amount = -figure.amount if _MINUS.search(before) else figure.amount
    return Reading("number", figure.start, figure.end, figures[0], amount, figure.currency)


def _wordless(text: str) -> ReadingKind:
    """The kind of a cell without digits."""
    if _NIL.match(text):
        return "nil"
    if _NOT_MEANINGFUL.match(text):
        return "not-meaningful"
    return "text" if text.strip() else "blank"
