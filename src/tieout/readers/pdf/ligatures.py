"""Letters joined in one shape that a font gives no name: "first" without it reads "rst"."""

from collections.abc import Sequence

from msgspec import Struct

UNNAMED = "\0"
"""Stands for a shape without a name until the letters around it tell what it is."""

# How wide a shape is beside the narrowest of its page, which is "fi" or "fl": "ff" is wider by a
# fifth, "ffi" by a half. Alone on its page one is told by the font's size.
_OF_TWO = 1.1
_OF_THREE = 1.4
_WIDE = 0.62
_AFTER_FL = frozenset("aeiouy")
_AFTER_FI = ("ed", "es", "er", "eld")
"""What follows "fi" though it begins with a vowel: "qualified", "classifies", "field"."""
_AFTER_FF = ("e", "o", "s", "i")
"""What follows "ff" where its shape is as wide as "ffi" of another font: "different"."""


class Shape(Struct, frozen=True, gc=False):
    """A shape without a name: its place among the letters of its word, its width in ems."""

    place: int
    width: float


def joined(letters: Sequence[str], shapes: Sequence[Shape], narrowest: float) -> list[str]:
    """A word's letters with those that its unnamed shapes stand for; what joins no word is none."""
    found = list(letters)
    for shape in shapes:
        before = "".join(letters[max(0, shape.place - 1) : shape.place])
        behind = "".join(letters[shape.place + 1 : shape.place + 4])
        is_within = behind[:1].islower() or (before.islower() and not behind[:1].isalnum())
        found[shape.place] = _read(shape.width, behind, narrowest) if is_within else ""
    return found


def _read(width: float, behind: str, narrowest: float) -> str:
    """The letters that a shape of that width stands for in front of others."""
    wider = width / narrowest if narrowest < _WIDE else _OF_THREE
    is_l = behind[:1] in _AFTER_FL and not behind.startswith(_AFTER_FI) and bool(behind)
    if wider >= _OF_THREE and not behind.startswith(_AFTER_FF):
        return "ffl" if is_l and behind[:1] != "a" else "ffi"
    if wider >= _OF_TWO:
        return "ff"
    return "fl" if is_l else "fi"
