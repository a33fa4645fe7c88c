"""Prose set in two columns, put into reading order."""

from collections.abc import Callable, Sequence
from itertools import groupby

from msgspec import structs

from tieout.readers.pdf.figures import is_amount
from tieout.readers.pdf.lines import Line, Piece

_FEWEST_LINES = 8
_SHORTEST = 24
_MIDDLE = (0.35, 0.65)


def in_reading_order(lines: Sequence[Line], width: float) -> list[Line]:
    """The lines, with every stretch of two columns of prose parted: the left one comes first."""
    gutter = _gutter(lines, width)
    if gutter is None:
        return list(lines)
    found: list[Line] = []
    for is_parted, group in groupby(lines, key=lambda line: not _crosses(line, gutter)):
        stretch = list(group)
        if is_parted and _is_prose(stretch, gutter):
            found += _side(stretch, lambda piece: piece.right <= gutter)
            found += _side(stretch, lambda piece: piece.left >= gutter)
        else:
            found += stretch
    return found


def _gutter(lines: Sequence[Line], width: float) -> float | None:
    """Where most of the lines in two pieces are parted, if that is near the page's middle."""
    starts = sorted(
        line.pieces[1].left
        for line in lines
        if len(line.pieces) == 2 and _MIDDLE[0] < line.pieces[1].left / width < _MIDDLE[1]
    )
    if len(starts) < _FEWEST_LINES:
        return None
    usual = starts[len(starts) // 2]
    near = sum(abs(start - usual) < 3 for start in starts)
    return usual - 3 if near * 3 >= len(starts) * 2 else None


def _crosses(line: Line, gutter: float) -> bool:
    """True where words stand in the gutter."""
    return any(piece.left < gutter < piece.right for piece in line.pieces)


def _is_prose(stretch: Sequence[Line], gutter: float) -> bool:
    """True where most lines have words on both sides, and on both they are sentences."""
    both = [line for line in stretch if line.left < gutter < line.right]
    if len(both) < _FEWEST_LINES or len(both) * 2 < len(stretch):
        return False
    pieces = [piece for line in both for piece in line.pieces]
    long = sum(len(piece.text) >= _SHORTEST for piece in pieces)
    return long * 4 >= len(pieces) * 3 and not any(is_amount(piece.text) for piece in pieces)


def _side(stretch: Sequence[Line], is_on: Callable[[Piece], bool]) -> list[Line]:
    """One column's lines."""
    found = []
    for line in stretch:
        pieces = tuple(piece for piece in line.pieces if is_on(piece))
        if pieces:
            found.append(structs.replace(line, pieces=pieces))
    return found
