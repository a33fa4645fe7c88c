"""What remains of an announced whole is the whole less its parts."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.evidence.quantity import bound_by
from tieout.model.check import Ref
from tieout.proof.formula import Formula
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import not_tested, recompute


@rule("RX005", "remainder-does-not-recompute", tick="RX")
def remainder(evidence: Evidence) -> Iterator[Proposal]:
    """Takes the parts told of a whole from it, and compares with the remainder told."""
    by_figure = {claim.figure: claim for claim in evidence.claims()}
    with_rest = {claim.whole for claim in evidence.claims() if claim.form == "remainder"}
    for claim in evidence.claims():
        if claim.form == "part" and claim.whole not in with_rest:
            yield not_tested(
                Ref(0, claim.figure), "needs the other parts, or the remainder, of the same total"
            )
        if claim.form != "remainder" or claim.whole not in by_figure:
            continue
        parts = evidence.parts_of(claim.whole)
        operands = tuple(
            bound_by(evidence.of_claim(0, one), "concept")
            for one in (by_figure[claim.whole], *parts)
        )
        text = " − ".join(f"{{{number}}}" for number in range(len(operands)))
        yield recompute(
            bound_by(evidence.of_claim(0, claim), "concept"),
            Formula(text, operands, lambda whole, *rest: whole - sum(rest[1:], rest[0])),
            prose=True,
            hedge=claim.hedge,
            pins_all=True,
        ).read(is_defined=True)
