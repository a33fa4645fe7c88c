"""The difference is told beside the figure: one of the two takes in what the other leaves out."""

from tieout.proof.case import Case
from tieout.proof.explanations import Explained

_TOLD = 16


def explained(case: Case) -> Explained | None:
    """Another figure of the sentence is what the figure and the number it is held against lack."""
    claim = case.claim
    if claim is None or len(case.formula.operands) != 1:
        return None
    apart = abs(case.stated.value - case.formula.computed())
    for one in case.docket.evidence.beside(claim):
        slack = one.amount.last_unit + case.amount.last_unit
        is_other = one.figure != claim.figure and one.amount.unit == claim.amount.unit
        if is_other and abs(apart - abs(one.amount.value)) < slack < abs(one.amount.value):
            return Explained(_TOLD, "the difference is another figure of the same sentence")
    return None
