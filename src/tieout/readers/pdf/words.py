"""Characters with their boxes made words: what is printed close together is one word."""

from collections import Counter
from ctypes import byref, c_double
from math import hypot
from typing import Any

from msgspec import Struct

from tieout.readers.halves import whole
from tieout.readers.pdf.ligatures import UNNAMED, Shape, joined

# In parts of the font's size. A blank that was typed needs less room than one that is only seen,
# and within a number one as narrow as kerning ("1 ,234") is none.
_TYPED_GAP = 0.08
_SEEN_GAP = 0.17
_LEAST_GAP = 0.05
_OVERLAP = -0.5
_SAME_BASE = 0.1
_SLANT = 0.05
_OF_NUMBERS = frozenset("0123456789,.()%$")
_HYPHEN = 2  # PDFium's mark for a hyphen at a line's end
_BREAKS = frozenset((10, 13))
_SHAPES = frozenset(range(32)) - _BREAKS - {_HYPHEN, 9}
"""Codes that a font gives shapes it has no names for, joined letters most of all."""
_BLANKS = frozenset((0xA0, 0x200B, 0x202F, 0xFEFF, *range(0x2000, 0x200B)))

_NORMAL = {
    _HYPHEN: "-",
    0x2011: "-",
    0xF0A7: "\u25aa",  # bullets of the Symbol and Wingdings fonts
    0xF0A8: "\u25aa",
    0xF0B7: "\u2022",
    0xF0D8: "\u2022",
    0xFB00: "ff",
    0xFB01: "fi",
    0xFB02: "fl",
    0xFB03: "ffi",
    0xFB04: "ffl",
}


class Word(Struct, frozen=True, gc=False):
    """A word in points from the page's left and top edges: its sides, its baseline, its font.

    `face` tells fonts of one weight from those of another; `is_apart` is true where a blank
    stands before it, however narrow.
    """

    text: str
    left: float
    right: float
    base: float
    size: float
    face: int = 0
    is_apart: bool = False


class _Run(Struct):
    """A word being filled."""

    turn: int
    base: float
    size: float
    face: int
    left: float
    right: float
    is_apart: bool
    letters: list[str]
    shapes: list[Shape]

    def word(self) -> Word:
        """The word that it is."""
        text = whole("".join(self.letters))
        return Word(text, self.left, self.right, self.base, self.size, self.face, self.is_apart)


Box = tuple[float, float, float, float]


def words_of(raw: Any, text: Any, count: int, page: Box) -> tuple[int, list[Word]]:  # noqa: ANN401
    """How often the page is turned by a quarter, and the words that are upright when it is.

    Words turned otherwise than most of the page, and words off the page, are left out.
    """
    runs = _runs(_Glyphs(raw, text, page), count)
    _name_shapes(runs)
    turns = Counter[int]()
    for run in runs:
        turns[run.turn] += len(run.letters)
    turn = turns.most_common(1)[0][0] if turns else 0
    left, bottom, right, top = page
    wide, high = (right - left, top - bottom) if turn % 2 == 0 else (top - bottom, right - left)
    return turn, [
        Word(
            whole("".join(run.letters)),
            run.left,
            run.right,
            run.base,
            run.size,
            run.face,
            run.is_apart,
        )
        for run in runs
        if run.letters and run.turn == turn
        if 0 <= run.base <= high and run.right > 0 and run.left < wide
    ]


def _name_shapes(runs: list[_Run]) -> None:
    """Every shape without a name made the letters it stands for; a run of nothing else is empty."""
    widths = (shape.width for run in runs for shape in run.shapes if shape.width > 0)
    narrowest = min(widths, default=1.0)
    for run in runs:
        if run.shapes:
            letters = joined(run.letters, run.shapes, narrowest)
            run.letters = [letter for letter in letters if letter]


def _runs(glyphs: "_Glyphs", count: int) -> list[_Run]:
    """The characters of a page in runs; PDFium is asked as little as will do, for speed."""
    runs: list[_Run] = []
    run: _Run | None = None
    blank = 0  # 1 where PDFium saw a gap, 2 where a blank was typed
    edges = (0.0, 0.0)
    for number in range(count):
        code = glyphs.code(number)
        if code in _BREAKS:
            run = None
            continue
        is_shape = code in _SHAPES and not glyphs.is_seen(number)
        if (code <= 32 and code != _HYPHEN and not is_shape) or code in _BLANKS:
            blank = max(blank, 1 if glyphs.is_seen(number) else 2)
            continue
        sides = glyphs.box(number)
        if sides is None:
            continue
        letter = UNNAMED if is_shape else _NORMAL.get(code) or chr(code)
        if run is not None and (blank or run.turn or (sides[1], sides[3]) != edges):
            run = (
                run if _goes_on(run, glyphs.place(number, run.turn, sides), letter, blank) else None
            )
        elif run is not None and not _is_next(run, sides[0] - glyphs.left, _SEEN_GAP):
            run = None
        edges = (sides[1], sides[3])
        if run is None:
            run = glyphs.begin(number, sides, is_apart=blank > 0)
            runs.append(run)
        else:
            run.right = max(run.right, _turned(run.turn, sides, 0.0, 0.0, glyphs.page)[1])
        if is_shape:
            run.shapes.append(Shape(len(run.letters), (sides[2] - sides[0]) / run.size))
        run.letters.append(letter)
        blank = 0
    return runs


