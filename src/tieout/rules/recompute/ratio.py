"""A share told in percent is one number over another: "10% of revenue"."""

from collections.abc import Iterator

from tieout.lexicon.labels import UNNAMED
from tieout.model.check import Check, Ref
from tieout.model.evidence import Evidence
from tieout.rules.base import rule
from tieout.rules.formula import Formula
from tieout.rules.verbs import not_tested, recompute
from tieout.rules.wording import needs


@rule("RX004", "ratio-does-not-recompute", tick="RX")
def ratio(evidence: Evidence) -> Iterator[Check]:
    """Recomputes every share of a named base for the period it is told of."""
    for claim in evidence.claims():
        if claim.form != "ratio":
            continue
        subject = Ref(0, claim.figure)
        if not claim.base or claim.concept == UNNAMED:
            yield not_tested(subject, "what this is a percentage of is not said")
            continue
        part = evidence.find(claim.concept, claim.period)
        whole = evidence.find(claim.base, claim.period)
        if part is None or whole is None:
            missing = claim.caption if part is None else claim.base.partition(":")[2]
            yield not_tested(subject, needs(missing, claim.period))
            continue
        yield recompute(
            evidence.spoken(0, claim).magnitude(),
            Formula("{0} / {1}", (part, whole), lambda a, b: abs(a / b)),
            prose=True,
            hedge=claim.hedge,
        )
