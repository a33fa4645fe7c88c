"""The difference is told beside the figure: one of the two takes in what the other leaves out."""

from collections.abc import Iterable, Iterator

from tieout.lexicon.captions import words_of
from tieout.model.amount import Amount, fits_exactly, rounded
from tieout.model.claim import Claim
from tieout.model.period import Period
from tieout.model.statement import Fact
from tieout.proof.case import Case
from tieout.proof.explanations import Explained

_TOLD = 16
_ELSEWHERE = 8
_WORDS = 3
"""A sentence elsewhere shares so many words with the name of the number held against."""


def explained(case: Case) -> Explained | None:
    """Another figure is what the figure and the number it is held against lack."""
    claim, fact = case.claim, case.fact
    if len(case.formula.operands) != 1:
        return None
    if claim is not None:
        if _is_among(case, case.docket.evidence.beside(claim)):
            return Explained(_TOLD, "the difference is another figure of the same sentence")
        if any(_is_of_the_line(case, claim, one) for one in _apart_by(case)):
            bits = max(_ELSEWHERE, case.proposal.shared or 0)  # the same words speak for either
            return Explained(bits, "the difference is stated in another sentence")
    elif fact is not None and case.is_copy and _is_of_another_part(case, fact):
        return Explained(_TOLD, "the difference stands under the same caption in another table")
    return None


def _is_among(case: Case, claims: Iterable[Claim]) -> bool:
    """True where one of the claims is the difference, within the last units of both."""
    own = case.stated.ref.figure
    return any(one.figure != own and _is_apart(case, one.amount) for one in claims)


def _is_apart(case: Case, amount: Amount, part: int = 1) -> bool:
    """True for the difference, within that part of the last units of the amount and the figure."""
    apart = abs(case.stated.value - case.formula.computed())
    slack = (amount.last_unit + case.amount.last_unit) / part
    is_near = abs(apart - abs(amount.value)) < slack < abs(amount.value)
    return is_near and amount.unit == case.amount.unit


def _apart_by(case: Case) -> Iterator[Claim]:
    """The levels of prose that are the difference, within half of the last units of both."""
    apart = abs(case.stated.value - case.formula.computed())
    for (unit, _), levels in case.docket.levels.items():
        if unit is case.amount.unit:
            slack = 2 * rounded(case.amount.last_unit, levels.exponent) + 2
            size = rounded(apart, levels.exponent)
            for one in levels.between(size - slack, size + slack):
                if _is_apart(case, one.amount, 2):
                    yield one


def _is_of_the_line(case: Case, claim: Claim, one: Claim) -> bool:
    """True for a level told in another sentence, of the same time, that the line names."""
    if not case.operands or claim.form != "level" or one.sentence == claim.sentence:
        return False
    words = words_of(one.caption)
    named = words_of(case.operands[0].caption)
    is_named = len(named & words) >= _WORDS and words != words_of(claim.caption)
    return is_named and _is_then(one, claim.period)


def _is_then(claim: Claim, period: Period | None) -> bool:
    """True for a claim of that time."""
    return claim.period is not None and period is not None and claim.period.is_near(period)


def _is_of_another_part(case: Case, fact: Fact) -> bool:
    """True where a third table has the difference, under the caption and for the time of both."""
    facts = case.docket.by_size.get(fact.amount.unit)
    apart = abs(case.stated.value - case.formula.computed())
    if facts is None or not fits_exactly(apart, facts.exponent):
        return False
    size = rounded(apart, facts.exponent)
    both = {fact.statement, *(one.statement for one in case.operands)}
    named = words_of(fact.caption)
    return any(
        one.period == fact.period
        and one.statement not in both
        and _is_called_alike(words_of(one.caption), named)
        for _, one in facts.between(size, size)
    )


def _is_called_alike(one: frozenset[str], other: frozenset[str]) -> bool:
    """True where one of two captions has all the words of the other."""
    return bool(one and other) and (one <= other or other <= one)
