"""Sentences that begin with the same words: their figures are held against one another in turn."""

from collections.abc import Iterator
from functools import partial
from itertools import combinations, takewhile

from tieout.evidence.gathered import Evidence
from tieout.model.claim import Claim
from tieout.model.document import Document

_MOST = 6
"""So many sentences that begin alike are compared; more are the lines of a list."""
_NAMING = frozenset(["date", "year", "ordinal"])
"""Figures that say what a sentence is of, as its words do."""

Told = tuple[Claim, str]
"""A claim, and the sentence's words before it, with the figures of quantities left out."""


def told_alike(evidence: Evidence) -> Iterator[list[tuple[Claim, Claim]]]:
    """The claims of every two sentences that stand behind the same words, in pairs.

    The first of a sentence is behind its first words; a sentence with one figure proves nothing.
    """
    by_first: dict[str, list[list[Told]]] = {}
    for told in _sentences(evidence).values():
        if len(told) > 1:
            by_first.setdefault(told[0][1], []).append(told)
    for sentences in by_first.values():
        if 1 < len(sentences) <= _MOST:
            for one, other in combinations(sentences, 2):
                alike = takewhile(_is_alike, zip(one, other, strict=False))
                pairs = [(first[0], second[0]) for first, second in alike]
                if len(pairs) > 1:
                    yield pairs


def _is_alike(pair: tuple[Told, Told]) -> bool:
    """True for two claims of the same thing behind the same words: then, and from then."""
    (one, before), (other, behind) = pair
    return before == behind and _of(one) == _of(other)


def _of(claim: Claim) -> tuple[object, ...]:
    """What a claim is of, but for its number."""
    base = claim.against, claim.base, claim.dimensions
    return claim.form, claim.concept, claim.amount.unit, claim.period, *base


def _sentences(evidence: Evidence) -> dict[int, list[Told]]:
    """The claims of each sentence in reading order, by where it starts."""
    document = evidence.document
    found: dict[int, list[Told]] = {}
    for claim in sorted(evidence.claims(), key=lambda one: one.figure):
        words = evidence.memo("words before", partial(_words, document, claim), claim)
        if words:
            found.setdefault(claim.sentence.start, []).append((claim, words))
    return found


def _words(document: Document, claim: Claim) -> str:
    """The sentence up to the claim's figure, its other quantities left out."""
    kept: list[str] = []
    at, end = claim.sentence.start, document.figures[claim.figure].start
    for number in document.figures_in(at, end):
        figure = document.figures[number]
        kept.append(document.text[at : figure.start])
        kept.append(figure.text if figure.kind in _NAMING else "#")
        at = figure.end
    kept.append(document.text[at:end])
    return " ".join("".join(kept).casefold().split())
