"""Shares issued less shares outstanding are the shares in treasury."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.proof.formula import Formula
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import recompute

_TREASURY = frozenset({"us-gaap:TreasuryStockShares", "us-gaap:TreasuryStockCommonShares"})
_ISSUED = "us-gaap:CommonStockSharesIssued"
_OUTSTANDING = "us-gaap:CommonStockSharesOutstanding"


@rule("RX007", "treasury-shares-do-not-reconcile", tick="RX")
def treasury_shares(evidence: Evidence) -> Iterator[Proposal]:
    """Takes the shares outstanding from those issued, at every balance date.

    One figure that tells both, "issued and outstanding", leaves nothing to take off.
    """
    for fact in evidence.reported:
        if fact.concept not in _TREASURY or fact.period is None:
            continue
        issued = evidence.find(_ISSUED, fact.period)
        outstanding = evidence.find(_OUTSTANDING, fact.period)
        if issued is not None and outstanding is not None and issued.ref != outstanding.ref:
            operands = (issued, outstanding)
            yield recompute(
                evidence.of_fact(0, fact), Formula("{0} − {1}", operands, lambda a, b: a - b)
            ).read(is_defined=True)
