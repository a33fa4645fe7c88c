"""Headline lines of face statements that say several things of one period: columns misread.

    python tools/periods.py FILE...

A statement prints its revenue, result, totals and cash flows once for a period. Where it has two
values of one concept, unit, dimensions and period, its columns or its lines were misread: two
columns got one header, or two lines one concept. Prints a line each, and is 1 where columns were.
"""

import sys
from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from pathlib import Path

from msgspec import Struct

from tieout import api
from tieout.errors import Unreadable
from tieout.model.statement import Fact
from tieout.model.workpaper import Release

HEADLINES = frozenset(
    f"us-gaap:{name}"
    for name in (
        "Revenues",
        "RevenueFromContractWithCustomerExcludingAssessedTax",
        "RevenuesNetOfInterestExpense",
        "GrossProfit",
        "OperatingIncomeLoss",
        "IncomeLossFromContinuingOperationsBeforeIncomeTaxesExtraordinaryItemsNoncontrollingInterest",
        "IncomeTaxExpenseBenefit",
        "NetIncomeLoss",
        "ProfitLoss",
        "EarningsPerShareBasic",
        "EarningsPerShareDiluted",
        "WeightedAverageNumberOfSharesOutstandingBasic",
        "WeightedAverageNumberOfDilutedSharesOutstanding",
        "InterestIncomeExpenseNet",
        "NoninterestIncome",
        "NoninterestExpense",
        "ComprehensiveIncomeNetOfTax",
        "AssetsCurrent",
        "Assets",
        "LiabilitiesCurrent",
        "Liabilities",
        "StockholdersEquity",
        "LiabilitiesAndStockholdersEquity",
        "NetCashProvidedByUsedInOperatingActivities",
        "NetCashProvidedByUsedInInvestingActivities",
        "NetCashProvidedByUsedInFinancingActivities",
        "CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalentsPeriodIncreaseDecrease"
        "IncludingExchangeRateEffect",
    )
)
"""What a statement says once for a period, on a line that every reader looks for."""


class Several(Struct, frozen=True, gc=False):
    """Facts of one statement about one thing that differ."""

    kind: str
    facts: tuple[Fact, ...]

    @property
    def misread(self) -> str:
        """What was misread: "columns" where one line has two of the values, else "lines"."""
        lines: defaultdict[int, set[Fraction]] = defaultdict(set)
        for fact in self.facts:
            lines[fact.line].add(fact.amount.value)
        return "columns" if any(len(values) > 1 for values in lines.values()) else "lines"

    def __str__(self) -> str:
        """What the statement says, and where."""
        first = self.facts[0]
        told = "; ".join(f"{fact.anchor} {fact.caption!r} {fact.printed}" for fact in self.facts)
        name = first.concept.partition(":")[2]
        return f"{self.misread}: {self.kind} {name[:40]} {first.period}: {told}"


def several(release: Release) -> Iterator[Several]:
    """Every headline of a face statement that has several values for one period."""
    for statement in release.statements:
        if not statement.is_face:
            continue
        found: defaultdict[tuple[object, ...], list[Fact]] = defaultdict(list)
        for fact in statement.facts:
            if fact.concept in HEADLINES and fact.period is not None and not fact.in_caption:
                key = (fact.concept, fact.amount.unit, fact.dimensions, fact.period)
                found[key].append(fact)
        for facts in found.values():
            if len({fact.amount.value for fact in facts}) > 1:
                yield Several(statement.kind, tuple(facts))


def main(paths: list[Path]) -> int:
    """Prints every headline with several values, and is 1 where columns were misread."""
    misread: list[str] = []
    for path in paths:
        try:
            found = list(several(api.read(path)))
        except Unreadable as refusal:
            print(f"{path.name}: {refusal}")
            continue
        for one in found:
            print(f"{path.name}: {one}")
        misread += sorted({one.misread for one in found})
    for what in ("columns", "lines"):
        print(f"{misread.count(what)} of {len(paths)} documents with {what} misread")
    return int("columns" in misread)


if __name__ == "__main__":
    sys.exit(main([Path(argument) for argument in sys.argv[1:]]))
