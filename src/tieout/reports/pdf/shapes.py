"""How marks look: letters of strokes in a frame whose shape tells the outcome, as colour does.

The letters are drawn, not set in a font: a page's text is searched and copied as before.
"""

from typing import Literal, TypeAlias

from msgspec import Struct

Look: TypeAlias = Literal["agrees", "rounds", "differs", "lead", "by-people"]

HEIGHT = 10
"""A mark's height in its own units."""

_COLOURS: dict[Look, str] = {
    "agrees": "0 .45 .2",
    "rounds": "0 .3 .65",
    "differs": ".75 0 .1",
    "lead": ".65 .3 0",
    "by-people": ".5 .1 .5",
}
_INSIDE = 3
"""From the frame's side to the letters, and half as much over and under them."""
_STROKE = ".9"
_ADVANCE = 5.5
_BLANK = 2

# Letters on a field of 4 by 6: the points that a pen goes through, a stroke behind each semicolon.
_STROKES = {
    "A": "00 26 40;13 33",
    "B": "03 33 44 45 36 06 00 30 41 42 33",
    "C": "45 36 16 05 01 10 30 41",
    "D": "00 06 26 44 42 20 00",
    "F": "00 06 46;03 33",
    "L": "06 00 40",
    "M": "00 06 23 46 40",
    "P": "00 06 36 45 44 33 03",
    "R": "00 06 36 45 44 33 03;23 40",
    "S": "45 36 16 05 04 13 33 42 41 30 10 01",
    "T": "06 46;20 26",
    "X": "00 46;06 40",
    "0": "10 01 05 16 36 45 41 30 10",
    "1": "15 26 20;10 30",
    "2": "05 16 36 45 44 00 40",
    "3": "06 46 23 33 42 41 30 10 01",
    "4": "30 36 02 42",
    "5": "46 06 03 33 42 41 30 00",
    "6": "36 16 05 01 10 30 41 42 33 03",
    "7": "06 46 10",
    "8": "13 04 05 16 36 45 44 33 13 02 01 10 30 41 42 33",
    "9": "10 30 41 45 36 16 05 04 13 43",
    "?": "05 16 36 45 44 23 22;20 21",
}


class Shape(Struct, frozen=True, gc=False):
    """What a mark says, and how it looks."""

    letters: str
    look: Look

    @property
    def width(self) -> float:
        """How wide it is in its own units."""
        return 2 * _INSIDE + _end(self.letters)


def drawn(shape: Shape) -> str:
    """A mark as PDF draws it: in its own units, from its lower left corner."""
    colour, strokes = _COLOURS[shape.look], _written(shape.letters)
    pen = f"{_STROKE} w 1 J 1 j"
    if shape.look == "differs":
        return f"{colour} rg {_frame(shape)} f 1 1 1 RG {pen} {strokes}"
    dashes = "[2 1.5] 0 d" if shape.look == "lead" else ""
    return f"{colour} RG .7 w {dashes} {_frame(shape)} S [] 0 d {pen} {strokes}"


def framed(look: Look, width: float, height: float) -> str:
    """A frame around a figure of a finding or a lead, in points."""
    dashes = "[2.5 1.5] 0 d" if look == "lead" else ""
    inside = f".5 .5 {width - 1:.2f} {height - 1:.2f} re"
    return f"{_COLOURS[look]} RG .9 w {dashes} {inside} S"


def _frame(shape: Shape) -> str:
    """The frame's path."""
    wide = shape.width
    if shape.look == "agrees":
        return (
            f"5 .5 m {wide - 5:g} .5 l {wide + 1:g} .5 {wide + 1:g} 9.5 {wide - 5:g} 9.5 c "
            "5 9.5 l -1 9.5 -1 .5 5 .5 c h"
        )
    if shape.look == "rounds":
        return f"3 .5 m {wide - 3:g} .5 l {wide - 0.5:g} 5 l {wide - 3:g} 9.5 l 3 9.5 l .5 5 l h"
    return f".5 .5 {wide - 1:g} 9 re"


def _written(letters: str) -> str:
    """The strokes of letters, each where it stands in its mark."""
    said: list[str] = []
    left: float = _INSIDE
    for letter in letters:
        for stroke in _STROKES.get(letter, "").split(";"):
            points = [f"{left + int(point[0]):g} {2 + int(point[1])}" for point in stroke.split()]
            if points:
                said += [f"{points[0]} m", *(f"{point} l" for point in points[1:]), "S"]
        left += _step(letter)
    return " ".join(said)


def _end(letters: str) -> float:
    """Where the last letter ends, counted from where the first one begins."""
    return sum(map(_step, letters)) - (_ADVANCE - 4) * bool(letters)


def _step(letter: str) -> float:
    """From where a letter begins to where the next one does."""
    return _ADVANCE if letter in _STROKES else _BLANK
