"""The words cross zero: from a loss to an income the change is the sum of both sizes."""

from tieout.proof.case import Case
from tieout.proof.explanations import Explained

_CROSSES = 24
_UNITS = 2


def explained(case: Case) -> Explained | None:
    """A change told as an amount that the two levels, one of them a loss, add up to."""
    claim, operands = case.claim, case.formula.operands
    if claim is None or claim.form != "change" or len(operands) != _UNITS:
        return None
    together = abs(operands[0].value) + abs(operands[1].value)
    if abs(together - abs(claim.amount.value)) <= _UNITS * claim.amount.last_unit:
        return Explained(_CROSSES, "one of the two amounts may be a loss and the other an income")
    return None
