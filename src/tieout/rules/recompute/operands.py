"""The numbers before and after that a claimed change is computed from."""

from msgspec import Struct

from tieout.lexicon.labels import UNNAMED
from tieout.model.claim import Claim
from tieout.model.concept import feeds
from tieout.model.evidence import Evidence
from tieout.model.known import Known
from tieout.model.period import Period
from tieout.rules.formula import Formula
from tieout.rules.wording import needs


class Movement(Struct, frozen=True):
    """A concept's number now and before, by magnitude where the words speak of a loss."""

    now: Known
    before: Known


def movement(evidence: Evidence, claim: Claim) -> Movement | str:
    """The two numbers of a change from the best source in hand, or what is missing.

    Both come from statements, or from prose of this or another filing.
    """
    if claim.against is None:
        return "which period the change is from is not clear"
    now, before = number(evidence, claim, claim.period), number(evidence, claim, claim.against)
    if now is None or before is None:
        missing = claim.against if before is None else claim.period
        return needs(claim.caption, missing)
    if now.value * before.value <= 0 or (now.value < 0 and not claim.as_loss):
        return "the sign changes or the base is negative: percent and direction have no one meaning"
    return Movement(now.magnitude(), before.magnitude())


def number(evidence: Evidence, claim: Claim, period: Period | None) -> Known | None:
    """The claimed concept's number for a period: from statements, else as prose tells it."""
    for concept in feeds(claim.concept) if claim.concept != UNNAMED else ():
        known = evidence.find(concept, period) or evidence.told(concept, period, claim.figure)
        if known is not None:
            return known
    return None


def as_spoken(evidence: Evidence, claim: Claim, text: str, work: object) -> Formula | None:
    """The same formula over the levels told in the claim's own sentence, if both are."""
    told = [
        one
        for one in evidence.beside(claim)
        if one.form == "level" and one.concept == claim.concept
    ]
    now = next((one for one in told if one.period == claim.period), None)
    before = next((one for one in told if one.period == claim.against), None)
    if now is None or before is None or not callable(work):
        return None
    operands = tuple(evidence.spoken(0, one).magnitude() for one in (now, before))
    return Formula(text, operands, work)
