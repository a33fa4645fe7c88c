"""Table to Statement, one kind each."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from tieout.model.document import Document
from tieout.model.memo import Memo, afresh
from tieout.model.period import FiscalCalendar
from tieout.model.statement import Statement
from tieout.model.table import Table

if TYPE_CHECKING:
    from tieout.statements.lines import Rows
    from tieout.statements.placing import Placed
    from tieout.statements.reading import Read


def find_statements(
    document: Document,
    tables: Sequence[Table],
    calendar: FiscalCalendar | None,
    memo: Memo = afresh,
) -> tuple[Statement, ...]:
    """The statements among the tables, in reading order: each pass takes what the last one gave."""
    if not tables:  # and nothing of this need be loaded
        return ()
    from tieout.statements.parts import rows_of
    from tieout.statements.placing import placed_in
    from tieout.statements.reading import agreed, read_of
    from tieout.statements.stating import stated

    rows: Iterator[Rows] = rows_of(document, tables, memo)
    read: tuple[Read, ...] = tuple(read_of(rows, calendar, memo))
    together: tuple[Read, ...] = agreed(read, tables, calendar, memo)
    placed: tuple[Placed, ...] = placed_in(together, memo)
    return stated(document, placed, memo)
