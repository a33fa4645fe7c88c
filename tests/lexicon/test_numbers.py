import pytest

from tieout.lexicon.numbers import number
from tieout.model.amount import Amount


@pytest.mark.parametrize(
    ("digits", "power", "amount"),
    [
        ("7.2", 6, Amount(72, 5)),
        ("1,234.50", 0, Amount(123450, -2)),
        (".001", 0, Amount(1, -3)),
        ("100", 0, Amount(100, 0)),  # printed zeros are digits: precision is not guessed
        ("0", 3, Amount(0, 3)),
    ],
)
def test_digits_keep_the_precision_they_are_printed_with(
    digits: str, power: int, amount: Amount
) -> None:
    assert number(digits, power) == amount
