"""Whether the text of a PDF is words, or only the codes of its fonts' shapes."""

from collections.abc import Sequence

from tieout.errors import Unreadable

_FEWEST_CHARACTERS = 16
_SAMPLE = 200_000
_FEWEST_LETTERS = 500


def refuse_illegible(words: Sequence[str]) -> None:
    """Raises Unreadable for a PDF without text, or with text that maps to no characters.

    Every language in Latin letters has more than one vowel in five letters; shapes numbered by
    their font do not.
    """
    text = "".join(words)[:_SAMPLE]
    if len(text) < _FEWEST_CHARACTERS:
        raise Unreadable("it has no text, only pictures: ask for a searchable PDF")
    odd = sum(not char.isprintable() or "\ue000" <= char <= "\uf8ff" for char in text)
    odd += text.count("\ufffd")
    known = sum(char.isalnum() for char in text)
    letters = [char for char in text.lower() if "a" <= char <= "z"]
    vowels = sum(char in "aeiou" for char in letters)
    is_coded = len(letters) >= _FEWEST_LETTERS and vowels * 5 < len(letters)
    if odd * 4 > len(text) or known * 5 < len(text) * 2 or is_coded:
        raise Unreadable(
            "its text is glyph codes without a character map: nothing can be read from it; "
            "ask for a searchable PDF"
        )
