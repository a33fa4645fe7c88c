"""The sentence speaks of another thing: its own figures fit one another, and not the statement."""

from tieout.model.amount import prints_as
from tieout.model.claim import Claim
from tieout.proof.case import Case
from tieout.proof.explanations import Explained

_FITS = 20


def explained(case: Case) -> Explained | None:
    """Two levels and a change of one sentence that agree with each other as they stand."""
    claim = case.claim
    if claim is None or case.proposal.taken is not None:
        return None  # the figures agree, and all are of another period than one of them is said
    told = {ref.figure for one in case.formula.operands for ref in one.sources}
    if any(one.figure in told for one in case.docket.evidence.beside(claim)):
        return None  # the formula is of the sentence's own figures
    beside = case.docket.evidence.beside(claim)
    if claim.form in ("level", "per_share"):
        levels = [one for one in beside if one.form == claim.form and one.concept == claim.concept]
        changes = [one for one in beside if one.form in ("change", "percent_change")]
    elif claim.form in ("change", "percent_change"):
        levels = [one for one in beside if one.form in ("level", "per_share")]
        levels = [one for one in levels if one.concept == claim.concept]
        changes = [claim]
    else:
        return None
    for now in levels:
        for before in levels:
            if now is before or claim not in (now, before, *changes):
                continue
            if any(_fits(now, before, change) for change in changes):
                return Explained(_FITS, "the figures of this sentence agree among themselves")
    return None


def _fits(now: Claim, before: Claim, change: Claim) -> bool:
    """True where the change is that from the one level to the other."""
    one, other = abs(now.amount.value), abs(before.amount.value)
    if change.form == "change":
        is_like = change.amount.unit == now.amount.unit
        return is_like and prints_as(abs(one - other), abs(change.amount))
    return bool(other) and prints_as(abs(one / other - 1), abs(change.amount))
