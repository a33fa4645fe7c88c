"""Excel workbooks: every sheet under its name, values as far as known as they are displayed."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from msgspec import structs

from tieout.model.document import Block, Cell, Grid, Heading, Row, Span
from tieout.model.document import Sheet as Stand
from tieout.readers.archived import is_archive_with
from tieout.readers.passages import Laid
from tieout.readers.spans import widened
from tieout.readers.written import Written

if TYPE_CHECKING:
    from tieout.readers.xlsx.sheets import Sheet

FORMAT = "excel"

PRECEDENCE = 21
"""Told apart from a Word document by its parts."""


def sniff(raw: bytes) -> bool:
    """True for a zip archive with a workbook in it."""
    return is_archive_with(raw, b"xl/workbook.xml")


def read(raw: bytes) -> Laid:
    """The visible sheets in order: the name as a heading, rows with a tab between cells.

    Two empty rows part one table from the next. Raises Unreadable for what is no workbook, or a
    hostile one.
    """
    from tieout.readers.xlsx.names import named_cells
    from tieout.readers.xlsx.sheets import sheets

    laid = laid_out(FORMAT, sheets(raw))
    return structs.replace(laid, named=named_cells(raw))


def laid_out(form: str, sheets: Iterable["Sheet"]) -> Laid:
    """The sheets of a workbook of that format, laid out; one without a name has no heading."""
    text = Written()
    blocks: list[Block] = []
    stands: list[Stand] = []
    for sheet in sheets:
        titles: tuple[Span, ...] = ()
        if sheet.name:
            heading = Heading(*text.write(" ".join(sheet.name.split()) or "Sheet"))
            text.write("\n")
            blocks.append(heading)
            titles = (Span(heading.start, heading.end),)
        for first, stop in sheet.tables():
            grid, stand = _grid(text, sheet, first, stop, titles)
            blocks.append(grid)
            stands.append(stand)
            titles = ()
    return Laid(form, text.text, tuple(blocks), sheets=tuple(stands))


def _grid(
    text: Written, sheet: "Sheet", first: int, stop: int, titles: tuple[Span, ...]
) -> tuple[Grid, Stand]:
    """The rows of a table, and where they stand; its first column with words is the stub."""
    shown = [row for row in sheet.rows[first:stop] if any(row)]
    left = min(next(place for place, words in enumerate(row) if words) for row in shown)
    right = max(place + 1 for row in shown for place, words in enumerate(row) if words)
    start = end = -1
    rows: list[Row] = []
    numbers: list[int] = []
    for number, row in enumerate(sheet.rows[first:stop], first):
        cells: list[Cell] = []
        columns = range(left, right)
        merged = [sheet.widths.get((number, column), 1) for column in columns]
        wide = widened(row[left:right], columns, merged)
        for column, words, width in zip(columns, row[left:right], wide, strict=True):
            if words:
                begin, end = text.write(words)
                start = begin if start < 0 else start
                cells.append(Cell(begin, end, column - left, width))
                text.write("\t")
        if cells:
            text.write("\n")
            rows.append(Row(tuple(cells)))
            numbers.append(number + 1)
    stand = Stand(start, sheet.name, left + 1, tuple(numbers))
    return Grid(start, end, tuple(rows), titles), stand
