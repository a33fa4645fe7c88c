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

_GROSS = "us-gaap:GrossProfit"
_COSTS = (
    *("us-gaap:CostOfRevenue", "us-gaap:CostOfGoodsAndServicesSold", "us-gaap:CostOfServices"),
    *("ext:CostOfService", "ext:CostOfServices"),
)
"""What revenue is less to be gross profit, as income statements call it."""
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
    if whole is None and (told := _of_told_whole(evidence, claim)) is not None:
        return told
    is_open = part is None or whole is None or claim.base.startswith("ext:")
    if is_open and (check := _in_words(evidence, claim)) is not None:
        return check
    if part is None and whole is not None:
        check = _of_told(evidence, claim, whole) or _of_cost(evidence, claim)
        if check is not None:
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


def _of_told(evidence: Evidence, claim: Claim, whole: Quantity) -> Proposal | None:
    """The share that the amount in front of it is: "$2.84 billion, or 16.0% of revenue"."""
    told = (one for one in evidence.beside(claim) if one.figure == claim.figure - 1)
    part = next((one for one in told if _is_same(one, claim) and one.form == "level"), None)
    if part is None or part.amount.unit != whole.amount.unit or not whole.value:
        return None
    operands = evidence.of_claim(0, part).magnitude(), whole
    return recompute(
        evidence.of_claim(0, claim).magnitude(),
        Formula("{0} / {1}", operands, lambda a, b: abs(a / b)),
        prose=True,
        hedge=claim.hedge,
    )


def _of_told_whole(evidence: Evidence, claim: Claim) -> Proposal | None:
    """The share where the sentence tells both: "$5 million was 20% of orders of $25 million"."""
    levels = [one for one in evidence.beside(claim) if one.form == "level" and not one.is_loose]
    whole = next((one for one in levels if one.concept == claim.base), None)
    part = next((one for one in levels if _is_same(one, claim)), None)
    if whole is None or part is None or part is whole or not whole.amount.mantissa:
        return None
    if part.amount.unit is not whole.amount.unit or part.period != whole.period:
        return None
    operands = evidence.of_claim(0, part).magnitude(), evidence.of_claim(0, whole).magnitude()
    return recompute(
        evidence.of_claim(0, claim).magnitude(),
        Formula("{0} / {1}", operands, lambda a, b: a / b),
        prose=True,
        hedge=claim.hedge,
    )


def _is_same(one: Claim, other: Claim) -> bool:
    """True for the same measure of the same period."""
    return (one.caption, one.period) == (other.caption, other.period)


def _of_cost(evidence: Evidence, claim: Claim) -> Proposal | None:
    """A gross margin that no line of gross profit gives: one less the cost's share of revenue.

    A document may keep costs out of it; where its comparative comes out so, this one should.
    """
    told = [one for one in evidence.beside(claim) if one.caption == claim.caption]
    checks = {one.figure: _less(evidence, one) for one in told if one.form == "ratio"}
    check = checks.get(claim.figure)
    if claim.concept != _GROSS or check is None:
        return None
    held = [one for figure, one in checks.items() if one is not None and figure != claim.figure]
    return check if check.ties or any(one.ties for one in held) else None


def _less(evidence: Evidence, claim: Claim) -> Proposal | None:
    """One less the share of the cost of revenue, if both are in hand."""
    costs = (_counted(evidence, claim, concept) for concept in _COSTS)
    cost = next((one for one in costs if one is not None), None)
    whole = _counted(evidence, claim, claim.base)
    if cost is None or whole is None or not whole.value:
        return None
    return recompute(
        evidence.of_claim(0, claim).magnitude(),
        Formula("1 \u2212 {0} / {1}", (cost.magnitude(), whole), lambda a, b: abs(a / b - 1)),
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
