"""A choice of lines: an abridged table never meant to add up."""

from tieout.proof.case import Case
from tieout.proof.explanations import Explained

_LEFT_OUT = 16


def explained(case: Case) -> Explained | None:
    """A total larger than its parts in the only column there is: lines may be left out."""
    fact = case.fact
    if fact is None or not case.formula.is_sum or case.proposal.is_defined:
        return None
    columns = {one.column for one in case.docket.by_line.get((fact.statement, fact.line), ())}
    if len(columns) > 1:
        return None
    if abs(case.stated.value) > abs(case.formula.computed()):
        return Explained(_LEFT_OUT, "lines of this table may be left out")
    return None
