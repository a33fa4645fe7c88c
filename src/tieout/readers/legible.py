"""Whether a text is words, or only the codes of its fonts' shapes."""

import re
from string import ascii_letters

CODED = (
    "its text is glyph codes without a character map: nothing can be read from it; "
    "ask for a searchable copy"
)

_SAMPLE = 200_000
_FEWEST_LETTERS = 500
# How converters write a shape that its font gives no character for.
# A converter may also leave the code itself, in a range that is nobody's, or the mark of a loss.
_SHAPE = re.compile(
    r"\(cid:[0-9]{1,6}\)|(?:/[gGcC]|glyph<c)[0-9A-Fa-f]{1,5}>?|[\ue000-\uf8ff\ufffd]"
)
_NO_LETTERS = bytes(set(range(128)) - set(ascii_letters.encode()))


def is_coded(text: str) -> bool:
    """True where a quarter of the text is codes of shapes, or its letters spell no language.

    Every language in Latin letters has more than one vowel in five letters; shapes numbered by
    their font do not.
    """
    words = "".join(text[:_SAMPLE].split())
    spelt = _SHAPE.sub("", words)
    letters = spelt.encode("ascii", "ignore").translate(None, _NO_LETTERS)
    vowels = len(letters) - len(letters.translate(None, b"aeiouAEIOU"))
    spells_nothing = len(letters) >= _FEWEST_LETTERS and vowels * 5 < len(letters)
    return (len(words) - len(spelt)) * 4 > len(words) or spells_nothing
