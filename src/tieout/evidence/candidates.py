"""The numbers in hand that a claim may be of, the best bound first."""

from collections.abc import Iterator

from msgspec import structs

from tieout.evidence.gathered import Evidence
from tieout.evidence.match_by_caption import alike
from tieout.evidence.quantity import Quantity, bound_by
from tieout.lexicon.labels import UNNAMED
from tieout.model.check import Binding
from tieout.model.claim import Claim
from tieout.model.concept import feeds
from tieout.model.period import Period
from tieout.model.unit import DOLLARS


def as_level(claim: Claim) -> Claim:
    """The claim as one of the level that moved, counted in money where it is in percent."""
    is_rate = claim.amount.unit.is_rate
    if claim.form == "level" and not is_rate:
        return claim
    unit = DOLLARS if is_rate else claim.amount.unit
    return structs.replace(claim, form="level", amount=claim.amount.in_unit(unit))


def number(evidence: Evidence, claim: Claim, period: Period | None) -> Quantity | None:
    """The claimed concept's number for a period, from the best source in hand.

    None where nothing in hand reports it, or the claim has no noun.
    """
    if claim.concept == UNNAMED or period is None:
        return None
    key = ("number", claim.figure, period)
    return evidence.once(key, lambda: next(candidates(evidence, claim, period), None))


def candidates(evidence: Evidence, claim: Claim, period: Period) -> Iterator[Quantity]:
    """Every number in hand that may be the claimed concept's, the best bound first."""
    for concept in feeds(claim.concept):
        for known, binding in _sources(evidence, claim, concept, period):
            if known is not None and _is_alike(claim, known):
                yield bound_by(known, binding)


def _sources(
    evidence: Evidence, claim: Claim, concept: str, period: Period
) -> Iterator[tuple[Quantity | None, Binding]]:
    """What each source says of the concept, the best first, and how it is bound.

    A primary statement, the claim's own paragraph and another filing say most. What other
    paragraphs state in the same words, and other tables, may be another thing.
    """
    reported = _reported(evidence, claim, concept, period)
    is_firm = reported is not None and reported.bound == "concept"
    if is_firm and not (_is_common(claim) or claim.is_loose):
        yield reported, "concept"
    yield evidence.told_beside(claim, period), "sentence"
    yield reported, "caption"
    told = evidence.told(concept, period, claim.figure)
    is_filed = told is not None and told.ref.document > 0 and told.bound == "concept"
    yield told, "filing" if is_filed else "digits"
    yield _balance(evidence, concept, period), "caption"
    yield _in_words(evidence, claim, period), "caption"


def _is_common(claim: Claim) -> bool:
    """True for a common noun alone, which no one line has to itself: "deposits", "hedges"."""
    return not claim.concept.startswith("us-gaap:") and " " not in claim.caption


def _reported(
    evidence: Evidence, claim: Claim, concept: str, period: Period | None
) -> Quantity | None:
    """The first number of the claim's kind that a statement reports, or that follows from two."""
    found = evidence.find_all(concept, period)
    return next((known for known in found if _is_alike(claim, known)), None)


def _in_words(evidence: Evidence, claim: Claim, period: Period) -> Quantity | None:
    """The number of a line, of any table, whose caption says what the claim's words say."""
    return next(alike(evidence, as_level(claim), period), None)


def _balance(evidence: Evidence, concept: str, period: Period) -> Quantity | None:
    """The balance at a period's end, for a caption that does not say it is one: "deposits"."""
    return None if concept.startswith("us-gaap:") else evidence.find(concept, period.closing())


def _is_alike(claim: Claim, known: Quantity) -> bool:
    """True where the number is of the kind that moved: no percentage of a column of percentages."""
    unit = claim.amount.unit
    return not known.amount.unit.is_pure if unit.is_rate else known.amount.unit is unit
