"""A change by the numbers its words find, or by what tells the same move beside it."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.evidence.mentions import Changed, mentions
from tieout.evidence.moves import moves
from tieout.evidence.quantity import bound_by
from tieout.model.amount import Amount, prints_as
from tieout.model.claim import Claim
from tieout.proof.bits import telling
from tieout.proof.formula import Formula
from tieout.proof.proposal import Proposal
from tieout.proof.words import shared
from tieout.rules.recompute.moved import formula_of, recomputed
from tieout.rules.recompute.operands import settled
from tieout.rules.recompute.own_level import level_off
from tieout.rules.verbs import recompute

_FORMS = {"change", "percent_change"}
_BOTH = 2


def moved(evidence: Evidence, claim: Claim) -> Iterator[Proposal]:
    """The change by its two numbers, else by those of the change told beside it in the other way.

    "$510,000, or 19.1%": each of the two bears the other out, and never refutes it: a coarse one
    fits more lines than its own.
    """
    made = _settled(evidence, claim)
    other = None if made.ties else _told_again(evidence, claim)
    beside = _by_other(evidence, claim, other) if other is not None else None
    if beside is not None and beside.ties:
        yield beside
        return
    yield made if made.ties else level_off(evidence, claim) or made
    if other is not None:
        yield from _both_ways(evidence, claim, other)


def _settled(evidence: Evidence, claim: Claim) -> Proposal:
    """The change by its own two numbers, made once: for itself, and for the one beside it."""
    key = ("moved", claim.figure)
    return evidence.once(key, lambda: settled(evidence, claim, recomputed))


def _told_again(evidence: Evidence, claim: Claim) -> Claim | None:
    """The claim beside this one that tells the same move in the other way; None for none."""
    held = mentions(evidence)
    for one in evidence.beside(claim):
        is_next = abs(one.figure - claim.figure) == 1 and {one.form, claim.form} == _FORMS
        last = held.of(max(one, claim, key=_place))
        if is_next and last is not None and last.is_appended and one.direction == claim.direction:
            return one
    return None


def _place(claim: Claim) -> int:
    """Where a claim stands in its document."""
    return claim.figure


def _by_other(evidence: Evidence, claim: Claim, other: Claim) -> Proposal | None:
    """The change by the two numbers that the other one agrees with; None where it does not."""
    made = _settled(evidence, other)
    if not made.ties or made.formula is None or len(made.formula.operands) != _BOTH:
        return None
    now, before = (bound_by(one, "sentence") for one in made.formula.operands)
    return _proposed(evidence, claim, formula_of(claim, now, before))


def _both_ways(evidence: Evidence, claim: Claim, other: Claim) -> Iterator[Proposal]:
    """The change by the line that moved so in money and in percent, as few lines do."""
    held = mentions(evidence)
    mine = held.of(claim)
    if mine is None:
        return
    change, percent = (claim, other) if claim.form == "change" else (other, claim)
    found = [
        (shared(held, mine, pair[0]), -number, pair)
        for number, pair in enumerate(moves(evidence).of(change.amount))
        if _is_move(pair, percent.amount, claim.direction)
    ]
    if not found:
        return
    bits, _, pair = max(found, key=lambda one: one[:2])
    now, before = (held.quantity(one).magnitude() for one in pair)
    tried = moves(evidence).count(change.amount.unit)
    yield _proposed(evidence, claim, formula_of(claim, now, before)).read(
        bound="sentence", shared=bits + telling(other.amount), cost=tried.bit_length() - 1
    )


def _proposed(evidence: Evidence, claim: Claim, formula: Formula) -> Proposal:
    """The change against what two numbers make it."""
    stated = evidence.of_claim(0, claim).magnitude()
    return recompute(stated, formula, prose=True, hedge=claim.hedge)


def _is_move(pair: Changed, percent: Amount, direction: int) -> bool:
    """True for two numbers of one sign that went that way, by so many percent."""
    now, before = (one.amount.value for one in pair)
    if now * before <= 0 or (abs(now) - abs(before)) * direction < 0:
        return False
    return prints_as(abs(now / before - 1), abs(percent))
