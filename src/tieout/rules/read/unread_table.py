"""A table of figures that no statement kind claims is said to be unread."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.model.check import Ref
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import not_tested

_FEWEST = 4


@rule("RD001", "table-not-understood", tick="RD")
def unread_table(evidence: Evidence) -> Iterator[Proposal]:
    """Names the first figure of every table with several figures that is no statement."""
    read = {statement.table for statement in evidence.statements}
    for table in evidence.subject.tables:
        figures = [cell.figure for row in table.rows for cell in row.readings if cell.figure >= 0]
        if table.number not in read and len(figures) >= _FEWEST:
            yield not_tested(
                Ref(0, figures[0]),
                f"table {table.number} is not recognised as a statement: its {len(figures)} "
                "figures are read, but not tested",
            )
