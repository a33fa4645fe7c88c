"""The rows over a table's figures, and the words that stand over each column."""

from tieout.lexicon.markup import clean
from tieout.model.document import Cell, Document, Grid, Row, Span
from tieout.model.table import Header
from tieout.tables.cells import read_cell

_TALLEST = 8


def header_height(document: Document, grid: Grid) -> int:
    """How many rows stand over the first figure or the first caption of the body."""
    seen = False
    for height, row in enumerate(grid.rows[:_TALLEST]):
        stub = document.text[row.cells[0].start : row.cells[0].end].strip()
        named = [cell for cell in row.cells[1:] if cell.start < cell.end]
        if any(_is_amount(document, cell) for cell in named):
            return height
        if stub and not (named or stub.startswith("(")):
            return height if seen else 0
        seen = seen or bool(named)
    return min(len(grid.rows), _TALLEST) if seen and len(grid.rows) > _TALLEST else 0


def headers(document: Document, rows: tuple[Row, ...], columns: list[int]) -> tuple[Header, ...]:
    """For each column the words over it, every level joined; a level's cell reaches to the next."""
    words: list[list[str]] = [[] for _ in columns]
    spans: list[list[Span]] = [[] for _ in columns]
    for row in rows:
        for position, column in enumerate(columns):
            cell = _over(row, column)
            if cell is not None:
                words[position].append(clean(document.text[cell.start : cell.end]))
                spans[position].append(Span(cell.start, cell.end))
    return tuple(
        Header(" ".join(said), tuple(where)) for said, where in zip(words, spans, strict=True)
    )


def _over(row: Row, column: int) -> Cell | None:
    """The cell of a header row that stands over a column: the last one begun, the stub left out."""
    over = None
    for cell in row.cells[1:]:
        if cell.column > column:
            break
        if cell.start < cell.end:
            over = cell
    return over


def _is_amount(document: Document, cell: Cell) -> bool:
    """True where the cell is a figure that is no year, or a dash."""
    reading = read_cell(document, cell)
    if reading.kind == "nil":
        return True
    return reading.kind == "number" and document.figures[reading.figure].kind != "year"
