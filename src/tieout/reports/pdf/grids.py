"""Tables set on new pages: columns as wide as their words, captions in as many lines as they take.

A table that is wider than the page gets smaller letters, and then a page as wide as it is: that of
all where it is not much wider, else one of its own.
"""

from collections import Counter
from collections.abc import Iterator

from msgspec import Struct, structs

from tieout.model.document import Cell, Grid, Row
from tieout.patterns import pattern
from tieout.reports.pdf.column import LEADING, MARGIN, Column, Spot, Token

_SIZE, _LEAST = 8.5, 6.0
_GAP = 9.0
"""Points between columns, where a mark has room."""
_WIDEST_CAPTION = 0.42
_NARROWEST = 24.0
_STEP = 6.0
_DEEPEST = 6
_MOST_COLUMNS = 400
_HALF = 0.66
"""The least part of a head's words that stands in one line."""
_WORD = pattern(r"\S+")
_CLOSING = frozenset(")%*")
_SIGNS = frozenset(" $\u20ac\u00a3\u00a5\u2014-")
_FIGURE = pattern(r"[\s$\u20ac\u00a3\u00a5(+\u2212\u2013\u2014-]*[0-9.,][^A-Za-z]*\Z")


class _Set(Struct, frozen=True, gc=False):
    """A cell to be set: its words as lines, and the sides it has."""

    lines: list[list[Token]]
    left: float
    right: float
    is_caption: bool


def tokens_of(text: str, start: int, end: int) -> list[Token]:
    """The words of a stretch of the text."""
    return [Token(found.start(), found[0]) for found in _WORD.finditer(text, start, end)]


class Table:
    """A table to be set: its letters' size, and the lanes of its columns."""

    def __init__(self, column: Column, text: str, grid: Grid) -> None:
        """The lanes that the cells need, in the largest size that has room."""
        self._column, self._text, self._grid = column, text, grid
        self._captions = _captions(text, grid)
        self.size, room = _SIZE, column.width - 2 * MARGIN
        self._lanes = self._laned(room)
        if self._lanes[-1] > room:
            self.size = max(_LEAST, self.size * room / self._lanes[-1])
            self._lanes = self._laned(room)
        self.wide = self._lanes[-1] + 2 * MARGIN

    def set(self) -> Iterator[list[Spot]]:
        """Sets it below what there is; gives where the words of each cell stand."""
        is_wide = self.wide > self._column.width
        if is_wide:
            self._column.end()
        for row in self._grid.rows:
            yield from self._row(row)
        if is_wide:
            self._column.end()
        self._column.gap(self.size)

    def _row(self, row: Row) -> Iterator[list[Spot]]:
        """Sets a row, as high as the cell of the most lines."""
        column, leading = self._column, self.size * (LEADING + 0.15)
        cells = _closed([one for cell in row.cells if (one := self._cell(row, cell))])
        high = max((len(cell.lines) for cell in cells), default=0)
        if not high:
            return
        column.down(leading, high * leading, self.wide)
        if row.ruled and (figures := [cell for cell in cells if not cell.is_caption]):
            column.rule(MARGIN + figures[0].left, MARGIN + figures[-1].right, self.size)
        spots: list[list[Spot]] = [[] for _ in cells]
        for number in range(high):
            if number:
                column.down(leading)
            for cell, held in zip(cells, spots, strict=True):
                if number < len(cell.lines):
                    held += self._line(cell, cell.lines[number])
        yield from spots

    def _line(self, cell: _Set, line: list[Token]) -> list[Spot]:
        """Sets a line of a cell: captions to the left, all else to the right."""
        wide = self._width(" ".join(token.text for token in line))
        left = cell.left if cell.is_caption else max(0.0, cell.right - wide)
        return self._column.line(line, MARGIN + left, self.size, "plain")

    def _cell(self, row: Row, cell: Cell) -> _Set | None:
        """A cell with its lines; None for one without words."""
        tokens = tokens_of(self._text, cell.start, cell.end)
        if not tokens:
            return None
        lanes, is_caption = self._lanes, self._is_caption(cell)
        indent = min(row.indent, _DEEPEST) * _STEP if is_caption else 0.0
        left = lanes[min(cell.column, len(lanes) - 2)]
        right = lanes[min(cell.column + cell.width, len(lanes) - 1)]
        room = max(_NARROWEST, right - left - indent - _GAP)
        is_figure = _FIGURE.match(self._text[cell.start : cell.end])
        lines = [tokens] if is_figure else self._column.lines(tokens, room, self.size, "plain")
        return _Set(list(lines), left + indent, right - _GAP, is_caption)

    def _laned(self, room: float) -> list[float]:
        """Where each column begins, and where the last one ends."""
        cells = [cell for row in self._grid.rows for cell in row.cells]
        count = min(_MOST_COLUMNS, max(cell.column + cell.width for cell in cells))
        widths = [0.0] * count
        for cell in sorted(cells, key=lambda cell: cell.width):
            if cell.column < count and (needed := self._needed(cell, room)):
                last = min(count, cell.column + cell.width)
                widths[last - 1] += max(0.0, needed - sum(widths[cell.column : last]))
        return [sum(widths[:number]) for number in range(count + 1)]

    def _needed(self, cell: Cell, room: float) -> float:
        """How wide a cell wants its columns; none where it has no words."""
        words = self._text[cell.start : cell.end].split()
        if not words:
            return 0.0
        whole = _GAP + self._width(" ".join(words))
        if self._is_caption(cell):
            return min(whole, _WIDEST_CAPTION * room)
        if _FIGURE.match(self._text[cell.start : cell.end]):
            return whole
        return min(whole, max(whole * _HALF, _GAP + max(map(self._width, words))))

    def _is_caption(self, cell: Cell) -> bool:
        """True for words left of the figures."""
        words = self._text[cell.start : cell.end]
        has_letters = any(map(str.isalpha, words))
        return cell.column < self._captions and has_letters and not _FIGURE.match(words)

    def _width(self, words: str) -> float:
        """How wide words are."""
        return self._column.sheets.width(words, self.size, "plain")


def _closed(cells: list[_Set]) -> list[_Set]:
    """The cells of a row, those of signs that close a figure right behind it."""
    found = cells[:1]
    for cell in cells[1:]:
        before = found[-1]
        if not before.is_caption and _CLOSING.issuperset(cell.lines[0][0].text):
            cell = structs.replace(cell, left=before.right, is_caption=True)
        found.append(cell)
    return found


def _captions(text: str, grid: Grid) -> int:
    """Where the columns of captions end: most rows that begin with words have figures from there.

    A table without such rows has captions in its first column.
    """
    starts: Counter[int] = Counter()
    for row in grid.rows:
        said = [cell for cell in row.cells if text[cell.start : cell.end].strip()]
        if len(said) > 1 and not _FIGURE.match(text[said[0].start : said[0].end]):
            behind = (cell.column for cell in said[1:] if _opens(text[cell.start : cell.end]))
            if (first := next(behind, None)) is not None:
                starts[first] += 1
    return starts.most_common(1)[0][0] if starts else 1


def _opens(words: str) -> bool:
    """True for a figure, and for the currency sign before one."""
    return _FIGURE.match(words) is not None or _SIGNS.issuperset(words)
