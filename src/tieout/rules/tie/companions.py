"""What the documents of one announcement tell of one thing, they tell alike."""

from collections.abc import Hashable, Iterator, Mapping, Sequence
from typing import TypeAlias

from tieout.evidence.gathered import Evidence
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


@rule("TI014", "prose-differs-from-companion", tick="T")
def companions(evidence: Evidence) -> Iterator[Proposal]:
    """Holds what prose tells against what each document of the same announcement tells of it."""
    if len(evidence.releases) == 1:
        return
    documents = evidence.once("companions", lambda: _told_in(evidence))
    if not documents:
        return
    for claim in evidence.claims():
        if is_told(claim):
            for document, told in documents.items():
                made = _held(evidence, claim, document, told.get(_key(claim), ()))
                if made is not None:
                    yield made
            if (table := _beside_a_table(evidence, claim, documents)) is not None:
                yield table


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
) -> Proposal | None:
    """The claim against what a document tells of it; None where that tells two things."""
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
    tied = [one for one in made if one.ties]
    if tied or not made:
        return min(tied, key=lambda one: one.outcome != "agrees", default=None)
    is_one = len({abs(one.amount) for one in tellings}) == 1
    return mistaken(evidence, claim, made[0]) if is_one and made[0].formula else None


def _beside_a_table(
    evidence: Evidence, claim: Claim, documents: Mapping[int, object]
) -> Proposal | None:
    """The claim against the statement of a companion, where it has another number's digits."""
    if claim.form not in _LEVELS or claim.is_loose:
        return None
    known = evidence.find(claim.concept, claim.period, claim.dimensions)
    if known is None or known.amount.unit != claim.amount.unit or not known.sources:
        return None
    if known.ref.document not in documents:
        return None
    made = agree(evidence.of_claim(0, claim), known, prose=True, hedge=claim.hedge)
    if made.outcome != "differs":
        return None
    made = mistaken(evidence, claim, made)
    return made if made.taken is not None else None
