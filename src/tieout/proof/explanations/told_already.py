"""Another figure of the sentence states this already, and agrees: this is of a part or a cause."""

from tieout.proof.case import Case
from tieout.proof.explanations import Explained

_TOLD = 30


def explained(case: Case) -> Explained | None:
    """A change of one thing told beside another change that ties: "due to a decrease of …"."""
    claim = case.claim
    if claim is None or not case.docket.is_told_already(claim):
        return None
    says = "another figure here already states this; this one may be only part of it"
    return Explained(_TOLD, says)
