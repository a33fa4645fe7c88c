"""Scales of different kinds: the table's scale is not read, or prose uses the table's own."""

from fractions import Fraction

from tieout.model.amount import prints_as
from tieout.proof.case import Case
from tieout.proof.explanations import Explained

_CERTAIN = 40
_THOUSANDS = (3, 6, 9)


def explained(case: Case) -> Explained | None:
    """Digits that are the same at another thousand, where no other prose ties to the table."""
    claim = case.claim
    if claim is None or case.formula.is_sum or not claim.amount.mantissa:
        return None  # a zero has no digits that could be the same
    computed = abs(case.formula.computed())
    powers = [way * power for power in _THOUSANDS for way in (1, -1)]
    if not any(prints_as(computed * Fraction(10) ** one, abs(case.amount)) for one in powers):
        return None
    document = case.docket.evidence.subject.document
    figure = document.figures[claim.figure]
    is_bare = figure.amount is not None and figure.amount.exponent == claim.amount.exponent
    if is_bare and claim.amount.exponent <= 0 and case.amount.value < computed:
        return Explained(_CERTAIN, "the figure may be in the same scale as the table it comes from")
    if case.operands and case.operands[0].statement not in case.docket.tied_scales:
        return Explained(
            _CERTAIN, "nothing confirms whether the table is in thousands or in millions"
        )
    return None