class _Glyphs:
    """What PDFium tells of the characters of one page."""

    def __init__(self, raw: Any, text: Any, page: Box) -> None:  # noqa: ANN401
        """The page's text, and the box that the page shows."""
        self.page = page
        self.left = page[0]
        self._raw, self._text = raw, text
        self._sides, self._matrix = raw.FS_RECTF(), raw.FS_MATRIX()
        self._x, self._y = c_double(), c_double()
        self._to_sides, self._to_matrix = byref(self._sides), byref(self._matrix)
        self._to_x, self._to_y = byref(self._x), byref(self._y)
        self._unicode, self._box = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox

    def code(self, number: int) -> int:
        """The character's code point."""
        code: int = self._unicode(self._text, number)
        return code if code < 0x110000 else 0xFFFD

    def is_seen(self, number: int) -> bool:
        """True for a blank that was not typed."""
        return bool(self._raw.FPDFText_IsGenerated(self._text, number) == 1)

    def box(self, number: int) -> Box | None:
        """Left, bottom, right and top, as the page counts them."""
        if not self._box(self._text, number, self._to_sides):
            return None
        sides = self._sides
        return sides.left, sides.bottom, sides.right, sides.top

    def place(self, number: int, turn: int, sides: Box) -> tuple[float, float, float]:
        """Left, right and baseline."""
        self._raw.FPDFText_GetCharOrigin(self._text, number, self._to_x, self._to_y)
        return _turned(turn, sides, self._x.value, self._y.value, self.page)

    def begin(self, number: int, sides: Box, *, is_apart: bool) -> _Run:
        """A run that begins with the character, still without letters."""
        self._raw.FPDFText_GetMatrix(self._text, number, self._to_matrix)
        matrix = self._matrix
        turn = _turn(matrix.a, matrix.b)
        left, right, base = self.place(number, turn, sides)
        size = self._raw.FPDFText_GetFontSize(self._text, number) * hypot(matrix.c, matrix.d)
        face = self._raw.FPDFText_GetFontWeight(self._text, number)
        return _Run(turn, base, max(size, 1.0), face, left, right, is_apart, [], [])


def _turn(a: float, b: float) -> int:
    """Quarters of a turn to the left, or −1 for what is set at a slant."""
    if abs(b) <= _SLANT * abs(a):
        return 0 if a > 0 else 2
    if abs(a) <= _SLANT * abs(b):
        return 1 if b > 0 else 3
    return -1


def _turned(turn: int, sides: Box, x: float, y: float, page: Box) -> tuple[float, float, float]:
    """Left, right and baseline of a character as one sees it with the page turned upright."""
    left, bottom, right, top = sides
    if turn == 1:
        return bottom - page[1], top - page[1], x - page[0]
    if turn == 2:
        return page[2] - right, page[2] - left, y - page[1]
    if turn == 3:
        return page[3] - top, page[3] - bottom, page[2] - x
    return left - page[0], right - page[0], page[3] - y


def _goes_on(run: _Run, at: tuple[float, float, float], letter: str, blank: int) -> bool:
    """True where a character on the run's baseline is near enough to belong to it.

    A blank between letters is one however narrow, between the digits of a number it is not.
    """
    left, _, base = at
    if abs(base - run.base) >= _SAME_BASE * run.size:
        return False
    if not blank:
        return _is_next(run, left, _SEEN_GAP)
    if letter in _OF_NUMBERS and run.letters[-1] in _OF_NUMBERS:
        return _is_next(run, left, _TYPED_GAP if blank == 2 else _SEEN_GAP)
    return blank == 1 and _is_next(run, left, _LEAST_GAP)


def _is_next(run: _Run, left: float, most: float) -> bool:
    """True where a character that begins at `left` follows the run with no gap to see."""
    return _OVERLAP * run.size < left - run.right < most * run.size
