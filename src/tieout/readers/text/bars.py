"""Lines with pipes in them as rows of cells, and what a cell's words may be."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from msgspec import Struct

from tieout.lexicon.markup import trim
from tieout.lexicon.periods import NOTHING, period_words
from tieout.lexicon.shapes import DASH_SET, SIGN_SET, YEAR
from tieout.patterns import pattern
from tieout.readers.text.lines import Line
from tieout.readers.text.pieces import reads_as_figure

Piece: TypeAlias = tuple[int, int]
"""Where a cell's words stand, [start, end); both are the same for an empty cell."""

_PIPE = pattern(r"(?<!\\)\|")
SET_IN = pattern(r"(?:&(?:nbsp|emsp|ensp|#160|#xa0);|[\s\u00a0])+", re.IGNORECASE)
"""Blanks that set a caption in."""

_SIGNS = pattern(rf"[\s\\(]*(?:[{SIGN_SET}][\s\\(]*)+\Z|US[{SIGN_SET}]?\Z")
STARTS_AMOUNT = pattern(rf"[\s\\(+{DASH_SET}{SIGN_SET}]{{0,6}}\.?[0-9]")
"""The beginning of an amount with its signs."""

_YEAR = pattern(rf"\s*{YEAR}[\s*]*\Z")
_RULE = pattern(r":?-+:?\Z")
_LONGEST_ROW = 65_536
_LONGEST_KEPT = 400
_LONGEST_FIGURE = 40
_LONGEST_AMOUNT = 48
_LONGEST_SIGNS = 8


def is_separator(row: str) -> bool:
    """True for the rule under a header: "|---|:-:|"; never for a row longer than any table's."""
    if "-" not in row or len(row) >= _LONGEST_ROW:
        return False
    cells = row.strip().removeprefix("|").removesuffix("|").split("|")
    return all(_RULE.match(one.strip()) for one in cells)


class PipeRow(Struct, frozen=True, gc=False):
    """A row's cells in order; `is_apart` is true where blank lines stand above it.

    `indent` is how far its caption is set in.
    """

    start: int
    end: int
    cells: tuple[Piece, ...]
    indent: int = 0
    is_apart: bool = False
    ruled: bool = False


def is_amount(words: str) -> bool:
    """True for a figure that is no year, and for words that begin with one and name no time."""
    return len(words) <= _LONGEST_AMOUNT and _is_amount(words)


@lru_cache(maxsize=4096)
def _is_amount(words: str) -> bool:
    """The same for few characters, which a table has again and again."""
    if reads_as_figure(words):
        return not _YEAR.match(words)
    if len(words) > _LONGEST_FIGURE or not STARTS_AMOUNT.match(words):
        return False
    return period_words(words) == NOTHING


def is_signs(words: str) -> bool:
    """True for a currency's sign, or a bracket with one, and no figure."""
    return len(words) <= _LONGEST_SIGNS and _SIGNS.match(words) is not None


def is_bare(text: str, line: Line) -> bool:
    """True for a line of pipes alone."""
    return has_pipe(text, line) and not text[line.start : line.end].strip(" \t\r|\u00a0")


def has_pipe(text: str, line: Line) -> bool:
    """True for a line that may be a row of a pipe table."""
    if line.kind in ("blank", "tag") or line.end - line.start > _LONGEST_ROW:
        return False
    return text.find("|", line.start, line.end) >= 0


def leads(text: str, line: Line) -> bool:
    """True for a line that begins with a pipe."""
    return text[line.start : line.end].lstrip()[:1] == "|"


def ends(text: str, line: Line) -> bool:
    """True for a line that ends with a pipe."""
    return text[line.start : line.end].rstrip()[-1:] == "|"


def amounts_in(text: str, line: Line) -> int:
    """How many amounts stand in cells of a line."""
    if not has_pipe(text, line):
        return 0
    words = text[line.start : line.end]
    return _amounts(words) if len(words) <= _LONGEST_KEPT else _amounts.__wrapped__(words)


@lru_cache(maxsize=2048)
def _amounts(row: str) -> int:
    """How many amounts stand between the pipes of a row, which is asked for again and again."""
    return sum(is_amount(row[start:end]) for start, end in cells_of(row, 0, len(row)))


def row_of(text: str, lines: Sequence[Line], *, is_apart: bool) -> PipeRow:
    """A row of one line or several."""
    start, end = lines[0].start, lines[-1].end
    while end > start and text[end - 1].isspace():
        end -= 1
    begin = start
    while begin < end and text[begin].isspace():
        begin += 1
    start = begin if text[begin : begin + 1] == "|" else start
    return PipeRow(start, end, tuple(cells_of(text, start, end)), is_apart=is_apart)


def cells_of(text: str, start: int, end: int) -> Iterator[Piece]:
    """The words between pipes, without the blanks around them."""
    row = text[start:end]
    cells = _cells(row) if len(row) <= _LONGEST_KEPT else _cells.__wrapped__(row)
    return ((start + begin, start + finish) for begin, finish in cells)


@lru_cache(maxsize=2048)
def _cells(row: str) -> tuple[Piece, ...]:
    """Where the words between pipes stand in a row, which is cut again and again."""
    cells: list[Piece] = []
    position = 0
    for bar in [*(one.start() for one in _PIPE.finditer(row)), len(row)]:
        is_set_in = not row[position : position + 1].isalnum()
        lead = SET_IN.match(row, position, bar) if is_set_in else None
        cells.append(trim(row, lead.end() if lead else position, bar))
        position = bar + 1
    return tuple(cells)
