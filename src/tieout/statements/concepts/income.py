"""Concepts of an income statement told by its structure, whatever the captions."""

import re
from collections.abc import Sequence

from tieout.lexicon.canonical import normal
from tieout.lexicon.labels import split_heading
from tieout.model.statement import Line, Sum
from tieout.patterns import pattern
from tieout.statements.concepts import Lines, renamed
from tieout.statements.lines import names_only_loss

_PRE_TAX = (
    "us-gaap:IncomeLossFromContinuingOperationsBeforeIncomeTaxes"
    "ExtraordinaryItemsNoncontrollingInterest"
)
_BEFORE_AFFILIATES = (
    "us-gaap:IncomeLossFromContinuingOperationsBeforeIncomeTaxes"
    "MinorityInterestAndIncomeLossFromEquityMethodInvestments"
)
_AFFILIATES = "us-gaap:IncomeLossFromEquityMethodInvestments"
OTHERS_SHARE = "us-gaap:NetIncomeLossAttributableToNoncontrollingInterest"
_NET = "us-gaap:NetIncomeLoss"
ALL_NET = "us-gaap:ProfitLoss"
_OTHER = "us-gaap:OtherNonoperatingIncomeExpense"
_ALL_OTHER = "us-gaap:NonoperatingIncomeExpense"
_OPERATING = "us-gaap:OperatingIncomeLoss"
_GROSS = "us-gaap:GrossProfit"
_EXPENSES = "us-gaap:OperatingExpenses"
_COSTS = "us-gaap:CostsAndExpenses"
_REVENUES = frozenset(
    f"us-gaap:{name}"
    for name in (
        "Revenues",
        "RevenueFromContractWithCustomerExcludingAssessedTax",
        "RevenuesNetOfInterestExpense",
    )
)
_CONTRACTS = "us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax"
_NO_CONTRACT = pattern(
    r"\b(?:lease|leasing|rent|financ|interest|invest|affiliate|other|royalt|grant)", re.I
)
_RESEARCH = "us-gaap:ResearchAndDevelopmentExpense"
_OWN_RESEARCH = "us-gaap:ResearchAndDevelopmentExpenseExcludingAcquiredInProcessCost"
_IN_PROCESS = "us-gaap:ResearchAndDevelopmentInProcess"
_COMPREHENSIVE = "us-gaap:ComprehensiveIncomeNetOfTax"
_ALL_COMPREHENSIVE = (
    "us-gaap:ComprehensiveIncomeNetOfTaxIncludingPortionAttributableToNoncontrollingInterest"
)
_MINORITY_COMPREHENSIVE = "us-gaap:ComprehensiveIncomeNetOfTaxAttributableToNoncontrollingInterest"
_PARTNERS_SHARE = "us-gaap:NetIncomeLossAllocatedToGeneralPartners"
OTHERS_SHARES = frozenset({OTHERS_SHARE, _MINORITY_COMPREHENSIVE, _PARTNERS_SHARE})
"""What belongs to others of a result, which is taken off it."""
_SHARED = (
    (OTHERS_SHARE, _NET, ALL_NET),
    (_MINORITY_COMPREHENSIVE, _COMPREHENSIVE, _ALL_COMPREHENSIVE),
)
_OWNERS = ("attributable", "available", "applicable", "allocable")


def all_others(lines: Sequence[Line]) -> int:
    """The line that is the total of other incomes though it is named like one; −1 for none.

    "Interest income, interest expense, other, net; other income (expense), net": where one
    statement has two other incomes below its operating income, one under the other, the second
    sums what lies between.
    """
    others: list[int] = []
    below = False
    for number, line in enumerate(lines):
        below = below or line.concept == _OPERATING
        if line.concept in (_PRE_TAX, _BEFORE_AFFILIATES):
            break
        if below and line.concept == _OTHER and line.cells:
            others.append(number)
    return others[1] if len(others) == 2 and others[1] - others[0] == 1 else -1


def told(lines: Lines, sums: Sequence[Sum]) -> Lines:
    """The lines under the concepts that their places and sums prove."""
    names = {**_before_affiliates(lines), **_contracts(lines, sums), **_costs(lines, sums)}
    names |= {**_others(lines, sums), **_research(lines), all_others(lines): _ALL_OTHER}
    return renamed(lines, names)


def is_taken_off(line: Line) -> bool:
    """True where the caption says that the line is taken off: "Less: ..."."""
    return line.caption.lower().lstrip().startswith("less")


def weight_of_others(line: Line) -> int:
    """−1 for others' share of a profit, which is taken off; +1 where its sign says that it is.

    Of a result that a heading splits it has the sign as printed.
    """
    if is_taken_off(line) or split_heading(line.section):
        return -1
    return 1 if line.signs == {1 if names_only_loss(line.caption) else -1} else -1


