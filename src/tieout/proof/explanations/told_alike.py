"""The figure stands in another place too: it was computed so, and is no slip of a hand."""

from tieout.model.amount import prints_as
from tieout.proof.case import Case
from tieout.proof.explanations import Explained

_TOLD = 8


def explained(case: Case) -> Explained | None:
    """A figure that something else in hand ties, though this computation does not give it."""
    if case.stated.ref.figure not in case.docket.tied or case.formula.is_sum:
        return None
    if prints_as(abs(case.formula.computed()), abs(case.amount)):
        return None  # the size ties, and the sign is in question
    return Explained(_TOLD, "another place shows the same figure")
