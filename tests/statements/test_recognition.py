"""Which kind a table is taken for, with the smallest excerpts of the releases that taught it."""

from collections.abc import Callable

import pytest

from tieout.engine import read
from tieout.model.statement import Statement

PERIODS = "\tThree Months Ended June 30, 2019\tThree Months Ended June 30, 2018\n"
RESULT = (
    "Revenue\t$ 9,000\t$ 8,000\nCost of revenue\t7,600\t6,800\n"
    "Income tax expense\t400\t300\nNet income\t$ 1,000\t$ 900\n"
)


def found(text: str) -> list[Statement]:
    return list(read("statement.txt", f"EXAMPLE CORP.\n{text}".encode()).statements)


@pytest.mark.parametrize(
    ("titles", "kind"),
    [
        ("CONSOLIDATED STATEMENTS OF OPERATIONS\n(In thousands)\n", "income_statement"),
        ("(In thousands)\n", "income_statement"),
        # Pericom Semiconductor, fiscal 2003
        ("CONSOLIDATED STATEMENTS OF OPERATIONS - PRO FORMA\n(In thousands)\n", "reconciliation"),
        ("SEGMENT RESULTS\n(In thousands)\n", "segments"),
        # what stands further up belongs to the table before
        (
            "Reconciliation of adjusted net income\nCONSOLIDATED STATEMENTS OF INCOME\n"
            "(In thousands)\n",
            "income_statement",
        ),
    ],
)
def test_the_nearest_title_that_names_a_kind_speaks_for_the_table(titles: str, kind: str) -> None:
    assert [one.kind for one in found(f"{titles}\n{PERIODS}{RESULT}")] == [kind]


def test_columns_that_restate_make_no_primary_statement() -> None:
    """Open Text, fiscal 2024: income in GAAP, adjustments and non-GAAP."""
    heads = "\tGAAP\tAdjustments\tNon-GAAP\n\tYear Ended June 30, 2019"
    rows = RESULT.replace("\n", "\t1\n")
    (one,) = found(
        f"STATEMENTS OF INCOME\n(In thousands)\n\n{heads}\tYear Ended June 30, 2019"
        f"\tYear Ended June 30, 2019\n{rows}"
    )
    assert one.kind == "reconciliation"
    assert [column.dimensions for column in one.columns] == [
        (),
        (("column", "Adjustments"),),
        (("column", "NonGaap"),),
    ]


def test_highlights_are_no_income_statement() -> None:
    """NVIDIA, first quarter of fiscal 2026: revenue, expenses, results, earnings per share."""
    (one,) = found(
        "Q1 FISCAL 2026 SUMMARY\n($ in millions, except earnings per share)\n\n"
        "\tQuarter ended April 27, 2025\tQuarter ended April 28, 2024\n"
        "Revenue\t$ 44,062\t$ 26,044\nOperating expenses\t5,030\t3,497\n"
        "Operating income\t21,638\t16,909\nNet income\t18,775\t14,881\n"
        "Diluted earnings per share\t$ 0.76\t$ 0.60\n"
    )
    assert one.kind == "supplemental"
    assert one.columns[0].dimensions == ()


def test_a_table_without_periods_is_no_statement() -> None:
    assert (
        found("CALL DETAILS\n\n\tParticipants\tReplay\nUS\t18005550101\t4471\nUK\t80055\t12\n")
        == []
    )


def test_a_selection_of_lines_makes_no_sums() -> None:
    """St. Joe, first quarter of 2020: "Summary Balance Sheet"."""
    (one,) = found(
        "SUMMARY BALANCE SHEET\n($ in millions)\n\n\tMarch 31, 2020\tDecember 31, 2019\n"
        "Cash and cash equivalents\t$ 185.0\t$ 185.7\nInvestment in real estate\t440.0\t429.5\n"
        "Total assets\t$ 911.7\t$ 909.3\nTotal liabilities\t360.0\t355.0\n"
    )
    assert (one.kind, one.calculation) == ("balance_sheet", ())


