"""Where the tables of a workbook stand: their sheets, and the cells by row and column."""

from bisect import bisect_right

from msgspec import Struct

from tieout.model.document import Document

_LETTERS = 26


class CellPlace(Struct, frozen=True, gc=False):
    """A cell of a workbook or of a CSV file, which has no `sheet`; `name` is a defined name of it.

    `row` and `column` are counted from 1.
    """

    sheet: str
    row: int
    column: int
    name: str = ""

    @property
    def cell(self) -> str:
        """The cell alone: "C14"."""
        return f"{letters(self.column)}{self.row}"

    @property
    def brief(self) -> str:
        """The cell as formulas name it, with its defined name: "TB!C14 (Total_backlog)"."""
        sheet = self.sheet if self.sheet.isalnum() else "'" + self.sheet.replace("'", "''") + "'"
        place = f"{sheet}!{self.cell}" if self.sheet else self.cell
        return f"{place} ({self.name})" if self.name else place


def letters(column: int) -> str:
    """The letters of a column, counted from 1: "A", "Z", "AA"."""
    told = ""
    while column:
        column, letter = divmod(column - 1, _LETTERS)
        told = chr(ord("A") + letter) + told
    return told


def cell_of(document: Document, figure: int) -> CellPlace | None:
    """The cell that a figure of a workbook stands in; None for one of another format."""
    start = document.figures[figure].start
    at = bisect_right(document.sheets, start, key=lambda one: one.start) - 1
    if at < 0:
        return None
    sheet = document.sheets[at]
    grids = document.grids
    number = bisect_right(grids, start, key=lambda one: one.start) - 1
    if number < 0 or grids[number].start != sheet.start or start >= grids[number].end:
        return None
    rows = grids[number].rows
    row = bisect_right(rows, start, key=lambda one: one.start) - 1
    if row < 0:
        return None
    cells = rows[row].cells
    cell = cells[bisect_right(cells, start, key=lambda one: one.start) - 1]
    at_row, at_column = sheet.rows[row], sheet.left + cell.column
    return CellPlace(
        sheet.name, at_row, at_column, document.names.get((sheet.name, at_row, at_column), "")
    )
