"""A choice of lines: an abridged table never meant to add up."""

from tieout.proof.case import Case
from tieout.proof.explanations import Explained

_LEFT_OUT = 16
_SHORT = 4
"""So little says that a total alone is larger than its parts: a misprint may be too."""


def explained(case: Case) -> Explained | None:
    """A table in which nothing adds up, or a total larger than its parts in the only column."""
    fact = case.fact
    if fact is None or case.proposal.is_defined:
        return None
    abridged = case.docket.abridged
    if fact.statement in abridged or any(one.statement in abridged for one in case.operands):
        return Explained(_LEFT_OUT, "nothing in the table adds up: it may show chosen lines")
    if not case.formula.is_sum:
        return None
    if case.columns > 1:
        return None
    if abs(case.stated.value) > abs(case.formula.computed()):
        return Explained(_SHORT, "lines of this table may be left out")
    return None
