"""Earnings per share of a quarter not printed follow from six months and the other quarter."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.evidence.quantity import Quantity
from tieout.model.concept import feeds
from tieout.model.period import Period, duration
from tieout.proof.formula import Formula
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import recompute

_SHARES = {
    "us-gaap:EarningsPerShareBasic": "us-gaap:WeightedAverageNumberOfSharesOutstandingBasic",
    "us-gaap:EarningsPerShareDiluted": "us-gaap:WeightedAverageNumberOfDilutedSharesOutstanding",
}


@rule("RX009", "derived-earnings-per-share-does-not-recompute", tick="RX")
def derived_earnings_per_share(evidence: Evidence) -> Iterator[Proposal]:
    """Divides derived income by derived weighted shares: twice six months' less the quarter's."""
    for claim in evidence.claims():
        if claim.form != "per_share" or claim.period is None or claim.period.months != 3:
            continue
        for concept in feeds(claim.concept):
            shares = _SHARES.get(concept)
            if shares is None or evidence.find(concept, claim.period) is not None:
                continue
            income = evidence.find("us-gaap:NetIncomeLoss", claim.period)
            counts = _counts(evidence, shares, claim.period)
            if income is not None and income.is_derived and counts is not None:
                formula = Formula(
                    "{0} / (2 × {1} − {2})",
                    (income, *counts),
                    lambda a, six, three: a / (six * 2 - three),
                    is_size=True,
                )
                stated = evidence.of_claim(0, claim).magnitude()
                yield recompute(stated, formula, prose=True, hedge=claim.hedge, at_best="rounds")
            break


def _counts(evidence: Evidence, concept: str, period: Period) -> tuple[Quantity, Quantity] | None:
    """Weighted shares of the six months that the quarter opens, and of the quarter after it."""
    for later in evidence.facts(concept):
        other = later[1].period
        if other is None or other.months != 3 or other.opening() != period.closing():
            continue
        six = evidence.find(concept, duration(other.end, 6))
        if six is not None and not six.is_derived:
            return six, evidence.of_fact(*later)
    return None
