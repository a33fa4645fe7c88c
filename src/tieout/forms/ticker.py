"""Ticker and exchange: "(NASDAQ: CPST)", and the names an exchange goes by."""

import re

from msgspec import Struct

from tieout.lexicon.markup import clean
from tieout.lexicon.shapes import DASH_SET
from tieout.patterns import pattern

_EXCHANGE = (
    r"(?:NYSE|NASDAQ|OTC|AMEX|TSXV?|LSE|ASX|SIX|CBOE|EURONEXT|HKEX|SGX|NEO|PINK"
    r"|(?:the\s+)?New\s+York\s+Stock|(?:the\s+)?American\s+Stock|(?:the\s+)?Toronto\s+Stock)"
)
_TICKER = pattern(
    rf"[(\[]\s?(?:(?:ticker|symbol|stock)\s?:?\s?)?"
    rf"(?P<exchange>{_EXCHANGE}[A-Za-z/,.& \u00ae]{{0,40}}?)"
    rf"\s?[:{DASH_SET}]\s?[\"\u201c]?"
    r"(?P<ticker>(?-i:[A-Z][A-Z0-9]{0,5}(?:[./][A-Z]{1,2})?))(?![a-z])",
    re.IGNORECASE,
)
_SYMBOL = pattern(
    r"(?:ticker|trading|stock)?\s?symbols?:?\s{1,2}[\"\u201c'(]?(?P<ticker>[A-Z]{1,5})(?![A-Za-z])"
)
# A name's words are capitalised, but for those that join them.
_NAMED = r"[A-Z0-9][^\s;:()]*"
_JOINED = rf"(?:{_NAMED}|(?:&|and|of|the|de)+(?:{_NAMED})?)"
_NAME = pattern(rf"{_JOINED}(?:\s{_JOINED})*")
_LONGEST_NAME = 90


class Ticker(Struct, frozen=True, gc=False):
    """A ticker, its exchange, the name in front of them, and where they stand; empty for none."""

    symbol: str = ""
    exchange: str = ""
    name: str = ""
    at: int = 0


def ticker(text: str, start: int) -> Ticker:
    """The ticker and its exchange, from the first place at or after `start` that names them."""
    if (match := _TICKER.search(text, start)) is not None:
        name = _before(text, match.start())
        return Ticker(match["ticker"], exchange_name(match["exchange"]), name, match.start())
    symbol = _SYMBOL.search(text, start)
    return Ticker(symbol["ticker"] if symbol else "")


def _before(text: str, at: int) -> str:
    """The name that opens the line, up to the ticker's bracket; empty where more stands there."""
    words = text[text.rfind("\n", max(0, at - _LONGEST_NAME), at) + 1 : at]
    return clean(words) if len(words) < _LONGEST_NAME and _NAME.fullmatch(words.strip()) else ""


def names_ticker(words: str) -> bool:
    """True where the words name a ticker with its exchange."""
    return _TICKER.search(words) is not None


def exchange_name(words: str) -> str:
    """The exchange in capitals, by its usual name: "Nasdaq Global Select Market" is NASDAQ."""
    name = clean(words).upper().strip(" ,.\u00ae").removeprefix("THE ")
    for start, short in (("NASDAQ", "NASDAQ"), ("NEW YORK STOCK", "NYSE"),
                         ("AMERICAN STOCK", "AMEX"), ("TORONTO STOCK", "TSX")):  # fmt: skip
        if name.startswith(start):
            return short
    return re.split(r"[,/:]| AND | MARKET| BEST", name)[0].strip()
