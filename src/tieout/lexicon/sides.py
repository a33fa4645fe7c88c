"""Words that say an amount's side: a benefit or an expense, a gain or a loss, cash in or out."""

import re
from functools import lru_cache

from tieout.patterns import pattern

_TAX = pattern(r"\btax(?:es)?\b")
_TAX_RAISES = pattern(r"\b(?:benefits?|credits?|recover(?:y|ies))\b")
_TAX_LOWERS = pattern(r"\b(?:expenses?|provisions?|charges?)\b")
_CASH_RAISES = pattern(r"\b(?:provided|generated|inflows?)\b")
_CASH_LOWERS = pattern(r"\b(?:used|outflows?)\b")
_CASH = pattern(r"\b(?:cash|inflows?|outflows?)\b")
_CASH_ROSE = pattern(r"\bincrease in (?:\w+ ){0,2}cash\b")
_CASH_FELL = pattern(r"\bdecrease in (?:\w+ ){0,2}cash\b")
_RAISES = pattern(r"\b(?:gains?|income|profits?|earnings)\b")
_LOWERS = pattern(r"\b(?:loss(?:es)?|deficits?|expenses?)\b")
_TWO_SIDED = pattern(r"\b(?:net|other|operating|gains?|loss(?:es)?)\b")
"""Nouns without one of these have one side whatever it is called: "interest expense"."""
_OF_A_SIDE = pattern(
    r"\b(?:allowance|provision|reserve|credit loss|loan loss|per|before|comprehensive|tax|interest"
    r"|expense ratio|adjustment|impairment|loss carry|insurance|operating expense|benefits?)"
)


@lru_cache(maxsize=8192)
def side_of(caption: str) -> int:
    """+1 where the words say that the amount raises the result or cash, −1 where it lowers them.

    0 where they say neither, or both: "income (loss)", "benefit (provision) for income taxes".
    """
    words = caption.lower()
    if _TAX.search(words):
        words = words.replace("income tax", "tax")
        return 0 if "before" in words else _between(words, _TAX_RAISES, _TAX_LOWERS)
    if _CASH.search(words):
        rose = _between(words, _CASH_ROSE, _CASH_FELL)
        return rose or _between(words, _CASH_RAISES, _CASH_LOWERS)
    if _OF_A_SIDE.search(words) or not _TWO_SIDED.search(words):
        return 0
    return _between(words, _RAISES, _LOWERS)


def _between(words: str, raises: re.Pattern[str], lowers: re.Pattern[str]) -> int:
    """+1 where only the first is said, −1 where only the second."""
    return bool(raises.search(words)) - bool(lowers.search(words))
