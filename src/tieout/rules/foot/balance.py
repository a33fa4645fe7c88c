"""Assets equal liabilities and equity."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.model.check import Binding
from tieout.model.statement import Statement
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import agree, not_tested

_SAYS = "liabilit"
"""A total whose caption says so is that of liabilities and equity; "Total" alone may be another."""


@rule("FT003", "balance-sheet-does-not-balance", tick="F")
def balance(evidence: Evidence) -> Iterator[Proposal]:
    """Holds the two grand totals of each balance sheet against each other, in every column."""
    for number, statement in enumerate(evidence.statements):
        sides = {line.concept: at for at, line in enumerate(statement.lines)}
        assets = sides.get("us-gaap:Assets")
        other = sides.get("us-gaap:LiabilitiesAndStockholdersEquity")
        if statement.kind != "balance_sheet" or assets is None:
            continue
        is_said = other is not None and _SAYS in statement.lines[other].caption.lower()
        for check in _in_columns(evidence, statement, assets, other):
            bound: Binding = "cell" if is_said else "caption"
            yield check.read(
                bound=bound, bindings=(("balance", number),), is_said=is_said, is_defined=is_said
            )


def _in_columns(
    evidence: Evidence, statement: Statement, assets: int, other: int | None
) -> Iterator[Proposal]:
    """The check of every column that names a day."""
    for column in statement.dated:
        total = evidence.cell(0, statement, assets, column)
        if total is None or not total.sources:
            continue
        against = None if other is None else evidence.cell(0, statement, other, column)
        if against is None or not against.sources:
            yield not_tested(total.ref, "needs the total of liabilities and equity")
        else:
            yield agree(against, total)
