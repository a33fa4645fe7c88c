"""Ratios of stock splits as they are told: "a ten-for-one stock split", "1-for-8 reverse split"."""

import re
from fractions import Fraction

from tieout.lexicon.numbers import COUNTS
from tieout.lexicon.shapes import HYPHEN_SET, LONG_DASHES

_NUMBERS = COUNTS | {"twenty-five": 25, "hundred": 100, "one hundred": 100}
_COUNT = rf"(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}|[0-9]{{1,3}})"
_RATIO = re.compile(
    rf"\b(?P<new>{_COUNT})(?:\s?\([0-9]{{1,3}}\))?[\s{HYPHEN_SET}{LONG_DASHES}]{{0,3}}(?:for|to|:)"
    rf"[\s{HYPHEN_SET}{LONG_DASHES}]{{0,3}}(?P<old>{_COUNT})\b",
    re.IGNORECASE,
)
_SPLIT = re.compile(r"\bsplit\b", re.IGNORECASE)
_REACH = 80
_MOST = 50


def split_ratios(text: str) -> frozenset[Fraction]:
    """How many shares each of the splits that a text names makes of one; a reverse one, below 1."""
    found: set[Fraction] = set()
    for number, word in enumerate(_SPLIT.finditer(text)):
        if number >= _MOST:
            break
        for match in _RATIO.finditer(text, max(0, word.start() - _REACH), word.end() + _REACH):
            new, old = _count(match["new"]), _count(match["old"])
            if new and old and new != old:
                found.add(Fraction(new, old))
    return frozenset(found)


def _count(word: str) -> int:
    """A number in digits or as a word."""
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower(), 0)
