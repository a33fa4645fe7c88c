"""Another line gives the printed figure: it is right of something else in hand."""

from collections.abc import Iterator

from tieout.lexicon.captions import words_of
from tieout.model.amount import gives, has_size, less
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
    tried, given = 0, list[Fact]()
    if claim.form in ("percent_change", "change"):
        for fact, gives in _changes(case, claim):
            tried += 1
            given += [fact] if gives else []
    facts = case.docket.by_size.get(claim.amount.unit)
    if facts is not None:
        tried += len(facts.held)
        given += [fact for _, fact in sorted(facts.printing_as(claim.amount), key=_number)]
    return tried, given


def _number(numbered: tuple[int, Fact]) -> int:
    """Where a numbered fact stands among all."""
    return numbered[0]


def _changes(case: Case, claim: Claim) -> Iterator[tuple[Fact, bool]]:
    """Every line with a figure now and one before, and whether its change is the stated one."""
    if claim.period is None or claim.against is None:
        return
    is_share, told = claim.form == "percent_change", abs(claim.amount)
    then = case.docket.at(claim.against)
    for line, now in case.docket.at(claim.period).items():
        before = then.get(line)
        if before is None or now.amount.unit != before.amount.unit:
            continue
        came = less(now.amount, before.amount)
        # A loss that improved went down, or up.
        is_loss = before.amount.mantissa < 0 and now.amount.mantissa < 0
        if came.mantissa * claim.direction < 0 and not is_loss:
            continue  # the line went the other way
        if is_share:
            if before.amount.mantissa > 0:
                yield now, gives(abs(came.point / before.amount.point), told)
        elif now.amount.unit == claim.amount.unit:
            yield now, has_size(came, told)
