"""Which lines of a page are tables: rows with figures under one another, and what is over them."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from tieout.readers.pdf.figures import is_amount, is_year
from tieout.readers.pdf.lines import Line, Piece

# In parts of the font's size.
_FARTHEST = 5.0
_FARTHEST_HEAD = 3.6
_BESIDE = 1.2
_OVERHANG = 3.0

_MOST_CAPTIONS = 5
_MOST_HEADS = 9
_LONGEST_HEAD = 60
_LONGEST_CAPTION = 120
_LONGEST_BESIDE = 30


class Lane(Struct):
    """The stretch that a column's figures take."""

    left: float
    right: float


class Region(Struct, frozen=True):
    """Lines [start, stop) of a page that are one table, of which the first `heads` name columns.

    `lanes` are its columns of figures from left to right.
    """

    start: int
    stop: int
    heads: int
    lanes: list[Lane]


def regions(lines: Sequence[Line]) -> list[Region]:
    """The tables of a page, from the top down; every line is in one at the most."""
    found: list[Region] = []
    place = floor = 0
    while place < len(lines):
        if not _is_row(lines[place]):
            place += 1
            continue
        stop, lanes = _extent(lines, place)
        start = _top(lines, place, floor, lanes)
        rows = sum(_is_row(line) for line in lines[place:stop])
        if rows > 1 or (start < place and len(_amounts(lines[place])) > 1):
            found.append(Region(start, stop, place - start, lanes))
            floor = stop
        place = stop
    return found


def _amounts(line: Line) -> list[Piece]:
    """The pieces that are amounts."""
    return [piece for piece in line.pieces if is_amount(piece.text)]


def _is_row(line: Line) -> bool:
    """True for a caption with amounts, or for several amounts; no words of prose among them."""
    amounts = _amounts(line)
    if not amounts:
        return False
    if amounts[0] is line.pieces[0] and len(amounts) * 2 <= len(line.pieces):
        return False
    if len(line.pieces) == 1:
        return False
    beside = [piece for piece in line.pieces if piece.left > amounts[0].left]
    return all(len(piece.text) <= _LONGEST_BESIDE or piece in amounts for piece in beside)


def _extent(lines: Sequence[Line], first: int) -> tuple[int, list[Lane]]:
    """Where the table ends whose first row of figures stands at `first`, and its columns."""
    lanes: list[Lane] = []
    _widen(lanes, lines[first])
    stop = last = first + 1
    while stop < len(lines) and stop - last <= _MOST_CAPTIONS:
        line, before = lines[stop], lines[stop - 1]
        if line.base - before.base > _FARTHEST * max(line.size, before.size):
            break
        amounts = _amounts(line)
        if _is_row(line) or (len(line.pieces) == 1 and amounts):
            if not any(_is_beside(amount, lane, line.size) for amount in amounts for lane in lanes):
                break
            _widen(lanes, line)
            stop = last = stop + 1
        elif _names_columns(line, lanes) or not _is_caption(line):
            break
        else:
            stop += 1
    while last < len(lines) and _ends_caption(lines[last - 1], lines[last], lanes):
        last += 1
    return last, lanes


def _widen(lanes: list[Lane], line: Line) -> None:
    """Takes a row's amounts into the columns; one that meets none makes a new one."""
    for piece in _amounts(line):
        met = [lane for lane in lanes if piece.left < lane.right and piece.right > lane.left]
        if not met:
            lanes.append(Lane(piece.left, piece.right))
        elif len(met) == 1:
            met[0].left = min(met[0].left, piece.left)
            met[0].right = max(met[0].right, piece.right)
    lanes.sort(key=lambda lane: lane.left)


def _is_beside(piece: Piece, lane: Lane, size: float) -> bool:
    """True where a piece stands in a column, or hardly beside it."""
    room = _BESIDE * size
    return piece.left < lane.right + room and piece.right > lane.left - room


def _names_columns(line: Line, lanes: Sequence[Lane]) -> bool:
    """True for words without amounts that stand over the columns, not in the stub."""
    if any(is_year(piece.text) for piece in line.pieces):
        return True
    first, last = lanes[0].left, lanes[-1].right
    if len(line.pieces) > 1:
        return any(piece.right > first for piece in line.pieces[1:]) and all(
            len(piece.text) <= _LONGEST_HEAD for piece in line.pieces[1:]
        )
    room = _OVERHANG * line.size
    return line.left >= first - room and line.right <= last + room


def _is_caption(line: Line) -> bool:
    """True for a short line in one piece that ends like no sentence."""
    return len(line.text) <= _LONGEST_CAPTION and not (
        line.text.endswith(".") and len(line.text) > _LONGEST_HEAD
    )


def _ends_caption(row: Line, line: Line, lanes: Sequence[Lane]) -> bool:
    """True for the rest of the last row's caption."""
    return (
        len(line.pieces) == 1
        and line.text[:1].islower()
        and line.right < lanes[0].left
        and abs(line.left - row.left) < _OVERHANG * row.size
        and line.base - row.base < 1.9 * row.size
    )


def _top(lines: Sequence[Line], first: int, floor: int, lanes: Sequence[Lane]) -> int:
    """The first of the lines over a table that name its columns; `first` where none does."""
    top = first
    stub = lines[first].left
    for place in range(first - 1, max(floor, first - _MOST_HEADS) - 1, -1):
        line, below = lines[place], lines[place + 1]
        if below.base - line.base > _FARTHEST_HEAD * max(line.size, below.size):
            break
        if _amounts(line) or not _is_caption(line):
            break
        if _names_columns(line, lanes):
            top = place
        elif line.left > stub + _OVERHANG * line.size or len(line.text) > _LONGEST_HEAD:
            break
    if top == first:
        while top > floor and _is_section(lines[top - 1], lines[top]):
            top -= 1
    return top


def _is_section(line: Line, below: Line) -> bool:
    """True for a caption that announces the rows under it."""
    return (
        line.text.endswith(":")
        and len(line.pieces) == 1
        and len(line.text) <= _LONGEST_HEAD
        and abs(line.left - below.left) < 2 * line.size
        and below.base - line.base < 2 * line.size
    )


def pitch(lines: Sequence[Line]) -> float:
    """How far the baselines of a table's rows usually are apart."""
    steps = sorted(below.base - above.base for above, below in pairwise(lines))
    return steps[len(steps) // 2] if steps else 0.0
