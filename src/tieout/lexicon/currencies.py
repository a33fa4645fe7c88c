"""Currencies by their signs, codes and names: "$", "HK$", "RMB", "Swiss francs"."""

import re
from collections.abc import Iterable
from functools import lru_cache

from tieout.lexicon.shapes import CURRENCY_SIGNS, MINUS_SET, MINUSES

_SPELLED = {
    "USD": ("$ US$ U.S.$ USD", r"u\.?s\.?\s+dollars?|united\s+states\s+dollars?"),
    "CAD": ("C$ CDN$ CAD", r"canadian\s+dollars?|cd\$"),
    "AUD": ("A$ AUD", r"australian\s+dollars?"),
    "HKD": ("HK$ HKD", r"hong\s+kong\s+dollars?"),
    "EUR": ("\u20ac EUR", r"euros?"),
    "GBP": ("\u00a3 GBP", r"pounds?\s+sterling|british\s+pounds?"),
    "JPY": ("\u00a5 JPY", r"(?:japanese\s+)?yen"),
    "CNY": ("RMB CNY", r"renminbi"),
    "CHF": ("CHF", r"swiss\s+francs?"),
    "INR": ("\u20b9 INR", r"indian\s+rupees?"),
    "BRL": ("R$ BRL", r"brazilian\s+reais"),
    "MXN": ("MXN", r"mexican\s+pesos?"),
    "SEK": ("SEK", r"swedish\s+kronor"),
    "NOK": ("NOK", r"norwegian\s+kroner"),
    "DKK": ("DKK", r"danish\s+kroner"),
    "ILS": ("\u20aa ILS NIS", r"(?:new\s+)?israeli\s+shekels?"),
    "TWD": ("NT$ TWD", r"(?:new\s+)?taiwan(?:ese)?\s+dollars?"),
    "KRW": ("\u20a9 KRW", r"(?:south\s+)?korean\s+won"),
}
"""Each currency by its ISO 4217 code: what stands before an amount, and its names in words."""

_OF_MANY = ("$", "\u00a5")
"""Signs that name no one currency where they stand in words."""
_OF = {sign: code for code, (signs, _) in _SPELLED.items() for sign in signs.split()}
SIGN_OF = {code: sign for sign, code in _OF.items() if sign in CURRENCY_SIGNS}
"""The sign of each currency that has one of its own; of dollars, those of the United States."""

_FIRST = {code: signs.split()[0] for code, (signs, _) in _SPELLED.items()}


def sign_of(code: str) -> str:
    """What stands before an amount of a currency: "$", "HK$", "RMB"; its code where none does."""
    return _FIRST.get(code, code)


SIGNS = frozenset(_OF)
"""Whatever stands for a currency before an amount, signs and codes."""
_CODES = [sign for sign in _OF if sign.isalpha()]
_DOLLARS = [re.escape(sign[:-1]) for sign in _OF if sign.endswith("$") and sign != "$"]
_BEFORE = re.compile(
    rf"(?:(?<![A-Za-z])(?P<dollars>{'|'.join(_DOLLARS)}|Cdn)?\\?\$"
    rf"|(?P<sign>[{CURRENCY_SIGNS[1:]}])|(?<![A-Za-z])(?P<code>{'|'.join(_CODES)}))"
    rf"[ \u00a0]{{0,4}}[({MINUS_SET}]?[ \u00a0]?\Z"
)
_BETWEEN = " \u00a0(" + MINUSES
_LAST = frozenset(CURRENCY_SIGNS) | {code[-1] for code in _CODES}
"""What may stand between a sign or code and its number, and the last letters of these."""

_NAMES = {
    code: "|".join([words, *(re.escape(one) for one in signs.split() if one not in _OF_MANY)])
    for code, (signs, words) in _SPELLED.items()
}
_NAMED = re.compile(
    "|".join(rf"(?<![\w$])(?P<{code}>{names})(?![\w$])" for code, names in _NAMES.items()),
    re.IGNORECASE,
)
_LONGEST = 200


def currency_before(before: str) -> str:
    """The ISO code of the currency sign that ends the text before a number; else empty."""
    if before.rstrip(_BETWEEN)[-1:] not in _LAST:
        return ""
    found = _BEFORE.search(before)
    if found is None:
        return ""
    dollars = (found["dollars"] or "").upper() + "$"
    return _OF[found["sign"] or found["code"] or dollars]


def letters_before(before: str) -> tuple[int, int]:
    """Where in the text before a number the letters of its currency stand: those of "HK$(5.2)"."""
    found = _BEFORE.search(before)
    way = "dollars" if found and found["dollars"] else "code" if found and found["code"] else ""
    return found.span(way) if found and way else (len(before), len(before))


def read_currency(lines: Iterable[str]) -> str:
    """The ISO code of the one currency that words name; empty where they name none, or several."""
    named = set[str]().union(*(_currencies(line) for line in lines if len(line) <= _LONGEST))
    return named.pop() if len(named) == 1 else ""


@lru_cache(maxsize=4096)
def _currencies(line: str) -> frozenset[str]:
    """The ISO codes of every currency that a line names."""
    return frozenset(match.lastgroup or "" for match in _NAMED.finditer(line))
