import re

import pytest

from tieout.lexicon import shapes


@pytest.mark.parametrize("said", ["January", "jan.", "SEPT", "Sep.", "May", "march"])
def test_a_month_is_one_however_it_is_shortened(said: str) -> None:
    assert re.fullmatch(shapes.MONTH, said, re.IGNORECASE)


def test_months_are_named_in_full_and_shortened() -> None:
    assert len(shapes.MONTH_NAMES) == 12 + 11 + 1  # "May" is as short as it can be; "Sep", "Sept"


@pytest.mark.parametrize("said", ["7", "1,234.5", ".5", "12,34", "1,234,567"])
def test_a_number_however_it_is_typed(said: str) -> None:
    assert re.fullmatch(shapes.NUMBER, said)


@pytest.mark.parametrize("said", ["", ".", ",5", "5.", "1.2.3"])
def test_what_is_no_number(said: str) -> None:
    assert not re.fullmatch(shapes.NUMBER, said)


@pytest.mark.parametrize(
    ("said", "whole"), [("1,234", True), ("1234", True), ("12,34", False), ("1,2345", False)]
)
def test_a_whole_number_has_its_thousands_parted_or_not(said: str, *, whole: bool) -> None:
    assert bool(re.fullmatch(shapes.WHOLE, said)) is whole


@pytest.mark.parametrize("said", ["$", "US$", r"\$", "HK$", "Cdn$", "U.S.$", "\u20ac", "\u20a9"])
def test_a_sign_of_money(said: str) -> None:
    assert re.fullmatch(shapes.SIGN, said)


def test_sets_stand_between_brackets_wherever_in_them() -> None:
    for one in (shapes.HYPHEN_SET, shapes.MINUS_SET, shapes.DASH_SET, shapes.SIGN_SET):
        for pattern in (f"[{one}x]", f"[x{one}]", f"[(x{one})]"):
            assert re.fullmatch(pattern, "x")
            assert not re.fullmatch(pattern, "y")
    assert all(re.fullmatch(f"[(){shapes.DASH_SET}]", dash) for dash in shapes.DASHES)
    assert set(shapes.MINUSES) | set(shapes.HYPHENS) < set(shapes.DASHES)


@pytest.mark.parametrize(("said", "year"), [("1999", True), ("2026", True), ("1899", False)])
def test_a_year(said: str, *, year: bool) -> None:
    assert bool(re.fullmatch(shapes.YEAR, said)) is year
