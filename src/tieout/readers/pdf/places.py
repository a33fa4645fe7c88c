"""Where figures are printed on the pages of a PDF, found by reading it once more."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct

from tieout.model.figure import Figure
from tieout.readers.pdf.pages import Page, open_pages
from tieout.readers.pdf.words import Word
from tieout.readers.pdf.writer import Stretch, write

# What stands on a page and is left out of its text: leaders, hyphens at a line's end.
_LEFT_OUT = frozenset(" .\u2026_\u00b7-\u00ad\u2010")
# How wide characters are beside one another, in parts of the font's size, as most fonts have them.
_NARROW = dict.fromkeys(".,:;'|!ijlI/ ", 0.28) | dict.fromkeys("()[]-", 0.33)
_WIDE = {"%": 0.89, "\u2014": 1.0, "W": 0.94, "M": 0.83, "m": 0.83}
_USUAL = 0.556
_TYPED, _CLOSE = 0.6, 0.01
"""How wide every letter of a typewriter is."""


class Printed(Struct, frozen=True, gc=False):
    """Where a figure, or its part on one line, is printed: sides and baseline, in points."""

    left: float
    right: float
    base: float
    size: float


class Place(Struct, frozen=True, gc=False):
    """The page of a figure by its number from 0, and where it is printed there, line by line."""

    page: int
    lines: tuple[Printed, ...]


def places(raw: bytes, figures: Sequence[Figure]) -> tuple[list[Page], dict[int, Place]]:
    """The pages of a PDF, and where each of its figures is printed, by their numbers.

    A figure whose words are not found as printed has no place. Raises Unreadable as reading does.
    """
    pages = open_pages(raw)
    text, _, stretches = write(pages)
    return pages, dict(placed(text, stretches, figures))


def placed(
    text: str, stretches: Sequence[Stretch], figures: Sequence[Figure]
) -> Iterator[tuple[int, Place]]:
    """Where the figures stand that are found in the words they were read from."""
    starts = [stretch.start for stretch in stretches]
    held, letters = -1, {}
    for number, figure in enumerate(figures):
        one = bisect_right(starts, figure.start) - 1
        if one < 0 or figure.end > stretches[one].end:
            continue
        if text[figure.start : figure.end] != figure.text:
            continue
        if one != held:
            held, letters = one, dict(_letters(text, stretches[one]))
        inside = (at for at in range(figure.start, figure.end) if not text[at].isspace())
        spots = [letters.get(at) for at in inside]
        if spots and None not in spots:
            lines = tuple(_lines([spot for spot in spots if spot is not None]))
            yield number, Place(stretches[one].page, lines)


def _letters(text: str, stretch: Stretch) -> Iterator[tuple[int, tuple[Word, int]]]:
    """Every place of a stretch's text that is no white space, with its word and letter.

    It ends where the words say something else.
    """
    spots = ((word, at) for word in stretch.words for at in range(len(word.text)))
    for place in range(stretch.start, stretch.end):
        if text[place].isspace():
            continue
        for word, at in spots:
            if word.text[at] == text[place]:
                yield place, (word, at)
                break
            if word.text[at] not in _LEFT_OUT and not word.text[at].isspace():
                return


def _lines(spots: Sequence[tuple[Word, int]]) -> Iterator[Printed]:
    """What letters take up, one stretch for each line they are on."""
    held: Printed | None = None
    for word, at in spots:
        left, right = _sides(word, at)
        if held is not None and abs(held.base - word.base) < word.size and left >= held.left:
            held = Printed(held.left, max(held.right, right), held.base, held.size)
            continue
        if held is not None:
            yield held
        held = Printed(left, right, word.base, word.size)
    if held is not None:
        yield held


def _sides(word: Word, at: int) -> tuple[float, float]:
    """The sides of a letter of a word, by how wide characters are."""
    whole = (word.right - word.left) / word.size
    if abs(whole - _TYPED * len(word.text)) < _CLOSE * len(word.text):
        widths = [_TYPED for _ in word.text]
    else:
        widths = [_NARROW.get(sign) or _WIDE.get(sign) or _USUAL for sign in word.text]
    scale = (word.right - word.left) / sum(widths)
    left = word.left + scale * sum(widths[:at])
    return left, left + scale * widths[at]
