"""What the headings above a line say its figures are: amounts per share, or counts of shares."""

import re
from typing import Literal, TypeAlias

from tieout.lexicon.units import is_per_share

Measure: TypeAlias = Literal["", "per share", "shares"]

_SHARES = re.compile(r"\b(?:shares?|units)\b", re.IGNORECASE)
_COUNTED = re.compile(
    r"\bweighted\b|\bavg\b|\baverage\b|\bnumber\s+of\b|\bused\s+(?:in|to|for)\b|\bcomput|\bcalculat"
    r"|\boutstanding\b",
    re.IGNORECASE,
)
_COUNT = re.compile(
    r"\b(?:number|weighted[\s-]+average|average)\b.{0,60}\bshares?\b"
    r"|\bshares?\s+(?:issued\s+and\s+)?(?:outstanding|used)\b",
    re.IGNORECASE,
)
# What follows a figure or a bracket remarks on a line and does not name it.
_REMARK = re.compile(r"[;0-9$(]")
_MONEY_WORDS = re.compile(
    r"\b(?:price|value|proceeds|cost|paid|dividends?|purchases?|repurchases?|issuance|yield)\b",
    re.IGNORECASE,
)
_WORDS = re.compile(r"[a-z]+")
_QUALIFIERS = frozenset(
    [
        *("basic", "diluted", "fully", "assuming", "dilution", "undiluted", "and", "from", "of"),
        *("continuing", "discontinued", "operations", "total", "net", "income", "loss", "earnings"),
        *("per", "used", "in", "for", "computing", "computation", "number", "weighted", "average"),
        *("common", "class", "series", "a", "b", "c", "stock", "shares", "share", "the", "effect"),
    ]
)
"""The words of a caption that says which, under a heading that says what."""


def heading_measure(caption: str, above: Measure) -> Measure:
    """What figures under a heading are; a heading that only says which keeps what is said above."""
    if is_per_share(caption) and not (_SHARES.search(caption) and _counts(caption)):
        return "per share"
    if _SHARES.search(caption) and _COUNTED.search(caption):
        return "shares"
    return above if says_only_which(caption) else ""


def says_only_which(caption: str) -> bool:
    """True for "Basic", "Assuming dilution:", "Continuing operations"."""
    return set(_WORDS.findall(caption.lower())) <= _QUALIFIERS


def counts_shares(caption: str) -> bool:
    """True where a caption names a number of shares, not money paid for them."""
    name = _REMARK.split(caption, maxsplit=1)[0]
    return bool(_COUNT.search(name)) and not _MONEY_WORDS.search(name)


def _counts(caption: str) -> bool:
    """True where "per share" only says what the shares are used for."""
    return bool(re.search(r"\bweighted\b|\baverage\b|\bavg\b|\bused\s|\bcomput", caption, re.I))
