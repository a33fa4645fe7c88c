"""Characters with their boxes made words: what is printed close together is one word."""

from collections import Counter
from ctypes import byref, c_double
from math import hypot
from typing import Any

from msgspec import Struct

# In parts of the font's size. A blank that was typed needs less room than one that is only seen,
# and within a number one as narrow as kerning ("1 ,234") is none.
_TYPED_GAP = 0.08
_SEEN_GAP = 0.17
_OVERLAP = -0.5
_SLANT = 0.05
_OF_NUMBERS = frozenset("0123456789,.()%$")
_SOFT_HYPHEN = 0xAD
_HYPHEN = 2  # PDFium's mark for a hyphen at a line's end

_NORMAL = {
    "\uf0b7": "\u2022",
    "\uf0a7": "\u25aa",
    "\uf0a8": "\u25aa",
    "\uf0d8": "\u2022",
    "\x02": "-",
    "\u2011": "-",
    "\ufb00": "ff",
    "\ufb01": "fi",
    "\ufb02": "fl",
    "\ufb03": "ffi",
    "\ufb04": "ffl",
}


class Word(Struct, frozen=True, gc=False):
    """A word in points from the page's left and top edges: its sides, its baseline, its font.

    `face` tells fonts of one weight from those of another; `is_apart` is true where a blank was
    typed before it, however narrow.
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


Box = tuple[float, float, float, float]


def words_of(raw: Any, text: Any, count: int, page: Box) -> tuple[int, list[Word]]:  # noqa: ANN401
    """How often the page is turned by a quarter, and the words that are upright when it is.

    Words turned otherwise than most of the page, and words off the page, are left out.
    """
    runs = _runs(raw, text, count, page)
    turns = Counter[int]()
    for run in runs:
        turns[run.turn] += len(run.letters)
    turn = turns.most_common(1)[0][0] if turns else 0
    left, bottom, right, top = page
    wide, high = (right - left, top - bottom) if turn % 2 == 0 else (top - bottom, right - left)
    return turn, [
        Word("".join(run.letters), run.left, run.right, run.base, run.size, run.face, run.is_apart)
        for run in runs
        if run.turn == turn and 0 <= run.base <= high and run.right > 0 and run.left < wide
    ]


def _runs(raw: Any, text: Any, count: int, page: Box) -> list[_Run]:  # noqa: ANN401
    """The characters of a page in runs; PDFium is asked as little as will do, for speed."""
    box, matrix = raw.FS_RECTF(), raw.FS_MATRIX()
    x, y = c_double(), c_double()
    to_box, to_matrix, to_x, to_y = byref(box), byref(matrix), byref(x), byref(y)
    unicode_of, box_of = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox
    runs: list[_Run] = []
    run: _Run | None = None
    blank = 0  # 1 where PDFium saw a gap, 2 where a blank was typed
    low = high = 0.0
    for number in range(count):
        code = unicode_of(text, number)
        if code <= 32 and code != _HYPHEN or code in (0xA0, 0xFEFF, 0x200B):
            blank = max(blank, 1 if raw.FPDFText_IsGenerated(text, number) == 1 else 2)
            if code in (10, 13):
                run = None
            continue
        if not box_of(text, number, to_box):
            continue
        sides = (box.left, box.bottom, box.right, box.top)
        letter = chr(code) if code < 0x110000 else "\ufffd"
        letter = _NORMAL.get(letter, letter)
        if run is not None and (blank or run.turn or sides[1] != low or sides[3] != high):
            raw.FPDFText_GetCharOrigin(text, number, to_x, to_y)
            is_number = letter in _OF_NUMBERS and run.letters[-1] in _OF_NUMBERS
            if blank == 2 and not is_number:
                run = None
            else:
                run = _going_on(run, _turned(run.turn, sides, x.value, y.value, page), blank)
        elif run is not None and not _is_next(run, sides[0] - page[0], 0):
            run = None
        low, high = sides[1], sides[3]
        if run is not None:
            right = _turned(run.turn, sides, 0.0, 0.0, page)[1]
            run.right = max(run.right, right)
            run.letters.append(letter)
            blank = 0
            continue
        raw.FPDFText_GetCharOrigin(text, number, to_x, to_y)
        raw.FPDFText_GetMatrix(text, number, to_matrix)
        turn = _turn(matrix.a, matrix.b)
        start, end, base = _turned(turn, sides, x.value, y.value, page)
        size = raw.FPDFText_GetFontSize(text, number) * hypot(matrix.c, matrix.d)
        face = raw.FPDFText_GetFontWeight(text, number)
        run = _Run(turn, base, max(size, 1.0), face, start, end, blank == 2, [letter])
        blank = 0
        runs.append(run)
    return runs


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


def _going_on(run: _Run, at: tuple[float, float, float], blank: int) -> _Run | None:
    """The run, where a character on its baseline is near enough to belong to it; else None."""
    left, _, base = at
    return run if abs(base - run.base) < 0.1 * run.size and _is_next(run, left, blank) else None


def _is_next(run: _Run, left: float, blank: int) -> bool:
    """True where a character that begins at `left` follows the run without a blank."""
    most = _TYPED_GAP if blank == 2 else _SEEN_GAP
    return _OVERLAP * run.size < left - run.right < most * run.size
