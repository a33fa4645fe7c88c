"""Table to Statement, one kind each."""

from collections.abc import Sequence

from tieout.model.document import Document
from tieout.model.period import FiscalCalendar
from tieout.model.statement import Statement
from tieout.model.table import Table


def find_statements(
    document: Document, tables: Sequence[Table], calendar: FiscalCalendar | None
) -> tuple[Statement, ...]:
    """The statements among the tables, in reading order."""
    return ()
