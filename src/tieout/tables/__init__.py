"""Grid to Table: merged cells, headers, stubs."""

from tieout.model.document import Document
from tieout.model.table import Table


def understand(document: Document, number: int) -> Table:
    """The document's grid of that number (from 0), understood."""
    grid = document.grids[number]
    return Table(number + 1, grid.start, grid.end, grid.titles, (), ())
