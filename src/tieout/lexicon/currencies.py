"""Currencies by their signs, codes and names: "$", "HK$", "RMB", "Swiss francs"."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from functools import lru_cache

from tieout.lexicon.letters import letters
from tieout.lexicon.shapes import CURRENCY_SIGNS, MINUS_SET, MINUSES
from tieout.model.figure import Figure
from tieout.patterns import pattern

_SPELLED = {
    "USD": ("$ US$ U.S.$ USD", r"u\.?s\.?\s+(?:dollars?|\$)|united\s+states\s+dollars?"),
    "CAD": ("C$ CDN$ CAD", r"canadian\s+(?:dollars?|\$)|cd\$"),
    "AUD": ("A$ AUD", r"australian\s+(?:dollars?|\$)"),
    "HKD": ("HK$ HKD", r"hong\s+kong\s+dollars?"),
    "NZD": ("NZ$ NZD", r"new\s+zealand\s+dollars?"),
    "SGD": ("S$ SGD", r"singapore\s+dollars?"),
    "EUR": ("\u20ac EUR", r"euros?"),
    "GBP": ("\u00a3 GBP", r"pounds?\s+sterling|british\s+pounds?"),
    "JPY": ("\u00a5 JPY", r"(?:japanese\s+)?yen"),
    "CNY": ("RMB CNY", r"renminbi"),
    "CHF": ("CHF", r"swiss\s+francs?"),
    "INR": ("\u20b9 INR Rs Rs.", r"(?:indian\s+)?rupees?"),
    "BRL": ("R$ BRL", r"brazilian\s+reais|reais"),
    "MXN": ("MX$ MXN", r"mexican\s+pesos?"),
    "SEK": ("SEK", r"swedish\s+kron(?:or|a)"),
    "NOK": ("NOK", r"norwegian\s+kroner?"),
    "DKK": ("DKK", r"danish\s+kroner?"),
    "ILS": ("\u20aa ILS NIS", r"(?:new\s+)?israeli\s+shekels?"),
    "TWD": ("NT$ TWD", r"(?:new\s+)?taiwan(?:ese)?\s+dollars?"),
    "KRW": ("\u20a9 KRW", r"(?:south\s+)?korean\s+won|(?<=of )won|(?<=in )won"),
    "NGN": ("\u20a6 NGN", r"(?:nigerian\s+)?naira"),
    "PHP": ("\u20b1 PHP", r"philippine\s+pesos?"),
    "TRY": ("\u20ba", r"turkish\s+liras?"),
    "RUB": ("\u20bd RUB", r"(?:russian\s+)?rubles?"),
    "THB": ("\u0e3f THB", r"thai\s+baht|baht"),
    "VND": ("\u20ab VND", r"vietnamese\s+dong"),
    "ZAR": ("ZAR", r"south\s+african\s+rand"),
    "PLN": ("PLN", r"polish\s+zlot(?:y|ych)"),
    "IDR": ("IDR", r"(?:indonesian\s+)?rupiah"),
    "MYR": ("MYR", r"(?:malaysian\s+)?ringgit"),
    "PKR": ("PKR", r"pakistani?\s+rupees?"),
    "CLP": ("CLP", r"chilean\s+pesos?"),
    "COP": ("", r"colombian\s+pesos?"),
    "ARS": ("", r"argentine\s+pesos?"),
}
"""Each currency by its ISO 4217 code: what stands before an amount, and its names in words."""

_OF_MANY = ("$", "\u00a5", "Rs", "Rs.")
"""Signs that name no one currency where they stand in words."""
_OF = {sign: code for code, (signs, _) in _SPELLED.items() for sign in signs.split()}
SIGN_OF = {code: sign for sign, code in _OF.items() if sign in CURRENCY_SIGNS}
"""The sign of each currency that has one of its own; of dollars, those of the United States."""
DOLLARS = frozenset(code for code, (signs, _) in _SPELLED.items() if "$" in signs)
"""The currencies that a bare dollar sign may be of."""

_FIRST = {code: signs.split()[0] if signs else code for code, (signs, _) in _SPELLED.items()}


def sign_of(code: str) -> str:
    """What stands before an amount of a currency: "$", "HK$", "RMB"; its code where none does."""
    return _FIRST.get(code, code)


SIGNS = frozenset(_OF)
"""Whatever stands for a currency before an amount, signs and codes."""
_SIGNS = frozenset(CURRENCY_SIGNS)
_CODES = sorted((sign for sign in _OF if sign[0].isalpha() and "$" not in sign), key=len)[::-1]
_DOLLARS = [re.escape(sign[:-1]) for sign in _OF if sign.endswith("$") and sign != "$"]
_BEFORE = pattern(
    rf"(?:(?<![A-Za-z])(?P<dollars>{'|'.join(_DOLLARS)}|Cdn)?\\?\$"
    rf"|(?P<sign>[{CURRENCY_SIGNS[1:]}])|(?<![A-Za-z])(?P<code>{'|'.join(map(re.escape, _CODES))}))"
    rf"[ \u00a0]{{0,4}}[({MINUS_SET}]?[ \u00a0]?\Z"
)
_BETWEEN = " \u00a0(" + MINUSES
_LAST = (*CURRENCY_SIGNS, *sorted({code[-2:] for code in _CODES}))
"""What may stand between a sign or code and its number, and the last letters of these."""


def _named(signs: str, words: str) -> str:
    """A currency's names, and its signs and codes, which are in capitals: "won" but "CAD"."""
    alone = [re.escape(one) for one in signs.split() if one not in _OF_MANY]
    return f"(?:{words}|(?-i:{'|'.join(alone)}))" if alone else f"(?:{words})"


