"""A document with a slip in it: the same blocks over an altered text."""

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from msgspec import structs

from tieout.lexicon.tokens import figures
from tieout.model.document import Block, Cell, Document, Grid, Passage, Row, Span
from tieout.model.sensitivity import Edit


def altered(document: Document, edits: Sequence[Edit]) -> Document:
    """The document as it would read with these words in place of those; figures found anew.

    The layout is the one that was read: a cell keeps its column however wide its words become.
    """
    text = _edited(document.text, edits)
    if all(len(edit.text) == edit.end - edit.start for edit in edits):
        return structs.replace(document, text=text, figures=figures(text))
    moved = Moved(edits)
    return structs.replace(
        document,
        text=text,
        blocks=tuple(_block(block, moved) for block in document.blocks),
        passages=tuple(_passage(passage, moved) for passage in document.passages),
        figures=figures(text),
    )


class Moved:
    """Where a position of the unaltered text lies in the altered one."""

    def __init__(self, edits: Sequence[Edit]) -> None:
        """The edits, in order and disjoint."""
        self._ends = [edit.end for edit in edits]
        self._by = [0, *accumulate(len(e.text) - (e.end - e.start) for e in edits)]
        self._edits = edits

    def __call__(self, position: int) -> int:
        """The new position; inside an edit, one inside its new words."""
        done = bisect_right(self._ends, position)
        if done < len(self._edits) and position > self._edits[done].start:
            edit = self._edits[done]
            position = min(position, edit.start + len(edit.text))
        return position + self._by[done]

    def span(self, span: Span) -> Span:
        """The stretch's new place."""
        return Span(self(span.start), self(span.end))


def _edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits made."""
    pieces: list[str] = []
    position = 0
    for edit in edits:
        pieces += (text[position : edit.start], edit.text)
        position = edit.end
    return "".join([*pieces, text[position:]])


def _block(block: Block, moved: Moved) -> Block:
    """A block in its new place."""
    if not isinstance(block, Grid):
        return structs.replace(block, start=moved(block.start), end=moved(block.end))
    return structs.replace(
        block,
        start=moved(block.start),
        end=moved(block.end),
        rows=tuple(_row(row, moved) for row in block.rows),
        titles=tuple(moved.span(title) for title in block.titles),
    )


def _row(row: Row, moved: Moved) -> Row:
    """A row in its new place."""
    return structs.replace(row, cells=tuple(_cell(cell, moved) for cell in row.cells))


def _cell(cell: Cell, moved: Moved) -> Cell:
    """A cell in its new place, in the column it had."""
    return structs.replace(cell, start=moved(cell.start), end=moved(cell.end))


def _passage(passage: Passage, moved: Moved) -> Passage:
    """A passage in its new place."""
    return structs.replace(passage, start=moved(passage.start), end=moved(passage.end))
