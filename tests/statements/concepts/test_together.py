from datetime import date

from tieout.engine import read
from tieout.model.period import Period
from tieout.model.statement import Column, Line
from tieout.statements.concepts.together import ALL_NET, NET, dated, opening_with_all

LATE = "us-gaap:InterestExpenseNonoperating"


def test_lines_take_the_elements_of_their_day() -> None:
    line = Line("Interest expense", (), LATE, ())
    old, new = Column("", Period(date(2023, 6, 30))), Column("", Period(date(2025, 6, 30)))
    assert dated([line], [old])[0].concept == "us-gaap:InterestExpense"
    assert dated([line], [old, new])[0].concept == LATE
    assert dated([line], [Column("", None)])[0].concept == LATE


def test_cash_flows_open_with_the_result_of_all_owners() -> None:
    lines = [Line("Net income", (), NET, ()), Line("Net income again", (), NET, ())]
    assert [one.concept for one in opening_with_all(lines)] == [ALL_NET, NET]


STATEMENTS = """EXAMPLE CORP.
STATEMENTS OF INCOME
(In millions)

\tQuarter Ended June 30, 2025\tQuarter Ended June 30, 2024
Net sales\t100\t90
Net income\t40\t35
Net income attributable to noncontrolling interests\t5\t5
Net income attributable to Example\t35\t30

EXAMPLE CORP.
STATEMENTS OF CASH FLOWS
(In millions)

\tQuarter Ended June 30, 2025\tQuarter Ended June 30, 2024
Net income\t40\t35
Depreciation\t5\t5
Net cash provided by operating activities\t45\t40
Net cash used in investing activities\t(5)\t(5)
Net increase in cash\t40\t35
"""


def test_the_income_statement_says_whose_result_opens_the_cash_flows() -> None:
    income, cash = read("r.txt", STATEMENTS.encode()).statements
    assert (income.kind, cash.kind) == ("income_statement", "cash_flow_statement")
    assert cash.lines[0].concept == ALL_NET


def test_an_allowance_is_that_of_its_line() -> None:
    # IBM's 10-Q for June 30, 2025: allowances of receivables of every sort
    text = """EXAMPLE CORP.
BALANCE SHEETS
(In millions)

\tJune 30, 2019\tDecember 31, 2018
Cash and cash equivalents\t10\t9
Other accounts receivable (net of allowances of $41 in 2019 and $31 in 2018)\t10\t9
Total current assets\t20\t18
Total assets\t20\t18
Total liabilities and stockholders' equity\t20\t18
"""
    facts = read("r.txt", text.encode()).facts
    told = {fact.concept for fact in facts if fact.in_caption}
    assert told == {"us-gaap:AllowanceForDoubtfulOtherReceivablesCurrent"}


def test_shares_of_temporary_equity_are_its_own() -> None:
    # AEON Biopharma's 10-Q for September 30, 2023: preferred stock between liabilities and equity
    text = """EXAMPLE CORP.
BALANCE SHEETS
(In thousands)

\tSeptember 30, 2023\tDecember 31, 2022
Cash and cash equivalents\t10\t9
Total assets\t10\t9
Total liabilities\t2\t2
Convertible preferred stock, $0.0001 par value; 4,500 shares authorized, 2,100 issued, \
liquidation preference of $7\t5\t5
Stockholders' equity:
Accumulated deficit\t3\t2
Total stockholders' equity\t3\t2
Total liabilities and stockholders' equity\t10\t9
"""
    statement = read("r.txt", text.encode()).statements[0]
    stock = next(line for line in statement.lines if "preferred" in line.caption)
    assert stock.concept == "us-gaap:TemporaryEquityCarryingAmountAttributableToParent"
    told = {fact.concept.removeprefix("us-gaap:") for fact in statement.facts if fact.in_caption}
    assert told == {
        "TemporaryEquityParOrStatedValuePerShare",
        "TemporaryEquitySharesAuthorized",
        "TemporaryEquitySharesIssued",
        "TemporaryEquityLiquidationPreference",
    }
