"""Two printings of one number a slip of the hand apart."""

import pytest

from tieout.model.amount import Amount
from tieout.rules.slip import is_slip, slip_bits


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
