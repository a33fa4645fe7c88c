"""Two printings of one number a slip of the hand apart."""

from fractions import Fraction

import pytest

from tieout.evidence.quantity import Quantity, Style
from tieout.model.amount import Amount
from tieout.model.check import Ref
from tieout.proof.formula import Formula
from tieout.proof.slip import is_slip, may_miscompute, may_misprint, slip_bits


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        # HomeTrust Bancshares, release of April 2020: goodwill less taxes in two reconciliations
        (26959, 29959, True),
        (16744, 16474, True),
        (-16744, 16474, True),
        (16744, 16745, False),  # a rounding
        (16744, 14764, False),  # two digits exchanged that are no neighbours
        (16744, 16391, False),
        (16744, 1674, False),
        (27, 29, False),  # too few digits to say anything
    ],
)
def test_a_slip_is_one_digit_or_two_exchanged(one: int, other: int, *, expected: bool) -> None:
    assert is_slip(Amount(one, 3, "USD"), Amount(other, 3, "USD")) is expected


def test_figures_of_another_precision_are_no_slip_apart() -> None:
    assert not is_slip(Amount(16744, 3, "USD"), Amount(16474, 6, "USD"))


@pytest.mark.parametrize(("number", "bits"), [(26959, 9), (123, 2), (66041296, 19)])
def test_a_slip_of_a_long_number_surprises_more(number: int, bits: int) -> None:
    assert slip_bits(Amount(number, 0, "shares")) == bits


@pytest.mark.parametrize(
    ("stated", "computed", "expected"),
    [
        (Amount(188, 3, "USD"), 194_000, True),  # near: an entry made after the prose was written
        (Amount(32, 5, "USD"), 7_219_000, True),  # one digit: 7.2 for 3.2
        (Amount(27, 5, "USD"), 7_219_000, True),  # two exchanged
        (Amount(72, 4, "USD"), 7_219_000, True),  # one missing: a point in the wrong place
        (Amount(209, -2, "USD/shares"), Fraction(9, 100), True),  # "0.09" has a digit before
        # NVIDIA, 10-Q of May 2023: sales to China beside revenue
        (Amount(639, 6, "USD"), 7_192_000_000, False),
        # International Business Machines, 10-Q of July 2025: an acquisition among acquisitions
        (Amount(45, 6, "USD"), 7_845_000_000, False),
        (Amount(0, 6, "USD"), 7_192_000_000, False),
    ],
)
def test_a_misprint_is_near_or_a_slip(
    stated: Amount, computed: Fraction | int, *, expected: bool
) -> None:
    assert may_misprint(stated, Fraction(computed)) is expected


def known(mantissa: int, exponent: int) -> Quantity:
    amount = Amount(mantissa, exponent, "USD")
    return Quantity(amount, (Ref(0, 0),), str(mantissa), "Revenue", None, Style())


def growth(now: Quantity, before: Quantity) -> Formula:
    return Formula("{0} / {1} \u2212 1", (now, before), lambda a, b: abs(a / b - 1))


def test_a_slip_in_an_operand_explains_a_result_far_off() -> None:
    stated = Amount(145, -2)
    assert may_miscompute(stated, growth(known(1219, 3), known(2946, 3)))  # 7,219 mistyped
    assert not may_miscompute(Amount(5, -2), growth(known(17318, 6), known(10_000, 6)))
    assert may_miscompute(stated, growth(known(7219, 3), known(0, 3))), "nothing to say of it"
