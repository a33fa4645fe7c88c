"""Another column gives the printed figure: the columns, or the period meant, may be misread."""

from tieout.model.amount import gives
from tieout.model.statement import Fact
from tieout.proof.bits import telling
from tieout.proof.case import Case
from tieout.proof.explanations import Explained

_SAME_LINES = 4
"""Bits that it says that the very lines of the formula give the figure."""


def explained(case: Case) -> Explained | None:
    """The operands' own lines, in another column of their statement, that give the figure."""
    operands = case.operands
    if case.proposal.taken is not None:
        return None  # it is known whose figure it is, and the words rule it out
    if len(operands) != len(case.formula.operands) or case.formula.is_sum or not operands:
        return None
    lines = [case.docket.by_line.get((one.statement, one.line), []) for one in operands]
    figure = case.stated.ref.figure
    own = {one.column for one in operands}
    for column in dict.fromkeys(fact.column for fact in lines[0]):
        held = [next((one for one in line if one.column == column), None) for line in lines]
        facts = [one for one in held if one is not None and one.figure != figure]
        if column not in own and len(facts) == len(lines) and _gives(case, facts):
            header = case.statement(operands[0]).columns[column].header
            says = f"the same lines give this figure in the column {header!r}"
            bits = telling(case.amount) + _SAME_LINES - len(lines[0]).bit_length()
            return Explained(max(0, bits), says)
    return None


def _gives(case: Case, facts: list[Fact]) -> bool:
    """True where the formula over these facts prints as the stated number, but for its sign."""
    points = [
        (fact.amount if own.amount.mantissa >= 0 else abs(fact.amount)).point
        for fact, own in zip(facts, case.formula.operands, strict=True)
    ]
    try:
        return gives(abs(case.formula.of(points)), abs(case.amount))
    except ZeroDivisionError:
        return False
