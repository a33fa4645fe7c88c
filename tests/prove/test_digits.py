"""A slip of the hand changes the number and keeps its layout."""

from random import Random

import pytest

from tieout.prove.digits import changed, scaled, transposed


@pytest.mark.parametrize("text", ["7,219", "28%", "$0.12", "7.2 million", "5"])
def test_one_digit_is_changed_and_nothing_else(text: str) -> None:
    for seed in range(20):
        other = changed(text, Random(seed))
        assert sum(a != b for a, b in zip(text, other, strict=True)) == 1


def test_a_number_never_comes_to_begin_with_0() -> None:
    assert all(changed("12", Random(seed))[0] != "0" for seed in range(50))
    assert all(transposed("102", Random(seed))[0] != "0" for seed in range(50))


def test_two_neighbours_are_exchanged() -> None:
    assert {transposed("7,219", Random(seed)) for seed in range(30)} == {"2,719", "7,129", "7,291"}


def test_where_no_two_digits_differ_nothing_changes() -> None:
    assert transposed("1,111", Random(1)) == "1,111"


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("7.2 million", "7.2 billion"),
        ("1.1 Billion", "1.1 million"),
        ("7,219", "72,190"),
        ("7.25", "72.5"),
        ("0.02", "0.2"),
        ("7.2", "72"),
        ("145%", "1,450%"),
        ("5", "50"),
    ],
)
def test_a_scale_slip_is_a_neighbouring_scale_or_tenfold(text: str, other: str) -> None:
    assert scaled(text) == other
