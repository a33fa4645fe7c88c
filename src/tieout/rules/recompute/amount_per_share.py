"""An amount told with what it comes to per share is that many times the shares."""

from collections.abc import Iterator
from itertools import pairwise

from tieout.evidence.gathered import Evidence
from tieout.evidence.quantity import bound_by
from tieout.model.claim import Claim
from tieout.proof.formula import Formula
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import recompute

_SHARES = (
    "us-gaap:WeightedAverageNumberOfDilutedSharesOutstanding",
    "us-gaap:WeightedAverageNumberOfSharesOutstandingBasic",
    "us-gaap:WeightedAverageNumberOfShareOutstandingBasicAndDiluted",
)


@rule("RX011", "amount-per-share-does-not-recompute", tick="RX")
def amount_per_share(evidence: Evidence) -> Iterator[Proposal]:
    """Divides the amount in front by the average shares of its period; a miss proves nothing.

    What is told per share may be after tax, or of one class of shares.
    """
    for level, claim in pairwise(evidence.claims()):
        if not _is_pair(level, claim):
            continue
        for concept in _SHARES:
            shares = evidence.find(concept, claim.period)
            if shares is None:
                continue
            amount = evidence.of_claim(0, level).magnitude()
            operands = amount, bound_by(shares, "digits")
            check = recompute(
                evidence.of_claim(0, claim).magnitude(),
                Formula("{0} / {1}", operands, lambda a, b: a / b),
                prose=True,
                hedge=claim.hedge,
            )
            if check.outcome == "agrees":
                yield check
                break


def _is_pair(level: Claim, claim: Claim) -> bool:
    """True for "$634,000, or $.19 per share": the two of one sentence and period."""
    return (
        (level.form, claim.form) == ("level", "per_share")
        and level.sentence == claim.sentence
        and level.period == claim.period
        and level.amount.unit.per_share is claim.amount.unit
        and bool(claim.amount.mantissa)
    )
