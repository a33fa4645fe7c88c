"""A word of direction agrees with the sign of the change it speaks of."""

from collections.abc import Iterator
from fractions import Fraction

from tieout.evidence.gathered import Evidence
from tieout.model.check import Check, Ref
from tieout.model.claim import Claim
from tieout.proof.slip import may_misprint
from tieout.rules.base import rule
from tieout.rules.recompute.operands import Movement, movement, readings
from tieout.rules.verbs import require


@rule("RX008", "direction-contradicts-change", tick="RX")
def direction(evidence: Evidence) -> Iterator[Check]:
    """Holds "increase" and "decrease" against the numbers now and before."""
    for claim in evidence.claims():
        if claim.form not in ("change", "percent_change") or not claim.direction:
            continue
        moves = [movement(evidence, one) for one in readings(evidence, claim)]
        read = [one for one in moves if not isinstance(one, str) and one.is_firm]
        if claim.against is None or not read or any(one.goes(claim.direction) for one in read):
            continue
        moved = read[0]
        if _is_of_another(claim, moved):
            continue
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
            yield check


def _is_of_another(claim: Claim, moved: Movement) -> bool:
    """True where the change is of so different a size that it is a part's, or another measure's."""
    now, before = moved.now.value, moved.before.value
    came = now - before if claim.form == "change" else (now / before - 1 if before else now)
    return not may_misprint(claim.amount, Fraction(came))
