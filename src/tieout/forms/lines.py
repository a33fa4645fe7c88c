"""The lines a document opens with, cut into cells wherever they came from."""

from bisect import bisect_right
from collections.abc import Iterator

from msgspec import Struct

from tieout.lexicon.markup import clean
from tieout.model.announcement import Dated
from tieout.model.document import Cell, Document, Grid, Span
from tieout.patterns import pattern

# A form and the heading of its release stand well within this many lines.
MOST_LINES = 4000

# Plain text sets columns with blanks; a full stop is followed by two at the most.
_GAP = pattern(r"[ \t\u00a0]{3,}|\t")


class Line(Struct, frozen=True, gc=False):
    """A line of words or a row of a grid; `text` is its words cleaned, cells joined by a blank.

    `columns` says where each cell stands: its column in a grid, its offset in plain text.
    """

    start: int
    end: int
    block: int
    text: str
    cells: tuple[Span, ...]
    columns: tuple[int, ...]
    in_grid: bool = False
    first: bool = False


def opening_lines(document: Document, limit: int = MOST_LINES) -> list[Line]:
    """The first lines of the document that hold any words."""
    found: list[Line] = []
    for number, block in enumerate(document.blocks):
        if len(found) >= limit:
            break
        if isinstance(block, Grid):
            found += _rows(document.text, block, number)
        else:
            found += _words(document.text, block.start, block.end, number)
    return found[:limit]


def _rows(text: str, grid: Grid, block: int) -> Iterator[Line]:
    """A grid's rows that are not empty."""
    for number, row in enumerate(grid.rows):
        filled = [cell for cell in row.cells if cell.start < cell.end]
        if filled:
            yield _row(text, filled, block, first=number == 0)


def _row(text: str, filled: list[Cell], block: int, *, first: bool) -> Line:
    """A row as a line."""
    spans = tuple([Span(cell.start, cell.end) for cell in filled])
    words = clean(" ".join([text[cell.start : cell.end] for cell in filled]))
    columns = tuple([cell.column for cell in filled])
    start, end = spans[0].start, max([span.end for span in spans])
    return Line(start, end, block, words, spans, columns, in_grid=True, first=first)


def _words(text: str, start: int, end: int, block: int) -> Iterator[Line]:
    """The lines of a heading or paragraph."""
    line_start, first = start, True
    for piece in text[start:end].split("\n"):
        if piece.strip():
            yield _line(text, line_start, piece, block, first=first)
            first = False
        line_start += len(piece) + 1


def _line(text: str, start: int, piece: str, block: int, *, first: bool) -> Line:
    """A line of words, cut into cells where it has wide gaps."""
    begin = start + len(piece) - len(piece.lstrip())
    end = start + len(piece.rstrip())
    # A block starts at its first word: what was printed before it on the line is margin.
    margin = begin - (text.rfind("\n", max(0, begin - 200), begin) + 1)
    cells, columns, position = [], [], begin
    for gap in _GAP.finditer(text, begin, end):
        cells.append(Span(position, gap.start()))
        columns.append(margin + position - begin)
        position = gap.end()
    cells.append(Span(position, end))
    columns.append(margin + position - begin)
    words = clean(text[begin:end])
    return Line(begin, end, block, words, tuple(cells), tuple(columns), first=first)


def line_at(lines: list[Line], offset: int) -> int:
    """The number of the line that holds the offset, or the last that starts before it."""
    return max(0, bisect_right(lines, offset, key=lambda line: line.start) - 1)


def dates_in(document: Document, start: int, end: int, year: int | None = None) -> list[Dated]:
    """The dates printed in [start, end); one without its year takes the year given."""
    found = []
    for number in document.figures_in(start, end):
        said = document.figures[number].said
        day = said.on(year) if said is not None else None
        if day is not None:
            found.append(Dated(day, number))
    return found


def is_date_only(document: Document, line: Line) -> bool:
    """True for a line that holds nothing but a date."""
    dates = dates_in(document, line.start, line.end)
    if len(dates) != 1:
        return False
    figure = document.figures[dates[0].figure]
    rest = document.text[line.start : figure.start] + document.text[figure.end : line.end]
    return sum(ch.isalpha() for ch in rest) <= len("wednesday")
