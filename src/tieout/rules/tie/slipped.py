"""A figure whose line is found by its words, and whose digits are the line's but for a slip."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain

from msgspec import structs

from tieout.evidence.gathered import Evidence
from tieout.evidence.match_by_caption import alike
from tieout.evidence.match_by_sentence import may_have_digits, within
from tieout.evidence.quantity import Quantity, bound_by
from tieout.model.amount import Amount
from tieout.model.claim import Claim
from tieout.model.period import Period
from tieout.proof.powers import POWERS, is_at_another_power
from tieout.proof.proposal import Proposal
from tieout.proof.slip import is_slip, is_telling
from tieout.rules.verbs import agree


def slipped(evidence: Evidence, claim: Claim, periods: Iterable[Period]) -> Proposal | None:
    """The claim against the first line of its words that has its digits but for a slip, or none.

    Of a line that the caption names, the digits stand at another power of ten, or one is changed,
    or two are exchanged; of one that only the sentence names, at another power of ten.
    """
    spoken = evidence.of_claim(0, claim)
    for known, tried in chain.from_iterable(_found(evidence, claim, period) for period in periods):
        made = agree(spoken, known, prose=True, hedge=claim.hedge)
        if made.outcome == "differs":
            return made.read(cost=tried.bit_length() - 1)
    return None


def _found(evidence: Evidence, claim: Claim, period: Period) -> Iterator[tuple[Quantity, int]]:
    """Every line of the period that the claim may be of but for a slip, and how many were tried.

    Those that the caption names are first.
    """
    told = abs(claim.amount)
    named = [one for one in alike(evidence, claim, period) if one.amount.unit == told.unit]
    for known in named:
        if is_one_slip_off(told, abs(known.amount)):
            yield known, len({abs(one.amount.value) for one in named})
    if not (is_telling(told) and may_have_digits(evidence, told, period)):
        return
    for tried, power in enumerate(POWERS, 1):
        moved = structs.replace(claim, amount=claim.amount.times_power(power))
        for known in within(evidence, moved, period):
            if known.amount.unit == told.unit:
                yield bound_by(known, "caption"), tried


def likeliest_slip(differing: Sequence[Proposal]) -> Proposal:
    """The first difference that a slip of the hand explains, else the first of all."""
    for one in differing:
        if one.stated is None or one.formula is None:
            continue
        if is_one_slip_off(one.stated.amount, one.formula.operands[0].amount):
            tried = {by.formula.operands[0].value for by in differing if by.formula is not None}
            return one.read(cost=one.cost + len(tried).bit_length() - 1)
    return differing[0]


def is_one_slip_off(told: Amount, right: Amount) -> bool:
    """True where a number has the digits of another at another power of ten, or but for a slip."""
    if is_at_another_power(told, right.value):
        return True
    return is_telling(told) and is_slip(told, right.value)
