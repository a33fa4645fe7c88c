"""Another numerator is customary: the income of common shares, of one class, of one part."""

import re

from tieout.model.amount import prints_as
from tieout.model.statement import Fact
from tieout.patterns import pattern
from tieout.proof.bits import telling
from tieout.proof.case import Case
from tieout.proof.explanations import Explained

_INCOME = pattern(r"income|earnings|loss|profit|operations|attributable|available", re.IGNORECASE)
_FOUND = 10
_SHARED = 18
_NEAR = 20
"""What others share, or what is added back, is a twentieth of the income at most."""


def explained(case: Case) -> Explained | None:
    """A line of income of the same column that divides to the figure; else shares that have part.

    Where participating securities or units take a share of income, the amount per share is a
    little less than income over shares, never more.
    """
    fact = case.fact
    if (
        fact is None
        or not case.amount.unit.is_per_share
        or len(case.operands) != len(case.formula.operands)
    ):
        return None
    income, shares = case.formula.operands[0], case.formula.operands[-1]
    if not shares.value or len(case.formula.operands) < 2:
        return None
    for one in case.docket.evidence.subject.facts:
        if one.period != fact.period or one.amount.unit.is_per_share or one.in_caption:
            continue
        is_other = one.amount.unit == income.amount.unit and one.amount.value != income.value
        if not is_other or not _INCOME.search(one.caption):
            continue
        if prints_as(one.amount.value / shares.value, case.amount):
            if _divides(case, one) < _divides(case, case.operands[0]):
                continue  # in the other columns the line does not give the result per share
            says = f"{one.caption!r} divided by the same shares gives this figure"
            return Explained(telling(case.amount) + _FOUND, says)
    computed = case.formula.computed()
    is_near = _NEAR * abs(computed - case.stated.value) <= abs(computed)
    if is_near and 0 < case.stated.value < computed:
        return Explained(_SHARED, "other securities may have a share of this income")
    if is_near and "Diluted" in fact.concept:
        return Explained(_SHARED, "something may be added back to the income for diluted shares")
    return None


def _divides(case: Case, income: Fact) -> int:
    """In how many columns of the result per share the line of that income divides to it."""
    by_line, fact, shares = case.docket.by_line, case.fact, case.operands[-1]
    if fact is None:
        return 0
    stated, over, under = (
        {one.column: one.amount for one in by_line.get((line.statement, line.line), ())}
        for line in (fact, income, shares)
    )
    return sum(
        bool(under[column].mantissa)
        and prints_as(over[column].value / under[column].value, stated[column])
        for column in stated.keys() & over.keys() & under.keys()
    )
