"""A convention: percentages are plugged so that they add up, or digits are cut off."""

from tieout.model.amount import truncated
from tieout.proof.case import Case
from tieout.proof.explanations import Explained

_PLUGGED = 12
_FEW_OFF = 16
_ADJUSTED = 5
"""A percentage is adjusted by so few of its last units that others add up."""
_HARDLY = 16
"""So small a part of a last unit beyond half of it is no slip of a hand."""
_NEARLY = 4
"""A quotient misses by rounding alone where it misses by a quarter of what its operands allow."""
_TRUNCATED = 14
_FEW = 2
_SEVERAL = 2
_FEWEST = 3
"""So many sums that are off by a few units, all the same way, show that digits are cut off."""


def explained(case: Case) -> Explained | None:
    """A sum of percentages, or one off by less than its parts' last digits cut off."""
    if not case.formula.is_sum:
        return _of_quotient(case)
    parts = case.formula.operands
    finest = min(one.amount.last_unit for one in (case.stated, *parts))
    apart = (case.stated.value - case.formula.computed()) / finest
    if case.amount.unit.is_pure:
        if abs(apart) > _ADJUSTED:
            return None
        return Explained(_PLUGGED, "percentages in a table are often adjusted to add up")
    if abs(apart) > len(parts):
        return None
    ways = case.docket.residues
    if len(ways) >= _FEWEST and all(way == (apart > 0) for way in ways):
        return Explained(_TRUNCATED, "digits are cut off in this document, and sums fall short")
    is_rounded = (
        case.columns == 1
        or _is_across(case)
        or case.proposal.bound != "cell"
        or len(ways) > _SEVERAL
    )
    if is_rounded and abs(apart) <= _FEW:
        return Explained(_FEW_OFF, "a few units: rounding may add up")
    return None


def _is_across(case: Case) -> bool:
    """True for a sum of other columns: each of its figures was rounded by itself."""
    return case.fact is not None and any(one.column != case.fact.column for one in case.operands)


def _of_quotient(case: Case) -> Explained | None:
    """A quotient that the unrounded operands, hardly beyond what rounding allows, would give."""
    if len(case.formula.operands) < 2 or (case.proposal.is_defined and case.claim is not None):
        return None
    bits = max(0, _PLUGGED - case.unadjusted)
    cut = truncated(case.formula.computed(), case.amount.exponent)
    if case.claim is None and cut == case.amount.mantissa:
        return Explained(bits, "its last digits may be cut off instead of rounded")
    if case.proposal.is_defined:
        return None
    reach, stated = case.formula.reach(), case.amount.interval
    gap = max(stated.low - reach.high, reach.low - stated.high)
    if gap * _NEARLY <= reach.width:
        return Explained(bits, "barely more than rounding the two figures allows")
    if gap * _HARDLY <= case.amount.last_unit:
        return Explained(bits, "barely more than rounding the result allows")
    return None
