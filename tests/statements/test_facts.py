from collections.abc import Callable

import pytest

from tieout.model.statement import Statement


def amounts(statement: Statement, concept: str) -> list[str]:
    return [
        str(fact.amount)
        for fact in statement.facts
        if fact.concept == f"us-gaap:{concept}" and not fact.in_caption
    ]


@pytest.mark.parametrize(
    ("concept", "values"),
    [
        ("Revenues", ["1000000", "900000"]),
        ("CostOfRevenue", ["600000", "550000"]),
        ("ResearchAndDevelopmentExpense", ["300000", "310000"]),  # printed in brackets
        ("OperatingExpenses", ["440000", "360000"]),
        ("OperatingIncomeLoss", ["-40000", "-10000"]),
        ("InterestIncomeExpenseNonoperatingNet", ["-5000"]),  # nil is no fact
        ("NetIncomeLoss", ["-45000", "-10000"]),
        ("EarningsPerShareBasic", ["-0.03", "-0.01"]),
        ("EarningsPerShareDiluted", ["-0.03", "-0.01"]),
        ("WeightedAverageNumberOfDilutedSharesOutstanding", ["1500000", "1400000"]),
    ],
)
def test_facts_of_income_have_xbrls_sign_and_scale(
    income: Statement, concept: str, values: list[str]
) -> None:
    assert amounts(income, concept) == values


@pytest.mark.parametrize(
    ("concept", "values"),
    [
        ("AccumulatedDepreciationDepletionAndAmortizationPropertyPlantAndEquipment",
         ["200000", "100000"]),
        ("TreasuryStockValue", ["146000", "145000"]),
        ("AccountsPayableCurrent", ["600000"]),
        ("StockholdersEquity", ["3000000", "2300000"]),
    ],
)  # fmt: skip
def test_contra_lines_have_their_own_positive_sign(
    balance_sheet: Statement, concept: str, values: list[str]
) -> None:
    assert amounts(balance_sheet, concept) == values


def test_a_fact_stands_at_its_cell(income: Statement) -> None:
    cells = {cell.figure for line in income.lines for cell in line.cells if cell.figure >= 0}
    for fact in income.facts:
        assert (fact.figure in cells) is not fact.in_caption
        assert fact.anchor.endswith(f".C{0 if fact.in_caption else fact.column + 1}")
        assert income.columns[fact.column].period == fact.period


CASH_FLOWS = """EXAMPLE CORP.
STATEMENTS OF CASH FLOWS

\tSix Months Ended June 30, 2025
Cash flows from operating activities:
Net income\t5
Net cash provided by operating activities\t5
Net cash used in investing activities\t(2)
Net cash used in financing activities\t(1)
Net change in cash, cash equivalents and restricted cash\t2
Cash, cash equivalents and restricted cash at January 1\t11
Cash, cash equivalents and restricted cash at June 30\t13
Reconciliation of cash, cash equivalents and restricted cash to the Balance Sheet:
Cash and cash equivalents\t12
Restricted cash\t1
"""


def test_cash_in_a_column_of_flows_stands_at_a_day(statement: Callable[[str], Statement]) -> None:
    # IBM, Form 10-Q for June 30, 2025, and NVIDIA, for July 28, 2024
    periods = [str(fact.period) for fact in statement(CASH_FLOWS).facts]
    assert periods[-4:] == ["2024-12-31", "2025-06-30", "2025-06-30", "2025-06-30"]
