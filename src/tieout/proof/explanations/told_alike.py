"""Another place bears the figure out: it stands there too, or its column adds up with it."""

from tieout.model.amount import prints_as
from tieout.proof.case import Case
from tieout.proof.explanations import Explained

_TOLD = 8
_ADDED_UP = 16
_ROUNDED = 5
"""A part is rounded by so few of its last units that a column may add up."""


def explained(case: Case) -> Explained | None:
    """A figure that something else in hand ties, though this computation does not give it."""
    if case.formula.is_sum:
        return None
    unit = case.amount.unit
    apart = abs(abs(case.stated.value) - abs(case.formula.computed()))
    is_rounded = apart <= _ROUNDED * case.amount.last_unit
    is_part = case.stated.ref.figure in case.docket.added_up
    if is_part and is_rounded and (unit.is_pure or unit.is_per_share):
        bits = max(0, _ADDED_UP - case.unadjusted)
        return Explained(bits, "its column adds up with it: parts are often rounded to do so")
    if case.stated.ref.figure not in case.docket.tied:
        return None
    if prints_as(abs(case.formula.computed()), abs(case.amount)):
        return None  # the size ties, and the sign is in question
    return Explained(_TOLD, "another place shows the same figure")
