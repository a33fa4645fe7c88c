"""Another figure of the sentence states this already, and agrees: this is of a part or a cause."""

from tieout.proof.case import Case
from tieout.proof.explanations import Explained

_TOLD = 30


def explained(case: Case) -> Explained | None:
    """A change of one thing told beside another change that ties: "due to a decrease of …"."""
    claim = case.claim
    if claim is None:
        return None
    for one in case.docket.evidence.beside(claim):
        is_alike = (one.form, one.concept, one.period, one.against) == (
            claim.form,
            claim.concept,
            claim.period,
            claim.against,
        )
        if one.figure != claim.figure and is_alike and one.figure in case.docket.tied:
            says = "another figure here already states this; this one may be only part of it"
            return Explained(_TOLD, says)
    return None
