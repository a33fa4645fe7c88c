"""Characters with their boxes made words: what is printed close together is one word."""

from collections import Counter
from collections.abc import Iterator, Sequence
from ctypes import c_double
from itertools import islice, repeat
from math import hypot
from typing import Any

from msgspec import Struct

from tieout.patterns import pattern
from tieout.readers.halves import whole
from tieout.readers.pdf.ligatures import UNNAMED, Shape, joined
from tieout.readers.pdf.native import (
    Box,
    boxes_of,
    floats_of,
    origin_of,
    origins_of,
    quick,
    text_of,
)

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
_BREAKS = "\r\n"
_LETTERS = pattern(r"[^\t\n\r \xa0\u200b\u202f\ufeff\u2000-\u200a]+")
_SHAPES = pattern(r"[\x00\x01\x03-\x08\x0b\x0c\x0e-\x1f]")
"""Codes that a font gives shapes it has no names for, joined letters most of all."""

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


_UNLIKE = pattern(f"[{''.join(map(chr, _NORMAL))}]")


class Word(Struct, gc=False):
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


class _Run(Word, gc=False):
    """A word being filled: how often it is turned, and its shapes without a name."""

    turn: int = 0
    shapes: tuple[Shape, ...] = ()


def words_of(raw: Any, text: Any, count: int, page: Box) -> tuple[int, list[Word]]:  # noqa: ANN401
    """How often the page is turned by a quarter, and the words that are upright when it is.

    Words turned otherwise than most of the page, and words off the page, are left out.
    """
    glyphs = _Glyphs(raw, text, count, page)
    runs = _runs(glyphs)
    if glyphs.has_shapes:
        _name_shapes(runs)
    turns = Counter[int]()
    for run in runs:
        turns[run.turn] += len(run.text)
    turn = turns.most_common(1)[0][0] if turns else 0
    left, bottom, right, top = page
    wide, high = (right - left, top - bottom) if turn % 2 == 0 else (top - bottom, right - left)
    if _UNLIKE.search(glyphs.said):
        for run in runs:
            run.text = run.text.translate(_NORMAL)
    if whole(glyphs.said) != glyphs.said:
        for run in runs:
            run.text = whole(run.text)
    return turn, [
        run
        for run in runs
        if run.text and run.turn == turn
        if 0 <= run.base <= high and run.right > 0 and run.left < wide
    ]


def _name_shapes(runs: list[_Run]) -> None:
    """Every shape without a name made the letters it stands for; a run of nothing else is empty."""
    shaped = [run for run in runs if run.shapes]
    widths = (shape.width for run in shaped for shape in run.shapes if shape.width > 0)
    narrowest = min(widths, default=1.0)
    for run in shaped:
        run.text = "".join(joined(run.text, run.shapes, narrowest))


def _runs(glyphs: "_Glyphs") -> list[_Run]:
    """The characters of a page in runs; PDFium is asked as little as will do, for speed."""
    runs: list[_Run] = []
    run: _Run | None = None
    said = glyphs.said
    stretches = [found.span() for found in _LETTERS.finditer(said)]
    fresh = glyphs.begin([place for place, _ in stretches])
    glyphs.compare(min((run.size for run in fresh), default=1.0))
    behind = 0
    for begun, (place, stop) in zip(fresh, stretches, strict=True):
        between = said[behind:place]
        if run is None or not glyphs.goes_on(run, between, place):
            run = begun
            run.is_apart = between == " " or bool(between.strip(_BREAKS))
            runs.append(run)
        behind = stop
        place = glyphs.take(run, place, stop)
        while place < stop:
            if not glyphs.follows(run, place):
                (run,) = glyphs.begin([place])
                runs.append(run)
            place = glyphs.take(run, place, stop)
    return runs


