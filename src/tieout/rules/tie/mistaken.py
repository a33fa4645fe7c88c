"""The number that a figure of prose has, where its words name another: of before, or adjusted."""

from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator
from itertools import islice

from tieout.evidence.gathered import Evidence
from tieout.evidence.quantity import Quantity, bound_by
from tieout.lexicon.basis import sets_a_basis
from tieout.lexicon.captions import gist_of, words_of
from tieout.lexicon.labels import UNNAMED
from tieout.lexicon.qualifiers import restating
from tieout.model.amount import is_printed_as
from tieout.model.claim import Claim
from tieout.model.concept import feeds
from tieout.model.period import Period
from tieout.model.statement import Fact
from tieout.proof.proposal import Proposal

_MOST = 64
"""So many numbers are looked at for the one whose digits a figure has."""
_NEAR = 2
"""So many passages before a sentence say on what basis its figures are told."""


def mistaken(evidence: Evidence, claim: Claim, differing: Proposal) -> Proposal:
    """What differs, with the number whose digits the figure has, where there is one.

    It is the same line's of another period, or an adjusted measure's of the same one. Only words
    that name the line and the period rule that number out.
    """
    if claim.is_assumed or claim.is_loose or claim.concept == UNNAMED or claim.period is None:
        return differing
    for number, one in enumerate(islice(_others(evidence, claim, claim.period), _MOST)):
        is_alike = one.amount.unit == claim.amount.unit
        if is_alike and is_printed_as(abs(one.amount), abs(claim.amount)):
            is_adjusted = one.period is not None and one.period.is_near(claim.period)
            doubt = _ON_A_BASIS if is_adjusted and _is_on_a_basis(evidence, claim) else ""
            cost = differing.cost + number.bit_length()
            return differing.read(taken=one, cost=cost, doubt=differing.doubt or doubt)
    return differing


_ON_A_BASIS = "the sentences before it may say that its figures are adjusted"


def _others(evidence: Evidence, claim: Claim, period: Period) -> Iterator[Quantity]:
    """The line's numbers for other periods, the nearest in time first; then adjusted ones."""
    found = [
        evidence.of_fact(document, fact)
        for concept in dict.fromkeys((claim.concept, *feeds(claim.concept)))
        for document, fact in islice(evidence.facts(concept, claim.dimensions), _MOST)
        if _is_another(fact.period, period)
    ]
    found += _told(evidence, claim, period)
    yield from sorted(found, key=lambda one: _apart(one.period, period))
    before = evidence.find(claim.concept, period.earlier(period.months), claim.dimensions)
    if before is not None and before.is_derived:
        yield before
    yield from _adjusted(evidence, claim, period)


def _told(evidence: Evidence, claim: Claim, period: Period) -> Iterator[Quantity]:
    """What prose tells of the line for other periods, but for what it tells of by assumption."""
    held = evidence.once(_told_alike, lambda: _told_alike(evidence))
    for document, one in held.get((claim.concept, claim.form, claim.dimensions), ()):
        if _is_another(one.period, period):
            yield evidence.of_claim(document, one)


def _told_alike(evidence: Evidence) -> dict[Hashable, list[tuple[int, Claim]]]:
    """What the prose of all documents tells, by line; so many of each."""
    found: dict[Hashable, list[tuple[int, Claim]]] = {}
    for document, release in enumerate(evidence.releases):
        for one in release.claims:
            if not one.is_assumed and not one.is_loose and one.period is not None:
                held = found.setdefault((one.concept, one.form, one.dimensions), [])
                held += [(document, one)] if len(held) < _MOST else []
    return found


def _is_another(one: Period | None, period: Period) -> bool:
    """True for another period of the same length, or another day."""
    return one is not None and one.months == period.months and not one.is_near(period)


def _apart(one: Period | None, period: Period) -> int:
    """How many days lie between the ends of two periods."""
    return abs((one.end - period.end).days) if one is not None else 0


def _adjusted(evidence: Evidence, claim: Claim, period: Period) -> Iterator[Quantity]:
    """The numbers of the period whose captions have the line's words, and a word that adjusts."""
    gist = gist_of(claim.caption)
    if gist is None or restating(claim.caption):
        return
    named = words_of(claim.caption)
    held = evidence.facts_by(_restated)
    for document, fact in held.get(period.month, ())[:_MOST]:
        if _is_adjusted(fact.caption, named) and fact.period and fact.period.is_near(period):
            yield bound_by(evidence.of_fact(document, fact), "caption")
    told = evidence.once(_told_adjusted, lambda: _told_adjusted(evidence))
    for document, one in told.get((claim.form, period.month), ()):
        if _is_adjusted(one.caption, named) and one.period and one.period.is_near(period):
            yield evidence.of_claim(document, one)


def _told_adjusted(evidence: Evidence) -> dict[Hashable, list[tuple[int, Claim]]]:
    """What the prose of all documents tells of adjusted measures, by month; so many of each."""
    found: dict[Hashable, list[tuple[int, Claim]]] = {}
    for document, release in enumerate(evidence.releases):
        for one in release.claims:
            if one.period is not None and restating(one.caption):
                held = found.setdefault((one.form, one.period.month), [])
                held += [(document, one)] if len(held) < _MOST else []
    return found


def _restated(fact: Fact) -> Iterable[Hashable]:
    """The month of a fact whose caption says that it is adjusted."""
    return [fact.period.month] if fact.period is not None and restating(fact.caption) else []


def _is_adjusted(caption: str, named: frozenset[str]) -> bool:
    """True for a caption that says all that the line does, and that it is adjusted."""
    return bool(restating(caption)) and bool(named) and named <= words_of(caption)


def _is_on_a_basis(evidence: Evidence, claim: Claim) -> bool:
    """True where a sentence before says on what basis figures are told, or the ones right before.

    A script says once that its figures are adjusted unless it says otherwise.
    """
    document, place = evidence.document, claim.sentence.start
    starts, first = evidence.once(_basis, lambda: _basis(evidence))
    own = bisect_right(starts, place)
    near = document.passages[max(0, own - _NEAR - 1) : own]
    said = (document.text[one.start : min(one.end, place)] for one in near)
    return first < place or any(map(restating, said))


def _basis(evidence: Evidence) -> tuple[list[int], int]:
    """Where the subject's passages begin, and where the first does that sets a basis, if any."""
    document = evidence.document
    starts = [one.start for one in document.passages]
    said = (one for one in document.passages if sets_a_basis(document.text[one.start : one.end]))
    return starts, next((one.start for one in said), len(document.text))
