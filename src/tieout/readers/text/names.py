"""The names over columns, where the cells of a header do not tell how many columns they span."""

import re
from collections.abc import Iterator, Sequence

from msgspec import Struct

from tieout.lexicon.periods import NOTHING, period_words
from tieout.lexicon.spoken import HEADS, ORDINALS
from tieout.readers.text.pipes import Piece, PipeRow

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
    text: str, rows: Sequence[PipeRow], body: Sequence[bool], columns: int
) -> Iterator[list[Name]]:
    """The names of each row that is not of the body, in order.

    The level right over the figures tells those above it apart; they are asked from below.
    """
    heads = [row for row, is_row in zip(rows, body, strict=True) if not is_row]
    found: list[list[Name]] = []
    below: list[Name] = []
    for row in reversed(heads):
        names = _names(text, row, columns, below)
        over = [name for name in names if name.first < name.stop]
        if len(over) == columns:
            below = over
        found.append(names)
    return reversed(found)


def _names(text: str, row: PipeRow, columns: int, below: Sequence[Name]) -> list[Name]:
    """The names of one row; empty where nobody can tell which columns they are of."""
    cells = [cell for cell in row.cells if cell[0] < cell[1]]
    stub: list[Name] = []
    if cells and cells[0] == row.cells[0] and not _is_name(text, cells, columns):
        stub = [Name(*cells[0], 0, 0)]
        cells = cells[1:]
    if not cells:
        return stub
    widths = _widths(text, cells, columns, below)
    if not widths:
        return []
    first = 0
    named: list[Name] = []
    for cell, width in zip(cells, widths, strict=True):
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

    Each one, or all as many; else those of the groups that the names below them make.
    """
    count = len(cells)
    groups = _groups(text, below)
    for alike in (groups, _restarts(text, below)):
        if len(alike) == count and count < columns:
            return alike
    return [columns // count] * count if columns % count == 0 else []


def _groups(text: str, below: Sequence[Name]) -> list[int]:
    """How many names beside one another are of periods, or of changes between them, in turn."""
    found: list[int] = []
    was_change: bool | None = None
    for name in below:
        is_change = _NAMES_CHANGE.match(text[name.start : name.end]) is not None
        if is_change == was_change:
            found[-1] += 1
        else:
            found.append(1)
        was_change = is_change
    return found


def _restarts(text: str, below: Sequence[Name]) -> list[int]:
    """How many names there are until the first one comes again, and again."""
    found: list[int] = []
    opening = ""
    for name in below:
        words = " ".join(text[name.start : name.end].split()).lower()
        if not found or words == opening:
            found.append(1)
            opening = opening or words
        else:
            found[-1] += 1
    return found
