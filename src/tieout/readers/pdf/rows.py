"""The rows of a table: captions that run over several lines are made whole."""

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from tieout.lexicon.shapes import DASH_SET
from tieout.lexicon.spoken import HEADS, MONTHS, ORDINALS
from tieout.patterns import pattern
from tieout.readers.pdf.figures import is_amount
from tieout.readers.pdf.grids import Lane, Region, pitch
from tieout.readers.pdf.lines import Line, Piece, piece_of
from tieout.readers.pdf.words import Word

_CUT = pattern(
    rf"(?:[,(&/{DASH_SET}]|\b(?:and|or|of|to|in|for|from|by|the|on|with|at|net|per|before|as|an?"
    r"|that|which|used|provided))\Z",
    re.IGNORECASE,
)
_COUNTING = frozenset(MONTHS) | frozenset(ORDINALS)

# In parts of the font's size.
_OFF_AXIS = 2.0
_FARTHEST = 1.7
_HALF_LINE = 0.8

# In parts of the table's usual distance between lines.
_FIGURES_BELOW = 1.1
_TIGHT = 1.02
_LOOSE = 1.35
_CLOSE = 0.85

_MORE_ROOM = 1.15


class DraftCell(Struct):
    """A cell to be written: what it says line by line, what it covers, and its words."""

    lines: list[str]
    left: float
    right: float
    words: tuple[Word, ...]


class DraftRow(Struct):
    """A row to be written; the first cell is its caption where `has_stub`."""

    cells: list[DraftCell]
    has_stub: bool
    ruled: bool
    last: Line

    @property
    def words(self) -> list[str]:
        """What its cells say."""
        return ["\n".join(cell.lines) for cell in self.cells]


def rows_of(lines: Sequence[Line], region: Region) -> list[DraftRow]:
    """The rows of a region of a page, heads first."""
    first = region.lanes[0]
    first_row = region.start + region.heads
    while first_row > region.start and _is_caption(lines[first_row - 1], first):
        first_row -= 1
    heads = [_head(line, region.lanes) for line in lines[region.start : first_row]]
    body = lines[first_row : region.stop]
    captions = _Captions(body, first)
    rows: list[DraftRow] = []
    for place, line in enumerate(body):
        row = _row(line, first)
        following = body[place + 1] if place + 1 < len(body) else None
        if rows and captions.run_on(rows[-1], row, following):
            _join(rows[-1], row)
        else:
            rows.append(row)
    return [*heads, *rows]


def _is_caption(line: Line, first: Lane) -> bool:
    """True for a caption without figures, which belongs to the rows under it."""
    return len(line.pieces) == 1 and line.right <= first.left


def _head(line: Line, lanes: Sequence[Lane]) -> DraftRow:
    """A line that names columns as a row; what reaches over the first column is no caption."""
    pieces = [part for piece in line.pieces for part in _over_lanes(piece, line.base, lanes)]
    cells = [_cell(piece) for piece in pieces]
    return DraftRow(cells, pieces[0].right <= lanes[0].left, line.ruled, line)


def _over_lanes(piece: Piece, base: float, lanes: Sequence[Lane]) -> list[Piece]:
    """A head parted between columns, where each has its own word or words over it.

    Tight columns have their heads as near to one another as words of prose.
    """
    middles = [(lane.left + lane.right) / 2 for lane in lanes]
    held = [middle for middle in middles if piece.left < middle < piece.right]
    if len(held) < 2 or len(piece.words) < len(held):
        return [piece]
    parts: list[list[Word]] = [[] for _ in held]
    for word in piece.words:
        axis = (word.left + word.right) / 2
        nearest = min(range(len(held)), key=lambda place: abs(held[place] - axis))
        parts[nearest].append(word)
    if not all(parts) or _are_one_period(parts) or not _fit(parts, held):
        return [piece]
    return [piece_of(part, base) for part in parts]


def _are_one_period(parts: Sequence[Sequence[Word]]) -> bool:
    """True where a number is parted from what it counts: "THREE | MONTHS" over two columns."""
    return any(
        before[-1].text.lower() in _COUNTING and after[0].text.lower() in HEADS
        for before, after in pairwise(parts)
    )


