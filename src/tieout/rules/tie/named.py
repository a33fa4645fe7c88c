"""A figure of prose ties to the number that its words name, or has a slip in its digits."""

from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct

from tieout.evidence.computed import computed
from tieout.evidence.gathered import Evidence
from tieout.evidence.mention import Mention
from tieout.evidence.mentions import Mentions, mentions
from tieout.model.amount import Amount, is_printed_as
from tieout.model.claim import Hedge
from tieout.proof.bits import telling
from tieout.proof.formula import Formula
from tieout.proof.proposal import Proposal
from tieout.proof.reserved import Reserved
from tieout.proof.slip import is_telling, slips
from tieout.proof.words import Said, is_enough, is_tick, likely, said, shared_by_both, weighed
from tieout.rules.base import rule
from tieout.rules.verbs import agree, recompute

_TWICE = 2
_ABOUT = 6
_MOST_TOLD = 8
"""A sentence of more figures is the rows of a table that nobody could read as one."""


class _Found(Struct, frozen=True, gc=False):
    """A mention, what is said of it and a claim, and how well that fits, in bits."""

    said: Said
    bits: int
    mention: Mention
    sense: int
    """Of those that have it in common, the same is said."""


@rule("TI008", "prose-differs-from-what-it-names", tick="T")
def named(evidence: Evidence) -> Iterator[Reserved]:
    """Holds every claim against the number, of any table or sentence, that its words fit best.

    Where no number that prints as the claim fits its words, one that it misses by a slip may.
    """
    held = mentions(evidence)
    for claim in evidence.each(held.claims):
        if claim.amount.mantissa and len(claim.others) < _MOST_TOLD:
            yield Reserved(claim.figure, partial(_named, evidence, held, claim))


def _named(evidence: Evidence, held: Mentions, claim: Mention) -> Iterator[Proposal]:
    """The claim against the number that its words fit best, or that it misses by a slip."""
    told = _found(held, claim, [claim.amount])
    first = {one.sense: one for one in reversed(told)}
    ties = {one: likely(each.said, claim, each.mention, len(told)) for one, each in first.items()}
    most = max(ties.values(), default=-1)
    if most >= 0:
        best = next(one for one in told if ties[one.sense] == most)
        yield _held(held, claim, best, len(told)).read(likely=most)
    elif claim.role == "level" and (added := _added(evidence, held, claim)) is not None:
        yield added
    elif is_telling(claim.amount):
        yield from _slipped(held, claim, told)


def _added(evidence: Evidence, held: Mentions, claim: Mention) -> Proposal | None:
    """The claim against the two neighbours of a column whose sum it prints and its words name."""
    pairs = list(computed(evidence).sums(claim))
    found = [(shared_by_both(held, claim, pair), number) for number, pair in enumerate(pairs)]
    bits, number = max(found, default=(0, 0))
    cost = len(pairs).bit_length() - 1
    if bits <= 0 or not is_tick(bits, claim.amount, cost):
        return None
    both = (held.quantity(pairs[number].first), held.quantity(pairs[number].second))
    formula = Formula("{0} + {1}", both, lambda a, b: a + b, is_size=True)
    check = recompute(held.quantity(claim).magnitude(), formula, prose=True, hedge=_hedge(claim))
    return check.read(bound="sentence", shared=bits, cost=cost)


def _hedge(claim: Mention) -> Hedge:
    """What the words make of the claim's precision."""
    return claim.claim.hedge if claim.claim is not None else ""


def _slipped(held: Mentions, claim: Mention, told: Sequence[_Found]) -> Iterator[Proposal]:
    """The claim against the number that its words name and its digits miss by a slip.

    Where the same line, or words nearly as fit, give the very number, it is none.
    """
    found = [one for one in _found(held, claim, _meant(claim.amount)) if one.mention.is_known]
    best = max(found, key=_fit, default=None)
    if best is None or not is_enough(best.bits):
        return
    expected = abs(best.mention.amount)
    if held.is_contradicted(claim, best.mention) or any(
        one.unit == expected.unit and (is_printed_as(one, expected) or is_printed_as(expected, one))
        for one in claim.others
    ):
        return  # the line is another one, or its number stands in the sentence too
    if not _is_whose(held, claim, best.mention):
        return
    is_told = any(
        one.bits + telling(claim.amount) > best.bits or one.mention.place == best.mention.place
        for one in told
    )
    if not is_told and _is_one_thing(claim, best, found):
        yield _held(held, claim, best, len(found))


def _is_whose(held: Mentions, claim: Mention, other: Mention) -> bool:
    """True where it is known whose number of several in a line and period a claim is held against.

    It is the one in the column of totals, the one that nothing sets apart, or the one whose part
    of the company the claim's words name.
    """
    beside = [
        one
        for one in held.at(other.place)
        if one.column != other.column and one.period == other.period and one.role == other.role
        if one.amount.unit == other.amount.unit
    ]
    if not beside or other.claim is not None or other.is_of_all:
        return True
    return other.scope <= claim.wide and (bool(other.scope) or all(one.scope for one in beside))


def _meant(amount: Amount) -> Iterator[Amount]:
    """Every number that this one may be a slip of the hand for."""
    for mantissa in slips(abs(amount.mantissa)):
        yield Amount(mantissa, amount.exponent, amount.unit)


def _found(held: Mentions, claim: Mention, amounts: Iterable[Amount]) -> list[_Found]:
    """The mentions of any of the amounts, but for those of the claim's own sentence."""
    found: list[_Found] = []
    known: dict[int, tuple[Said, int]] = {}
    for amount in amounts:
        for one in held.printed(amount, claim.role):
            if not _is_other(claim, one):
                continue
            sense = held.sense(one)
            if sense not in known:
                both = said(held, claim, one)
                known[sense] = both, weighed(both, claim, one)
            found.append(_Found(*known[sense], one, sense))
    return found


def _fit(found: _Found) -> int:
    """How well a mention fits."""
    return found.bits


def _is_other(claim: Mention, other: Mention) -> bool:
    """True for a number of another place: not of the claim's own sentence."""
    return claim.sentence != other.sentence


def _is_one_thing(claim: Mention, best: _Found, found: Sequence[_Found]) -> bool:
    """True for a cell; of two sentences, where a third says so too, or their figures agree.

    A release says many things in the same words, each with figures of its own. Of two sentences
    alone the second is held against the first.
    """
    other = best.mention
    if other.claim is None:
        return True
    pairs = zip(claim.beside, other.beside, strict=True)
    if any(one and two and one.kind == two.kind and one.amount != two.amount for one, two in pairs):
        return False
    again = (one for one in found if one.bits > best.bits - _ABOUT)
    if sum(1 for one in again if one.mention.amount == other.amount) >= _TWICE:
        return True
    fewer = min(len(claim.others), len(other.others))
    is_alike = 2 * len(claim.others & other.others) >= max(1, fewer)
    return is_alike and other.figure < claim.figure


def _held(held: Mentions, claim: Mention, found: _Found, tried: int) -> Proposal:
    """The claim against a mention, with what their words have in common."""
    other = found.mention
    check = agree(
        held.quantity(claim),
        held.quantity(other),
        prose=True,
        hedge=_hedge(claim),
        severity="error" if other.claim is None else "warning",
    )
    return check.read(bound="sentence", shared=found.bits, cost=tried.bit_length() - 1)
