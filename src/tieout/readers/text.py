"""Plain text: paragraphs, headings, lists, and tables parted by tabs."""

import re
from collections.abc import Iterator

from msgspec import Struct

from tieout.errors import Unreadable
from tieout.lexicon.markup import trim
from tieout.model.document import Block, Cell, Grid, Heading, Paragraph, Row, Span
from tieout.readers.passages import Laid, reads_as_heading

FORMAT = "text"

_RULE = re.compile(r"[\s\-=_\u2500-\u2550]*\Z")
_STROKE = re.compile(r"[-=_\u2500-\u2550]{2}")
_BULLET = re.compile(r"\s*(?:[-*\u2022\u00b7\u25cf]\s+|\([a-z0-9]{1,3}\)\s)")
_NUMERIC_CELL = re.compile(
    r"[\s$\\(]*(?:[0-9][0-9,]*(?:\.[0-9]+)?|\.[0-9]+)[)%\s]*\Z|\s*(?:--?|\u2014|\u2013)\s*\Z"
)
_YEAR_CELL = re.compile(r"\s*(?:19|20)[0-9]{2}\s*\Z")

# A gap within a table is a section's caption or a page's break; a gap between two is longer.
_MOST_LOOSE_LINES = 4
_LONGEST_LOOSE_LINE = 90

_ODD = [chr(code) for code in range(32) if chr(code) not in "\t\n\r\f\x1a"] + ["\ufffd"]
"""Characters that no text holds; \x1a ends a file of DOS."""


class _Line(Struct, frozen=True, gc=False):
    """A line of the file, without its line break."""

    start: int
    end: int
    kind: str  # "blank", "rule", "row" or "words"


def sniff(raw: bytes) -> bool:
    """True for anything that decodes to text; asked last, after every format with a mark."""
    return b"\0" not in raw[:4096]


def read(raw: bytes) -> Laid:
    """The file's text as it stands, with its blocks; raises Unreadable for bytes of no text."""
    text = decode(raw)
    lines = list(_lines(text))
    return Laid(FORMAT, text, tuple(_blocks(text, lines)))


def decode(raw: bytes) -> str:
    """The characters of a text file: UTF-8, else cp1252, else Latin-1; a BOM is dropped.

    Raises Unreadable where control characters show that the bytes are no text.
    """
    for encoding in ("utf-8-sig", "cp1252", "latin-1"):
        try:
            text = raw.decode(encoding)
        except UnicodeDecodeError:
            continue
        break
    sample = text[:65536]
    odd = sum(map(sample.count, _ODD))
    if "\0" in text or odd * 50 > len(sample):
        raise Unreadable("the bytes are no text: too many control characters")
    return text


def _lines(text: str) -> Iterator[_Line]:
    """Every line with its kind."""
    start = 0
    for piece in text.split("\n"):
        words = piece.rstrip("\r")
        yield _Line(start, start + len(words), _kind(words))
        start += len(piece) + 1


def _kind(line: str) -> str:
    """What a line is: blank, a rule, a row of cells, or words."""
    words = line.strip()
    if not words or words.upper() == "<PAGE>":
        return "blank"
    if _RULE.match(words) and _STROKE.search(words):
        return "rule"
    if "\t" in line.lstrip():
        return "row"
    return "words"


def _blocks(text: str, lines: list[_Line]) -> Iterator[Block]:
    """Headings, paragraphs and grids in reading order."""
    titles: list[Span] = []
    position = 0
    while position < len(lines):
        kind = lines[position].kind
        if kind == "row":
            stop = _grid_end(text, lines, position)
            yield _grid(text, lines[position:stop], tuple(titles))
            titles, position = [], stop
        elif kind == "words":
            stop = position
            while stop < len(lines) and lines[stop].kind == "words":
                stop += 1
            for block in _words(text, lines[position:stop]):
                if isinstance(block, Heading):
                    titles += _title_lines(text, block)
                else:
                    titles = []
                yield block
            position = stop
        else:
            position += 1


def _title_lines(text: str, heading: Heading) -> list[Span]:
    """The lines of a heading, as the titles of a grid that may follow."""
    spans, start = [], heading.start
    for line in text[heading.start : heading.end].split("\n"):
        begin, end = trim(text, start, start + len(line))
        spans.append(Span(begin, end))
        start += len(line) + 1
    return spans


def _grid_end(text: str, lines: list[_Line], start: int) -> int:
    """Where the table that starts here ends: gaps within it are bridged, the next is not."""
    stop = start + 1
    while stop < len(lines):
        row = stop
        while row < len(lines) and lines[row].kind != "row":
            row += 1
            if row - stop > 12:
                return stop
        if row == len(lines) or not _bridges(text, lines, stop, row):
            return stop
        stop = row + 1
    return stop


def _bridges(text: str, lines: list[_Line], gap: int, row: int) -> bool:
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
    if first.strip():
        return False
    return all(not _NUMERIC_CELL.match(c) or _YEAR_CELL.match(c) for c in rest if c.strip())


def _grid(text: str, lines: list[_Line], titles: tuple[Span, ...]) -> Grid:
    """The rows of a table; a rule marks the row under it, a loose line is a row of one cell."""
    rows: list[Row] = []
    ruled = False
    for line in lines:
        if line.kind == "rule":
            ruled = True
        elif line.kind in ("row", "words"):
            rows.append(Row(tuple(_cells(text, line)), ruled))
            ruled = False
    last = max((line.end for line in lines if line.kind != "blank"), default=lines[-1].end)
    return Grid(lines[0].start, last, tuple(rows), titles)


def _cells(text: str, line: _Line) -> Iterator[Cell]:
    """The cells of a line parted by tabs, trimmed; an empty cell is an empty span.

    In a row without a caption, a header's, a cell reaches over the empty cells behind it.
    """
    pieces = text[line.start : line.end].split("\t")
    reach = _reaches(pieces) if not pieces[0].strip() else [1] * len(pieces)
    start = line.start
    for column, (piece, width) in enumerate(zip(pieces, reach, strict=True)):
        begin, end = trim(text, start, start + len(piece))
        yield Cell(begin, end, column, width)
        start += len(piece) + 1


def _reaches(pieces: list[str]) -> list[int]:
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


def _words(text: str, lines: list[_Line]) -> Iterator[Block]:
    """A run of lines with no blank between: one paragraph, a heading, or entries of a list."""
    starts = [i for i, line in enumerate(lines) if i == 0 or _BULLET.match(text, line.start)]
    for first, stop in zip(starts, [*starts[1:], len(lines)], strict=True):
        start, end = trim(text, lines[first].start, lines[stop - 1].end)
        if start == end:
            continue
        is_heading = not _BULLET.match(text, lines[first].start) and reads_as_heading(
            text[start:end]
        )
        yield Heading(start, end) if is_heading else Paragraph(start, end)
