"""A change told in money is the number now less the number before."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.model.check import Ref
from tieout.model.claim import Claim
from tieout.proof.formula import Formula
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.recompute.counts import changes_of_counts
from tieout.rules.recompute.operands import Movement, as_spoken, is_of_its_sentence, settled
from tieout.rules.recompute.own_level import level_off
from tieout.rules.recompute.points import in_points
from tieout.rules.verbs import not_tested, recompute

_TEXT = "{0} − {1}"


@rule("RX002", "change-does-not-recompute", tick="RX")
def change(evidence: Evidence) -> Iterator[Proposal]:
    """Recomputes every change in amount, by its magnitude."""
    counted = list(changes_of_counts(evidence))
    told = {proposal.check.subject.figure for proposal in counted}
    for claim in evidence.claims():
        if claim.form != "change" or claim.figure in told:
            continue
        if claim.amount.unit.is_points:
            yield from in_points(evidence, claim)
        else:
            made = settled(evidence, claim, _recomputed)
            yield made if made.ties else level_off(evidence, claim) or made
    yield from counted


def _recomputed(evidence: Evidence, claim: Claim, moved: Movement | str) -> Proposal:
    """The change from the numbers of its two periods."""
    if isinstance(moved, str):
        return not_tested(Ref(0, claim.figure), moved)
    formula = Formula(_TEXT, (moved.now, moved.before), lambda a, b: abs(a - b))
    return recompute(
        evidence.of_claim(0, claim).magnitude(),
        formula,
        prose=True,
        hedge=claim.hedge,
        as_spoken=as_spoken(evidence, claim, _TEXT, lambda a, b: abs(a - b)),
    ).read(is_defined=is_of_its_sentence(evidence, claim, formula))
