"""Another line gives the printed figure: it is right of something else in hand."""

from collections.abc import Iterator

from tieout.lexicon.captions import words_of
from tieout.model.amount import is_printed_as, prints_as
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
    found: tuple[int, Fact] | None = None
    tried = 1
    for count, (fact, gives) in enumerate(_tried(case, claim), 1):
        tried = count
        if not gives or fact.figure in operands:
            continue
        named = words_of(fact.caption)
        words = _NAMED * bool(named and named <= said and case.proposal.taken is None)
        if found is None or words > found[0]:
            found = words, fact
    if found is None:
        return None
    bits = telling(case.amount) - tried.bit_length() + (found[0] or -_UNNAMED)
    return Explained(bits, f"the line {found[1].caption!r} gives this figure") if bits > 0 else None


def _tried(case: Case, claim: Claim) -> Iterator[tuple[Fact, bool]]:
    """Every fact that may be meant, and whether it gives the stated number."""
    stated = abs(claim.amount)
    if claim.form in ("percent_change", "change"):
        yield from _changes(case, claim)
    for fact in case.docket.evidence.subject.facts:
        if fact.amount.unit == claim.amount.unit and fact.amount.mantissa:
            yield fact, is_printed_as(abs(fact.amount), stated)


def _changes(case: Case, claim: Claim) -> Iterator[tuple[Fact, bool]]:
    """Every line with a figure now and one before, and whether its change is the stated one."""
    if claim.period is None or claim.against is None:
        return
    for facts in case.docket.by_line.values():
        now = next((one for one in facts if one.period == claim.period), None)
        before = next((one for one in facts if one.period == claim.against), None)
        if now is None or before is None or now.amount.unit != before.amount.unit:
            continue
        was, came = before.amount.value, now.amount.value - before.amount.value
        is_loss = was < 0 and now.amount.mantissa < 0  # a loss that improved went down, or up
        if came * claim.direction < 0 and not is_loss:
            continue  # the line went the other way
        if claim.form == "percent_change":
            if was > 0:
                yield now, prints_as(abs(came / was), abs(claim.amount))
        elif now.amount.unit == claim.amount.unit:
            yield now, prints_as(abs(came), abs(claim.amount))
