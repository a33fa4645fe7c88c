"""Where the figures of a Word document stand: the element and place of their first and last letter.

The reader's walk is walked again. It gives the letters of the visible text one by one; only white
space is the reader's own. So letters are counted, and what is found is held against the figure.
"""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from tieout.model.figure import Figure
from tieout.reports.docx.tree import Node


class Letter(Struct, frozen=True):
    """A letter by the element it is in, and its place in the element's words."""

    element: Node
    place: int


class Stretch(Struct, frozen=True):
    """The first and the last letter of some words."""

    first: Letter
    last: Letter


def stretches(
    text: str, pieces: Iterable[tuple[Node, str]], figures: Sequence[Figure], wanted: set[int]
) -> Iterator[tuple[int, Stretch]]:
    """Where the figures wanted stand, by their numbers; without those that are not found there."""
    held = [(element, said) for element, said in pieces if _inked(said)]
    begins, count = [0], 0
    for _, said in held:
        count += len(_inked(said))
        begins.append(count)

    def letter(number: int) -> Letter:
        """The letter of that number in the document."""
        one = bisect_right(begins, number) - 1
        element, said = held[one]
        places = [place for place, sign in enumerate(said) if not sign.isspace()]
        return Letter(element, places[number - begins[one]])

    every = "".join(_inked(said) for _, said in held)
    behind = before = 0
    for number in sorted(wanted):
        figure = figures[number]
        before += len(_inked(text[behind : figure.start]))
        behind = figure.start
        printed = _inked(figure.text)
        if every[before : before + len(printed)] == printed:
            yield number, Stretch(letter(before), letter(before + len(printed) - 1))


def _inked(words: str) -> str:
    """Words without white space."""
    return "".join(words.split())
