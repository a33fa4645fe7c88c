"""A change told in percent is the number now over the number before, less one."""

from collections.abc import Iterator

from tieout.evidence.candidates import number
from tieout.evidence.gathered import Evidence
from tieout.model.check import Ref
from tieout.model.claim import Claim
from tieout.proof.formula import Formula
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.recompute.operands import Movement, as_spoken, is_of_its_sentence, settled
from tieout.rules.recompute.own_level import level_off
from tieout.rules.verbs import not_tested, recompute

_TEXT = "{0} / {1} − 1"


@rule("RX003", "percent-change-does-not-recompute", tick="RX")
def percent_change(evidence: Evidence) -> Iterator[Proposal]:
    """Recomputes every percentage of change, from both numbers or from one and the change."""
    for claim in evidence.claims():
        if claim.form == "percent_change":
            made = settled(evidence, claim, _recomputed)
            yield made if made.ties else level_off(evidence, claim) or made


def _recomputed(evidence: Evidence, claim: Claim, moved: Movement | str) -> Proposal:
    """The percentage from the numbers of its two periods, or from one of them and the change."""
    formula: Formula | None
    if isinstance(moved, str):
        formula = _from_change(evidence, claim)
    else:
        formula = Formula(_TEXT, (moved.now, moved.before), lambda a, b: abs(a / b - 1))
    if formula is None:
        return not_tested(Ref(0, claim.figure), str(moved))
    return recompute(
        evidence.of_claim(0, claim).magnitude(),
        formula,
        prose=True,
        hedge=claim.hedge,
        as_spoken=as_spoken(evidence, claim, _TEXT, lambda a, b: abs(a / b - 1)),
    ).read(is_defined=is_of_its_sentence(evidence, claim, formula))


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
    return Formula(text, (now.magnitude(), moved), lambda a, b: abs(1 / (a / b - sign)))
