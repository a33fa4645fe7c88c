"""Units of different kinds: a change in basis points beside percentages."""

from tieout.model.amount import prints_as
from tieout.proof.case import Case
from tieout.proof.explanations import Explained

_CERTAIN = 40
_POINTS = (100, 10000)


def explained(case: Case) -> Explained | None:
    """The figure is the computed one a hundred times, as basis points are of points."""
    computed = case.formula.computed()
    if computed and any(prints_as(computed * times, case.amount) for times in _POINTS):
        return Explained(_CERTAIN, "the figure may be in basis points, beside percentages")
    return None
