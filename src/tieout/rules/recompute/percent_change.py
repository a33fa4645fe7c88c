"""A change told in percent is the number now over the number before, less one."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.recompute.both_ways import moved


@rule("RX003", "percent-change-does-not-recompute", tick="RX")
def percent_change(evidence: Evidence) -> Iterator[Proposal]:
    """Recomputes every percentage of change, from both numbers or from one and the change."""
    told = (claim for claim in evidence.claims() if claim.form == "percent_change")
    for claim in evidence.each(told):
        yield from moved(evidence, claim)
