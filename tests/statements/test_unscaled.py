"""A table that says no scale and is no primary statement, beside an income statement."""

from tieout.engine import check, read
from tieout.model.statement import Fact

PERIODS = "\tThree Months Ended June 30, 2019\tThree Months Ended June 30, 2018\n"
INCOME = (
    "EXAMPLE CORP.\nSTATEMENTS OF INCOME\n(In thousands)\n\n"
    f"{PERIODS}Revenue\t$ 9,000\t$ 8,000\nCost of revenue\t7,600\t6,800\n"
    "Income tax expense\t400\t300\nNet income\t$ 1,000\t$ 900\n\n"
    "The measures below are not prepared under GAAP.\n\n"
)


def other(now: str, before: str) -> list[Fact]:
    table = f"{PERIODS}Net income\t{now}\t{before}\nAdjusted net income\t1,200\t950\n"
    release = read("release.txt", f"{INCOME}{table}".encode())
    return [fact for one in release.statements[1:] for fact in one.facts]


def test_figures_of_the_income_statement_lend_their_scale() -> None:
    amounts = [str(fact.amount) for fact in other("$ 1,000", "$ 900")]
    assert amounts == ["1000000", "900000", "1200000", "950000"]


def test_without_figures_in_common_money_makes_no_facts() -> None:
    assert other("$ 1,001", "$ 901") == []


def test_a_miss_in_another_table_proves_nothing() -> None:
    """The same words may speak of a part of the company, or of a measure of its own."""
    prose = "Adjusted net income was $1.3 million in the three months ended June 30, 2019.\n\n"
    table = f"{PERIODS}Net income\t$ 1,000\t$ 900\nRestructuring\t200\t--\n"
    text = f"{prose}{INCOME}{table}Adjusted net income\t1,200\t900\n"
    outcomes = {one.outcome for one in check(read("release.txt", text.encode())).checks}
    assert "differs" not in outcomes


def cash_flow(heads: str) -> list[int]:
    """The scales of a cash flow statement of two tables, the second under these heads alone.

    So prints NVIDIA's release of its second quarter of fiscal 2024, on two pages of a web page.
    """
    page = (
        "<p>EXAMPLE CORP.</p><p>CONDENSED STATEMENTS OF CASH FLOWS</p><p>(In millions)</p>"
        "<table>{heads}"
        "<tr><td>Cash flows from operating activities:</td></tr>"
        "<tr><td>Net income</td><td>6,188</td><td>656</td></tr>"
        "<tr><td>Depreciation and amortization</td><td>365</td><td>378</td></tr>"
        "<tr><td>Net cash provided by operating activities</td><td>6,553</td><td>1,034</td></tr>"
        "<tr><td>Cash flows from investing activities:</td></tr>"
        "<tr><td>Purchases of property and equipment</td><td>(289)</td><td>(433)</td></tr>"
        "<tr><td>Net cash used in investing activities</td><td>(289)</td><td>(433)</td></tr>"
        "</table><p>&nbsp;</p><table>{others}"
        "<tr><td>Cash flows from financing activities:</td></tr>"
        "<tr><td>Repurchases of common stock</td><td>(3,067)</td><td>(3,345)</td></tr>"
        "<tr><td>Dividends paid</td><td>(99)</td><td>(100)</td></tr>"
        "<tr><td>Net cash used in financing activities</td><td>(3,166)</td><td>(3,445)</td></tr>"
        "<tr><td>Change in cash and cash equivalents</td><td>3,387</td><td>(2,411)</td></tr>"
        "<tr><td>Cash and cash equivalents at beginning of period</td><td>1,000</td><td>5,887</td>"
        "</tr><tr><td>Cash and cash equivalents at end of period</td><td>4,387</td><td>3,476</td>"
        "</tr></table>"
    )
    row = "<tr><td></td>{}</tr>"
    first = row.format(
        "<td>Three Months Ended July 30, 2023</td><td>Three Months Ended July 31, 2022</td>"
    )
    return [
        one.scale
        for one in read(
            "page.htm", page.format(heads=first, others=row.format(heads)).encode()
        ).statements
    ]


def test_a_statement_that_goes_on_in_a_second_table_keeps_its_scale() -> None:
    same = "<td>Three Months Ended July 30, 2023</td><td>Three Months Ended July 31, 2022</td>"
    assert cash_flow(same) == [10**6, 10**6]


def test_a_table_under_other_heads_does_not_take_the_scale() -> None:
    other = "<td>Six Months Ended July 30, 2023</td><td>Six Months Ended July 31, 2022</td>"
    assert cash_flow(other) == [10**6, 1]


def test_a_table_under_the_columns_of_the_one_before_has_its_scale() -> None:
    """Farmers National Banc, first quarter of 2020: expenses behind income, in thousands both."""
    fees = f"Noninterest income\n\n{PERIODS}Net income\t$ 1,000\t$ 900\nTrust fees\t50\t40\n\n"
    words = "What the bank paid in these quarters follows.\n\n"
    costs = f"{PERIODS}Salaries\t300\t280\nAdvertising\t20\t10\n\n"
    release = read("release.txt", f"{INCOME}{fees}{words}Expense\n\n{costs}".encode())
    assert [one.scale for one in release.statements] == [1000, 1000, 1000]
    release = read("release.txt", f"{INCOME}{fees}{words}Growth rates\n\n{costs}".encode())
    assert [one.scale for one in release.statements[:2]] == [1000, 1000]
    assert [len(one.facts) for one in release.statements[2:]] in ([], [0])


def test_a_table_in_a_scale_of_its_own_keeps_it() -> None:
    """Figure Technology, second quarter of 2026: metrics in millions behind results."""
    results = f"Results (in thousands)\n\n{PERIODS}Cash\t300\t280\nPaid\t20\t10\n\n"
    words = "What was lent in these quarters follows.\n\n"
    metrics = f"Metrics ($ in millions)\n\n{PERIODS}Volume\t4,259\t1,838\nMatched\t392\t410\n\n"
    release = read("release.txt", f"{INCOME}{results}{words}{metrics}".encode())
    assert [one.scale for one in release.statements] == [1000, 1000, 10**6]
