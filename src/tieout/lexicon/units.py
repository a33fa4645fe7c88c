"""Scale lines to powers of ten: "(In thousands, except per share data)"."""

import re
from functools import lru_cache

from msgspec import Struct

from tieout.lexicon.shapes import DASH_SET, SIGN_SET

_SCALE = re.compile(
    r"\b(?:in|of|expressed in)?\s*(?P<scale>thousands|millions|billions)\b|"
    r"[$(]?\s*(?P<zeros>000(?:,000)?)['\u2019]?s?\b(?:\s*omitted)?|\b(?P<short>mm)\b",
    re.IGNORECASE,
)
_POWERS = {"thousands": 3, "millions": 6, "billions": 9}
_EXCEPT = re.compile(r"\b(?:except|other than|excluding)\b(?P<what>.*)", re.IGNORECASE)
_SHARES = re.compile(
    r"\b(?<!per )(?<!per-)shares?\b(?!\s*(?:data|information)\s*\Z)", re.IGNORECASE
)
_PER_SHARE = re.compile(
    r"\bper[\s-]+(?:\w+\s+){0,2}(?:share|unit|ads|adr)\b|\beps\b", re.IGNORECASE
)


_DOLLARS = ("CAD", "AUD", "HKD", "MXN")


class Scale(Struct, frozen=True, gc=False):
    """Powers of ten for a statement's money and for its share counts, and the money's currency.

    `currency` is an ISO code, empty where no words name one.
    """

    money: int = 0
    shares: int = 0
    is_said: bool = False
    currency: str = ""

    def currency_of(self, sign: str) -> str:
        """The currency of a sign or of none; "$" is of the dollars that words name."""
        if sign == "USD" and self.currency in _DOLLARS:
            return self.currency
        return sign or self.currency or "USD"


def read_scale(lines: list[str]) -> Scale:
    """The scale that a statement's title lines name; ones where they name none.

    "except share amounts" leaves share counts unscaled; "except per share data" does not.
    """
    for line in lines:
        match = _SCALE.search(line)
        if match is None or ("0" in match[0] and "," not in match[0] and "$" not in line):
            continue
        power = _power(match)
        exception = _EXCEPT.search(line)
        spared = exception is not None and _spares_shares(exception["what"])
        return Scale(power, 0 if spared else power, is_said=True)
    return Scale()


def _power(match: re.Match[str]) -> int:
    """The power of ten of the scale word found."""
    if match["scale"]:
        return _POWERS[match["scale"].lower()]
    if match["zeros"]:
        return 6 if "," in match["zeros"] else 3
    return 6


def _spares_shares(what: str) -> bool:
    """True where share counts are excepted, not only amounts per share."""
    return bool(_SHARES.search(_PER_SHARE.sub("", what)))


_OWN = re.compile(
    r"\(\s*(?:shares\s+)?(?:in\s+)?\$?\s*(?:in\s+)?['\u2019\u2018]?"
    r"(?P<unit>B|M|MM|K|bn|mn|[Bb]illions?|[Mm]illions?|[Tt]housands?|000)"
    r"(?:['\u2019]?s)?(?:\s+of\s+shares|\s+shares|\s+omitted)?\s*\)"
    rf"|[,{DASH_SET}]\s*in\s+(?P<words>billions|millions|thousands)\s*\Z"
)
_OWN_POWERS = {"b": 9, "bn": 9, "m": 6, "mm": 6, "mn": 6, "k": 3, "000": 3}


@lru_cache(maxsize=8192)
def own_power(caption: str) -> int | None:
    """The power of ten that a caption names for its own line: "Revenue ($B)"; None for none."""
    own = _OWN.search(caption)
    if own is None:
        return None
    unit = (own["unit"] or own["words"]).lower()
    if own[0].strip("()").lower() == unit and len(unit) == 1:
        return None  # "(B)" is the mark of a note
    return _OWN_POWERS[unit] if unit in _OWN_POWERS else _POWERS[unit.rstrip("s") + "s"]


_PRICED = re.compile(
    rf"[(\s][{SIGN_SET}\\]*\.?[0-9][0-9.,]*\s+(?:per|a)\s+(?:\w+\s+){{0,2}}(?:share|unit)"
    r"|\b(?:par|stated)\s+value\b.*",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def is_per_share(caption: str) -> bool:
    """True where a caption says that its figures are amounts per share.

    "Dividends declared ($0.49 per share)" and "par value $1.00 per share" price one share; the
    figures beside them are money.
    """
    words = caption.lower()
    if "per" not in words and "eps" not in words:
        return False
    return bool(_PER_SHARE.search(_PRICED.sub(" ", caption)))
