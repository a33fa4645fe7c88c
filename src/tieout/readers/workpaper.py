"""Workpapers of tieout in JSON, which support a release: the statements of their subject.

Only figures that the workpaper ticked are taken: what nobody has proven supports nothing.
"""

from bisect import bisect_left
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from tieout.errors import Unreadable
from tieout.readers.passages import Laid
from tieout.readers.xlsx import laid_out
from tieout.readers.xlsx.measured import MOST_CELLS
from tieout.readers.xlsx.sheets import Sheet

FORMAT = "workpaper"

PRECEDENCE = 60
"""It is never told by its content: without figures to tie there is nothing to read in one."""

_TICKED = ("agrees", "rounds")
_SCALES = {1000: "(in thousands)", 10**6: "(in millions)", 10**9: "(in billions)"}


class _Column(Struct):
    """The words over a column."""

    header: str


class _Cell(Struct):
    """A cell as printed, and where."""

    text: str
    span: tuple[int, int]
    value: str | None


class _Line(Struct):
    """A line with a cell a column."""

    caption: str
    cells: list[_Cell]


class _Statement(Struct):
    """A statement as the workpaper has it."""

    title: str
    scale: int
    columns: list[_Column]
    lines: list[_Line]


class _Document(Struct):
    """A document of the workpaper."""

    statements: list[_Statement]


class _Figure(Struct):
    """A figure of the subject, and how it ended."""

    span: tuple[int, int]
    outcome: str


class _Workpaper(Struct):
    """The workpaper, as far as it supports anything."""

    documents: list[_Document]
    figures: list[_Figure]


def sniff(raw: bytes) -> bool:
    """False: as a document under test a workpaper is none."""
    return False


def read(raw: bytes) -> Laid:
    """The ticked figures of the subject's statements, a table each; raises Unreadable."""
    try:
        paper = msgspec.json.decode(raw, type=_Workpaper)
    except (msgspec.DecodeError, UnicodeDecodeError, RecursionError) as reason:
        raise Unreadable(f"the workpaper is broken: {reason}") from None
    ticked = sorted(one.span[0] for one in paper.figures if one.outcome in _TICKED)
    subject = paper.documents[:1]
    sheets = [_sheet(one, ticked) for each in subject for one in each.statements]
    laid = laid_out(FORMAT, sheets)
    return msgspec.structs.replace(laid, sheets=())


def _sheet(statement: _Statement, ticked: Sequence[int]) -> Sheet:
    """A statement as a sheet: its scale, its headers, its lines."""
    wide = 1 + len(statement.columns)
    if wide * len(statement.lines) > MOST_CELLS:
        raise Unreadable(f"a statement spans more than {MOST_CELLS:,} cells")
    rows = [
        [_SCALES.get(statement.scale, "")],
        ["", *(" ".join(one.header.split()) for one in statement.columns)],
        *([" ".join(one.caption.split()), *_printed(one, ticked)] for one in statement.lines),
    ]
    name = " ".join(statement.title.split()) or "Statement"
    return Sheet(name, [[*row, *[""] * wide][:wide] for row in rows], {})


def _printed(line: _Line, ticked: Sequence[int]) -> list[str]:
    """The cells of a line, those with a figure only where it is ticked."""
    return [
        _shown(cell) if cell.value is None or _is_in(cell, ticked) else "" for cell in line.cells
    ]


def _is_in(cell: _Cell, ticked: Sequence[int]) -> bool:
    """True where a ticked figure begins in the cell."""
    start, end = cell.span
    at = bisect_left(ticked, start)
    return at < len(ticked) and ticked[at] < end


def _shown(cell: _Cell) -> str:
    """The words of a cell, in brackets where its number is a negative one."""
    words = " ".join(cell.text.split())
    is_negative = cell.value is not None and cell.value.startswith("-")
    return f"({words})" if is_negative and words[:1].isdigit() else words
