"""Whether a PDF has text, and its text is characters that can be printed."""

from collections.abc import Sequence

from tieout.errors import Unreadable
from tieout.patterns import pattern
from tieout.readers.legible import CODED

NO_TEXT = "its pages are pictures without text: ask for a PDF whose text can be searched"

_FEWEST_CHARACTERS = 16
_SAMPLE = 200_000
_KNOWN = pattern(r"[^\W_]+")
"""Letters and digits of every script."""


def refuse_illegible(words: Sequence[str]) -> None:
    """Raises Unreadable for a PDF without text, or with text that maps to no characters."""
    text = "".join(words)[:_SAMPLE]
    if len(text) < _FEWEST_CHARACTERS:
        raise Unreadable(NO_TEXT)
    odd = 0 if text.isprintable() else len(text) - sum(map(str.isprintable, text))
    known = sum(map(len, _KNOWN.findall(text)))
    if odd * 4 > len(text) or known * 5 < len(text) * 2:
        raise Unreadable(CODED)
