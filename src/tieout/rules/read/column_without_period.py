"""A statement's column whose header names no period is said to be unread."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.model.check import Ref
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import not_tested


@rule("RD002", "column-without-period", tick="RD")
def column_without_period(evidence: Evidence) -> Iterator[Proposal]:
    """Names the first figure of every column that compares, or that no header gives a period."""
    for statement in evidence.statements:
        for number, column in enumerate(statement.columns):
            if column.period is not None and not column.measure:
                continue
            cells = (line.cells[number] for line in statement.lines)
            figure = next((cell.figure for cell in cells if cell.figure >= 0), -1)
            if figure >= 0:
                what = f"column {number + 1} of table {statement.table}"
                why = column.doubt or "has no header that names a period"
                why = "compares other columns" if column.measure else why
                yield not_tested(Ref(0, figure), f"{what} {why}: its figures cannot be tied")
