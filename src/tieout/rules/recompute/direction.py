"""A word of direction agrees with the sign of the change it speaks of."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.evidence.quantity import loosest
from tieout.model.check import Ref
from tieout.model.claim import Claim
from tieout.proof.formula import Formula
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.recompute.operands import Movement, movement, readings
from tieout.rules.verbs import require


@rule("RX008", "direction-contradicts-change", tick="RX")
def direction(evidence: Evidence) -> Iterator[Proposal]:
    """Holds "increase" and "decrease" against the numbers now and before."""
    for claim in evidence.each(evidence.claims()):
        if claim.form not in ("change", "percent_change") or not claim.direction:
            continue
        if claim.against is None:
            continue
        moves = (movement(evidence, one) for one in readings(evidence, claim))
        read = [one for one in moves if not isinstance(one, str) and one.is_firm]
        if not read or any(one.goes(claim.direction) for one in read):
            continue
        moved = read[0]
        rose = moved.now.value > moved.before.value
        words = f"{claim.caption} went from {moved.before.shown} to {moved.now.shown}"
        check = require(
            Ref(0, claim.figure),
            rose == (claim.direction > 0),
            f"{words}, which is {'an increase' if rose else 'a decrease'}",
            reported="an increase" if claim.direction > 0 else "a decrease",
            expected="an increase" if rose else "a decrease",
        )
        if check.outcome == "differs":
            stated, formula = evidence.of_claim(0, claim), _came(claim, moved)
            bound = loosest((stated, *formula.operands))
            yield check.read(stated=stated, formula=formula, bound=bound)


def _came(claim: Claim, moved: Movement) -> Formula:
    """What the change came to, as the claim counts it."""
    operands = moved.now, moved.before
    if claim.form == "change":
        return Formula("{0} \u2212 {1}", operands, lambda a, b: a - b)
    return Formula("{0} / {1} \u2212 1", operands, lambda a, b: a / b - 1)
