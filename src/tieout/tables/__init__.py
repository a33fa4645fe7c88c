"""Grid to Table: merged cells, headers, stubs."""

from tieout.lexicon.markup import clean
from tieout.model.document import Document, Grid, Row, Span
from tieout.model.table import Table, TableRow
from tieout.tables.cells import read_cell
from tieout.tables.headers import header_height, headers


def understand(document: Document, number: int) -> Table:
    """The document's grid of that number (from 0), understood.

    Columns are those in which some row has a figure or a dash; captions cut by a page or a line
    are rejoined.
    """
    grid = document.grids[number]
    height = header_height(document, grid)
    columns = _columns(document, grid, height)
    rows = [_row(document, row, columns) for row in grid.rows[height:]]
    return Table(
        number + 1,
        grid.start,
        grid.end,
        grid.titles,
        headers(document, grid.rows[:height], columns),
        tuple(_rejoined([row for row in rows if row is not None])),
    )


def _columns(document: Document, grid: Grid, height: int) -> list[int]:
    """The columns that hold figures or dashes under the header."""
    found: set[int] = set()
    for row in grid.rows[height:]:
        for cell in row.cells[1:]:
            if cell.column not in found and read_cell(document, cell).kind in ("number", "nil"):
                found.add(cell.column)
    return sorted(found)


def _row(document: Document, row: Row, columns: list[int]) -> TableRow | None:
    """A row behind its caption; None for one with nothing in it."""
    stub = row.cells[0]
    by_column = {cell.column: cell for cell in row.cells}
    caption = clean(document.text[stub.start : stub.end])
    blank = read_cell(document, None)
    readings = tuple(
        read_cell(document, by_column[column]) if column in by_column else blank
        for column in columns
    )
    if not caption and all(reading.kind == "blank" for reading in readings):
        return None
    spans = (Span(stub.start, stub.end),) if caption else ()
    return TableRow(caption, spans, readings, ruled=row.ruled)


def _rejoined(rows: list[TableRow]) -> list[TableRow]:
    """The rows with captions that ran over into the next row made whole again."""
    whole: list[TableRow] = []
    for row in rows:
        above = whole[-1] if whole else None
        if above is not None and above.is_heading and _goes_on(above.caption, row.caption):
            whole[-1] = TableRow(
                f"{above.caption} {row.caption}",
                (*above.spans, *row.spans),
                row.readings,
                row.depth,
                above.ruled,
            )
        else:
            whole.append(row)
    return whole


def _goes_on(above: str, below: str) -> bool:
    """True where a caption without figures is continued by the next one."""
    if not below or above.endswith(":"):
        return False
    return below[0].islower() or above.endswith((",", ";", "(", " and", " of"))
