"""A share told in percent is one number over another: "10% of revenue"."""

from collections.abc import Iterator
from functools import partial
from itertools import islice, product

from msgspec import structs

from tieout.evidence.computed import computed
from tieout.evidence.gathered import Evidence
from tieout.evidence.match_by_caption import alike
from tieout.evidence.mentions import mentions
from tieout.evidence.quantity import Quantity, bound_by
from tieout.lexicon.captions import spaced, words_of
from tieout.lexicon.labels import UNNAMED
from tieout.model.check import Ref
from tieout.model.claim import Claim
from tieout.model.unit import DOLLARS
from tieout.proof.formula import Formula
from tieout.proof.proposal import Proposal
from tieout.proof.reserved import Reserved
from tieout.proof.words import shared_by_both
from tieout.rules.base import rule
from tieout.rules.recompute.operands import is_of_its_sentence
from tieout.rules.verbs import not_tested, recompute
from tieout.rules.wording import needs

_GROSS = "us-gaap:GrossProfit"
_COSTS = (
    *("us-gaap:CostOfRevenue", "us-gaap:CostOfGoodsAndServicesSold", "us-gaap:CostOfServices"),
    *("ext:CostOfService", "ext:CostOfServices"),
)
"""What revenue is less to be gross profit, as income statements call it."""
_RESTS = {_GROSS: _COSTS, "us-gaap:CostsAndExpenses": ("us-gaap:OperatingIncomeLoss",)}
"""What revenue is made of besides, by what a share is of: an operating ratio leaves the profit."""
_MOST = 3
"""So many numbers under one name are tried."""


@rule("RX004", "ratio-does-not-recompute", tick="RX")
def ratio(evidence: Evidence) -> Iterator[Proposal | Reserved]:
    """Recomputes every share of a named base for the period it is told of."""
    claims = (
        claim for claim in evidence.claims() if claim.form == "ratio" and claim.amount.unit.is_pure
    )
    for claim in evidence.each(claims):
        made = _recomputed(evidence, claim)
        yield made
        if made.outcome == "not-tested":
            yield Reserved(claim.figure, partial(_by_words, evidence, claim))


def _recomputed(evidence: Evidence, claim: Claim) -> Proposal:
    """The share from the numbers of its part and its whole, or what is missing."""
    subject = Ref(0, claim.figure)
    if not claim.base or claim.concept == UNNAMED:
        return not_tested(subject, "the text does not say what this is a percentage of")
    part, whole = _told(evidence, claim, claim.concept), _told(evidence, claim, claim.base)
    if part is None or whole is None:
        part = _counted(evidence, claim, claim.concept)
        whole = _counted(evidence, claim, claim.base)
    is_open = part is None or whole is None or claim.base.startswith("ext:")
    if is_open and (check := _in_words(evidence, claim)) is not None:
        return check
    if part is None and whole is not None:
        check = _of_told(evidence, claim, whole) or _of_rest(evidence, claim)
        if check is not None:
            return check
    if part is None or whole is None:
        missing = claim.caption if part is None else claim.base.partition(":")[2]
        return not_tested(subject, needs(missing, claim.period))
    formula = Formula("{0} / {1}", (part, whole), lambda a, b: a / b, is_size=True)
    return recompute(
        evidence.of_claim(0, claim).magnitude(), formula, prose=True, hedge=claim.hedge
    ).read(is_defined=is_of_its_sentence(evidence, claim, formula))


def _told(evidence: Evidence, claim: Claim, concept: str) -> Quantity | None:
    """The amount of money that the claim's own sentence tells of a concept for its period."""
    words = words_of(spaced(concept))
    for one in evidence.beside(claim):
        is_alike = one.concept == concept or words_of(one.caption) == words
        if one.form == "level" and one.amount.unit.is_money and is_alike:
            return evidence.of_claim(0, one) if one.period == claim.period else None
    return None


def _by_words(evidence: Evidence, claim: Claim) -> Iterator[Proposal]:
    """The share of two cells that prints as the claim and has most of its words, if one has."""
    held = mentions(evidence)
    mine = held.of(claim)
    if mine is None or not claim.amount.mantissa:
        return
    pairs = list(computed(evidence).shares(mine))
    if not pairs:
        return
    found = [shared_by_both(held, mine, pair) for pair in pairs]
    most = max(found)
    if most <= 0:
        return
    pair = pairs[found.index(most)]
    both = tuple(held.quantity(one).magnitude() for one in (pair.first, pair.second))
    yield recompute(
        evidence.of_claim(0, claim).magnitude(),
        Formula("{0} / {1}", both, lambda a, b: a / b),
        prose=True,
        hedge=claim.hedge,
    ).read(bound="sentence", shared=most, cost=len(pairs).bit_length() - 1)


def _of_told(evidence: Evidence, claim: Claim, whole: Quantity) -> Proposal | None:
    """The share that the amount in front of it is: "$2.84 billion, or 16.0% of revenue"."""
    told = (one for one in evidence.beside(claim) if one.figure == claim.figure - 1)
    part = next((one for one in told if _is_same(one, claim) and one.form == "level"), None)
    if part is None or part.amount.unit != whole.amount.unit or not whole.value:
        return None
    operands = evidence.of_claim(0, part).magnitude(), whole
    return recompute(
        evidence.of_claim(0, claim).magnitude(),
        Formula("{0} / {1}", operands, lambda a, b: a / b, is_size=True),
        prose=True,
        hedge=claim.hedge,
    )


def _is_same(one: Claim, other: Claim) -> bool:
    """True for the same measure of the same period."""
    return (one.caption, one.period) == (other.caption, other.period)


def _of_rest(evidence: Evidence, claim: Claim) -> Proposal | None:
    """A gross margin or an operating ratio that no line gives: one less the share of the rest.

    A document may keep costs out of it; where its comparative comes out so, this one should.
    """
    told = [one for one in evidence.beside(claim) if one.caption == claim.caption]
    checks = {one.figure: _less(evidence, one) for one in told if one.form == "ratio"}
    check = checks.get(claim.figure)
    if check is None:
        return None
    held = [one for figure, one in checks.items() if one is not None and figure != claim.figure]
    return check if check.ties or any(one.ties for one in held) else None


def _less(evidence: Evidence, claim: Claim) -> Proposal | None:
    """One less the rest's share of revenue, if both are in hand."""
    rests = (_counted(evidence, claim, concept) for concept in _RESTS.get(claim.concept, ()))
    rest = next((one for one in rests if one is not None), None)
    whole = _counted(evidence, claim, claim.base)
    if rest is None or whole is None or not whole.value:
        return None
    return recompute(
        evidence.of_claim(0, claim).magnitude(),
        Formula(
            "1 \u2212 {0} / {1}",
            (rest.magnitude(), whole),
            lambda a, b: (a / b - 1) * -1,
            is_size=True,
        ),
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
            Formula("{0} / {1}", tuple(found), lambda a, b: a / b, is_size=True),
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
