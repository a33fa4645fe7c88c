"""What an agreement surprises by."""

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.evidence.quantity import Quantity
from tieout.model.amount import Amount
from tieout.model.unit import DOLLARS
from tieout.proof.bits import bits, telling, weigh
from tieout.proof.formula import Formula

sizes = st.integers(0, 10**12)


@given(sizes, sizes, st.integers(0, 50))
def test_a_longer_number_surprises_more_and_more_parts_less(
    one: int, other: int, parts: int
) -> None:
    short, long = sorted((one, other))
    assert bits(Amount(short, 3), parts) <= bits(Amount(long, 3), parts)
    assert bits(Amount(long, 3), parts + 1) <= bits(Amount(long, 3), parts)
    assert bits(Amount(-long, 3), parts) == bits(Amount(long, 3), parts) >= 0


def test_a_bit_is_a_coin_that_falls_right() -> None:
    assert [bits(Amount(number, 0), 0) for number in (0, 1, 2, 4, 1024)] == [0, 0, 1, 2, 10]


def test_zeros_at_the_end_say_nothing() -> None:
    assert telling(Amount(5000, 3)) == telling(Amount(5, 6)) == 3
    assert telling(Amount(-5125, 3)) == 13
    assert telling(Amount(50, -2)) > telling(Amount(5, -2)), "a cent that is printed is said"
    assert telling(Amount(0, 0)) == 0


def test_a_formula_weighs_what_its_rounding_leaves(known: Callable[..., Quantity]) -> None:
    def share(part: int, whole: int) -> Formula:
        return Formula("{0} / {1}", (known(part), known(whole)), lambda a, b: a / b)

    fine = weigh(Amount(370, -3), share(32_244, 87_219))
    coarse = weigh(Amount(370, -3), share(32, 87))
    assert fine > coarse
    assert weigh(Amount(370, -3), share(1, 0)) == 0, "what cannot be computed says nothing"


@pytest.mark.parametrize("size", [10**6, 10**40])
def test_an_agreement_of_any_size_weighs_a_bounded_number_of_bits(
    known: Callable[..., Quantity], size: int
) -> None:
    same = Formula("{0}", (known(size),), lambda a: a)
    assert weigh(Amount(size, 3, DOLLARS), same) <= 64
