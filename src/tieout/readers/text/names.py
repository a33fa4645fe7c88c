"""The names over columns, where the cells of a header do not tell how many columns they span."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

from tieout.lexicon.periods import NOTHING, period_words
from tieout.lexicon.spoken import HEADS, ORDINALS
from tieout.readers.text.pipes import Piece, PipeRow

T = TypeVar("T")

_NAMES_CHANGE = re.compile(
    r"(?=.{0,3}[a-z%])(?=.{0,24}(?:crease|change|vari|over|favo|yoy|y/y|q/q|qoq|[$%\u0394]))"
    r"(?:increase|decrease|change|variance|amount|percent|favorable|unfavorable|yoy|y/y|q/q|qoq"
    r"|period|quarter|year|over|and|or|[$%/()\s\u00a0\u0394-])+\Z",
    re.IGNORECASE,
)


class Name(Struct, frozen=True, gc=False):
    """A header's cell over the columns [first, stop); none where it stands with the captions."""

    start: int
    end: int
    first: int
    stop: int


def levels(
    text: str, heads: Sequence[PipeRow], told: Sequence[Sequence[int]], columns: int
) -> Iterator[list[Name]]:
    """The names of each row of a header, in order.

    `told` has the column of each name where the row's cells can be counted. The level right over
    the figures tells those above it apart; they are asked from below.
    """
    found: list[list[Name]] = []
    below: list[Name] = []
    for row, places in zip(reversed(heads), reversed(told), strict=True):
        names = _names(text, row, columns, below, places)
        over = [name for name in names if name.first < name.stop]
        if len(over) > 1 and len(over) >= len(below):
            below = over
        found.append(names)
    return reversed(found)


def _names(
    text: str, row: PipeRow, columns: int, below: Sequence[Name], told: Sequence[int]
) -> list[Name]:
    """The names of one row; only that of its captions where nobody can tell the others' columns."""
    cells = [cell for cell in row.cells if cell[0] < cell[1]]
    stub: list[Name] = []
    if cells and cells[0] == row.cells[0] and not _is_name(text, cells, columns):
        stub = [Name(*cells[0], 0, 0)]
        cells = cells[1:]
    if cells and len(told) == len(cells) < columns:
        is_over = len(below) == columns
        ends = [*told[1:], columns] if is_over else [first + 1 for first in told]
        return stub + [
            Name(*cell, first, end) for cell, first, end in zip(cells, told, ends, strict=True)
        ]
    widths = _widths(text, cells, columns, below)
    first = 0
    named: list[Name] = []
    for cell, width in zip(cells, widths, strict=False):
        named.append(Name(*cell, first, first + width))
        first += width
    return stub + named


def _is_name(text: str, cells: Sequence[Piece], columns: int) -> bool:
    """True where a header's first cell names a column: there are as many as there are columns."""
    if len(cells) != columns or columns < 2:
        return False
    words = [text[slice(*cell)] for cell in cells]
    return is_of_time(words[0]) or words[0] in words[1:]


def is_of_time(words: str) -> bool:
    """True for a period, and for a line of one: "Second" over "quarter" over "2026"."""
    words = words.lower()
    return words in HEADS or words in ORDINALS or period_words(words) != NOTHING


def _widths(
    text: str, cells: Sequence[Piece], columns: int, below: Sequence[Name]
) -> list[int]:
    """How many columns each name spans; empty where nobody can tell.

    Each one; else those of the groups that the names below them make; else all as many.
    """
    count = len(cells)
    if not count or count == columns:
        return [1] * count
    words = [""] * columns
    for name in below:
        words[name.first] = " ".join(text[name.start : name.end].split()).lower()
    if any(words):
        if widths := _by_kind([text[slice(*cell)] for cell in cells], words):
            return widths
        restarts = _groups(words, lambda one, group: one != group[0])
        if len(restarts) == count:
            return restarts
    if columns % count == 0:
        return [columns // count] * count
    alike = _groups(words, lambda one, group: one == group[0])
    return alike if any(words) and len(alike) == count else []


def _by_kind(names: Sequence[str], below: Sequence[str]) -> list[int]:
    """The widths of names where periods stand over periods and changes over changes, in turn.

    A column without a name below is of a change, which needs none.
    """
    over = _groups([_is_change(name) for name in names], lambda one, group: one == group[0])
    under = _groups([_is_change(name) for name in below], lambda one, group: one == group[0])
    if len(over) != len(under) or len(over) < 2 or _is_change(names[0]) != _is_change(below[0]):
        return []
    if any(wide % count for count, wide in zip(over, under, strict=True)):
        return []
    return [
        wide // count for count, wide in zip(over, under, strict=True) for _ in range(count)
    ]


def _is_change(words: str) -> bool:
    """True for the name of a column of changes, or no name."""
    return not words or _NAMES_CHANGE.match(words) is not None


def _groups(words: Sequence[T], goes_on: Callable[[T, Sequence[T]], bool]) -> list[int]:
    """How many stand beside one another in each group; a group goes on while told so."""
    groups: list[list[T]] = []
    for one in words:
        if groups and goes_on(one, groups[-1]):
            groups[-1].append(one)
        else:
            groups.append([one])
    return [len(group) for group in groups]
