"""Printed digits to exact numbers: "1,234.5", "4.2 billion", and the signs in front."""

import re

from tieout.model.amount import Amount

COUNTS = {
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "sixteen": 16,
    "seventeen": 17,
    "twenty-four": 24,
    "twenty-six": 26,
    "twenty-seven": 27,
    "twenty-eight": 28,
    "thirty-six": 36,
    "thirty-nine": 39,
    "forty": 40,
    "fifty-two": 52,
    "fifty-three": 53,
}
"""Numbers of months and weeks as words."""

MAX_DIGITS = 40
"""Longer runs of digits are no quantity that anyone prints."""

SCALE_POWERS = {"hundred": 2, "thousand": 3, "million": 6, "billion": 9, "trillion": 12}

CURRENCIES = {
    "$": "USD",
    "us$": "USD",
    "usd": "USD",
    "u.s.$": "USD",
    "c$": "CAD",
    "cad": "CAD",
    "cdn$": "CAD",
    "a$": "AUD",
    "aud": "AUD",
    "hk$": "HKD",
    "€": "EUR",
    "eur": "EUR",
    "£": "GBP",
    "gbp": "GBP",
    "¥": "JPY",
    "jpy": "JPY",
    "rmb": "CNY",
    "cny": "CNY",
    "chf": "CHF",
    "nt$": "TWD",
    "r$": "BRL",
    "₹": "INR",
    "inr": "INR",
    "₩": "KRW",
    "sek": "SEK",
    "nok": "NOK",
    "dkk": "DKK",
    "₪": "ILS",
}
"""Signs and codes in front of an amount, and their ISO 4217 codes."""

_CURRENCY_BEFORE = re.compile(
    r"(?:(?<![A-Za-z])(?P<sign>US|U\.S\.|C|CDN|Cdn|A|HK|NT|R)?\\?[$]|(?P<symbol>[€£¥₹₩₪])"
    r"|(?<![A-Za-z])(?P<code>USD|CAD|AUD|EUR|GBP|JPY|RMB|CNY|CHF|INR|SEK|NOK|DKK))"
    r"[ \u00a0]{0,4}[(\-\u2212\u2013]?[ \u00a0]?\Z"
)
_BEHIND_CURRENCY = " \u00a0(-\u2212\u2013"
_CURRENCY_ENDS = frozenset("$\u20ac\u00a3\u00a5\u20b9\u20a9\u20aaDRPYBFK")
"""What may stand between a sign or code and its number, and the last letters of these."""


def number(digits: str, power: int = 0) -> Amount:
    """The digits × 10^power, its precision the last digit printed: "7.2", 6 is 72 × 10^5."""
    whole, _, decimals = digits.replace(",", "").partition(".")
    return Amount(int((whole + decimals) or "0"), power - len(decimals))


def currency_before(before: str) -> str:
    """The ISO code of the currency sign that ends the text before a number; else empty."""
    if before.rstrip(_BEHIND_CURRENCY)[-1:] not in _CURRENCY_ENDS:
        return ""
    sign = _CURRENCY_BEFORE.search(before)
    if sign is None:
        return ""
    if sign["symbol"]:
        return CURRENCIES[sign["symbol"]]
    if sign["code"]:
        return CURRENCIES[sign["code"].lower()]
    return CURRENCIES[(sign["sign"] or "").lower() + "$"]
