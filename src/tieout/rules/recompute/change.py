"""A change told in money is the number now less the number before."""

from collections.abc import Iterator

from tieout.model.check import Check, Ref
from tieout.model.evidence import Evidence
from tieout.rules.base import rule
from tieout.rules.formula import Formula
from tieout.rules.recompute.operands import as_spoken, movement
from tieout.rules.verbs import not_tested, recompute

_TEXT = "{0} − {1}"


@rule("RX002", "change-does-not-recompute", tick="RX")
def change(evidence: Evidence) -> Iterator[Check]:
    """Recomputes every change in amount, by its magnitude."""
    for claim in evidence.claims():
        if claim.form != "change" or claim.amount.unit == "bps":
            continue
        moved = movement(evidence, claim)
        if isinstance(moved, str):
            yield not_tested(Ref(0, claim.figure), moved)
            continue
        yield recompute(
            evidence.spoken(0, claim).magnitude(),
            Formula(_TEXT, (moved.now, moved.before), lambda a, b: abs(a - b)),
            prose=True,
            hedge=claim.hedge,
            as_spoken=as_spoken(evidence, claim, _TEXT, lambda a, b: abs(a - b)),
        )
