"""The same thing told twice in prose is told alike: the headline agrees with the body."""

from collections.abc import Iterator
from datetime import timedelta
from functools import partial

from tieout.evidence.gathered import Evidence
from tieout.evidence.mention import noun_of
from tieout.lexicon.captions import words_of
from tieout.model.amount import number_of
from tieout.model.claim import Claim
from tieout.proof.powers import is_at_another_power
from tieout.proof.proposal import Proposal
from tieout.proof.slip import is_telling
from tieout.rules.base import rule
from tieout.rules.tie.tellings import about, is_told, key_of
from tieout.rules.tie.verbatim import told_alike
from tieout.rules.verbs import agree

_DAYS = timedelta(days=10)
"""A quarter of weeks ends up to some days before a month does, or after it."""

_TELLINGS = 8
"""So many tellings of a number are looked at."""


@rule("TI002", "prose-contradicts-itself", tick="T")
def told_twice(evidence: Evidence) -> Iterator[Proposal]:
    """Holds what prose tells twice of one concept and period, once in each of two sentences.

    Two tellings that agree prove one another. Two that do not contradict one another only where
    both say what they are of, and one stands in a heading or has the digits of the other at another
    power of ten, or where both begin word for word alike and their other figures agree: paragraphs
    speak of many things in the same words.
    """
    yield from _word_for_word(evidence)
    document = evidence.document
    headed = {
        figure
        for passage in document.passages
        if passage.kind == "heading"
        for figure in document.figures_in(passage.start, passage.end)
    }
    calendar = evidence.calendar
    is_later = calendar is not None and calendar.fiscal_quarter > 1
    first: dict[tuple[object, ...], Claim] = {}
    of_number: dict[tuple[object, ...], list[Claim]] = {}
    for claim in evidence.claims():
        number, key = evidence.memo("telling", partial(_telling, claim), claim)
        akin = of_number.setdefault(number, [])
        other = first.setdefault(key, claim) if key is not None else claim
        if other.sentence == claim.sentence:
            other = next((one for one in akin if _names(evidence, claim, one)), claim)
        if len(akin) < _TELLINGS:
            akin.append(claim)
        if other is claim:
            continue
        check = _agree(evidence, claim, other)
        is_telling = claim.figure in headed or other.figure in headed
        is_open = is_later and claim.is_assumed and other.is_assumed
        is_same = claim.concept == other.concept
        is_plain = is_same and not (claim.is_loose or other.is_loose or is_open)
        is_telling = is_telling or is_at_another_power(claim.amount, other.amount.value)
        if check.outcome != "differs" or (is_telling and is_plain):
            yield check


def _word_for_word(evidence: Evidence) -> Iterator[Proposal]:
    """The figures of two sentences that begin alike, which bear one another out."""
    for pairs in told_alike(evidence):
        key = ("word for word", *(claim.sentence.start for claim in pairs[0]))
        for first, second in pairs:
            if not is_told(first):
                continue
            yield _agree(evidence, second, first).read(bound="digits", bindings=(key,))


def _agree(evidence: Evidence, claim: Claim, other: Claim) -> Proposal:
    """The looser of two tellings held against the firmer one, once for the very same two."""
    looser, firmer = sorted((claim, other), key=_firmness)
    return evidence.memo("told twice", partial(_agreed, evidence, looser, firmer), looser, firmer)


def _agreed(evidence: Evidence, looser: Claim, firmer: Claim) -> Proposal:
    """The same, made."""
    one, other = evidence.of_claim(0, looser), evidence.of_claim(0, firmer)
    return agree(one, other, prose=True, hedge=looser.hedge, severity="warning")


def _telling(claim: Claim) -> tuple[tuple[object, ...], tuple[object, ...] | None]:
    """What a claim has in common with others of its number, and with those of its thing."""
    return _number(claim), key_of(claim) if is_told(claim) else None


def _number(claim: Claim) -> tuple[object, ...]:
    """What two tellings of one number have in common, whatever words they use."""
    form = "level" if claim.form in ("part", "remainder") else claim.form
    return form, claim.amount.unit, *number_of(abs(claim.amount))


def _names(evidence: Evidence, claim: Claim, other: Claim) -> bool:
    """True where the sentence of either says all that the noun of the other does.

    A number of fewer than three digits needs a noun of two words.
    """
    if claim.sentence == other.sentence or not _is_then(claim, other):
        return False
    text = evidence.document.text
    fewest = 1 if is_telling(claim.amount) else 2
    for one, two in ((claim, other), (other, claim)):
        noun = noun_of(one)
        said = words_of(two.sentence.of(text))
        if len(noun) >= fewest and noun <= said:
            return True
    return False


def _is_then(one: Claim, two: Claim) -> bool:
    """True where nothing says that the two are of different periods."""
    if one.period is None or two.period is None:
        return True
    if one.is_assumed or two.is_assumed:
        return abs(one.period.end - two.period.end) <= _DAYS
    return about(one.period) == about(two.period)


def _firmness(claim: Claim) -> tuple[bool, int]:
    """The hedged figure is held against the plain one, the coarser against the finer."""
    return not claim.hedge, -claim.amount.exponent
