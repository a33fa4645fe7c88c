"""Assets equal liabilities and equity."""

from collections.abc import Iterator

from tieout.model.check import Check
from tieout.model.evidence import Evidence
from tieout.rules.base import rule
from tieout.rules.verbs import agree, not_tested


@rule("FT003", "balance-sheet-does-not-balance", tick="F")
def balance(evidence: Evidence) -> Iterator[Check]:
    """Holds the two grand totals of each balance sheet against each other, in every column."""
    for statement in evidence.subject.statements:
        sides = {line.concept: number for number, line in enumerate(statement.lines)}
        assets = sides.get("us-gaap:Assets")
        other = sides.get("us-gaap:LiabilitiesAndStockholdersEquity")
        if statement.kind != "balance_sheet" or assets is None:
            continue
        for column in statement.dated:
            total = evidence.cell(0, statement, assets, column)
            if total is None or not total.sources:
                continue
            against = None if other is None else evidence.cell(0, statement, other, column)
            if against is None or not against.sources:
                yield not_tested(total.ref, "needs the total of liabilities and equity")
            else:
                yield agree(against, total)
