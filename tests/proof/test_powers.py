from fractions import Fraction

import pytest

from tieout.model.amount import Amount
from tieout.proof.powers import is_at_another_power


@pytest.mark.parametrize(
    ("told", "right", "is_moved"),
    [
        (Amount(85, 8), 8_517_000, True),  # $8.5 billion for 8,517 thousand
        (Amount(1248, 3), 12_480_000, True),
        (Amount(85, 5), 8_517_000, False),  # as it is
        (Amount(91, 5), 1_900_000, False),
        (Amount(0, 0), 0, False),
    ],
)
def test_digits_at_another_power_of_ten(told: Amount, right: int, *, is_moved: bool) -> None:
    assert is_at_another_power(told, Fraction(right)) is is_moved
