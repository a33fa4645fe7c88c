"""What a piece of a line looks like."""

import pytest

from tieout.readers.pdf.figures import (
    closes,
    holds_figure,
    is_amount,
    is_figure,
    is_sign,
    is_year,
    opens,
    stands_before,
)


@pytest.mark.parametrize(
    "text",
    [
        "9,583",
        "$ 1.25",
        "$(0.66)",
        "(12.1)%",
        "-6.7%",
        "\u2014",
        "\u2014 %",
        "n/m",
        "N/A",
        "*",
        "112 bps",
        "1,234 (1)",
        "2,010 2",
        "$10.95 billion to $11.05 billion",
        "approximately 24.6%",
        "down 16.2 ppts",
        "25-30",
        "+67.3%",
    ],
)
def test_an_amount(text: str) -> None:
    assert is_amount(text)


@pytest.mark.parametrize(
    "text",
    ["2023", "FY 2024", "2022 (a)", "July 29, 2023", "53rd", "Q1", "Net of Tax 4", "", "3/25/2023"],
)
def test_what_is_no_amount(text: str) -> None:
    assert not is_amount(text)


def test_a_year_is_a_figure_but_no_amount() -> None:
    assert is_year("2023")
    assert is_figure("2023")
    assert not is_year("2,023")


def test_signs_that_wait_for_a_number() -> None:
    assert all(map(stands_before, ["$", "$ (", "(", "US$", "($", "\u20ac"]))
    assert not any(map(stands_before, ["$5", "$ \u2014", "-", "Sales"]))
    assert is_sign("$")
    assert not is_sign("$5")
    assert holds_figure("(567")
    assert not holds_figure("Sales")


def test_where_a_number_may_end_and_the_next_begin() -> None:
    assert all(map(closes, ["5,678", "(567)", "12%", "\u2014", "$1,234"]))
    assert not closes("Sales")
    assert all(map(opens, ["$", "$5", "(567)", "\u2014", "12"]))
    assert not opens("Sales")
