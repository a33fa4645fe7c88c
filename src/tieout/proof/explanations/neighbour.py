"""The difference is a neighbour: a line beside the sum was missed, or a part is counted wrongly."""

from tieout.model.amount import Amount
from tieout.proof.bits import telling
from tieout.proof.case import Case
from tieout.proof.explanations import Explained

_NEAR = 6
"""So many lines before the sum's first line and behind its total may belong to it."""
_FOUND = 6
"""Bits that it says besides its digits that a line accounts for a difference."""


_FEWEST = 6


def explained(case: Case) -> Explained | None:
    """A line near the sum, or a part of it, that is the difference to the unit."""
    total = case.fact
    if total is None or not case.formula.is_sum:
        return None
    apart = abs(case.stated.value - case.formula.computed())
    parts = {fact.figure for fact in case.operands}
    lines = [fact.line for fact in case.operands] + [total.line]
    span = range(min(lines) - _NEAR, max(lines) + _NEAR + 1)
    for fact in case.docket.by_column.get((total.statement, total.column), ()):
        size = abs(fact.printed.value)
        if not size or fact.line not in span or fact.figure == total.figure:
            continue
        slack = fact.printed.last_unit
        if fact.figure in parts:
            if abs(apart - 2 * size) <= slack:
                return _says(
                    fact.printed, f"{fact.caption!r} may have the opposite sign in this sum"
                )
        elif abs(apart - size) <= slack or abs(apart - 2 * size) <= slack:
            return _says(
                fact.printed, f"the difference matches {fact.caption!r}, a line next to this sum"
            )
    return None


def _says(amount: Amount, says: str) -> Explained | None:
    """The explanation by a line of that amount; None for one of so few digits that many are it."""
    digits = telling(amount)
    return Explained(digits + _FOUND, says) if digits >= _FEWEST else None
