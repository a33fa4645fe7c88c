"""Assets equal liabilities and equity."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.model.check import Check
from tieout.model.statement import Statement
from tieout.rules.base import rule
from tieout.rules.verbs import agree, not_tested
from tieout.rules.witness import borne_out

_SAYS = "liabilit"
"""A total whose caption says so is that of liabilities and equity; "Total" alone may be another."""


@rule("FT003", "balance-sheet-does-not-balance", tick="F")
def balance(evidence: Evidence) -> Iterator[Check]:
    """Holds the two grand totals of each balance sheet against each other, in every column."""
    for statement in evidence.subject.statements:
        sides = {line.concept: number for number, line in enumerate(statement.lines)}
        assets = sides.get("us-gaap:Assets")
        other = sides.get("us-gaap:LiabilitiesAndStockholdersEquity")
        if statement.kind != "balance_sheet" or assets is None:
            continue
        is_said = other is not None and _SAYS in statement.lines[other].caption.lower()
        checks = list(_in_columns(evidence, statement, assets, other))
        yield from checks if is_said else borne_out(checks, "the two totals balance at no date")


def _in_columns(
    evidence: Evidence, statement: Statement, assets: int, other: int | None
) -> Iterator[Check]:
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
