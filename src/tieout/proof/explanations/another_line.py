"""Another line gives the printed figure: it is right of something else in hand."""

from tieout.lexicon.captions import words_of
from tieout.model.claim import Claim
from tieout.model.statement import Fact
from tieout.proof.bits import telling
from tieout.proof.case import Case
from tieout.proof.explanations import Explained

_NAMED = 12
_UNNAMED = 4
"""Bits that it says that the sentence has the words of the other line."""


def explained(case: Case) -> Explained | None:
    """The line of a statement or table that gives what the sentence states, its words first."""
    claim = case.claim
    if claim is None:
        return None
    operands = {fact.figure for fact in case.operands}
    said = words_of(case.sentence)
    tried, given = _tried(case, claim)
    found: tuple[int, Fact] | None = None
    for fact in given:
        if fact.figure in operands:
            continue
        named = words_of(fact.caption)
        words = _NAMED * bool(named and named <= said and case.proposal.taken is None)
        if found is None or words > found[0]:
            found = words, fact
    if found is None:
        return None
    bits = telling(case.amount) - tried.bit_length() + (found[0] or -_UNNAMED)
    return Explained(bits, f"the line {found[1].caption!r} gives this figure") if bits > 0 else None


def _tried(case: Case, claim: Claim) -> tuple[int, list[Fact]]:
    """How many facts may be meant, and those that give the stated number."""
    tried, given, told = 0, list[Fact](), abs(claim.amount)
    if claim.form in ("percent_change", "change") and claim.period and claim.against:
        unit = None if claim.form == "percent_change" else claim.amount.unit
        changes = case.docket.changes(claim.period, claim.against, unit)
        tried += changes.count(claim.direction)
        given += changes.giving(told, claim.direction)
    facts = case.docket.by_size.get(claim.amount.unit)
    if facts is not None:
        tried += len(facts.held)
        given += [fact for _, fact in sorted(facts.printing_as(told), key=_number)]
    return tried, given


def _number(numbered: tuple[int, Fact]) -> int:
    """Where a numbered fact stands among all."""
    return numbered[0]
