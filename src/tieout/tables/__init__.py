"""Grid to Table: columns, headers, stubs."""

from tieout.model.document import Document
from tieout.model.table import Table


def understand(document: Document, number: int) -> Table:
    """The document's grid of that number (from 0), understood."""
    # Many a text has no table: what reads them is loaded for the first.
    from tieout.tables.understood import understood

    return understood(document, number)
