from collections.abc import Callable
from fractions import Fraction

import pytest

from tieout.engine import check, read
from tieout.model.statement import Statement

Read = Callable[[str], Statement]

PAGE = """EXAMPLE CORP.
STATEMENTS OF OPERATIONS
(In millions)

\tThree Months Ended June 30, 2023\t{a}\tThree Months Ended June 30, 2022\t{b}
Revenue\t$ 25,530\t{revenue}
Cost of revenue\t8,212\t{cost}
Gross profit\t17,318\t{gross}
Net income\t5,144\t{net}
"""


def facts(statement: Statement, ending: str) -> list[str]:
    return [
        f"{fact.concept} {fact.amount} {fact.period}"
        for fact in statement.facts
        if fact.concept.endswith(ending)
    ]


def test_a_share_of_sales_is_of_the_period_beside_it(statement: Read) -> None:
    # Johnson & Johnson, Form 10-Q for July 2, 2023: the sign at the first figure only
    page = statement(
        PAGE.format(
            a="Percent to Sales", b="Percent to Sales", revenue="100.0%\t24,020\t100.0%",
            cost="32.2\t7,919\t33.0", gross="67.8\t16,101\t67.0", net="20.1\t4,814\t20.0",
        )
    )  # fmt: skip
    assert [column.measure for column in page.columns] == ["", "share", "", "share"]
    assert page.dated == (0, 2)
    assert facts(page, "CostOfRevenuePercentOfSales") == [
        "ext:CostOfRevenuePercentOfSales 0.322 2023-04-01/2023-06-30",
        "ext:CostOfRevenuePercentOfSales 0.330 2022-04-01/2022-06-30",
    ]
    assert len(facts(page, "us-gaap:CostOfRevenue")) == 2


CHANGES = """EXAMPLE CORP.
STATEMENTS OF OPERATIONS

\tThree Months Ended June 30,\t\t\t
\t2023\t2022\tChange\t% Change
Revenue\t25,530\t24,020\t{change}\t6
Cost of revenue\t8,212\t7,919\t293\t4
Gross profit\t17,318\t16,101\t1,217\t8
Net income\t5,144\t4,814\t330\t7
"""


def test_changes_are_of_the_later_period_and_of_no_line(statement: Read) -> None:
    page = statement(CHANGES.format(change="1,510"))
    assert [column.measure for column in page.columns] == ["", "", "change", "percent change"]
    assert facts(page, "RevenuesChange") == ["ext:RevenuesChange 1510 2023-04-01/2023-06-30"]
    assert facts(page, "RevenuesPercentChange") == [
        "ext:RevenuesPercentChange 0.06 2023-04-01/2023-06-30"
    ]


def test_one_wrong_change_does_not_disprove_the_words(statement: Read) -> None:
    page = statement(CHANGES.format(change="1,150"))
    assert page.columns[2].measure == "change"


def test_figures_that_are_no_change_of_any_two_columns_disprove_the_words(statement: Read) -> None:
    text = CHANGES.format(change="9,510").replace("293", "793").replace("1,217", "7,217")
    assert statement(text.replace("330", "4,130")).columns[2].measure == ""


def test_shares_without_a_sign_are_percentages_all_the_same(statement: Read) -> None:
    # Johnson & Johnson, first quarter of 2023: no sign at all under "Percent to Sales"
    page = statement(
        PAGE.format(
            a="Percent to Sales", b="Percent to Sales", revenue="100.0\t24,020\t100.0",
            cost="32.2\t7,919\t33.0", gross="67.8\t16,101\t67.0", net="20.1\t4,814\t20.0",
        )
    )  # fmt: skip
    assert [str(line.printed(1)) for line in page.lines[:2]] == ["1.000", "0.322"]


def test_words_that_say_percent_change_hold_for_figures_without_a_sign(statement: Read) -> None:
    # Wells Fargo, supplement for December 31, 2021: "% Change from" over whole numbers, some large
    page = statement(
        PAGE.format(
            a="% Change from June 30, 2022", b="", revenue="6\t24,020\t", cost="(13)\t7,919\t",
            gross="12,450\t16,101\t", net="7\t4,814\t",
        )
    )  # fmt: skip
    assert page.columns[1].measure == "percent change"
    assert facts(page, "RevenuesPercentChange")[0].startswith("ext:RevenuesPercentChange 0.06 ")
    assert 1 not in page.dated


@pytest.mark.parametrize("header", ["Qtr-o-Qtr", "Yr-o-Yr", "Change", "QoQ", "Growth"])
def test_changes_that_are_percentages_by_arithmetic_need_no_sign(
    statement: Read, header: str
) -> None:
    # East West Bancorp, third quarter of 2025: the sign at the first and the last figure only
    text = CHANGES.format(change="6.3").replace("Change\t%", f"{header}\t%")
    for money, percent in (("293", "3.7"), ("1,217", "7.6"), ("330", "6.9")):
        text = text.replace(f"\t{money}\t", f"\t{percent}\t")
    page = statement(text)
    assert page.columns[2].measure == "percent change"
    assert page.lines[1].cells[2].amount.value == Fraction(37, 1000)


def test_a_column_of_growth_is_not_footed() -> None:
    rows = """| | June 30, 2023 | March 31, 2023 | June 30, 2022 | Qtr-o-Qtr | Yr-o-Yr |
| Single-family | 14,820 | 14,569 | 13,963 | 1.7 % | 6.1 % |
| Lines of credit | 1,852 | 1,850 | 1,760 | 0.1 | 5.2 |
| Total residential mortgage | 16,672 | 16,419 | 15,723 | 1.5 | 6.0 |
| Multifamily | 5,037 | 4,978 | 5,141 | 1.2 | (2.0) |
| Total loans | 21,709 | 21,397 | 20,864 | 1.5 % | 4.1 % |
"""
    text = f"EXAMPLE CORP.\nBALANCE SHEETS\n(In millions)\n\n{rows}"
    paper = check(read("x.txt", text.encode()))
    assert [one.message for one in paper.checks if one.outcome == "differs"] == []


def test_growth_in_constant_currency_is_apart_from_growth_as_reported(statement: Read) -> None:
    # OpenText, second quarter of fiscal 2024: "% Change" beside "% Change in CC"
    page = statement(
        "EXAMPLE CORP.\nSTATEMENTS OF OPERATIONS\n(In millions)\n\n"
        "\tThree Months Ended June 30, 2023\tThree Months Ended June 30, 2022\t% Change"
        "\t% Change in CC\nRevenue\t$ 450.1\t408.7\t10.1%\t9.2%\nCost of revenue\t200.0\t180.0"
        "\t11.1%\t10.5%\nGross profit\t250.1\t228.7\t9.4%\t8.1%\n"
        "Net income\t37.7\t25.5\t47.8%\t40.1%\n"
    )
    assert [column.dimensions for column in page.columns[2:]] == [
        (),
        (("column", "ConstantCurrency"),),
    ]


def test_a_change_between_the_columns_that_it_compares(statement: Read) -> None:
    # Horizon Financial, third quarter of fiscal 2009: "Nine Months Change"
    page = statement(
        "EXAMPLE CORP.\nSTATEMENTS OF OPERATIONS\n(In millions)\n\n"
        "\tNine Months Ended June 30, 2023\t% Change\tNine Months Ended June 30, 2022\n"
        "Revenue\t$ 450\t10%\t409\nCost of revenue\t200\t11%\t180\nGross profit\t250\t9%\t229\n"
        "Net income\t37\t48%\t25\n"
    )
    assert page.columns[1].period == page.columns[0].period
