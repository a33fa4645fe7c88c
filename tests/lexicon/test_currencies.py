import pytest

from tieout.lexicon.currencies import SIGN_OF, currency_before, read_currency


@pytest.mark.parametrize(
    ("before", "currency"),
    [
        ("$", "USD"), ("of $ ", "USD"), ("$(", "USD"), ("$ (", "USD"), (r"(\$", "USD"),
        ("US$", "USD"), ("U.S.$", "USD"), ("C$", "CAD"), ("Cdn$", "CAD"), ("HK$", "HKD"),
        ("NT$", "TWD"), ("€", "EUR"), ("£ ", "GBP"), ("RMB ", "CNY"), ("USD", "USD"),
        ("$-", "USD"), ("$\u00a0", "USD"), ("", ""), ("revenue of ", ""), ("MXN$", ""),
        ("S$", "SGD"), ("HKD ", "HKD"), ("Rs. ", "INR"), ("Rs ", "INR"), ("NGN", "NGN"),
        ("\u20a6", "NGN"),
        ("\u20a9", "KRW"), ("\u00a5\u2013", "JPY"), ("FAS ", ""), ("NIS ", "ILS"),
        ("$5 and ", ""), ("$\t", ""),
    ],
)  # fmt: skip
def test_the_currency_in_front(before: str, currency: str) -> None:
    assert currency_before(before) == currency


@pytest.mark.parametrize(
    ("line", "currency"),
    [
        ("(amounts in thousands of U.S. dollars)", "USD"),
        ("(In millions of Canadian dollars, except per share data)", "CAD"),
        ("€ in millions", "EUR"),
        ("RMB", "CNY"),
        ("(in thousands of euros or US dollars)", ""),
        ("(In thousands)", ""),
        ("Dollars in millions", ""),
        ("Europe and Canada", ""),
        ("(NT$ in millions)", "TWD"),
        ("Korean won in billions", "KRW"),
    ],
)
def test_words_that_name_a_currency(line: str, currency: str) -> None:
    assert read_currency([line]) == currency


@pytest.mark.parametrize("code", ["USD", "EUR", "CHF", "SEK", "NOK", "ZAR", "PLN", "MYR", "HKD"])
def test_a_code_names_its_currency_with_a_scale_joined_to_it_too(code: str) -> None:
    assert read_currency([f"in {code}"]) == code
    assert read_currency([f"{code}m"]) == code
    assert read_currency([f"M{code}"]) == code


def test_a_currency_has_the_sign_that_is_its_own() -> None:
    assert SIGN_OF["USD"] == "$"
    assert SIGN_OF["EUR"] == "\u20ac"
    assert "HKD" not in SIGN_OF
