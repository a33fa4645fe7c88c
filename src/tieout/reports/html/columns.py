"""Columns counted where a format only measures them: figures over one another are one column."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from msgspec import structs

from tieout.model.document import Cell, Document, Grid, Row

_QUANTITIES = frozenset({"amount", "percent"})
_LETTERS = 3
"""A first cell with so many letters is a caption, though it may hold an amount."""


def counted(grid: Grid, document: Document) -> Grid:
    """The grid with every cell in the columns it stands over; captions have the first."""
    if not grid.is_measured:
        return grid
    columns = _columns(grid, document)
    if not columns:
        return grid
    rows = tuple(
        Row(tuple(_placed(row, columns)), ruled=row.ruled, indent=row.indent) for row in grid.rows
    )
    return structs.replace(grid, rows=rows, is_measured=False)


def _columns(grid: Grid, document: Document) -> list[tuple[int, int]]:
    """Where each column of figures stands: what overlaps is one."""
    stretches = sorted(
        (cell.column, cell.column + cell.width)
        for row in grid.rows
        for number, cell in enumerate(row.cells)
        if _is_quantity(cell, document) and not (number == 0 and _is_caption(cell, document))
    )
    columns: list[tuple[int, int]] = []
    for start, end in stretches:
        if columns and start < columns[-1][1]:
            columns[-1] = columns[-1][0], max(columns[-1][1], end)
        else:
            columns.append((start, end))
    return columns


def _placed(row: Row, columns: list[tuple[int, int]]) -> Iterator[Cell]:
    """The cells of a row in their columns, from left to right and none over another."""
    free = 0
    for cell in row.cells:
        first, last = _over(cell, columns)
        first = max(first, free)
        free = max(last, first) + 1
        yield structs.replace(cell, column=first, width=free - first)


def _over(cell: Cell, columns: list[tuple[int, int]]) -> tuple[int, int]:
    """The first and last column a cell stands over; the nearest where it stands over none."""
    start, end = cell.column, cell.column + cell.width
    if start < columns[0][0] and start + end < 2 * columns[0][0]:
        return 0, 0
    first = bisect_right(columns, start, key=_right)  # of those that end behind the cell's start
    stop = bisect_left(columns, end, lo=first, key=_left)
    if stop > first:
        return first + 1, stop
    beside = [n for n in (first - 1, first) if 0 <= n < len(columns)]
    nearest = min(beside, key=lambda n: abs(sum(columns[n]) - start - end))
    return nearest + 1, nearest + 1


def _left(column: tuple[int, int]) -> int:
    """Where a column begins."""
    return column[0]


def _right(column: tuple[int, int]) -> int:
    """Where a column ends."""
    return column[1]


def _is_quantity(cell: Cell, document: Document) -> bool:
    """True where a cell holds an amount or a percentage."""
    inside = document.figures_in(cell.start, cell.end)
    return any(document.figures[number].kind in _QUANTITIES for number in inside)


def _is_caption(cell: Cell, document: Document) -> bool:
    """True where a cell is words, whatever figures it may hold."""
    return sum(ch.isalpha() for ch in document.text[cell.start : cell.end]) >= _LETTERS
