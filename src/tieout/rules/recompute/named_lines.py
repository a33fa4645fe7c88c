"""The line whose change a claim tells, found by its words and by what the change comes to."""

from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from tieout.evidence.gathered import Evidence
from tieout.evidence.mentions import Changed, mentions
from tieout.evidence.quantity import Quantity
from tieout.model.claim import Claim
from tieout.proof.slip import slips
from tieout.proof.words import is_enough, shared

_TELLING = 100
"""A number of fewer digits is a slip of too many others."""


class NamedLine(Struct, frozen=True):
    """A line's number now and before, with what its words share with the claim's, in bits."""

    now: Quantity
    before: Quantity
    bits: int
    tried: int
    may_refute: bool


def line_told(evidence: Evidence, claim: Claim) -> NamedLine | None:
    """The line of the claim's words whose change prints as the claim, give or take its last digit.

    Of a change that no line's gives, the line that gives it but for a slip of the hand, where the
    claim names what it is from.
    """
    held = mentions(evidence)
    changed, told = held.changed(claim), abs(claim.amount.mantissa)
    found = _best(evidence, claim, changed, (told, told - 1, told + 1))
    if found is not None or told < _TELLING:
        return found
    slipped = _best(evidence, claim, changed, slips(told))
    return slipped if slipped is not None and slipped.may_refute else None


def _best(
    evidence: Evidence,
    claim: Claim,
    changed: Mapping[int, Sequence[Changed]],
    meant: Iterable[int],
) -> NamedLine | None:
    """The line of one of the changes whose words fit the claim's best; None where none fits."""
    held = mentions(evidence)
    mine = held.of(claim)
    if mine is None:
        return None
    found = [
        (shared(held, mine, now), now, before)
        for mantissa in meant
        for now, before in changed.get(mantissa, ())
    ]
    if not found:
        return None
    bits, now, before = max(found, key=lambda one: one[0])
    if bits <= 0:
        return None
    both = held.quantity(now).magnitude(), held.quantity(before).magnitude()
    may_refute = is_enough(bits) and not held.is_contradicted(mine, now)
    return NamedLine(*both, bits, len(found), may_refute)