def shared(lines: Lines, _: Sequence[Sum] = ()) -> Lines:
    """The lines, the results that others share in under the concepts of everybody's result."""
    names: dict[int, str] = {}
    if not any(line.concept == OTHERS_SHARE for line in lines):
        names.update(_before_minority(lines, _MINORITY_COMPREHENSIVE, _NET, ALL_NET))
    for minority, own, everybodys in _SHARED:
        names.update(_before_minority(lines, minority, own, everybodys))
    return renamed(lines, names)


def _before_minority(
    lines: Sequence[Line], share: str, own: str, everybodys: str
) -> dict[int, str]:
    """Results that the share of noncontrolling interests is still to be taken off."""
    minority = next((n for n, line in enumerate(lines) if line.concept == share), -1)
    if minority < 0 or not any(line.concept == own for line in lines[:minority]):
        return {}
    owned = any(line.concept == own and _is_owned(line) for line in lines[minority:])
    return {
        n: everybodys
        for n, line in enumerate(lines)
        if line.concept == own and not _is_owned(line) and (n < minority or owned)
    }


def _is_owned(line: Line) -> bool:
    """True where the caption says whose the result is, or the heading that splits it."""
    words = normal(f"{split_heading(line.section)} {line.caption}")
    return any(word in words for word in _OWNERS)


def _before_affiliates(lines: Sequence[Line]) -> dict[int, str]:
    """A result before taxes that affiliates' results are added to only after taxes."""
    before = next((n for n, line in enumerate(lines) if line.concept == _PRE_TAX), -1)
    if before < 0:
        return {}
    for line in lines[before + 1 :]:
        if line.concept == _AFFILIATES:
            return {before: _BEFORE_AFFILIATES}
        if line.concept in (_NET, ALL_NET):
            break
    return {}


def _research(lines: Sequence[Line]) -> dict[int, str]:
    """Research without what was bought in process, where that has a line of its own."""
    if not any(line.concept == _IN_PROCESS and line.cells for line in lines):
        return {}
    return {n: _OWN_RESEARCH for n, line in enumerate(lines) if line.concept == _RESEARCH}


def _contracts(lines: Sequence[Line], sums: Sequence[Sum]) -> dict[int, str]:
    """Total revenues that sum nothing but sales of goods and services to customers."""
    return {
        one.total: _CONTRACTS
        for one in sums
        if lines[one.total].concept == "us-gaap:Revenues"
        and len(one.readings[0]) > 1
        and not any(_NO_CONTRACT.search(lines[part].caption) for part, _ in one.readings[0])
    }


def _others(lines: Sequence[Line], sums: Sequence[Sum]) -> dict[int, str]:
    """Other income among total revenues, and other expenses among total costs: both operating."""
    names: dict[int, str] = {}
    for one in sums:
        total = lines[one.total].concept
        others = [part for part, _ in one.readings[0] if lines[part].concept == _OTHER]
        if total in _REVENUES:
            names.update(dict.fromkeys(others, "us-gaap:OtherIncome"))
        elif total in (_EXPENSES, _COSTS):
            is_bank = any(line.concept == "us-gaap:RevenuesNetOfInterestExpense" for line in lines)
            name = "OtherNoninterestExpense" if is_bank else "OtherCostAndExpenseOperating"
            names.update(dict.fromkeys(others, f"us-gaap:{name}"))
    return names


def _costs(lines: Sequence[Line], sums: Sequence[Sum]) -> dict[int, str]:
    """Totals of expenses: all costs where they are taken off revenue, else operating expenses."""
    names: dict[int, str] = {}
    parts_of = {one.total: [n for n, _ in one.readings[0]] for one in sums}
    revenue = next((n for n, line in enumerate(lines) if line.concept in _REVENUES), -1)
    gross = any(line.concept == _GROSS for line in lines)
    for number, line in enumerate(lines):
        is_total = number in parts_of or line.is_called_total
        if line.concept not in (_EXPENSES, _COSTS) or line.is_heading or not is_total:
            continue
        if gross or revenue < 0 or revenue > number:
            names[number] = _EXPENSES
        else:
            first = min(_reached(number, parts_of), default=number)
            apart = [line for line in lines[revenue + 1 : first] if _is_cost_total(line)]
            names[number] = _EXPENSES if apart else _COSTS
    return names


def _reached(total: int, parts_of: dict[int, list[int]]) -> set[int]:
    """Every line that a total sums, through other totals too."""
    reached: set[int] = set()
    ahead = list(parts_of.get(total, ()))
    while ahead:
        part = ahead.pop()
        if part not in reached:
            reached.add(part)
            ahead.extend(parts_of.get(part, ()))
    return reached


def _is_cost_total(line: Line) -> bool:
    """True for a cost of revenue."""
    return line.concept.startswith("us-gaap:CostOf")
