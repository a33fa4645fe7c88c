"""Facts whose captions a claim's own sentence holds word for word, where no noun settles which."""

from collections.abc import Hashable, Iterator
from functools import lru_cache
from itertools import islice

from tieout.lexicon.alike import words_of
from tieout.model.amount import prints_as
from tieout.model.claim import Claim
from tieout.model.evidence import Evidence
from tieout.model.known import Known
from tieout.model.period import Period
from tieout.model.statement import Fact
from tieout.rules.alike import OWNED, RESTATING, is_alike

_MOST = 64
"""So many facts under one word on one day are looked at; a document has fewer, or says nothing."""
_TELLING_DIGITS = 3
_ENOUGH_WORDS = 2


def within(evidence: Evidence, claim: Claim, period: Period | None) -> Iterator[Known]:
    """Every fact of the claim's unit, period and printed digits that its sentence names in full.

    All the words of the fact's caption, and of the part of the company it is of, stand in the
    sentence. A caption of one word needs three digits that agree. It proves and never refutes:
    what is found is found by its digits.
    """
    if period is None or not claim.amount.mantissa:
        return
    said = _said(evidence, claim)
    is_short = len(str(abs(claim.amount.mantissa))) < _TELLING_DIGITS
    index = evidence.facts_by(_anchored)
    for word in sorted(said):
        for document, fact in islice(index.get((word, period.end), ()), _MOST):
            if (
                is_alike(claim, evidence.releases[document], fact)
                and _is_of(fact, period)
                and prints_as(abs(fact.amount.value), abs(claim.amount))
                and (words := _named(fact)) <= said
                and not (is_short and len(words) < _ENOUGH_WORDS)
            ):
                yield evidence.known(document, fact)


def closest(evidence: Evidence, claim: Claim, period: Period) -> Known | None:
    """The fact of a caption that the sentence holds in full, the longest such; None if none is.

    It has two words at least, and one with the claim's own noun in common.
    """
    said, noun = _said(evidence, claim), words_of(claim.caption)
    index = evidence.facts_by(_anchored)
    best: tuple[int, Known] | None = None
    for word in sorted(said):
        for document, fact in islice(index.get((word, period.end), ()), _MOST):
            words = _named(fact)
            if (
                len(words) >= max(_ENOUGH_WORDS, best[0] + 1 if best else 0)
                and words <= said
                and not words.isdisjoint(noun)
                and is_alike(claim, evidence.releases[document], fact)
                and _is_of(fact, period)
            ):
                best = len(words), evidence.known(document, fact)
    return best[1] if best else None


def _said(evidence: Evidence, claim: Claim) -> frozenset[str]:
    """The telling words of the claim's sentence, and of the segment it stands under."""
    text = evidence.subject.document.text[claim.sentence.start : claim.sentence.end]
    return words_of(text) | words_of(claim.caption)


def _is_of(fact: Fact, period: Period) -> bool:
    """True for a fact of the period, or one of a day where the other is a stretch up to it."""
    told = fact.period
    return told is not None and (
        told.is_near(period) or (told.is_instant != period.is_instant and told.end == period.end)
    )


def _anchored(fact: Fact) -> Iterator[Hashable]:
    """The longest word that names the fact, and the day its period ends."""
    words = _named(fact)
    if words and fact.period is not None:
        yield max(words, key=lambda word: (len(word), word)), fact.period.end


def _named(fact: Fact) -> frozenset[str]:
    """The words that name the fact: its caption's, and its qualifiers' that set it apart."""
    return _words(fact.caption, fact.dimensions)


@lru_cache(maxsize=8192)
def _words(caption: str, dimensions: tuple[tuple[str, str], ...]) -> frozenset[str]:
    """The words of a caption and of the qualifiers that set it apart."""
    owned = [member for axis, member in dimensions if axis in OWNED]
    loose = [member for axis, member in dimensions if axis not in OWNED]
    return words_of(caption) | words_of(*owned) | (words_of(*loose) & RESTATING)
