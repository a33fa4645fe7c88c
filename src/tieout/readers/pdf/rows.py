"""The rows of a table: captions that run over several lines are made whole."""

import re
from collections.abc import Sequence

from msgspec import Struct

from tieout.readers.pdf.figures import is_amount
from tieout.readers.pdf.grids import Lane, Region, pitch
from tieout.readers.pdf.lines import Line, Piece

_CUT = re.compile(
    r"(?:[,(&\u2013\u2014/-]|\b(?:and|or|of|to|in|for|from|by|the|on|with|at|net|per|before|as|an?"
    r"|that|which|used|provided))\Z",
    re.IGNORECASE,
)


class DraftCell(Struct):
    """A cell to be written: its words line by line, and what it covers."""

    lines: list[str]
    left: float
    right: float


class DraftRow(Struct):
    """A row to be written; the first cell is its caption where `has_stub`."""

    cells: list[DraftCell]
    has_stub: bool
    ruled: bool
    last: Line


def rows_of(lines: Sequence[Line], region: Region) -> list[DraftRow]:
    """The rows of a region of a page, heads first."""
    first = region.lanes[0]
    heads = [_head(line, first) for line in lines[region.start : region.start + region.heads]]
    body = lines[region.start + region.heads : region.stop]
    limit = max((_stub_right(line, first) for line in body), default=0.0)
    usual = pitch(body)
    rows: list[DraftRow] = []
    for place, line in enumerate(body):
        row = _row(line, first)
        following = body[place + 1] if place + 1 < len(body) else None
        if rows and _belongs(rows[-1], row, following, first, limit, usual):
            _join(rows[-1], row)
        else:
            rows.append(row)
    return [*heads, *rows]


def _head(line: Line, first: Lane) -> DraftRow:
    """A line that names columns as a row; what reaches over the first column is no caption."""
    row = _row(line, first)
    row.has_stub = line.pieces[0].right <= first.left
    return row


def _row(line: Line, first: Lane) -> DraftRow:
    """A line as a row."""
    cells = [DraftCell([piece.text], piece.left, piece.right) for piece in line.pieces]
    return DraftRow(cells, _is_stub(line.pieces[0], first), line.ruled, line)


def _is_stub(piece: Piece, first: Lane) -> bool:
    """True for a piece that begins left of the figures and is none."""
    return piece.left < first.left and not is_amount(piece.text)


def _stub_right(line: Line, first: Lane) -> float:
    """Where the caption of a row with figures ends."""
    piece = line.pieces[0]
    return piece.right if len(line.pieces) > 1 and _is_stub(piece, first) else 0.0


def _belongs(
    above: DraftRow, row: DraftRow, following: Line | None, first: Lane, limit: float, usual: float
) -> bool:
    """True where a row goes on with the caption above it, or has the figures to it."""
    step = row.last.base - above.last.base
    size = row.last.size
    has_figures, below_has = len(above.cells) > 1, len(row.cells) > 1
    if not row.has_stub:  # figures set half a line below the first line of their caption
        is_section = above.cells[0].lines[-1].endswith(":")
        return above.has_stub and not has_figures and not is_section and step < 1.1 * usual
    if not above.has_stub or (has_figures and below_has) or step > 1.7 * size:
        return False
    if has_figures and not above.last.pieces[0].text == above.cells[0].lines[-1]:
        return step < 0.8 * size
    caption, words = above.cells[0].lines[-1], row.cells[0].lines[0]
    if caption.endswith(":"):
        return False
    goes_on = words[0].islower() or words[0] == "(" or bool(_CUT.search(caption)) or _is_open(above.cells[0].lines)
    is_tight = step <= 1.02 * usual
    is_forced = _is_forced(above.last.pieces[0], row.last.pieces[0], limit)
    if has_figures:
        return is_tight and words[0].islower() and (is_forced or not _goes_below(row, following))
    return goes_on and step <= 1.35 * usual or (is_forced and step < 0.93 * usual)


def _is_open(lines: Sequence[str]) -> bool:
    """True for a caption with a bracket not closed."""
    words = " ".join(lines)
    return words.count("(") > words.count(")")


def _is_forced(above: Piece, below: Piece, limit: float) -> bool:
    """True where the first word below would not have had room above."""
    word = below.text.split(" ", 1)[0]
    width = (below.right - below.left) * (len(word) + 1) / max(1, len(below.text))
    return above.right + width > limit


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
        stub.left, stub.right = min(stub.left, rest.left), max(stub.right, rest.right)
        above.cells += row.cells[1:]
    else:
        above.cells += row.cells
    above.last = row.last