def _fit(parts: Sequence[Sequence[Word]], middles: Sequence[float]) -> bool:
    """True where the words of every column are set on its axis, with more room between them."""
    inside = [after.left - word.right for part in parts for word, after in pairwise(part)]
    between = [after[0].left - part[-1].right for part, after in pairwise(parts)]
    size = parts[0][0].size
    return (not inside or min(between) > _MORE_ROOM * max(inside)) and all(
        abs((part[0].left + part[-1].right) / 2 - middle) < _OFF_AXIS * size
        for part, middle in zip(parts, middles, strict=True)
    )


def _row(line: Line, first: Lane) -> DraftRow:
    """A line as a row."""
    cells = [_cell(piece) for piece in line.pieces]
    return DraftRow(cells, _is_stub(line.pieces[0], first), line.ruled, line)


def _cell(piece: Piece) -> DraftCell:
    """A piece as a cell."""
    return DraftCell([piece.text], piece.left, piece.right, piece.words)


def _is_stub(piece: Piece, first: Lane) -> bool:
    """True for a piece that begins left of the figures and is none."""
    return piece.left < first.left and not is_amount(piece.text)


def _stub_right(line: Line, first: Lane) -> float:
    """Where the caption of a row with figures ends."""
    piece = line.pieces[0]
    return piece.right if len(line.pieces) > 1 and _is_stub(piece, first) else 0.0


class _Captions:
    """Which captions of a table run over into the next line, told by words, room and spacing."""

    def __init__(self, body: Sequence[Line], first: Lane) -> None:
        """The table's rows: how far apart they are, and how far their captions reach."""
        self._usual = pitch(body)
        self._limit = max((_stub_right(line, first) for line in body), default=0.0)

    def run_on(self, above: DraftRow, row: DraftRow, following: Line | None) -> bool:
        """True where a row goes on with the caption above it, or has the figures to it."""
        step, size = row.last.base - above.last.base, row.last.size
        has_figures = len(above.cells) > 1
        if not above.has_stub or above.cells[0].lines[-1].endswith(":"):
            return False
        if not row.has_stub:
            return not has_figures and step < _FIGURES_BELOW * self._usual
        if (has_figures and len(row.cells) > 1) or step > _FARTHEST * size:
            return False
        if has_figures and above.last.pieces[0].text != above.cells[0].lines[-1]:
            return step < _HALF_LINE * size  # the figures stand half a line lower than words
        if has_figures:
            return step <= _TIGHT * self._usual and self._ends(above, row, following)
        if _goes_on(above, row):
            return step <= _LOOSE * self._usual
        return step < _CLOSE * self._usual and self._is_forced(above, row)

    def _ends(self, above: DraftRow, row: DraftRow, following: Line | None) -> bool:
        """True where the rest of a caption stands under its first line, which has the figures."""
        start = row.cells[0].lines[0][0]
        if self._is_forced(above, row):
            return start.islower() or start == "("
        return start.islower() and not _goes_below(row, following)

    def _is_forced(self, above: DraftRow, row: DraftRow) -> bool:
        """True where the first word below would not have had room above."""
        piece = row.last.pieces[0]
        letters = len(piece.text.split(" ", 1)[0]) + 1
        width = (piece.right - piece.left) * letters / max(1, len(piece.text))
        return above.last.pieces[0].right + width > self._limit


def _goes_on(above: DraftRow, row: DraftRow) -> bool:
    """True where the words above ask for more, or those below begin in mid-phrase."""
    caption, start = above.cells[0].lines, row.cells[0].lines[0][0]
    return start.islower() or start == "(" or bool(_CUT.search(caption[-1])) or _is_open(caption)


def _is_open(lines: Sequence[str]) -> bool:
    """True for a caption with a bracket not closed."""
    words = " ".join(lines)
    return words.count("(") > words.count(")")


def _goes_below(row: DraftRow, following: Line | None) -> bool:
    """True where the next line goes on with a caption and has its figures."""
    return (
        following is not None
        and len(following.pieces) > 1
        and (following.text[:1].islower() or bool(_CUT.search(row.cells[0].lines[-1])))
    )


def _join(above: DraftRow, row: DraftRow) -> None:
    """Makes two rows one."""
    if row.has_stub:
        stub, rest = above.cells[0], row.cells[0]
        stub.lines += rest.lines
        stub.words += rest.words
        stub.left, stub.right = min(stub.left, rest.left), max(stub.right, rest.right)
        above.cells += row.cells[1:]
    else:
        above.cells += row.cells
    above.last = row.last
