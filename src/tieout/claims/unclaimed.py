"""Figures of prose that claim nothing: they name, they mark notes, they number pages."""

import re
from collections.abc import Iterator
from functools import partial
from itertools import chain

from tieout.lexicon.naming import MARK, PAGE, naming
from tieout.model.document import Block, Document, Grid, Row
from tieout.model.memo import Memo, afresh
from tieout.model.workpaper import Release
from tieout.patterns import pattern

_ONLY_A_NUMBER = pattern(r"(?:-\s?)?[0-9]{1,3}(?:\s?-)?\Z")
_ONLY_A_MARK = pattern(r"\(?[0-9]{1,2}\)?\.?\Z")
_NOTE = pattern(r"[A-Za-z].{28}", re.DOTALL)


def unclaimed(release: Release, memo: Memo = afresh) -> dict[int, str]:
    """Why a figure outside the tables is no claim, by figure number, where its words say so.

    In a table only a mark in front of a note's words is none; a cell's number is left alone, and
    so is every figure that is read as a claim or a fact.
    """
    document = release.document
    meant = {claim.figure for claim in release.claims} | {fact.figure for fact in release.facts}
    named = chain.from_iterable(
        memo("named", partial(_all_named, document, block), block) for block in document.blocks
    )
    return {number: why for number, why in named if number not in meant}


def _all_named(document: Document, block: Block) -> tuple[tuple[int, str], ...]:
    """The same, at once."""
    return tuple(_named(document, block))


def _named(document: Document, block: Block) -> Iterator[tuple[int, str]]:
    """Every figure of a block whose words say that it names, and why."""
    if isinstance(block, Grid):
        yield from ((number, MARK) for number in _marks(document, block))
        return
    numbers = document.figures_in(block.start, block.end)
    if not numbers:
        return
    if _ONLY_A_NUMBER.match(document.text[block.start : block.end].strip()):
        yield from ((number, PAGE) for number in numbers)
        return
    first = document.figures[numbers[0]].start
    is_open = not document.text[block.start : first].strip("( \u00a0")
    for number in numbers:
        figure = document.figures[number]
        opens = is_open and number == numbers[0]
        if reason := naming(document.text, figure.start, figure.end, opens=opens):
            yield number, reason


def _marks(document: Document, grid: Grid) -> Iterator[int]:
    """The figures of a grid that stand alone in front of the words of a note."""
    for row in grid.rows:
        if _is_note(document, row):
            yield from document.figures_in(row.cells[0].start, row.cells[0].end)


def _is_note(document: Document, row: Row) -> bool:
    """True for a row of a mark, in its first cell, and words."""
    said = (document.text[cell.start : cell.end].strip() for cell in row.cells)
    if not _ONLY_A_MARK.match(next(said, "")):
        return False
    words = [one for one in said if one]
    return len(words) == 1 and _NOTE.match(words[0]) is not None
