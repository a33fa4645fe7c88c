"""Which lines of a page are tables: rows with figures under one another, and what is over them."""

from collections.abc import Sequence
from itertools import pairwise

from msgspec import Struct

from tieout.readers.pdf.figures import is_amount, is_year
from tieout.readers.pdf.lines import Line, Piece

# In parts of the font's size.
_FARTHEST = 5.0
_FARTHEST_HEAD = 4.2
_BESIDE = 1.2
_OVERHANG = 3.0
_DEEPER = 5.0
_HALF = 0.8
_NEXT = 1.9
_ON_AXIS = 1.0

_MOST_CAPTIONS = 5
_MOST_PIECES = 120
_MOST_HEADS = 16
_MOST_LOOSE = 2
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


def regions(lines: Sequence[Line], width: float) -> list[Region]:
    """The tables of a page, from the top down; every line is in one at the most."""
    found: list[Region] = []
    place = floor = 0
    while place < len(lines):
        if not _is_row(lines[place]):
            place += 1
            continue
        stop, lanes = _extent(lines, place, width)
        start = _top(lines, place, floor, lanes, width)
        rows = sum(_is_row(line) for line in lines[place:stop])
        if rows > 1 or (start < place and len(_amounts(lines[place])) > 1):
            above = range(start, place)
            is_headed = not all(_is_section(lines[at], lines[at + 1]) for at in above)
            found.append(Region(start, stop, len(above) if is_headed else 0, lanes))
            floor = stop
        place = stop
    return found


def _amounts(line: Line) -> list[Piece]:
    """The pieces that are amounts."""
    return [piece for piece in line.pieces if is_amount(piece.text)]


def _is_row(line: Line) -> bool:
    """True for a caption with amounts, or for several amounts; no words of prose among them."""
    amounts = _amounts(line)
    if not amounts or len(line.pieces) > _MOST_PIECES:
        return False
    if amounts[0] is line.pieces[0] and len(amounts) * 2 <= len(line.pieces):
        return False
    if len(line.pieces) == 1:
        return False
    beside = [piece for piece in line.pieces if piece.left > amounts[0].left]
    return all(len(piece.text) <= _LONGEST_BESIDE or piece in amounts for piece in beside)


def _extent(lines: Sequence[Line], first: int, width: float) -> tuple[int, list[Lane]]:
    """Where the table ends whose first row of figures stands at `first`, and its columns."""
    lanes: list[Lane] = []
    _widen(lanes, lines[first])
    stub = deepest = lines[first].left
    stop = last = first + 1
    while stop < len(lines) and stop - last <= _MOST_CAPTIONS and len(lanes) <= _MOST_PIECES:
        line, before = lines[stop], lines[stop - 1]
        if line.base - before.base > _FARTHEST * max(line.size, before.size):
            break
        amounts = _amounts(line)
        if _is_row(line) or (len(line.pieces) == 1 and amounts):
            if not any(_is_beside(amount, lane, line.size) for amount in amounts for lane in lanes):
                break
            _widen(lanes, line)
            stub = min(stub, line.left)
            deepest = max(deepest, line.left if len(line.pieces) > 1 else 0.0)
            stop = last = stop + 1
        elif _is_caption(line) and not _names_columns(line, stub, lanes, width):
            if line.left > min(deepest, lanes[0].left) + _DEEPER * line.size:
                break
            stop += 1
        else:
            break
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


def _names_columns(line: Line, stub: float, lanes: Sequence[Lane], width: float) -> bool:
    """True for words without amounts that stand over the columns, not in the stub.

    `stub` is where captions begin. A line on the axis of the page or of the table is a title.
    """
    if len(line.pieces) > 1 and any(is_year(piece.text) for piece in line.pieces):
        return True
    first, last = lanes[0].left, lanes[-1].right
    if len(line.pieces) > 1:
        return any(piece.right > first for piece in line.pieces[1:]) and all(
            len(piece.text) <= _LONGEST_HEAD for piece in line.pieces[1:]
        )
    room = _OVERHANG * line.size
    if line.left >= first and line.right <= last + room:
        return True
    axis = (line.left + line.right) / 2
    if is_year(line.text):
        return axis > first
    near = _BESIDE * line.size
    if abs(axis - width / 2) < near or abs(axis - (stub + last) / 2) < near:
        return False
    return line.right > first and line.left > (stub + first) / 2 and line.right <= last + room


def _is_caption(line: Line) -> bool:
    """True for a short line in one piece that ends like no sentence."""
    return len(line.text) <= _LONGEST_CAPTION and not (
        line.text.endswith(".") and len(line.text) > _LONGEST_HEAD
    )


def _ends_caption(row: Line, line: Line, lanes: Sequence[Lane]) -> bool:
    """True for the rest of the last row's caption."""
    step = line.base - row.base
    if len(line.pieces) > 1 or line.right >= lanes[0].left:
        return False
    if step < _HALF * row.size:
        return True
    is_beside = abs(line.left - row.left) < _OVERHANG * row.size
    return line.text[:1].islower() and is_beside and step < _NEXT * row.size


def _top(lines: Sequence[Line], first: int, floor: int, lanes: Sequence[Lane], width: float) -> int:
    """The first of the lines over a table that name its columns; `first` where none does."""
    top = first
    stub = lines[first].left
    loose = 0
    for place in range(first - 1, max(floor, first - _MOST_HEADS) - 1, -1):
        line, below = lines[place], lines[place + 1]
        if below.base - line.base > _FARTHEST_HEAD * max(line.size, below.size):
            break
        if _amounts(line) or not _is_caption(line):
            break
        if _names_columns(line, stub, lanes, width):
            top = place
        elif line.left > stub + _OVERHANG * line.size or len(line.text) > _LONGEST_HEAD:
            loose += 1
            if top < first or loose > _MOST_LOOSE:
                break
    top = _below_titles(lines, top, first, floor, width, (stub, lanes[-1].right))
    if top == first:
        while top > floor and _is_section(lines[top - 1], lines[top]):
            top -= 1
    return top


def _below_titles(
    lines: Sequence[Line],
    top: int,
    first: int,
    floor: int,
    width: float,
    table: tuple[float, float],
) -> int:
    """Where the heads begin, when lines stacked on the axis of the page or table are titles."""
    axes = (width / 2, sum(table) / 2)
    while top < first and len(lines[top].pieces) == 1:
        line = lines[top]
        beside = lines[max(floor, top - 1) : top + 2]
        stacked = [one for one in beside if one is not line and _share_axis(one, line)]
        axis = (line.left + line.right) / 2
        if not stacked or min(abs(axis - one) for one in axes) > _BESIDE * line.size:
            return top
        top += 1
    return top


def _share_axis(one: Line, other: Line) -> bool:
    """True for two lines of words centred one over the other, neither of several pieces."""
    if len(one.pieces) > 1 or len(other.pieces) > 1:
        return False
    return abs((one.left + one.right) - (other.left + other.right)) < _ON_AXIS * one.size


def _is_section(line: Line, below: Line) -> bool:
    """True for a caption that announces the rows under it."""
    return (
        line.text.endswith((":", "-", "\N{EN DASH}", "\N{EM DASH}"))
        and len(line.pieces) == 1
        and len(line.text) <= _LONGEST_HEAD
        and abs(line.left - below.left) < 2 * line.size
        and below.base - line.base < 2 * line.size
    )


def pitch(lines: Sequence[Line]) -> float:
    """How far the baselines of a table's rows usually are apart."""
    steps = sorted(below.base - above.base for above, below in pairwise(lines))
    return steps[len(steps) // 2] if steps else 0.0
