"""Whether a text is words, or only the codes of its fonts' shapes."""

import re

CODED = (
    "its text is glyph codes without a character map: nothing can be read from it; "
    "ask for a searchable copy"
)

_SAMPLE = 200_000
_FEWEST_LETTERS = 500
# How converters write a shape that its font gives no character for.
_SHAPE = re.compile(r"\(cid:[0-9]{1,6}\)|(?:/[gGcC]|glyph<c)[0-9A-Fa-f]{1,5}>?")


def is_coded(text: str) -> bool:
    """True where a quarter of the text is codes of shapes, or its letters spell no language.

    Every language in Latin letters has more than one vowel in five letters; shapes numbered by
    their font do not.
    """
    words = "".join(text[:_SAMPLE].split())
    coded = sum(len(shape) for shape in _SHAPE.findall(words))
    coded += sum("\ue000" <= char <= "\uf8ff" or char == "\ufffd" for char in words)
    letters = [char for char in _SHAPE.sub("", words).lower() if "a" <= char <= "z"]
    vowels = sum(char in "aeiou" for char in letters)
    spells_nothing = len(letters) >= _FEWEST_LETTERS and vowels * 5 < len(letters)
    return coded * 4 > len(words) or spells_nothing
