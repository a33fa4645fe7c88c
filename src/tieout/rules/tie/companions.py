"""What the documents of one announcement tell of one thing, they tell alike."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TypeAlias

from tieout.evidence.gathered import Evidence
from tieout.evidence.quantity import Quantity
from tieout.model.claim import Claim
from tieout.model.relation import role
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.tie.mistaken import mistaken
from tieout.rules.tie.tellings import is_told, key_of
from tieout.rules.verbs import agree

_TELLINGS = 8
"""So many tellings of one thing are looked at in each document."""
_LEVELS = ("level", "per_share")

_Told: TypeAlias = Mapping[Hashable, Sequence[Claim]]
_Tie: TypeAlias = tuple[Proposal, bool]
"""A check of a claim, and whether what it is held against is printed as finely."""


@rule("TI014", "prose-differs-from-companion", tick="T")
def companions(evidence: Evidence) -> Iterator[Proposal]:
    """Holds what prose tells against what each document of the same announcement tells of it.

    What as many of them bear out to the last digit as say otherwise is not refuted.
    """
    if len(evidence.releases) == 1:
        return
    documents = evidence.once("companions", lambda: _told_in(evidence))
    if not documents:
        return
    for claim in evidence.claims():
        if is_told(claim):
            made = [
                tie
                for document, told in documents.items()
                for tie in _held(evidence, claim, document, told.get(_key(claim), ()))
            ]
            made += _beside_a_table(evidence, claim)
            is_borne = _is_borne(made)
            for one, _ in made:
                is_elsewhere = _document(one) in documents
                if is_elsewhere and (one.ties or not is_borne):
                    yield one


def _is_borne(made: Sequence[_Tie]) -> bool:
    """True where as many documents have the number to the last digit as have another one."""
    bearing = {_document(one) for one, is_as_fine in made if one.ties and is_as_fine}
    refuting = {_document(one) for one, _ in made if not one.ties} - bearing
    return bool(bearing) and len(bearing) >= len(refuting)


def _document(one: Proposal) -> int:
    """The document that a claim is held against."""
    return one.check.operands[0].ref.document


def _told_in(evidence: Evidence) -> dict[int, _Told]:
    """What the prose of each companion tells, by what it is of."""
    found: dict[int, _Told] = {}
    for document, release in enumerate(evidence.releases):
        if document and role(evidence.subject, release) == "companion":
            told: dict[Hashable, list[Claim]] = {}
            for claim in release.claims:
                if is_told(claim):
                    held = told.setdefault(_key(claim), [])
                    held += [claim] if len(held) < _TELLINGS else []
            found[document] = told
    return found


def _key(claim: Claim) -> Hashable:
    """What a claim is of: what two documents may tell alike, whatever words they use."""
    return key_of(claim), claim.dimensions


def _held(
    evidence: Evidence, claim: Claim, document: int, tellings: Sequence[Claim]
) -> Iterator[_Tie]:
    """The claim against what a document tells of it; nothing where that tells two things."""
    spoken = evidence.of_claim(0, claim)
    made = [
        agree(
            spoken,
            evidence.of_claim(document, one),
            prose=True,
            hedge=claim.hedge or one.hedge,
            severity="warning",
        )
        for one in tellings
    ]
    tied = [
        (check, told.amount.exponent <= claim.amount.exponent)
        for check, told in zip(made, tellings, strict=True)
        if check.ties
    ]
    if tied:
        yield min(tied, key=lambda one: (not one[1], one[0].outcome != "agrees"))
    elif made and made[0].formula and len({abs(one.amount) for one in tellings}) == 1:
        yield mistaken(evidence, claim, made[0]), False


def _beside_a_table(evidence: Evidence, claim: Claim) -> Iterator[_Tie]:
    """The claim against the statement that reports it: it ties, or has another number's digits."""
    if claim.form not in _LEVELS or claim.is_loose:
        return
    spoken = evidence.of_claim(0, claim)
    differing: list[Proposal] = []
    for known in _reported(evidence, claim):
        made = agree(spoken, known, prose=True, hedge=claim.hedge)
        if made.ties:
            yield made, known.amount.exponent <= claim.amount.exponent
        elif made.formula is not None:
            differing.append(made)
    for made in differing[:1]:
        made = mistaken(evidence, claim, made)
        if made.taken is not None:
            yield made, False


def _reported(evidence: Evidence, claim: Claim) -> Iterator[Quantity]:
    """What the statements of each document report of a claim's line and period."""
    if claim.period is None:
        return
    found: set[int] = set()
    for document, fact in evidence.facts_at(claim.concept, claim.period, claim.dimensions):
        is_alike = fact.amount.unit == claim.amount.unit and evidence.is_face(document, fact)
        if is_alike and document not in found:
            found.add(document)
            yield evidence.of_fact(document, fact)
