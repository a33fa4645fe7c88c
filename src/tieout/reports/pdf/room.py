"""Where a mark stands: beside its figure, in the largest size that has room there."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from tieout.readers.pdf.pages import Page
from tieout.readers.pdf.places import Printed
from tieout.readers.pdf.words import Word

# In parts of the font's size.
_HEIGHTS = (0.8, 0.65, 0.52)
_CAP = 0.72
_SMALL = 0.53
_DEPTH = 0.21
_NO_DEPTH = 0.03
_FARTHEST = 1.6
_GAP = 0.8
"""Points between a mark and what it stands beside."""
_TALLEST, _LEAST = 8.0, 3.8
_BAND = 16.0
_LOW = frozenset("acemnorsuvwxz")
_CLOSING, _OPENING = frozenset(")]%*,.;:"), frozenset("([$\u20ac\u00a3\u00a5+-\u2013\u2212")
_DEEP = frozenset("gjpqy,;()[]/$Q")


class Box(Struct, frozen=True, gc=False):
    """A box on a page: its sides, in points from the page's left and top edges."""

    left: float
    top: float
    right: float
    bottom: float

    def shared(self, other: "Box") -> float:
        """How much of it another box covers."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across * down if across > 0 and down > 0 else 0.0


class Room:
    """What is taken of a page: by its words, and by the marks put there."""

    def __init__(self, page: Page) -> None:
        """The page with its words alone."""
        self._whole = Box(0.0, 0.0, page.width, page.height)
        self._bands: dict[int, list[Box]] = {}
        self._closing: set[Box] = set()
        self._opening: set[Box] = set()
        for word in page.words:
            box = _inked(word)
            self.take(box)
            if _CLOSING.issuperset(word.text):
                self._closing.add(box)
            elif _OPENING.issuperset(word.text):
                self._opening.add(box)

    def beside(self, figure: Printed, wide: float) -> Box:
        """Where a mark so many times as wide as it is high stands beside a figure; now taken.

        Where there is no room, it covers as little as may be.
        """
        heights = [min(_TALLEST, max(_LEAST, part * figure.size)) for part in _HEIGHTS]
        held: tuple[float, Box] | None = None
        for height in heights:
            for box in self._around(figure, height * wide, height):
                covered = self._covered(box)
                if held is None or covered < held[0]:
                    held = covered, box
            assert held is not None
            if not held[0]:
                break
        assert held is not None
        self.take(held[1])
        return held[1]

    def _around(self, figure: Printed, width: float, height: float) -> Iterator[Box]:
        """The places beside a figure: behind it, before it, over it, under it."""
        middle = figure.base - _CAP * figure.size / 2
        top, bottom = middle - height / 2, middle + height / 2
        for box in (
            Box(figure.right + _GAP, top, figure.right + _GAP + width, bottom),
            Box(figure.left - _GAP - width, top, figure.left - _GAP, bottom),
        ):
            yield from self._free(box, figure)
        over = figure.base - _CAP * figure.size - _GAP / 2
        under = figure.base + _NO_DEPTH * figure.size + _GAP / 2
        for at in (figure.right - width, figure.left, (figure.left + figure.right - width) / 2):
            yield Box(at, over - height, at + width, over)
            yield Box(at, under, at + width, under + height)

    def _free(self, box: Box, figure: Printed) -> Iterator[Box]:
        """The box moved on from a figure over its own signs, such as brackets, to where it is free.

        Nothing where words or other marks stand there.
        """
        width, is_behind = box.right - box.left, box.left >= figure.right
        signs = self._closing if is_behind else self._opening
        while (
            abs(box.left - (figure.right if is_behind else figure.left - width))
            < _FARTHEST * figure.size
        ):
            inside = [one for one in self._near(box) if box.shared(one)]
            if not inside:
                yield box
                return
            if not all(one in signs or _holds(one, figure) for one in inside):
                return
            left = (
                max(one.right for one in inside) + _GAP
                if is_behind
                else min(one.left for one in inside) - _GAP - width
            )
            box = Box(left, box.top, left + width, box.bottom)

    def _covered(self, box: Box) -> float:
        """How much a box covers of what is taken, and of what is no page."""
        outside = (box.right - box.left) * (box.bottom - box.top) - box.shared(self._whole)
        return sum(box.shared(one) for one in self._near(box)) + 10 * max(0.0, round(outside, 6))

    def _near(self, box: Box) -> Sequence[Box]:
        """What is taken in the bands of a page that a box is in."""
        first, last = int(box.top // _BAND), int(box.bottom // _BAND)
        if first == last:
            return self._bands.get(first, ())
        found = (one for band in range(first, last + 1) for one in self._bands.get(band, ()))
        return list(dict.fromkeys(found))

    def take(self, box: Box) -> None:
        """A box is taken."""
        for band in range(int(box.top // _BAND), int(box.bottom // _BAND) + 1):
            self._bands.setdefault(band, []).append(box)


def _holds(box: Box, figure: Printed) -> bool:
    """True for the word that a figure is in."""
    is_level = box.top < figure.base < box.bottom + 1
    return is_level and box.left < figure.right and figure.left < box.right


def _inked(word: Word) -> Box:
    """What a word covers: low letters leave room over it, letters without a tail under it."""
    signs = set(word.text)
    high = _SMALL if signs <= _LOW else _CAP
    deep = _DEPTH if signs & _DEEP else _NO_DEPTH
    return Box(word.left, word.base - high * word.size, word.right, word.base + deep * word.size)
