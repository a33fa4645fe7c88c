"""A change told in money is the number now less the number before."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.recompute.both_ways import moved
from tieout.rules.recompute.counts import changes_of_counts
from tieout.rules.recompute.points import in_points


@rule("RX002", "change-does-not-recompute", tick="RX")
def change(evidence: Evidence) -> Iterator[Proposal]:
    """Recomputes every change in amount, by its magnitude."""
    counted = evidence.once("counts", lambda: tuple(changes_of_counts(evidence)))
    told = {proposal.check.subject.figure for proposal in counted}
    others = (one for one in evidence.claims() if one.form == "change" and one.figure not in told)
    for claim in evidence.each(others):
        if claim.amount.unit.is_points:
            yield from in_points(evidence, claim)
        else:
            yield from moved(evidence, claim)
    yield from counted
