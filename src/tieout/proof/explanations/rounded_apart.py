"""A convention: the two figures were rounded apart, and are a unit of their last digit apart."""

from tieout.proof.case import Case
from tieout.proof.explanations import Explained

_UNIT = 24


def explained(case: Case) -> Explained | None:
    """One unit between two printings of one number in tables, or a total and few parts."""
    if case.claim is not None or not case.amount.unit.is_scaled:
        return None
    if len(case.formula.operands) > 1 or case.proposal.bound not in ("caption", "digits"):
        return None
    unit = max(case.amount.last_unit, case.formula.operands[0].amount.last_unit)
    if abs(case.stated.value - case.formula.computed()) <= unit:
        return Explained(_UNIT, "one unit apart: each figure may have been rounded separately")
    return None