# "EURm" and "MSEK" name a currency with a scale.
_NAMED = pattern(
    r"(?<![\w$])(?:M?(?:"
    + "|".join(rf"(?P<{code}>{_named(*spelled)})" for code, spelled in _SPELLED.items())
    + r")(?=(?:mn?|bn|k)?(?![\w$]))|(?P<INR_>(?-i:Rs))\b|(?P<CNY_>Rmb)\b)",
    re.IGNORECASE,
)
_NOUNS = (
    "dollar euro pound british yen renminbi franc rupee reais peso kron shekel won naira lira ruble"
    " baht dong rand zlot rupiah ringgit rs nis"
)
_TELLING = frozenset(
    f"{before}{word}{behind}"[:4]
    for word in (*_NOUNS.split(), *(code.lower() for code in _CODES))
    for before in ("", "m")
    for behind in ("", "m", "b", "k")
)
"""How words begin without one of which, and without a sign, a line names no currency."""
_LONGEST = 200
# "The board expects dollars" names none of its own; "(Dollars in millions)" and "$000" do.
_BARE = pattern(r"(?:\A|[^\w\s$])\s*dollars?\b|\b(?:in|of|all)\s+dollars?\b|\$", re.IGNORECASE)
_DOLLAR_WORD = r"[^\S\n]+(?:U\.?S\.?|[A-Z][a-z]+(?:[^\S\n][A-Z][a-z]+)?)[^\S\n]+[Dd]ollars?"
_REPORTS = pattern(
    r"(?:\b(?:[Tt]housands|[Mm]illions|[Bb]illions)[^\S\n]+of"
    r"|\b(?:[Ee]xpressed|[Ss]tated|[Pp]resented|[Rr]eported|[Dd]enominated|are|amounts)[^\S\n]+in"
    rf")(?P<named>{_DOLLAR_WORD})"
)
_YEN = SIGN_OF["JPY"]


def currency_before(before: str) -> str:
    """The ISO code of the currency sign that ends the text before a number; else empty."""
    if not before.rstrip(_BETWEEN).endswith(_LAST):
        return ""
    found = _BEFORE.search(before)
    if found is None:
        return ""
    dollars = (found["dollars"] or "").upper() + "$"
    return _OF[found["sign"] or found["code"] or dollars]


def letters_before(before: str) -> tuple[int, int]:
    """Where in the text before a number the letters of its currency stand: those of "HK$(5.2)"."""
    if before[-1:] in _SIGNS and (len(before) == 1 or before[-2] in " \n\t("):
        return len(before), len(before)
    found = _BEFORE.search(before)
    way = "dollars" if found and found["dollars"] else "code" if found and found["code"] else ""
    return found.span(way) if found and way else (len(before), len(before))


def read_currency(lines: Iterable[str]) -> str:
    """The ISO code of the one currency that words name; empty where they name none, or several."""
    named = set[str]().union(*(_currencies(line) for line in lines if len(line) <= _LONGEST))
    return named.pop() if len(named) == 1 else ""


def without_currency(words: str) -> str:
    """The words without the currencies that they name."""
    return _NAMED.sub(" ", words) if _currencies(words) else words


def names_dollars(lines: Iterable[str]) -> bool:
    """True where a line names dollars and does not say whose: "(Dollars in millions)", "$000"."""
    return any(_BARE.search(line) for line in lines if len(line) <= _LONGEST)


def dollars_of(spoken: str) -> str:
    """Whose dollars are meant where words do not say, beside the currency spoken of."""
    return spoken if spoken in DOLLARS else "USD"


@lru_cache(maxsize=4096)
def _currencies(line: str) -> frozenset[str]:
    """The ISO codes of every currency that a line names."""
    if _TELLING.isdisjoint([word[:4] for word in letters(line)]) and _SIGNS.isdisjoint(line):
        return frozenset()
    return frozenset((match.lastgroup or "")[:3] for match in _NAMED.finditer(line))


def meant_by(text: str) -> dict[str, str]:
    """The currencies that signs of several mean in a text, where it says another than is usual.

    "Presented in thousands of Canadian dollars" makes "$" theirs, unless the text says so of the
    dollars of the United States too; where renminbi are named and yen are not, the yen's sign is
    theirs.
    """
    meant: dict[str, str] = {}
    if "ollar" in text:
        said = (line for line in text.split("\n") if "ollar" in line)
        reports = (one["named"] for line in said for one in _REPORTS.finditer(line))
        named = {code for words in reports for code in _currencies(words)}
        if len(named & DOLLARS) == 1 and named != {"USD"}:
            meant["$"] = (named & DOLLARS).pop()
    if (
        _YEN in text
        and re.search(r"RMB|CNY|[Rr]enminbi", text)
        and not re.search(r"JPY|\b[Yy]en\b", text)
    ):
        meant[_YEN] = "CNY"
    return meant


def currency_of(text: str, figures: Sequence[Figure]) -> str:
    """The currency of a document: what most of its figures name by a sign, else most of its words.

    Empty where nothing says one.
    """
    signs = Counter(figure.currency for figure in figures if figure.currency)
    if signs:
        return signs.most_common(1)[0][0]
    named = Counter((match.lastgroup or "")[:3] for match in _NAMED.finditer(text))
    code, count = named.most_common(1)[0] if named else ("", 0)
    if 2 * count > named.total():
        return code
    return "USD" if not named and any(map(_BARE.search, text.splitlines())) else ""
