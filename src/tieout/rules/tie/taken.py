"""A figure taken from beside the one its words name: another period's, or another line's."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.evidence.match_by_sentence import WEAK, facts_within
from tieout.evidence.quantity import Quantity
from tieout.lexicon.captions import gist_of, words_of
from tieout.lexicon.labels import UNNAMED
from tieout.model.amount import is_printed_as
from tieout.model.claim import Claim
from tieout.model.period import duration
from tieout.model.statement import Fact
from tieout.proof.proposal import Proposal
from tieout.rules.verbs import agree

_MOST = 8
"""So many other levels of a sentence are looked at; one of more is a list."""


def of_another_period(evidence: Evidence, claim: Claim) -> Proposal | None:
    """The claim against its line's number for the period named, where it has another period's.

    Another level of the sentence must be the same line's for a stretch as long as that other one:
    "for the six months was $10.8 million, compared to $10.4 million in the second quarter of 2015".
    """
    if claim.is_assumed or claim.period is None or claim.concept == UNNAMED:
        return None
    spoken = evidence.of_claim(0, claim)
    for fact in _taken(evidence, claim):
        own = _own(evidence, claim, fact)
        if own is not None:
            made = agree(spoken, own, prose=True, hedge=claim.hedge)
            if made.outcome == "differs":
                # the digits show which line is meant, however loosely the words name it
                return made.read(bound="sentence", taken=evidence.of_fact(0, fact))
    return None


def of_another_line(evidence: Evidence, claim: Claim, differing: Proposal) -> Proposal:
    """What differs from the line that its words name, with the line of its column that has it.

    Each line must have a word that the other lacks, and the sentence none of the other's.
    """
    refs = [operand.ref for operand in differing.check.operands]
    is_open = claim.is_assumed or claim.is_loose or differing.bound != "concept"
    if is_open or len(refs) != 1 or refs[0].document:
        return differing
    columns = evidence.once("columns", lambda: _columns(evidence))
    column = columns.get(refs[0].figure, [])
    named = next((one for one in column if one.figure == refs[0].figure), None)
    if named is None:
        return differing
    said = words_of(claim.sentence.of(evidence.document.text), claim.caption)
    told = abs(claim.amount)
    for fact in column:
        is_it = fact.amount.unit == told.unit and is_printed_as(abs(fact.amount), told)
        if is_it and _is_another(words_of(named.caption), words_of(fact.caption), said):
            cost = differing.cost + len(column).bit_length() - 1
            return differing.read(taken=evidence.of_fact(0, fact), cost=cost)
    return differing


def _columns(evidence: Evidence) -> dict[int, list[Fact]]:
    """For each figure of the subject's statements, the facts of its column; one list a column."""
    placed: dict[tuple[int, int], list[Fact]] = {}
    for fact in evidence.reported:
        if not fact.in_caption:
            placed.setdefault((fact.statement, fact.column), []).append(fact)
    return {fact.figure: column for column in placed.values() for fact in column}


def _is_another(named: frozenset[str], other: frozenset[str], said: frozenset[str]) -> bool:
    """True where a sentence names the one line, and nothing that sets the other apart from it."""
    return bool(named - other - WEAK) and bool(other - named) and said.isdisjoint(other - named)


def _taken(evidence: Evidence, claim: Claim) -> Iterator[Fact]:
    """The facts with the claim's number whose line has another level's of the sentence as well.

    Both are of stretches of one length, which is not that of the period the claim's words name.
    """
    named = claim.period
    beside = [
        (one, one.period)
        for one in evidence.beside(claim)
        if one.figure != claim.figure and one.form == claim.form and one.concept == claim.concept
        if one.period is not None
    ]
    if named is None or named.is_instant:
        return
    if any(now.is_instant or now.months == named.months for _, now in beside[:_MOST]):
        return  # a sentence of both stretches, whose figures may be told in turn
    for one, now in beside[:_MOST]:
        told = [fact for number, fact in facts_within(evidence, one, now) if not number]
        for number, fact in facts_within(evidence, claim, duration(named.end, now.months)):
            if not number and any(_is_one_line(fact, other) for other in told):
                yield fact


def _own(evidence: Evidence, claim: Claim, taken: Fact) -> Quantity | None:
    """What the line's number for the period named is, in a table or elsewhere in prose.

    None where nothing tells it, or not everything alike.
    """
    period = claim.period
    held = [
        evidence.of_fact(0, fact)
        for fact in evidence.reported
        if fact.period is not None
        and period is not None
        and fact.period.is_near(period)
        and _is_one_line(fact, taken)
    ]
    held += [
        evidence.of_claim(0, one)
        for one in evidence.told_by(0, claim.concept)
        if one.figure != claim.figure and one.form == claim.form and not one.is_assumed
        if one.period is not None and period is not None and one.period.is_near(period)
    ]
    first = held[0] if held else None
    is_one = first is not None and all(
        agree(first, one, prose=True).outcome != "differs" for one in held
    )
    return first if is_one else None


def _is_one_line(one: Fact, other: Fact) -> bool:
    """True for facts of one line, and of one part of the company, in whatever tables."""
    return (
        one.amount.unit == other.amount.unit
        and one.dimensions == other.dimensions
        and gist_of(one.caption) == gist_of(other.caption)
    )
