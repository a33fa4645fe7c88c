"""A share told in percent is one number over another: "10% of revenue"."""

from collections.abc import Iterator

from msgspec import structs

from tieout.lexicon.labels import UNNAMED
from tieout.model.check import Check, Ref
from tieout.model.claim import Claim
from tieout.model.evidence import Evidence
from tieout.model.known import Known
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
        part = _counted(evidence, claim, claim.concept)
        whole = _counted(evidence, claim, claim.base)
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


def _counted(evidence: Evidence, claim: Claim, concept: str) -> Known | None:
    """The concept's number in the claim's period, which is no percentage itself."""
    found = evidence.find_all(concept, claim.period)
    known = next((one for one in found if one.amount.unit != "pure"), None)
    if known is None or not claim.is_loose:
        return known
    return structs.replace(known, is_firm=False)
