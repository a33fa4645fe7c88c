"""How a grid is set: where its header ends, which columns hold signs, which rows are totals."""

from collections.abc import Iterator
from typing import Literal

from tieout.lexicon.shapes import DASHES
from tieout.model.document import Cell, Document, Grid, Row
from tieout.model.workpaper import Release
from tieout.reports.html.markup import Words

_QUANTITIES = frozenset({"amount", "percent"})
_DASHES = frozenset(DASHES + " ")
_DEEPEST = 4
_WIDTHS = (95, 115, 145, 185, 235, 300, 380)
"""Characters a line of print holds, each in smaller type than the one before."""
_BESIDE = 3
"""Characters of white space beside a figure, for its tick mark."""
_CAPTION = 26
"""Characters a caption has at least before it is broken."""


class Captions:
    """What the statements know of captions, by where a caption begins."""

    def __init__(self, release: Release) -> None:
        """The captions of this release's statements."""
        self.totals: set[int] = set()
        self.depths: dict[int, int] = {}
        for statement in release.statements:
            sums = {one.total for one in statement.calculation}
            for number, line in enumerate(statement.lines):
                for span in line.spans[:1]:
                    self.depths[span.start] = min(line.depth, _DEEPEST)
                    if number in sums:
                        self.totals.add(span.start)


class Layout:
    """The layout of one grid."""

    def __init__(self, grid: Grid, document: Document, words: Words) -> None:
        """The layout of this grid of this document."""
        self._grid, self._document, self._words = grid, document, words
        cells = [cell for row in grid.rows for cell in row.cells]
        self.columns = max((cell.column + cell.width for cell in cells), default=1)
        self._widths_known = any(cell.width > 1 for cell in cells)
        self.head = self._head_rows()
        self.titles = self._title_rows()
        self.has_figures = self.head < len(grid.rows)
        self.closing = {cell.column for cell in self._body() if self._closes(cell)}
        self.figure_columns = len({c.column for c in self._body() if self.is_quantity(c)} - {0})
        width = self._width()
        self.size = sum(1 for held in _WIDTHS if width > held)

    def is_quantity(self, cell: Cell) -> bool:
        """True for a quantity, or a dash or sign where one would stand."""
        if cell.start == cell.end:
            return False
        inside = self._document.figures_in(cell.start, cell.end)
        kinds = {self._document.figures[number].kind for number in inside}
        return bool(kinds & _QUANTITIES) or self._words.is_silent(cell.start, cell.end)

    def is_sign(self, cell: Cell) -> bool:
        """True for "$", ")" or "%" in a cell of its own; a dash is a figure."""
        words = self._document.text[cell.start : cell.end]
        return self._words.is_silent(cell.start, cell.end) and not set(words) <= _DASHES

    def reach(self, cell: Cell, stop: int) -> int:
        """The column a header's words end before; in a text, they reach to the next words."""
        end = cell.column + cell.width
        return max(end, stop) if cell.column > 0 and not self._widths_known else end

    def grouped(self, number: int, start: int, end: int) -> Literal["", "next", "later"]:
        """Whether a header stands over two or more others: in the next row, a later one, or not."""
        for under in range(number + 1, self.head):
            cells = [cell for cell in self._grid.rows[under].cells if cell.start < cell.end]
            if sum(1 for cell in cells if start <= cell.column < end) > 1:
                return "next" if under == number + 1 else "later"
        return ""

    def _head_rows(self) -> int:
        """How many rows stand over the first quantity."""
        for number, row in enumerate(self._grid.rows):
            if self._has_quantities(row):
                return number
        return len(self._grid.rows)

    def _title_rows(self) -> int:
        """How many rows at the top are titles: words alone, over the first row of headers."""
        for number, row in enumerate(self._grid.rows[: self.head]):
            if sum(1 for cell in row.cells if cell.start < cell.end) > 1:
                return number
        return 0

    def _width(self) -> int:
        """How many characters the table needs at least, as print has to hold it.

        Cells of a column end alike, with a sign before them or not.
        """
        widest: dict[int, int] = {}
        for cell in self._body():
            edge = cell.column + cell.width
            widest[edge] = max(widest.get(edge, 0), self._needs(cell))
        return sum(widest.values())

    def _needs(self, cell: Cell) -> int:
        """How many characters a cell needs, with the space beside it for a tick mark."""
        if cell.start == cell.end:
            return 0
        room = _CAPTION if cell.column == 0 else _CAPTION // 2
        return min(cell.end - cell.start, room) + _BESIDE * (not self.is_sign(cell))

    def _has_quantities(self, row: Row) -> bool:
        """True where a cell beyond the first is a quantity."""
        return any(cell.column > 0 and self.is_quantity(cell) for cell in row.cells)

    def _closes(self, cell: Cell) -> bool:
        """True for a sign that belongs to the figure before it."""
        words = self._document.text[cell.start : cell.end]
        return words.startswith((")", "%", "]", "x")) and self.is_sign(cell)

    def _body(self) -> Iterator[Cell]:
        """The cells under the header."""
        for row in self._grid.rows[self.head :]:
            yield from row.cells
