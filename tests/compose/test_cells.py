"""Cells as typed, and the amounts they are."""

import pytest

from tieout.compose.cells import (
    amount_of,
    canonical,
    decimals,
    grouped,
    is_quoted,
    power_of,
)
from tieout.model.amount import Amount
from tieout.model.unit import DOLLARS, PURE


@pytest.mark.parametrize(
    ("typed", "kept"),
    [
        ("7,219", "7219"),
        ("(756)", "-756"),
        ("$ (0.06)", "-0.06"),
        ("-756", "-756"),
        (".001", ".001"),
        ("14.5%", "14.5%"),
        ("7,219 (a)", "7219 (a)"),
        ("--", "--"),
        ("", ""),
        ("n/m", "n/m"),
        ("7,2l9", None),
        ("7,21", None),
        ("(756", None),
        ("(-756)", None),
    ],
)
def test_a_cell_is_kept_in_one_form(typed: str, kept: str | None) -> None:
    assert canonical(typed) == kept


def test_a_cell_is_an_amount_in_whole_units() -> None:
    assert amount_of("-756", 3, DOLLARS) == Amount(-756, 3, DOLLARS)
    assert amount_of("14.5%", 3, DOLLARS) == Amount(145, -3, PURE)
    assert amount_of("--", 3, DOLLARS) == Amount(0, 3, DOLLARS)
    assert amount_of("n/m", 3, DOLLARS) is None


def test_cells_are_read_as_they_are_printed() -> None:
    assert [grouped(cell) for cell in ("-7219", "0.06", ".001", "n/m")] == [
        *("-7,219", "0.06", ".001", "n/m")
    ]
    assert (decimals("-0.060"), decimals("n/m")) == (3, 0)
    assert (power_of(1000), power_of(1), power_of(1001), power_of(0)) == (3, 0, None, None)


def test_words_in_double_quotes_are_words_though_they_look_like_a_number() -> None:
    assert canonical('"90 bps"') == '"90 bps"'
    assert canonical("90 bps") is None
    assert is_quoted('"2019"')
    assert amount_of('"2019"', 0, DOLLARS) is None
    assert not is_quoted('"')
