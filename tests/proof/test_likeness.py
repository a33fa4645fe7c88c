"""Misprints look like the right number; numbers of other things look like any."""

from collections.abc import Callable
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.evidence.quantity import Quantity
from tieout.model.amount import Amount
from tieout.model.unit import DOLLARS
from tieout.proof.bounds import bounds
from tieout.proof.formula import Formula
from tieout.proof.likeness import likeness, nearness

Known = Callable[..., Quantity]


def like(known: Known, stated: int, expected: int) -> int:
    same = Formula("{0}", (known(expected),), lambda a: a)
    return likeness(Amount(stated, 3, DOLLARS), same)


@pytest.mark.parametrize(
    "stated",
    [
        88_219,  # one digit
        78_219,  # two exchanged
        8_719,  # one too few
        872_219,  # one too many
        -87_219,  # another sign
        87_219_000,  # another power of ten
        872_190,
    ],
)
def test_a_slip_of_the_hand_speaks_for_a_misprint(known: Known, stated: int) -> None:
    assert like(known, stated, 87_219) > 0


def test_the_sign_alone_says_the_most_and_a_power_of_ten_nearly_as_much(known: Known) -> None:
    sign, power = like(known, -87_219, 87_219), like(known, 87_219, 872_190)
    assert sign > power > like(known, 88_219, 87_219)


@pytest.mark.parametrize("stated", [31_406, 412, 5_555_555])
def test_a_far_number_that_is_no_slip_speaks_against(known: Known, stated: int) -> None:
    assert like(known, stated, 87_219) < 0
    assert like(known, 412, 87_219) == -bounds().likeness.far


def test_a_slip_in_a_longer_number_says_more(known: Known) -> None:
    assert like(known, 70_087_219, 80_087_219) > like(known, 70_219, 80_219)


def test_zero_is_no_misprint_of_a_number_nor_what_cannot_be_computed(known: Known) -> None:
    far = -bounds().likeness.far
    assert like(known, 0, 87_219) == like(known, 87_219, 0) == far
    quotient = Formula("{0} / {1}", (known(1), known(0)), lambda a, b: a / b)
    assert likeness(Amount(5, -2), quotient) == far


@given(st.integers(1, 10**6), st.integers(0, 10**6), st.integers(0, 10**6))
def test_what_is_farther_is_never_likelier(right: int, one: int, other: int) -> None:
    near, far = sorted((one, other))
    expected = Fraction(right * 1000)
    by = [nearness(Amount(right + step, 3, DOLLARS), expected) for step in (near, far)]
    assert by[1] <= by[0]


def test_a_slip_in_an_operand_is_no_far_number(known: Known) -> None:
    """The growth from 2,946 to 1,219 is far from 145%; that to 7,219, a digit away, is not."""
    growth = Formula("{0} / {1} − 1", (known(1219), known(2946)), lambda a, b: abs(a / b - 1))
    assert likeness(Amount(145, -2), growth) == 0
    other = Formula("{0} / {1} − 1", (known(3006), known(2946)), lambda a, b: abs(a / b - 1))
    assert likeness(Amount(71, -2), other) < 0


def total(known: Known, stated: int, *parts: int) -> int:
    work = Formula("", tuple(map(known, parts)), lambda *each: sum(each), is_sum=True)
    return likeness(Amount(stated, 3, DOLLARS), work)


def test_a_step_of_one_digit_in_any_figure_of_a_sum_is_a_slip(known: Known) -> None:
    assert total(known, 23_792, 14_210, 5_318, 3_264) > 0  # a thousand
    assert total(known, 22_882, 14_210, 5_318, 3_264) > 0  # ninety: two digits exchanged
    assert total(known, 22_792 + 613, 14_210, 5_318, 3_264) <= 0


def test_a_part_at_another_power_of_ten_is_seen_in_the_sum(known: Known) -> None:
    assert total(known, 14_210 + 5_310 + 3_264, 14_210, 531, 3_264) > 0


def test_a_sum_that_misses_by_little_is_not_proven_wrong_by_that(known: Known) -> None:
    assert total(known, 22_792 + 613, 14_210, 5_318, 3_264) <= 0
    assert total(known, 90_001, 14_210, 5_318, 3_264) < 0


def test_another_number_in_hand_speaks_by_the_digits_that_tell(known: Known) -> None:
    other = Formula("{0}", (known(458),), lambda a: a)
    assert likeness(Amount(1_309_000, 0, DOLLARS), other, is_taken=True) == 11
    assert likeness(Amount(2, 6, DOLLARS), other, is_taken=True) == 2


def test_a_change_that_is_the_level_itself_was_left_undone(known: Known) -> None:
    change = Formula("{0} − {1}", (known(771), known(86)), lambda a, b: a - b)
    assert likeness(Amount(771, 3, DOLLARS), change) > likeness(Amount(772, 3, DOLLARS), change)
