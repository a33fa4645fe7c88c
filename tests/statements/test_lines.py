from collections.abc import Callable

import pytest

from tieout.model.document import Span
from tieout.model.statement import Line, Statement
from tieout.statements.lines import names_only_loss


@pytest.mark.parametrize(
    ("caption", "total"),
    [("Total assets", True), ("TOTAL", True), ("", True), ("Subtotal", False), ("Cash", False)],
)
def test_a_total_says_so_or_has_no_caption(caption: str, *, total: bool) -> None:
    assert Line(caption, (Span(0, 0),), "ext:X", ()).is_called_total is total


@pytest.mark.parametrize(
    ("caption", "loss"),
    [
        ("Net loss", True),
        ("Gross loss", True),
        ("Loss before income taxes", True),
        ("Loss from operations", True),
        ("Net income (loss)", False),
        ("Income before income taxes", False),
        ("Gain or loss on sale", False),
    ],
)
def test_a_caption_that_names_only_a_loss(caption: str, *, loss: bool) -> None:
    assert names_only_loss(caption) is loss


def test_lines_know_their_sections_units_and_printed_signs(income: Statement) -> None:
    by_caption = {line.caption: line for line in income.lines}
    assert by_caption["Research and development"].section == "Operating expenses:"
    assert by_caption["Total operating expenses"].depth == 0
    assert by_caption["Research and development"].signs == {-1}
    assert by_caption["Interest expense, net"].signs == {1}
    shares = [line for line in income.lines if line.unit.text == "shares"]
    assert [(line.section, line.power) for line in shares] == [("Weighted average shares:", 3)]
    per_share = [line for line in income.lines if line.unit.text == "USD/shares"]
    assert [(line.section, line.power) for line in per_share] == [("Net loss per share:", 0)]


PER_SHARE = """EXAMPLE CORP.
CONDENSED STATEMENTS OF INCOME
(In millions)

\tThree Months Ended June 30, 2025
Revenue\t$ 16,977
Income before income taxes\t2,597
Net income\t2,194
Earnings per share of common stock:
Assuming dilution:
Continuing operations\t$ 2.31
Discontinued operations\t0.00
Total\t$ 2.31
Basic:
Total\t$ 2.36
Weighted-average number of common shares outstanding: (thousands)
Basic\t930,800
Dividends paid\t1,500
"""


BESIDE_A_COUNT = """EXAMPLE BANCORP
FINANCIAL HIGHLIGHTS
(In millions, except per share data)

\tMarch 31, 2025\tDecember 31, 2024
Revenue\t$ 4,692\t$ 5,127
Net income\t1,429\t1,306
Per Common Share
Diluted earnings\t$ 3.23\t$ 2.86
Average diluted common shares outstanding\t420\t424
{}
"""


@pytest.mark.parametrize(
    ("row", "unit"),
    [
        ("Book value\t106.47\t120.61", "USD/shares"),
        ("Book value\t44,170\t50,685", "USD"),
        ("Deposits\t450.2\t457.3", "USD"),
        ("Diluted\t420.51\t424.22", "USD"),
    ],
)
def test_amounts_per_share_go_on_below_a_count_of_shares(
    statement: Callable[[str], Statement], row: str, unit: str
) -> None:
    assert statement(BESIDE_A_COUNT.format(row)).lines[-1].unit.text == unit


def test_headings_say_per_share_or_shares_of_the_lines_under_them(
    statement: Callable[[str], Statement],
) -> None:
    # IBM, Form 10-Q for June 30, 2025
    lines = [line for line in statement(PER_SHARE).lines if not line.is_heading]
    assert [(line.caption, line.unit.text, line.power) for line in lines[3:]] == [
        ("Continuing operations", "USD/shares", 0),
        ("Discontinued operations", "USD/shares", 0),
        ("Total", "USD/shares", 0),
        ("Total", "USD/shares", 0),
        ("Basic", "shares", 3),
        ("Dividends paid", "USD", 6),
    ]
    assert [line.concept.partition(":")[2] for line in lines[5:8]] == [
        "EarningsPerShareDiluted",
        "EarningsPerShareBasic",
        "WeightedAverageNumberOfSharesOutstandingBasic",
    ]


COMPUTING = """EXAMPLE CORP.
CONSOLIDATED STATEMENTS OF INCOME
(In thousands)

\tThree Months Ended March 31, 2019
Revenue\t28,000
Income before income taxes\t400
Net income\t289
Earnings per common share:
Basic\t.09
Number of shares (in thousands) used in computing:
-basic earnings per common share\t3,342
-diluted earnings per common share\t3,343
"""


def test_shares_used_in_computing_earnings_per_share_are_shares(
    statement: Callable[[str], Statement],
) -> None:
    # Patriot Transportation, release for the second quarter of fiscal 2019
    lines = statement(COMPUTING).lines[-2:]
    assert [(str(line.printed(0)), line.unit.text) for line in lines] == [
        ("3342000", "shares"),
        ("3343000", "shares"),
    ]


def test_shares_called_neither_basic_nor_diluted_are_basic_beside_diluted_ones(
    statement: Callable[[str], Statement],
) -> None:
    # Standard Motor Products, release for the first quarter of 2020
    text = COMPUTING.partition("Number of")[0]
    text += "Weighted average number of common shares\t3,342\n"
    text += "Weighted average number of common and dilutive shares\t3,343\n"
    assert [line.concept.partition(":")[2] for line in statement(text).lines[-2:]] == [
        "WeightedAverageNumberOfSharesOutstandingBasic",
        "WeightedAverageNumberOfDilutedSharesOutstanding",
    ]


def test_notes_at_a_percentage_are_no_percentages(statement: Callable[[str], Statement]) -> None:
    text = COMPUTING.replace(
        "Income before", "8% notes\t500\nPercent of sales\t14.5\nIncome before"
    )
    lines = {line.caption: line for line in statement(text).lines}
    assert str(lines["8% notes"].printed(0)) == "500000"
    assert str(lines["Percent of sales"].printed(0)) == "0.145"


RATIOS = """EXAMPLE BANCORP
CONSOLIDATED STATEMENTS OF INCOME
(In thousands)

\tThree Months Ended March 31, 2020
Revenue\t28,000
Income before income taxes\t400
Net income\t289
Key ratios:
Return on average assets\t0.89%
Net interest margin\t3.56
Bank only capital ratios:
Tier 1 capital to average assets\t9.43
Number of branches\t57
"""


def test_ratios_are_percentages_from_the_first_sign_on(
    statement: Callable[[str], Statement],
) -> None:
    # Horizon Bancorp, release for the first quarter of 2020
    lines = {line.caption: line for line in statement(RATIOS).lines}
    margin, tier = lines["Net interest margin"], lines["Tier 1 capital to average assets"]
    assert [str(line.printed(0)) for line in (margin, tier)] == ["0.0356", "0.0943"]
    assert (str(lines["Number of branches"].printed(0)), lines["Number of branches"].unit.text) == (
        "57",
        "ext:Count",
    )


def test_a_second_heading_of_its_sort_ends_the_first(
    statement: Callable[[str], Statement],
) -> None:
    # IBM, Form 10-Q for June 30, 2023: what stands under "Basic:" is not "assuming dilution"
    basic = PER_SHARE.replace("Basic:\n", "Basic:\nDiscontinued operations\t0.05\n")
    line = next(line for line in statement(basic).lines if line.section.endswith("Basic:"))
    assert line.concept == "us-gaap:IncomeLossFromDiscontinuedOperationsNetOfTaxPerBasicShare"
