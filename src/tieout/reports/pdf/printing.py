"""A document without pages of its own printed plainly on new ones, with the place of each word."""

from collections.abc import Iterator
from itertools import groupby

from tieout.model.document import Document, Grid, Heading
from tieout.readers.pdf.pages import Page
from tieout.readers.pdf.places import Place, placed
from tieout.readers.pdf.words import Word
from tieout.readers.pdf.writer import Stretch
from tieout.reports.pdf.column import MARGIN, Column, Spot
from tieout.reports.pdf.grids import Table, tokens_of
from tieout.reports.pdf.sheets import Face, Sheets

WIDTH, HEIGHT = 612.0, 792.0
_SIZE, _HEAD = 9.5, 10.5
_LEADING = 1.6
"""Lines of prose stand far enough apart for marks between them."""
_TOO_WIDE = 1000.0
_UNDER_HEADS = 90.0
"""Points that are free under a heading, or it stands on the next page."""
_TYPED = 0.6
"""How wide the letters of a typewriter are, in parts of their size."""
_WIDEST, _LARGEST = 132, 9.0
_TYPED_LEADING = 1.35


def printed(sheets: Sheets, document: Document) -> tuple[list[Page], dict[int, Place]]:
    """Prints a document; the pages with their words, and where each of its figures stands."""
    column = Column(sheets, WIDTH, HEIGHT)
    setting = _typed if _is_typed(document) else _set
    stretches: list[Stretch] = []
    for spots in setting(column, document):
        for page, group in groupby(spots, key=lambda spot: spot.page):
            held = list(group)
            words = tuple(spot.word for spot in held)
            end = held[-1].start + len(held[-1].word.text)
            stretches.append(Stretch(held[0].start, end, page, words))
    column.end()
    stretches.sort(key=lambda stretch: stretch.start)
    words_of: dict[int, list[Word]] = {}
    for stretch in stretches:
        words_of.setdefault(stretch.page, []).extend(stretch.words)
    pages = [
        Page(*size, words_of.get(number, []), [], box=(0.0, 0.0, *size))
        for number, size in enumerate(column.sizes)
    ]
    return pages, dict(placed(document.text, stretches, document.figures))


def _is_typed(document: Document) -> bool:
    """True for plain text, unless it has tables and their columns are not made of blanks."""
    grids = document.grids
    return document.format == "text" and (not grids or any(grid.is_measured for grid in grids))


def _typed(column: Column, document: Document) -> Iterator[list[Spot]]:
    """Plain text line by line, as it was typed: its columns are made of blanks."""
    lines, text = document.text.split("\n"), document.text
    longest = min(_WIDEST, max(len(line.expandtabs()) for line in lines))
    size = min(_LARGEST, (WIDTH - 2 * MARGIN) / (_TYPED * max(1, longest)))
    spots: list[Spot] = []
    start = 0
    for line in lines:
        if "\f" in line:
            column.end()
        for first in range(start, start + max(1, len(line)), _WIDEST):
            column.down(size * _TYPED_LEADING)
            for token in tokens_of(text, first, min(start + len(line), first + _WIDEST)):
                before = len(text[first : token.start].expandtabs())
                left = MARGIN + before * size * _TYPED
                spots += column.line([token], left, size, "typed")
        start += len(line) + 1
    yield spots


def _set(column: Column, document: Document) -> Iterator[list[Spot]]:
    """Headings, paragraphs and tables in their order, and what stands between them."""
    text, behind = document.text, 0
    tables = {grid.start: Table(column, text, grid) for grid in document.grids}
    wide = [table.wide for table in tables.values() if table.wide < _TOO_WIDE]
    column.width = max(column.width, *wide, 0.0)
    for block in document.blocks:
        if text[behind : block.start].strip():
            yield from _said(column, text, behind, block.start, _SIZE, "plain")
        if isinstance(block, Grid):
            yield from tables[block.start].set()
        elif isinstance(block, Heading):
            start = block.start
            for line in text[block.start : block.end].split("\n"):
                yield from _said(column, text, start, start + len(line), _HEAD, "bold")
                start += len(line) + 1
        else:
            yield from _said(column, text, block.start, block.end, _SIZE, "plain")
        behind = max(behind, block.end)
    if text[behind:].strip():
        yield from _said(column, text, behind, len(text), _SIZE, "plain")


def _said(
    column: Column, text: str, start: int, end: int, size: float, face: Face
) -> Iterator[list[Spot]]:
    """Words as a paragraph."""
    spots: list[Spot] = []
    least = _UNDER_HEADS if face == "bold" else 0.0
    for line in column.lines(tokens_of(text, start, end), WIDTH - 2 * MARGIN, size, face):
        column.down(size * _LEADING, least)
        spots += column.line(line, MARGIN, size, face)
    column.gap(size * 0.6)
    if spots:
        yield spots
