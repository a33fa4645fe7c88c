"""Tables laid out in columns: every cell at its place from the margin."""

import re
from collections.abc import Iterator
from typing import TypeAlias

from tieout.lexicon.shapes import MONTH
from tieout.model.document import Cell, Grid, Row, Span
from tieout.patterns import pattern
from tieout.readers.text.columns import Region
from tieout.readers.text.page import Page
from tieout.readers.text.pieces import Piece, reads_as_figure

_STROKES = pattern(r"[-=_\u2500-\u2550]{2,}")
_TAIL = pattern(r"(?<=\S) ((?:\\?\$ ?)?\(?\$?[0-9.][0-9.,]*\)?%?)\Z")
_NEXT_PERIOD = pattern(
    rf"(?<=[0-9,]) (?={MONTH} ?[0-9])"
    r"|(?<=ended) (?=(?:three|six|nine|twelve|(?:fiscal )?year|quarter)\b)",
    re.IGNORECASE,
)
_LOOSE = 2
_LONGEST_CAPTION = 200

Stretch: TypeAlias = tuple[int, int]


def measured_grid(page: Page, region: Region, titles: tuple[Span, ...]) -> Grid:
    """The rows of a table; a rule marks the row under it."""
    columns = _columns(page, region)
    rows: list[Row] = []
    ruled = False
    strokes = _strokes_below(page, region)
    for number in range(region.first, region.stop):
        line = page.lines[number]
        if line.kind == "rule":
            ruled = True
        if line.kind != "words" or page.is_page_number(number):
            continue
        pieces = page.spread(number).pieces
        if not pieces:
            continue
        if number < region.body:
            over = strokes.get(number, ())
            pieces = tuple(part for piece in pieces for part in _cut(page, piece, over))
        else:
            pieces = tuple(_freed(page, pieces, columns))
        cells = tuple(Cell(one.start, one.end, one.column, one.end - one.start) for one in pieces)
        indent = pieces[0].column if pieces[0].stop <= region.edge + _LOOSE else 0
        rows.append(Row(cells, ruled, indent))
        ruled = False
    start = page.lines[region.first].start
    end = max(row.cells[-1].end for row in rows)
    return Grid(start, end, tuple(rows), titles, is_measured=True)


def _columns(page: Page, region: Region) -> list[Stretch]:
    """Where the figures stand, overlapping ones as one."""
    stretches = sorted(
        (piece.column, piece.stop)
        for number in range(region.body, region.stop)
        if page.is_row(number)
        for piece in page.spread(number).figures
    )
    found: list[Stretch] = []
    for start, stop in stretches:
        if found and start < found[-1][1]:
            found[-1] = (found[-1][0], max(stop, found[-1][1]))
        else:
            found.append((start, stop))
    return found


def _strokes_below(page: Page, region: Region) -> dict[int, tuple[Stretch, ...]]:
    """For each line of the header the strokes of the first rule under it."""
    found: dict[int, tuple[Stretch, ...]] = {}
    strokes: tuple[Stretch, ...] = ()
    for number in range(region.body - 1, region.first - 1, -1):
        if page.lines[number].kind == "rule":
            words = page.words(number)
            strokes = tuple((one.start(), one.end()) for one in _STROKES.finditer(words))
        elif strokes:
            found[number] = strokes
    return found


def _cut(page: Page, piece: Piece, strokes: tuple[Stretch, ...]) -> Iterator[Piece]:
    """A piece of a header, cut where but one blank parts the names of two columns."""
    words = page.text[piece.start : piece.end]
    blanks = [one.start() for one in _NEXT_PERIOD.finditer(words)]
    blanks = blanks or _between_strokes(piece, words, strokes)
    start = 0
    for blank in blanks:
        yield Piece(piece.start + start, piece.start + blank, piece.column + start)
        start = blank + 1
    yield Piece(piece.start + start, piece.end, piece.column + start, piece.is_figure)


def _between_strokes(piece: Piece, words: str, strokes: tuple[Stretch, ...]) -> list[int]:
    """The blanks of a header that stand between strokes, if each part is over one stroke."""
    blanks: list[int] = []
    start = piece.column
    for (left, end), (begin, _) in zip(strokes, [*strokes[1:], (piece.stop, 0)], strict=False):
        if end <= start:
            continue
        if start < left - 1:
            return []
        if piece.stop <= end + 1:
            return blanks
        blank = words.find(" ", max(0, end - piece.column - 1), max(0, begin - piece.column + 1))
        if blank < 0:
            return []
        blanks.append(blank)
        start = piece.column + blank + 1
    return []


def _freed(page: Page, pieces: tuple[Piece, ...], columns: list[Stretch]) -> Iterator[Piece]:
    """The pieces of a row, with a figure that but one blank parts from its caption set free."""
    if not pieces or not columns or pieces[0].is_figure or pieces[0].column >= columns[0][0]:
        yield from pieces
        return
    caption, *rest = pieces
    words = page.text[caption.start : caption.end]
    tail = _TAIL.search(words) if len(words) <= _LONGEST_CAPTION else None
    if tail is None or not reads_as_figure(tail[1]):
        yield from pieces
        return
    column = caption.column + tail.start(1)
    following = rest[0].column if rest else 1 << 30
    if any(
        start < caption.stop and column < stop and abs(stop - caption.stop) <= 1 <= following - stop
        for start, stop in columns
    ):
        yield Piece(caption.start, caption.start + tail.start(), caption.column)
        yield Piece(caption.start + tail.start(1), caption.end, column, is_figure=True)
    else:
        yield caption
    yield from rest
