"""Tables parted by tabs."""

from collections.abc import Iterator, Sequence

from tieout.lexicon.markup import trim
from tieout.lexicon.shapes import DASH_SET, NUMBER, SIGN_SET, YEAR
from tieout.model.document import Cell, Grid, Row, Span
from tieout.patterns import pattern
from tieout.readers.text.lines import Line

_NUMERIC_CELL = pattern(rf"[\s{SIGN_SET}\\(]*{NUMBER}[)%\s]*\Z|\s*(?:--|[{DASH_SET}])\s*\Z")
_YEAR_CELL = pattern(rf"\s*{YEAR}\s*\Z")

# A gap within a table is a section's caption or a page's break; a gap between two is longer.
_LONGEST_GAP = 12
_MOST_LOOSE_LINES = 4
_LONGEST_LOOSE_LINE = 90


def end_of_table(text: str, lines: Sequence[Line], start: int) -> int:
    """Where the table that starts here ends: gaps within it are bridged, the next is not."""
    stop = start + 1
    has_amounts = _has_amounts(_words(text, lines[start]))
    while stop < len(lines):
        row = stop
        while row < len(lines) and lines[row].kind != "row":
            row += 1
            if row - stop > _LONGEST_GAP:
                return stop
        if row == len(lines) or not _bridges(text, lines, stop, row):
            return stop
        words = _words(text, lines[row])
        if row > stop and has_amounts and _starts_table(words):
            return stop
        has_amounts = has_amounts or _has_amounts(words)
        stop = row + 1
    return stop


def _words(text: str, line: Line) -> str:
    """The line as it is printed."""
    return text[line.start : line.end]


def _has_amounts(line: str) -> bool:
    """True for a row with a figure that is no year."""
    cells = line.split("\t")[1:]
    return any(_NUMERIC_CELL.match(cell) and not _YEAR_CELL.match(cell) for cell in cells)


def tabbed_grid(text: str, lines: Sequence[Line], titles: tuple[Span, ...]) -> Grid:
    """The rows of a table; a rule marks the row under it, a loose line is a row of one cell."""
    rows: list[Row] = []
    ruled = False
    for line in lines:
        if line.kind == "rule":
            ruled = True
        elif line.kind in ("row", "words"):
            rows.append(Row(tuple(_cells(text, line)), ruled))
            ruled = False
    last = max((line.end for line in lines if line.kind not in ("blank", "tag")), default=0)
    return Grid(lines[0].start, last, tuple(rows), titles)


def _bridges(text: str, lines: Sequence[Line], gap: int, row: int) -> bool:
    """True where lines[gap:row] lie inside one table: few, short, and no new header after them."""
    loose = [line for line in lines[gap:row] if line.kind == "words"]
    if not loose:
        return True
    if len(loose) > _MOST_LOOSE_LINES or _starts_table(text[lines[row].start : lines[row].end]):
        return False
    return all(
        line.end - line.start <= _LONGEST_LOOSE_LINE
        and not text[line.start : line.end].rstrip().endswith((".", ";"))
        for line in loose
    )


def _starts_table(line: str) -> bool:
    """True for a row with no caption and no amounts: the header of a new table."""
    first, *rest = line.split("\t")
    if first.strip() or not any(cell.strip() for cell in rest):
        return False
    return all(not _NUMERIC_CELL.match(c) or _YEAR_CELL.match(c) for c in rest if c.strip())


def _cells(text: str, line: Line) -> Iterator[Cell]:
    """The cells of a line parted by tabs, trimmed; an empty cell is an empty span.

    In a row without a caption, a header's, a cell reaches over the empty cells behind it.
    """
    pieces = text[line.start : line.end].split("\t")
    reach = reaches(pieces) if not pieces[0].strip() else [1] * len(pieces)
    start = line.start
    for column, (piece, width) in enumerate(zip(pieces, reach, strict=True)):
        begin, end = trim(text, start, start + len(piece))
        yield Cell(begin, end, column, width)
        start += len(piece) + 1


def reaches(pieces: list[str]) -> list[int]:
    """For each cell how many columns it takes with the empty ones behind it."""
    reach = [1] * len(pieces)
    empty = 0
    for column in range(len(pieces) - 1, 0, -1):
        if pieces[column].strip():
            reach[column] += empty
            empty = 0
        else:
            empty += 1
    return reach
