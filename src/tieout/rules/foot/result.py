"""A result of a statement is what stands above it, netted."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.model.statement import Statement
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import foot_statement

_REVENUES = frozenset(
    {"us-gaap:Revenues", "us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax"}
)
_COSTS = frozenset({"us-gaap:CostOfRevenue", "us-gaap:CostOfGoodsAndServicesSold"})
_SECTIONS = [
    frozenset({f"us-gaap:NetCashProvidedByUsedIn{name}Activities"})
    for name in ("Operating", "Investing", "Financing")
]
_DEFINED = {
    "us-gaap:GrossProfit": [_REVENUES, _COSTS],
    "us-gaap:CashCashEquivalentsRestrictedCashAndRestrictedCashEquivalents"
    "PeriodIncreaseDecreaseIncludingExchangeRateEffect": _SECTIONS,
}
"""Results that are by definition what one line of each of these makes."""


@rule("FT002", "result-does-not-foot", tick="F")
def statement_result(evidence: Evidence) -> Iterator[Proposal]:
    """Foots gross profit, operating income, income before and after tax, in every column."""
    statements = evidence.statements
    for number in evidence.each(range(len(statements))):
        for one in foot_statement(evidence.footed(number), number, kind="result"):
            yield one.read(is_defined=_is_defined(statements[number], one)) if one.formula else one


def _is_defined(statement: Statement, proposal: Proposal) -> bool:
    """True where the concepts of a result and of the lines it is netted from say so by themselves.

    Gross profit has no part besides revenue and its cost; cash may move by what is in no section.
    """
    named = {cell.figure: line.concept for line in statement.lines for cell in line.cells}
    result = named.get(proposal.check.subject.figure, "")
    parts = [named.get(one.ref.figure, "") for one in proposal.check.operands]
    needed = _DEFINED.get(result, ())
    is_whole = bool(needed) and all(any(p in one for p in parts) for one in needed)
    return is_whole and (needed is _SECTIONS or len(parts) == len(needed))