class _Glyphs:
    """What PDFium tells of the characters of one page."""

    def __init__(self, raw: Any, text: Any, count: int, page: Box) -> None:  # noqa: ANN401
        """The page's characters with their sides, and the box that the page shows."""
        self.page = page
        self._raw, self._text = raw, text
        self._is_generated = quick(raw, "FPDFText_IsGenerated")
        said = text_of(raw, text, count)
        self.said = _SHAPES.sub(lambda code: UNNAMED if self._is_typed(code.start()) else " ", said)
        self.has_shapes = UNNAMED in self.said
        self._sides = boxes_of(raw, text, count)
        lefts, _, rights, _ = self._sides
        if left := page[0]:
            lefts, rights = [side - left for side in lefts], [side - left for side in rights]
        self._lefts, self._rights = lefts, rights

    def _is_typed(self, number: int) -> bool:
        """True for a blank that was typed, not only seen."""
        return bool(self._is_generated(self._text, number) != 1)

    def begin(self, numbers: Sequence[int]) -> list[_Run]:
        """A run that begins with each of these characters, still without letters."""
        raw, text = self._raw, self._text
        lefts, rights, high = self._lefts, self._rights, self.page[3]
        told = zip(
            numbers,
            *floats_of(raw, "FPDFText_GetMatrix", 6, numbers, text)[:4],
            *origins_of(raw, text, numbers),
            map(quick(raw, "FPDFText_GetFontSize", c_double), repeat(text), numbers),
            map(quick(raw, "FPDFText_GetFontWeight"), repeat(text), numbers),
            strict=True,
        )
        found: list[_Run] = []
        for number, a, b, c, d, x, y, size, face in told:
            turn = _turn(a, b) if b or a <= 0 else 0  # as nearly all are
            if turn:
                left, right, base = self._turned(number, turn, x, y)
            else:
                left, right, base = lefts[number], rights[number], high - y
            size *= hypot(c, d)
            size = size if size > 1.0 else 1.0
            found.append(_Run("", left, right, base, size, face, False, turn))  # noqa: FBT003
        return found

    def _at(self, number: int, turn: int) -> tuple[float, float, float]:
        """Left, right and baseline of a character."""
        x, y = origin_of(self._raw, self._text, number)
        return self._turned(number, turn, x, y)

    def _turned(self, number: int, turn: int, x: float, y: float) -> tuple[float, float, float]:
        """Left, right and baseline of a character that stands there."""
        if not turn:
            return self._lefts[number], self._rights[number], self.page[3] - y
        left, top, right, bottom = (side[number] for side in self._sides)
        return _turned(turn, (left, bottom, right, top), x, y, self.page)

    def compare(self, size: float) -> None:
        """Compares every character with the next; no run but a few is of a smaller size.

        1 is for one that is set on another height, ends further left, or may be parted by a gap.
        """
        _, tops, _, bottoms = self._sides
        self._smallest = size
        least, most = _OVERLAP * size, _SEEN_GAP * size
        steps = zip(
            *(tops, islice(tops, 1, None), bottoms, islice(bottoms, 1, None)),
            *(self._rights, islice(self._rights, 1, None), islice(self._lefts, 1, None)),
            strict=False,
        )
        self._steps = bytes(
            [a != b or c != d or f < e or not least < g - e < most for a, b, c, d, e, f, g in steps]
        )

    def take(self, run: _Run, place: int, stop: int) -> int:
        """Takes a character into a run, and those that plainly follow it; where they end."""
        end = place + 1
        right = self._rights[place] if not run.turn else self._at(place, run.turn)[1]
        if not run.turn and right >= run.right and run.size >= self._smallest:
            end = self._steps.find(1, place, stop - 1) + 1 or stop
            right = self._rights[end - 1]
        if right > run.right:
            run.right = right
        if self.has_shapes:
            run.shapes += tuple(self._shapes(run, place, end))
        run.text += self.said[place:end]
        return end

    def _shapes(self, run: _Run, place: int, end: int) -> Iterator[Shape]:
        """The shapes without a name among characters that a run takes."""
        lefts, _, rights, _ = self._sides
        for number in range(place, end):
            if self.said[number] == UNNAMED:
                at = len(run.text) + number - place
                yield Shape(at, (rights[number] - lefts[number]) / run.size)

    def follows(self, run: _Run, place: int) -> bool:
        """True where a character right behind a run's last one belongs to it."""
        _, tops, _, bottoms = self._sides
        is_level = tops[place] == tops[place - 1] and bottoms[place] == bottoms[place - 1]
        if is_level and not run.turn:
            return _is_next(run, self._lefts[place], _SEEN_GAP)
        left, _, base = self._at(place, run.turn)
        return _is_level(run, base) and _is_next(run, left, _SEEN_GAP)

    def goes_on(self, run: _Run, between: str, place: int) -> bool:
        """True where a character behind blanks is near enough to a run to belong to it.

        A blank between letters is one however narrow, between the digits of a number it is not.
        """
        if not run.turn and not _is_next(run, self._lefts[place], _SEEN_GAP):
            return False
        if "\n" in between or "\r" in between:
            return False
        left, _, base = self._at(place, run.turn)
        if not _is_level(run, base):
            return False
        is_typed = any(self._is_typed(number) for number in range(place - len(between), place))
        if self.said[place] in _OF_NUMBERS and run.text[-1] in _OF_NUMBERS:
            return _is_next(run, left, _TYPED_GAP if is_typed else _SEEN_GAP)
        return not is_typed and _is_next(run, left, _LEAST_GAP)


def _is_level(run: _Run, base: float) -> bool:
    """True for a character on the run's baseline."""
    return abs(base - run.base) < _SAME_BASE * run.size


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


def _is_next(run: _Run, left: float, most: float) -> bool:
    """True where a character that begins at `left` follows the run with no gap to see."""
    return _OVERLAP * run.size < left - run.right < most * run.size
