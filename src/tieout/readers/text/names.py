"""The names over columns, where the cells of a header do not tell how many columns they span."""

import re
from collections.abc import Callable, Iterator, Sequence
from typing import TypeVar

from msgspec import Struct

from tieout.lexicon.shapes import YEAR
from tieout.lexicon.spoken import is_of_time
from tieout.patterns import pattern
from tieout.readers.text.bars import Piece, PipeRow

T = TypeVar("T")

NAMES_CHANGE = pattern(
    r"(?=.{0,3}[a-z])(?=.{0,24}(?:crease|change|vari|over|favo|yoy|qoq|r-o-|[yq][/-]|[$%\u0394]))"
    r"(?:increase|decrease|change|variance|amount|percent|favorable|unfavorable|yoy|qoq"
    r"|y/y|q/q|(?:yr?|q(?:tr)?)-o-(?:yr?|q(?:tr)?)"
    r"|period|quarter|year|over|and|or|[$%/()\s\u00a0\u0394-])+\Z",
    re.IGNORECASE,
)
"""The name of a column that tells of changes: "% change", "Increase (Decrease)", "Q/Q"."""

_CHANGES = pattern(r"\b(?:change|variance)s?\b", re.IGNORECASE)
_YEAR = pattern(rf"(?:fy)?\s*{YEAR}\b", re.IGNORECASE)


_FEW = 2


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
    below = [""] * columns
    for row, places in zip(reversed(heads), reversed(told), strict=True):
        names = _names(text, row, columns, below, places)
        if sum(name.first < name.stop for name in names) > 1:
            for name in names:
                words = " ".join(text[name.start : name.end].split()).lower()
                for column in range(name.first, name.stop):
                    below[column] = f"{words} {below[column]}".strip()
        found.append(names)
    return reversed(found)


def _names(
    text: str, row: PipeRow, columns: int, below: Sequence[str], told: Sequence[int]
) -> list[Name]:
    """The names of one row; only that of its captions where nobody can tell the others' columns."""
    cells = [cell for cell in row.cells if cell[0] < cell[1]]
    stub: list[Name] = []
    if cells and cells[0] == row.cells[0] and not _is_name(text, cells, columns):
        stub = [Name(*cells[0], 0, 0)]
        cells = cells[1:]
    if cells and len(told) == len(cells) < columns:
        is_over = all(below)
        ends = [*told[1:], columns] if is_over else [first + 1 for first in told]
        return stub + [
            Name(*cell, first, end) for cell, first, end in zip(cells, told, ends, strict=True)
        ]
    if stub and len(cells) == 1 and columns > _FEW and not _is_over_all(text[slice(*cells[0])]):
        return [*stub, Name(*cells[0], 0, 0)]
    widths = _widths(text, cells, columns, below)
    first = 0
    named: list[Name] = []
    for cell, width in zip(cells, widths, strict=False):
        named.append(Name(*cell, first, first + width))
        first += width
    return stub + named


def _is_over_all(words: str) -> bool:
    """True for a name that stands over every column: of a period, or in brackets."""
    return words.startswith("(") or is_of_time(words)


def _is_name(text: str, cells: Sequence[Piece], columns: int) -> bool:
    """True where a header's first cell names columns: all of as many as there are, or fewer."""
    words = [text[slice(*cell)] for cell in cells]
    if not 1 < len(words) <= columns:
        return False
    if len(words) == columns and words[0] in words[1:]:
        return True
    return is_of_time(words[0]) and (len(words) == columns or all(map(is_of_time, words)))


def _widths(text: str, cells: Sequence[Piece], columns: int, below: Sequence[str]) -> list[int]:
    """How many columns each name spans; empty where nobody can tell.

    Each one; else those of the groups that the names below them make; else all as many.
    """
    count = len(cells)
    if not count or count == columns:
        return [1] * count
    if any(below):
        if widths := _by_kind([text[slice(*cell)] for cell in cells], below):
            return widths
        restarts = _groups(below, lambda one, group: one != group[0])
        if len(restarts) == count:
            return restarts
    if columns % count == 0:
        return [columns // count] * count
    for alike in (_groups(list(map(_is_year, below)), _is_first), _groups(below, _is_first)):
        if any(below) and len(alike) == count:
            return alike
    return []


def _by_kind(names: Sequence[str], below: Sequence[str]) -> list[int]:
    """The widths of names where periods stand over periods and changes over changes, in turn.

    A column without a name below is of a change, which needs none.
    """
    over = _groups(list(map(_is_change, names)), _is_first)
    under = _groups(list(map(_is_change, below)), _is_first)
    if len(over) != len(under) or len(over) < 2 or _is_change(names[0]) != _is_change(below[0]):
        return []
    if any(wide % count for count, wide in zip(over, under, strict=True)):
        return []
    return [wide // count for count, wide in zip(over, under, strict=True) for _ in range(count)]


def _is_change(words: str) -> bool:
    """True for the name of a column of changes, or no name."""
    return not words or bool(NAMES_CHANGE.match(words) or _CHANGES.search(words))


def _is_year(words: str) -> bool:
    """True for a year without a day."""
    return _YEAR.match(words) is not None


def _is_first(one: T, group: Sequence[T]) -> bool:
    """True for what is as the first of its group."""
    return one == group[0]


def _groups(words: Sequence[T], goes_on: Callable[[T, Sequence[T]], bool]) -> list[int]:
    """How many stand beside one another in each group; a group goes on while told so."""
    groups: list[list[T]] = []
    for one in words:
        if groups and goes_on(one, groups[-1]):
            groups[-1].append(one)
        else:
            groups.append([one])
    return [len(group) for group in groups]
