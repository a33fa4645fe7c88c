"""A grid drawn as a table: captions left, figures right, tick letters in the margin between."""

from collections.abc import Callable, Sequence

from tieout.model.document import Cell, Grid, Row
from tieout.model.workpaper import Release
from tieout.reports.html.markup import Words, safe
from tieout.reports.html.ticks import Mark

_LONGEST_FIGURE = 28
_LONGEST_SECTION = 60
_DEEPEST = 4
_QUANTITIES = frozenset({"amount", "percent"})


class Rows:
    """The rows of one grid."""

    def __init__(
        self,
        grid: Grid,
        release: Release,
        words: Words,
        marks: Sequence[Mark],
        inline: Callable[..., str],
    ) -> None:
        """The rows of this grid; `inline` draws a stretch of text with its figures."""
        self._grid, self._document = grid, release.document
        self._words, self._marks, self._inline = words, marks, inline
        self._columns = max((c.column + c.width for row in grid.rows for c in row.cells), default=1)
        self._totals = {
            span.start
            for statement in release.statements
            for one in statement.calculation
            for span in statement.lines[one.total].spans
        }
        self._depths = {
            line.spans[0].start: min(line.depth, _DEEPEST)
            for statement in release.statements
            for line in statement.lines
            if line.spans and grid.start <= line.spans[0].start < grid.end
        }

    def table(self) -> str:
        """The whole table; what stands outside its cells is drawn only if it says something."""
        bodies, position, in_head = [], self._grid.start, True
        for row in self._grid.rows:
            in_head = in_head and not self._has_amounts(row)
            drawn = []
            for cell in row.cells:
                drawn.append(self._loose(position, cell.start))
                position = max(position, cell.end)
            bodies.append("".join(drawn) + self._row(row, in_head=in_head))
        bodies.append(self._loose(position, self._grid.end))
        kind = "figures" if not in_head else "words"
        return f'<div class="wide"><table class="{kind}">{"".join(bodies)}</table></div>\n'

    def _loose(self, start: int, end: int) -> str:
        """Words between cells, as a row of their own; nearly always there are none."""
        if start >= end or self._words.is_silent(start, end):
            return ""
        return f'<tr><td colspan="{self._columns}">{self._inline(start, end)}</td></tr>\n'

    def _row(self, row: Row, *, in_head: bool) -> str:
        """A row, its empty columns kept."""
        filled = [cell for cell in row.cells if cell.start < cell.end]
        if len(filled) == 1 and filled[0].column == 0:
            return self._lone(filled[0])
        kinds = [
            "ruled" if row.ruled else "",
            "head" if in_head else "",
            "total" if row.cells and row.cells[0].start in self._totals else "",
        ]
        cells = "".join(self._cells(filled, in_head=in_head))
        kind = " ".join(word for word in kinds if word)
        return f'<tr class="{kind}">{cells}</tr>\n' if kind else f"<tr>{cells}</tr>\n"

    def _lone(self, cell: Cell) -> str:
        """A row of one caption: a section's heading, or the first half of a caption cut in two."""
        is_short = cell.end - cell.start <= _LONGEST_SECTION
        has_figures = bool(self._document.figures_in(cell.start, cell.end))
        kind, scope = (
            (' class="section"', "rowgroup") if is_short and not has_figures else ("", "row")
        )
        over = f' colspan="{self._columns}"' if self._columns > 1 else ""
        head = f'<th scope="{scope}"{self._depth(cell)}{over}>{self._words_of(cell)}</th>'
        return f"<tr{kind}>{head}</tr>\n"

    def _depth(self, cell: Cell) -> str:
        """How far a caption is set in."""
        depth = self._depths.get(cell.start, 0)
        return f' class="d{depth}"' if depth else ""

    def _cells(self, filled: list[Cell], *, in_head: bool) -> list[str]:
        """The cells of a row; a header's words reach over the empty columns after them."""
        drawn, column = [], 0
        for number, cell in enumerate(filled):
            if cell.column > column:
                drawn.append("<td></td>" * (cell.column - column))
            following = filled[number + 1].column if number + 1 < len(filled) else self._columns
            reach = cell.column + cell.width
            if in_head and cell.column > 0:
                reach = max(reach, following)
            drawn.append(self._cell(cell, reach - cell.column, in_head=in_head))
            column = max(column, reach)
        if column < self._columns:
            drawn.append("<td></td>" * (self._columns - column))
        return drawn

    def _cell(self, cell: Cell, width: int, *, in_head: bool) -> str:
        """A caption, a header, a figure, or words."""
        over = f' colspan="{width}"' if width > 1 else ""
        if in_head:
            kind = ' class="over"' if width > 1 else ""
            return f'<th scope="col"{kind}{over}>{self._words_of(cell)}</th>'
        if cell.column == 0:
            return f'<th scope="row"{self._depth(cell)}{over}>{self._words_of(cell)}</th>'
        inside = self._document.figures_in(cell.start, cell.end)
        if cell.end - cell.start > _LONGEST_FIGURE:
            return f'<td class="prose"{over}>{self._words_of(cell)}</td>'
        if len(inside) != 1:
            return f'<td class="n"{over}>{self._words_of(cell)}</td>'
        letters = self._marks[inside[0]].letters
        tick = f' data-t="{safe(letters)}"' if letters else ""
        outcome = self._marks[inside[0]].outcome
        words = self._hung(self._inline(cell.start, cell.end, margin=True))
        return f'<td class="n {outcome}"{over}{tick}>{words}</td>'

    @staticmethod
    def _hung(words: str) -> str:
        """The words with a closing bracket hung outside, so that digits stand under digits."""
        if not words.endswith(")"):
            return words
        return f'{words[:-1]}<span class="hung">)</span>'

    def _words_of(self, cell: Cell) -> str:
        """A cell's words with its figures marked."""
        return self._inline(cell.start, cell.end)

    def _has_amounts(self, row: Row) -> bool:
        """True where a cell beyond the first is a quantity, or a dash for one."""
        for cell in row.cells:
            if cell.column == 0 or cell.start == cell.end:
                continue
            inside = self._document.figures_in(cell.start, cell.end)
            kinds = {self._document.figures[number].kind for number in inside}
            if kinds & _QUANTITIES or self._words.is_silent(cell.start, cell.end):
                return True
        return False