def test_a_heading_that_names_a_statement_opens_it_in_the_same_table() -> None:
    """Cadence Bancorporation, first quarter of 2020: "Selected Financial Data"."""
    one, two = found(
        "SELECTED FINANCIAL DATA\n(In thousands)\n\n"
        "\tThree Months Ended March 31, 2020\tThree Months Ended March 31, 2019\n"
        f"Statement of Income Data:\n{RESULT}Period-End Balance Sheet Data:\n"
        "Total assets\t17,237\t17,504\nTotal liabilities\t15,124\t15,200\n"
        "Total deposits\t14,489\t14,789\nTotal stockholders' equity\t2,113\t2,304\n"
    )
    assert [one.kind, two.kind] == ["income_statement", "balance_sheet"]
    assert [str(column.period) for column in two.columns] == ["2020-03-31", "2019-03-31"]
    assert two.facts[0].anchor == "T1.R7.C1"


def test_a_part_named_over_a_column_qualifies_its_facts() -> None:
    """PNC, second quarter of 2021: before and with an acquisition, in the same quarter."""
    (one,) = found(
        "INCOME STATEMENT SUMMARY\n(In millions)\n\n"
        "\tQuarter ended June 30, 2021 Legacy\tQuarter ended June 30, 2021 Acquired\n"
        f"{RESULT}"
    )
    assert [column.dimensions for column in one.columns] == [
        (("column", "Legacy"),),
        (("column", "Acquired"),),
    ]


def test_what_stands_under_a_restating_heading_is_another_measure() -> None:
    """Johnson & Johnson, 2022: adjusted lines under the statement of earnings, same captions."""
    (one,) = found(
        f"STATEMENTS OF EARNINGS\n(In thousands)\n\n{PERIODS}{RESULT}"
        "Adjusted (non-GAAP):\nNet income\t1,100\t1,000\n"
    )
    told = [fact.dimensions for fact in one.facts if fact.concept == "us-gaap:NetIncomeLoss"]
    assert told == [(), (), *[(("section", "AdjustedNonGaap"),)] * 2]


def test_heads_that_fit_no_columns_date_none() -> None:
    """Silexion, third quarter of 2024: nine and three months ended, over four years."""
    (one,) = found(
        "STATEMENTS OF OPERATIONS\n(In thousands)\nNine months ended\nThree months ended\n\n"
        f"\tSeptember 30, 2024\tSeptember 30, 2023\n{RESULT}"
    )
    assert [column.period for column in one.columns] == [None, None]


def test_without_a_title_what_begins_with_the_result_reconciles_it() -> None:
    """Valaris, first quarter of 2020: net loss, and back to adjusted EBITDA."""
    (one,) = found(
        f"(In thousands)\n\n{PERIODS}Net income\t$ 1,000\t$ 900\n"
        "Income tax expense\t400\t300\n"
        "Cost of revenue\t7,600\t6,800\nRevenue\t$ 9,000\t$ 8,000\nAdjusted EBITDA\t9,100\t8,100\n"
    )
    assert one.kind == "reconciliation"


def test_without_a_title_balances_over_stretches_of_time_are_averages() -> None:
    """HomeTrust, third quarter of fiscal 2020: average balances under nine months ended."""
    (one,) = found(
        f"(In thousands)\n\n{PERIODS}Total assets\t9,000\t8,000\nTotal liabilities\t7,000\t6,500\n"
        "Total stockholders' equity\t2,000\t1,500\n"
        "Total liabilities and stockholders' equity\t9,000\t8,000\n"
    )
    assert one.kind == "supplemental"


def test_what_heads_every_page_says_no_period(statement: Callable[[str], Statement]) -> None:
    # Timberland Bancorp, second quarter of fiscal 2020: loans at days, under the page's own head
    page = "Example Fiscal Q2 2020 Earnings\nApril 28, 2020\n{}Loan Portfolio\n($ in thousands)\n\n"
    loans = (
        "\tMarch 31, 2020\tDecember 31, 2019\nConstruction\t119,175\t124,530\n"
        "Land\t30,770\t30,800\nTotal\t149,945\t155,330\n"
    )
    made = statement(page.format("Page 4\n") + loans)
    assert [str(one.period) for one in made.columns] == ["2020-03-31", "2019-12-31"]
