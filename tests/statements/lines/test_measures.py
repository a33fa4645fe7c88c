from collections.abc import Callable

import pytest

from tieout.model.statement import Statement
from tieout.model.unit import PURE
from tieout.statements.lines.measures import counts_shares, heading_measure, says_only_which


@pytest.mark.parametrize(
    ("heading", "above", "measure"),
    [
        ("Earnings per share of common stock:", "", "per share"),
        ("Assuming dilution:", "per share", "per share"),
        ("Operating expenses:", "per share", ""),
        ("Weighted-average number of common shares outstanding: (millions)", "", "shares"),
        ("AVG. SHARES OUTSTANDING", "per share", "shares"),
        ("Shares used in computing net loss per share:", "", "shares"),
        ("Basic:", "", ""),
    ],
)
def test_what_a_heading_says_of_the_figures_under_it(
    heading: str, above: str, measure: str
) -> None:
    assert heading_measure(heading, above) == measure  # type: ignore[arg-type]


def test_a_caption_that_says_only_which() -> None:
    assert says_only_which("Continuing operations")
    assert not says_only_which("Cash dividends declared")


@pytest.mark.parametrize(
    ("caption", "counts"),
    [
        ("Weighted average common shares outstanding", True),
        ("Shares outstanding at end of period (000)", True),
        ("Repurchases of shares outstanding", False),
        ("Common stock; 5,000 shares issued and outstanding", False),
        ("Average price paid for shares", False),
    ],
)
def test_a_number_of_shares_is_no_money_paid_for_them(caption: str, *, counts: bool) -> None:
    assert counts_shares(caption) is counts


def test_ratios_in_a_table_that_says_no_scale(statement: Callable[[str], Statement]) -> None:
    # HomeTrust Bancshares, third quarter of fiscal 2020: the sign at the first line only
    page = statement(
        "EXAMPLE CORP.\nSelected ratios\n\n"
        "\tThree Months Ended June 30, 2023\tThree Months Ended June 30, 2022\n"
        "Performance ratios:\nReturn on assets\t0.14%\t1.02%\nReturn on equity\t1.15\t8.87\n"
        "Debt to equity\t121.79\t119.53\nBook value\t12.25\t11.75\n"
    )
    assert [str(line.unit) == str(PURE) for line in page.lines[1:]] == [True, True, True, False]
