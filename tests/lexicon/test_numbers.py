import pytest

from tieout.lexicon.numbers import CURRENCIES, currency_before, number
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


@pytest.mark.parametrize(
    ("before", "currency"),
    [
        ("$", "USD"), ("of $ ", "USD"), ("$(", "USD"), ("$ (", "USD"), (r"(\$", "USD"),
        ("US$", "USD"), ("U.S.$", "USD"), ("C$", "CAD"), ("Cdn$", "CAD"), ("HK$", "HKD"),
        ("NT$", "TWD"), ("€", "EUR"), ("£ ", "GBP"), ("RMB ", "CNY"), ("USD", "USD"),
        ("$-", "USD"), ("$\u00a0", "USD"), ("", ""), ("revenue of ", ""), ("MXN$", ""), ("S$", ""),
        ("$5 and ", ""), ("$\t", ""),
    ],
)  # fmt: skip
def test_the_currency_in_front(before: str, currency: str) -> None:
    assert currency_before(before) == currency


def test_every_currency_is_an_iso_code() -> None:
    assert all(len(code) == 3 and code.isupper() for code in CURRENCIES.values())
