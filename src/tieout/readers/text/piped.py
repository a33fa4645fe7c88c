"""Tables of pipes as grids: cells under one another as they stand, all others by their figures."""

from tieout.model.document import Cell, Grid, Row, Span
from tieout.patterns import pattern
from tieout.readers.text.bars import PipeRow
from tieout.readers.text.pipes import PipeTable
from tieout.readers.text.ragged import ragged_rows
from tieout.readers.text.tabs import reaches

_LINK = pattern(r"\[([^\]\n]*)\]\([^)\n]*\)\Z")


def piped_grid(text: str, table: PipeTable, titles: tuple[Span, ...]) -> Grid:
    """The rows of a table under its titles."""
    rows = table.rows
    found = (_row(text, row) for row in rows) if table.is_even else ragged_rows(text, rows)
    return Grid(rows[0].start, rows[-1].end, tuple(found), titles)


def _row(text: str, row: PipeRow) -> Row:
    """A row of cells; in one without a caption a cell reaches over the empty ones behind it."""
    words = [text[start:end] for start, end in row.cells]
    wide = reaches(words) if words and not words[0] else [1] * len(words)
    cells = (
        Cell(*unlinked(text, start, end), column, wide[column])
        for column, (start, end) in enumerate(row.cells)
    )
    return Row(tuple(cells), row.ruled, row.indent)


def unlinked(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of a link's words, where the whole is a link."""
    if text[start : start + 1] != "[":
        return start, end
    link = _LINK.match(text[start:end])
    return (start + link.start(1), start + link.end(1)) if link else (start, end)
