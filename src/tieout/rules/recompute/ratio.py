"""A share told in percent is one number over another: "10% of revenue"."""

from collections.abc import Iterator
from itertools import islice, product

from msgspec import structs

from tieout.evidence.gathered import Evidence
from tieout.evidence.match_by_caption import alike
from tieout.evidence.quantity import Quantity, bound_by
from tieout.lexicon.captions import spaced
from tieout.lexicon.labels import UNNAMED
from tieout.model.check import Ref
from tieout.model.claim import Claim
from tieout.model.unit import DOLLARS
from tieout.proof.formula import Formula
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import not_tested, recompute
from tieout.rules.wording import needs

_GROSS, _COST = "us-gaap:GrossProfit", "us-gaap:CostOfRevenue"
_MOST = 3
"""So many numbers under one name are tried."""


@rule("RX004", "ratio-does-not-recompute", tick="RX")
def ratio(evidence: Evidence) -> Iterator[Proposal]:
    """Recomputes every share of a named base for the period it is told of."""
    claims = (
        claim for claim in evidence.claims() if claim.form == "ratio" and claim.amount.unit.is_pure
    )
    yield from (_recomputed(evidence, claim) for claim in claims)


def _recomputed(evidence: Evidence, claim: Claim) -> Proposal:
    """The share from the numbers of its part and its whole, or what is missing."""
    subject = Ref(0, claim.figure)
    if not claim.base or claim.concept == UNNAMED:
        return not_tested(subject, "the text does not say what this is a percentage of")
    part = _counted(evidence, claim, claim.concept)
    whole = _counted(evidence, claim, claim.base)
    is_open = part is None or whole is None or claim.base.startswith("ext:")
    if is_open and (check := _in_words(evidence, claim)) is not None:
        return check
    if part is None and whole is not None and claim.concept == _GROSS:
        cost = _counted(evidence, claim, _COST)
        check = _less(evidence, claim, cost, whole) if cost is not None else None
        if check is not None and check.ties:
            return check
    if part is None or whole is None:
        missing = claim.caption if part is None else claim.base.partition(":")[2]
        return not_tested(subject, needs(missing, claim.period))
    return recompute(
        evidence.of_claim(0, claim).magnitude(),
        Formula("{0} / {1}", (part, whole), lambda a, b: abs(a / b)),
        prose=True,
        hedge=claim.hedge,
    )


def _less(evidence: Evidence, claim: Claim, cost: Quantity, whole: Quantity) -> Proposal:
    """A gross margin that no line of gross profit gives: one less the cost's share."""
    return recompute(
        evidence.of_claim(0, claim).magnitude(),
        Formula("1 \u2212 {0} / {1}", (cost.magnitude(), whole), lambda a, b: 1 - a / b),
        prose=True,
        hedge=claim.hedge,
    )


def _in_words(evidence: Evidence, claim: Claim) -> Proposal | None:
    """The ratio of numbers that the claim's words find in prose and tables, if one agrees."""
    if claim.period is None:
        return None
    level = structs.replace(claim, form="level", amount=claim.amount.in_unit(DOLLARS))
    base = structs.replace(level, concept=claim.base, caption=spaced(claim.base))
    periods = dict.fromkeys((claim.period, claim.period.closing()))
    parts = [told for one in periods if (told := evidence.told_beside(claim, one)) is not None]
    parts += [one for period in periods for one in islice(alike(evidence, level, period), _MOST)]
    wholes = [one for period in periods for one in islice(alike(evidence, base, period), _MOST)]
    for part, whole in product(parts, wholes):
        if part.amount.unit != whole.amount.unit or part.amount.unit.is_pure:
            continue
        found = (bound_by(one, "digits") for one in (part, whole))
        check = recompute(
            evidence.of_claim(0, claim).magnitude(),
            Formula("{0} / {1}", tuple(found), lambda a, b: abs(a / b)),
            prose=True,
            hedge=claim.hedge,
        )
        if check.outcome in ("agrees", "rounds"):
            return check
    return None


def _counted(evidence: Evidence, claim: Claim, concept: str) -> Quantity | None:
    """The concept's number in the claim's period, which is no percentage itself."""
    found = evidence.find_all(concept, claim.period)
    known = next((one for one in found if not one.amount.unit.is_pure), None)
    if known is None or not claim.is_loose:
        return known
    return bound_by(known, "sentence")
