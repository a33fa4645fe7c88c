"""What a reader hands over, and the passages of prose in it."""

import re
from collections.abc import Iterator
from itertools import zip_longest

from msgspec import Struct

from tieout.lexicon.markup import clean
from tieout.lexicon.shapes import MONTH, YEAR
from tieout.model.document import (
    Block,
    Filing,
    Grid,
    Heading,
    NamedCell,
    Paragraph,
    Passage,
    Sheet,
    Span,
)
from tieout.patterns import pattern

# Cells shorter than this are captions and labels; longer ones may be sentences.
_SHORTEST_PROSE_CELL = 60
_SHORTEST_CUT = 40
_LONGEST_HEADING = 240
_LONGEST_LINE = 130
# "eBay" and "nVent" are names, and begin a line as any name does.
_BEGINS_LOW = pattern(r"[a-z\u00df-\u00ff](?![A-Z])")
# "for the six months ended 30 June 2025 (unaudited)" stands under the title of a statement.
_WHEN = pattern(
    rf"(?:for\s+the|as\s+(?:at|of)|at)\s[^.;:\n]{{0,80}}\b{YEAR}\b(?:\s*\([a-z]+\))?", re.IGNORECASE
)
_DAY_OPEN = pattern(rf"\b{MONTH}\s[0-9]{{1,2}},\s?\Z", re.IGNORECASE)
_LONGEST_DATED = 60
_STOPS = (".", "!", "?", ":", ";", '."', ".)", ".\u201d")


class Laid(Struct, frozen=True, gc=False):
    """What a reader makes of bytes: the format's name, the visible text, the blocks in order.

    `filing` is what EDGAR's header says, where the bytes have one; `pages` and `pictures` are how
    many pages there are and the numbers of those that are pictures, where a format has pages;
    `raised` is what stands above its line, as marks of notes do; `is_slides` is true where the
    pages are slides; `sheets` says where the grids of a workbook stand, and `named` has the cells
    that it has names for.
    """

    format: str
    text: str
    blocks: tuple[Block, ...]
    filing: Filing | None = None
    pages: int = 0
    pictures: tuple[int, ...] = ()
    raised: tuple[Span, ...] = ()
    is_slides: bool = False
    sheets: tuple[Sheet, ...] = ()
    named: tuple[NamedCell, ...] = ()


def reads_as_heading(words: str) -> bool:
    """True for a few short lines that end in no stop and begin like a sentence or a title."""
    if not words or len(words) > _LONGEST_HEADING or words.count("\n") > 5:
        return False
    is_open = words.rstrip().endswith((".", ";", ",", "--", "\u2014"))
    begins_low = _BEGINS_LOW.match(words) and not _WHEN.fullmatch(words)
    if begins_low or (is_open and not _is_dated(words)):
        return False
    return all(len(line) <= _LONGEST_LINE for line in words.split("\n"))


def _is_dated(words: str) -> bool:
    """True for a line whose year stands under it: "Three Months Ended March 31,"."""
    return len(words) <= _LONGEST_DATED and _DAY_OPEN.search(words) is not None


def passages(laid: Laid) -> Iterator[Passage]:
    """Paragraphs (rejoined where a page break cut a sentence), headings, and prose in cells."""
    section = ""
    held: Paragraph | None = None
    for block, following in zip_longest(laid.blocks, laid.blocks[1:]):
        if held is not None:
            if isinstance(block, Paragraph) and _continues(laid.text, held, block):
                held = Paragraph(held.start, block.end)
                continue
            yield Passage(held.start, held.end, "paragraph", section)
            held = None
        if isinstance(block, Paragraph):
            held = block
        elif isinstance(block, Heading):
            if isinstance(following, Paragraph) and _is_cut(laid.text, block, following):
                held = Paragraph(block.start, block.end)
                continue
            section = clean(laid.text[block.start : block.end])
            yield Passage(block.start, block.end, "heading", section, block.opens)
        else:
            yield from _prose_cells(laid.text, block, section)
    if held is not None:
        yield Passage(held.start, held.end, "paragraph", section)


def _continues(text: str, first: Paragraph, second: Paragraph) -> bool:
    """True where the second paragraph goes on with the first one's sentence."""
    end = text[max(first.start, first.end - 4) : first.end]  # never the whole: it grows
    if end.endswith(("--", "\u2014")):
        return True
    return not end.endswith(_STOPS) and text[second.start : second.start + 1].islower()


def _is_cut(text: str, heading: Heading, following: Paragraph) -> bool:
    """True where what reads as a heading is a sentence that a page's end has cut in two."""
    is_short = heading.opens or heading.end - heading.start < _SHORTEST_CUT
    if is_short or not text[following.start].islower():
        return False
    return text[heading.start : heading.end].split()[-1].islower()


def _prose_cells(text: str, grid: Grid, section: str) -> Iterator[Passage]:
    """The cells of a grid that read as sentences."""
    for row in grid.rows:
        for cell in row.cells:
            if cell.end - cell.start >= _SHORTEST_PROSE_CELL and text[cell.end - 1] == ".":
                yield Passage(cell.start, cell.end, "cell", section)
