"""Two printings of one number a slip of the hand apart."""

from fractions import Fraction

import pytest

from tieout.evidence.quantity import Quantity, Style
from tieout.model.amount import Amount
from tieout.model.check import Ref
from tieout.model.unit import DOLLARS, SHARES
from tieout.proof.formula import Formula
from tieout.proof.slip import is_one_figure_off, is_slip, slip_bits, slips


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # HomeTrust Bancshares, release of April 2020: goodwill less taxes in two reconciliations
        (26959, 29959, True),
        (16744, 16474, True),
        (-16744, 16474, True),
        (16744, 16745, True),  # whether rounding explains it was asked before
        (16744, 14764, False),  # two digits exchanged that are no neighbours
        (16744, 16391, False),
        (16744, 1674, True),  # one too few
        (16744, 167744, True),  # one too many
        (209, 9, True),  # "0.09" has a digit before: the first changed from nothing
        (1639, 7192, False),
        (45, 7845, False),
    ],
)
def test_a_slip_is_one_digit_or_two_exchanged(one: int, other: int, *, expected: bool) -> None:
    assert is_slip(Amount(one, 3, DOLLARS), Fraction(other * 1000)) is expected


def test_a_slip_is_of_the_expected_number_as_it_would_be_printed() -> None:
    assert is_slip(Amount(32, 5, DOLLARS), Fraction(7_219_000))  # 7.2 for 3.2
    assert not is_slip(Amount(3200, 3, DOLLARS), Fraction(7_219_000))


@pytest.mark.parametrize(("number", "bits"), [(26959, 9), (123, 2), (66041296, 19)])
def test_a_slip_of_a_long_number_surprises_more(number: int, bits: int) -> None:
    assert slip_bits(Amount(number, 0, SHARES)) == bits


def known(mantissa: int, exponent: int) -> Quantity:
    amount = Amount(mantissa, exponent, DOLLARS)
    return Quantity(amount, (Ref(0, 0),), str(mantissa), "Revenue", None, Style())


def growth(now: Quantity, before: Quantity) -> Formula:
    return Formula("{0} / {1} \u2212 1", (now, before), lambda a, b: abs(a / b - 1))


def test_a_slip_in_an_operand_explains_a_result_far_off() -> None:
    stated = Amount(145, -2)
    assert is_one_figure_off(stated, growth(known(1219, 3), known(2946, 3)))  # 7,219 mistyped
    assert not is_one_figure_off(Amount(5, -2), growth(known(17318, 6), known(10_000, 6)))
    assert not is_one_figure_off(stated, growth(known(7219, 3), known(0, 3))), "nothing to say"


def test_every_number_a_slip_away_is_one_digit_or_an_exchange() -> None:
    assert sorted(slips(12)) == sorted(
        [22, 32, 42, 52, 62, 72, 82, 92, 10, 11, 13, 14, 15, 16, 17, 18, 19, 21]
    )
    assert 3 not in set(slips(30))  # a number keeps its digits
    assert all(is_slip(Amount(one, 0, DOLLARS), Fraction(4128)) for one in slips(4128))
