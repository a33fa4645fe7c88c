"""A grid drawn as a table: captions left, figures right, tick letters in the margin between."""

from collections.abc import Callable

from tieout.model.document import Cell, Document, Grid, Row
from tieout.reports.html.columns import counted
from tieout.reports.html.layout import Captions, Layout
from tieout.reports.html.markup import Words

_LONGEST_FIGURE = 28
_LONGEST_SECTION = 60
_MANY_COLUMNS = 5
_FEW_EMPTY = 16
_WORD = 3
"""A first cell with a letter among so many characters is a caption."""
_WIDEST = 1000
"""Columns: no browser lets a cell reach over more."""
_OVER = {"next": ' class="over line"', "later": ' class="over"', "": ""}
"""How a header is set that stands over others: a line parts it from those right under it."""


class Rows:
    """The rows of one grid."""

    def __init__(
        self,
        grid: Grid,
        document: Document,
        words: Words,
        captions: Captions,
        inline: Callable[[int, int], str],
    ) -> None:
        """The rows of this grid; `inline` draws a stretch of text with its figures."""
        self._grid, self._document, self._words = counted(grid, document), document, words
        self._captions, self._inline = captions, inline
        self._layout = Layout(self._grid, document, words)

    def table(self) -> str:
        """The whole table; what stands outside its cells is drawn only if it says something."""
        bodies, position = [], self._grid.start
        for number, row in enumerate(self._grid.rows):
            for cell in row.cells:
                bodies.append(self._loose(position, cell.start))
                position = max(position, cell.end)
            bodies.append(self._row(number, row))
        bodies.append(self._loose(position, self._grid.end))
        kind = "figures" if self._layout.has_figures else "words"
        if self._layout.figure_columns >= _MANY_COLUMNS:
            kind += " many"
        kind += "".join(f" w{size}" for size in range(1, self._layout.size + 1))
        return f'<div class="wide"><table class="{kind}">{"".join(bodies)}</table></div>\n'

    def _loose(self, start: int, end: int) -> str:
        """Words between cells, as a row of their own; nearly always there are none."""
        if start >= end or self._words.is_silent(start, end):
            return ""
        over = self._layout.columns
        return f'<tr><td colspan="{over}">{self._inline(start, end)}</td></tr>\n'

    def _row(self, number: int, row: Row) -> str:
        """A row, its empty columns kept."""
        in_head = number < self._layout.head
        filled = [cell for cell in row.cells if cell.start < cell.end]
        if len(filled) == 1 and self._is_words(filled[0]) and not (in_head and filled[0].column):
            return self._lone(filled[0], is_title=number < self._layout.titles)
        kinds = [
            "ruled" if row.ruled and not in_head else "",
            "head" if in_head else "",
            "total" if filled and filled[0].start in self._captions.totals else "",
        ]
        drawn = self._heads(number, filled) if in_head else self._cells(filled)
        kind = " ".join(word for word in kinds if word)
        return f'<tr class="{kind}">{drawn}</tr>\n' if kind else f"<tr>{drawn}</tr>\n"

    def _lone(self, cell: Cell, *, is_title: bool) -> str:
        """A row of words alone: a title, a section's heading, or half of a caption cut in two."""
        columns = self._layout.columns
        before = _empty(cell.column)
        over = f' colspan="{columns - cell.column}"' if columns - cell.column > 1 else ""
        words = self._inline(cell.start, cell.end)
        if is_title:
            return f'<tr class="title">{before}<th scope="colgroup"{over}>{words}</th></tr>\n'
        is_short = cell.end - cell.start <= _LONGEST_SECTION
        if is_short and not self._document.figures_in(cell.start, cell.end):
            kind, scope = ' class="section"', "rowgroup"
        else:
            kind, scope = "", "row"
        head = f'<th scope="{scope}"{self._depth(cell)}{over}>{words}</th>'
        return f"<tr{kind}>{before}{head}</tr>\n"

    def _heads(self, number: int, filled: list[Cell]) -> str:
        """The cells of a header; where widths are not known, words reach over empty columns."""
        drawn, column = [], 0
        for position, cell in enumerate(filled):
            drawn.append(_empty(cell.column - column))
            following = [*filled, None][position + 1]
            stop = following.column if following is not None else self._layout.columns
            end = self._layout.reach(cell, stop)
            over = f' colspan="{end - cell.column}"' if end - cell.column > 1 else ""
            kind = _OVER[self._layout.grouped(number, cell.column, end)]
            if over and not kind:
                kind = ' class="wider"'
            drawn.append(f'<th scope="col"{kind}{over}>{self._inline(cell.start, cell.end)}</th>')
            column = end
        return "".join(drawn) + _empty(self._layout.columns - column)

    def _cells(self, filled: list[Cell]) -> str:
        """The cells of a row of figures."""
        drawn, column = [], 0
        for number, cell in enumerate(filled):
            drawn.append(_empty(cell.column - column))
            over = f' colspan="{cell.width}"' if cell.width > 1 else ""
            drawn.append(self._cell(cell, over, is_first=number == 0))
            column = cell.column + cell.width
        return "".join(drawn) + _empty(self._layout.columns - column)

    def _cell(self, cell: Cell, over: str, *, is_first: bool) -> str:
        """A caption, a sign, a figure, or words; the tick of a lone figure hangs in the margin."""
        words = self._inline(cell.start, cell.end)
        if is_first and (self._is_words(cell) or self._is_spelt(cell)):
            return f'<th scope="row"{self._depth(cell)}{over}>{words}</th>'
        if self._layout.is_sign(cell):
            kind = "closing" if cell.column in self._layout.closing else "opening"
            return f'<td class="{kind}"{over}>{words}</td>'
        if cell.end - cell.start > _LONGEST_FIGURE:
            return f'<td class="prose"{over}>{words}</td>'
        if len(self._document.figures_in(cell.start, cell.end)) > 1:
            return f'<td class="several"{over}>{words}</td>'
        if cell.column + cell.width in self._layout.closing:
            return f'<td class="tight"{over}>{words}</td>'
        return f"<td{over}>{_hung(words)}</td>"

    def _is_words(self, cell: Cell) -> bool:
        """True where a cell is a caption: the first column, or words with no quantity."""
        return cell.column == 0 or not self._layout.is_quantity(cell)

    def _is_spelt(self, cell: Cell) -> bool:
        """True for a word with a figure beside it, such as the mark of a note."""
        return any(ch.isalpha() for ch in self._document.text[cell.start : cell.start + _WORD])

    def _depth(self, cell: Cell) -> str:
        """How far a caption is set in."""
        depth = self._captions.depths.get(cell.start, 0)
        return f' class="d{depth}"' if depth else ""


def _empty(count: int) -> str:
    """So many empty columns: a few as cells, more as one cell over all of them."""
    if count <= _FEW_EMPTY:
        return "<td></td>" * count
    return f'<td colspan="{min(count, _WIDEST)}"></td>'


def _hung(words: str) -> str:
    """The words with a closing bracket hung outside, so that digits stand under digits."""
    return f"{words[:-1]}<i>)</i>" if words.endswith(")") else words
