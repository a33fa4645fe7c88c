"""The words of a line by their letters, to see without a pattern that it has none of its words."""

from functools import lru_cache

from tieout.patterns import pattern

_WORD = pattern(r"[a-z]+")
_LONGEST_KEPT = 400
"""Characters: what is longer is no caption, and is not kept in memory."""


def letters(text: str) -> frozenset[str]:
    """The runs of the letters a to z in a line, in lower case."""
    return _letters(text) if len(text) <= _LONGEST_KEPT else _found(text)


def _found(text: str) -> frozenset[str]:
    """The same, worked out."""
    return frozenset(_WORD.findall(text.lower()))


_letters = lru_cache(maxsize=8192)(_found)
