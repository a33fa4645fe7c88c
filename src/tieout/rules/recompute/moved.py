"""A change recomputed from the numbers of its two periods, in money or in percent."""

from tieout.evidence.candidates import number
from tieout.evidence.gathered import Evidence
from tieout.evidence.quantity import Quantity
from tieout.model.check import Ref
from tieout.model.claim import Claim
from tieout.proof.formula import Formula
from tieout.proof.proposal import Proposal
from tieout.rules.recompute.operands import Movement, Work, as_spoken, is_of_its_sentence
from tieout.rules.verbs import not_tested, recompute


def recomputed(evidence: Evidence, claim: Claim, moved: Movement | str) -> Proposal:
    """The change from the numbers of its two periods; a percentage from one and the change too."""
    formula: Formula | None
    if not isinstance(moved, str):
        formula = formula_of(claim, moved.now, moved.before)
    else:
        formula = _from_change(evidence, claim) if claim.form == "percent_change" else None
    if formula is None:
        return not_tested(Ref(0, claim.figure), str(moved))
    text, work = _work(claim)
    return recompute(
        evidence.of_claim(0, claim).magnitude(),
        formula,
        prose=True,
        hedge=claim.hedge,
        as_spoken=as_spoken(evidence, claim, text, work),
    ).read(is_defined=is_of_its_sentence(evidence, claim, formula))


def formula_of(claim: Claim, now: Quantity, before: Quantity) -> Formula:
    """What the change is by the numbers of its two periods."""
    text, work = _work(claim)
    return Formula(text, (now, before), work, is_size=True)


def _work(claim: Claim) -> tuple[str, Work]:
    """The arithmetic of a change in money, or in percent."""
    if claim.form == "percent_change":
        return "{0} / {1} − 1", lambda a, b: a / b - 1
    return "{0} − {1}", lambda a, b: a - b


def _from_change(evidence: Evidence, claim: Claim) -> Formula | None:
    """The percentage from the level now and the change told beside it, where the base is untold."""
    change = next(
        (
            one
            for one in evidence.beside(claim)
            if one.form == "change"
            and one.concept == claim.concept
            and one.against == claim.against
        ),
        None,
    )
    now = number(evidence, claim, claim.period)
    if change is None or now is None:
        return None
    moved = evidence.of_claim(0, change).magnitude()
    sign, text = (1, "1 / ({0} / {1} − 1)") if claim.direction > 0 else (-1, "1 / ({0} / {1} + 1)")
    return Formula(text, (now.magnitude(), moved), lambda a, b: 1 / (a / b - sign), is_size=True)
