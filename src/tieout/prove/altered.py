"""A document with a slip in it: the same blocks over an altered text."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import accumulate
from typing import TypeVar, cast

from msgspec import Struct, structs

from tieout.lexicon.currencies import meant_by
from tieout.lexicon.tokens import SIGHT, scanned
from tieout.model.document import (
    Block,
    Cell,
    Document,
    Grid,
    Passage,
    Row,
    Span,
)
from tieout.model.figure import Figure
from tieout.model.sensitivity import Edit

_ABOVE, _BESIDE = 200, 40
"""Whether a grid goes on is read so far above it; nothing else is read farther from its block."""

_Told = TypeVar("_Told")
_Placed = TypeVar("_Placed", bound=Block | Passage)


class Alterable:
    """A document whose text can be altered, over and over.

    The layout is the one that was read: a cell keeps its column however wide its words become.
    A block or a passage that an alteration leaves as it was is the very same one; where it has
    moved, the same one for every alteration that moves it as far. What was found out about it
    therefore holds.
    """

    def __init__(self, document: Document) -> None:
        """The document as it stands."""
        self.document = document
        self._ends = [figure.end for figure in document.figures]
        self._figures: dict[int, tuple[Figure, ...]] = {0: document.figures}
        self._placed: dict[tuple[int, int, int], Block | Passage] = {}
        self._blocks = [(one, *_reach(one)) for one in document.blocks]
        self._passages = [(one, *_reach(one)) for one in document.passages]

    @cached_property
    def _meant(self) -> dict[str, str]:
        """What the signs of currencies mean in the text."""
        return meant_by(self.document.text)

    def __call__(self, edits: Sequence[Edit]) -> Document:
        """The document as it would read with these words in place of those; figures found anew."""
        old = self.document
        text, moved = _edited(old.text, edits), Moved(edits)
        reread = [Span(edit.start, edit.end) for edit in edits]
        figures = self._rescanned(text, edits, moved, reread)
        ends = [figure.end for figure in figures]
        return structs.replace(
            old,
            text=text,
            figures=figures,
            blocks=tuple(self._again(self._blocks, reread, moved, ends)),
            passages=tuple(self._again(self._passages, reread, moved, ends)),
        )

    def _rescanned(
        self, text: str, edits: Sequence[Edit], moved: "Moved", reread: list[Span]
    ) -> tuple[Figure, ...]:
        """The figures of the altered text; where they read otherwise is told to `reread`.

        Those in sight of an edit are found anew. A raised digit stays one: nothing in the text
        says that it is.
        """
        is_worded = any(changes_words(self.document, edit) for edit in edits)
        meant = meant_by(text) if is_worded else self._meant
        back = moved.back()
        found: list[Figure] = []
        number = 0
        for edit in edits:
            first = bisect_right(self._ends, edit.start - SIGHT)
            if first < number:
                continue  # found anew already, in sight of the edit before
            found += self._by(moved.at(edit.start - SIGHT))[number:first]
            number = len(self._ends)
            for one in scanned(text, meant, found[-1].end if found else 0):
                at = self._alike(one, back)
                if at is None:
                    reread.append(back.span(Span(one.start, one.end)))
                    found.append(one)
                elif moved.is_in_sight(self.document.figures[at]):
                    found.append(self._by(one.start - self.document.figures[at].start)[at])
                else:
                    number = at
                    break
        return (*found, *self._by(moved.total)[number:])

    def _alike(self, figure: Figure, back: "Moved") -> int | None:
        """The number of the figure that stood there before and read alike; None for none."""
        end = back(figure.end)
        number = bisect_left(self._ends, end)
        if number == len(self._ends) or self._ends[number] != end:
            return None
        old = self.document.figures[number]
        if old.text != figure.text or old.start != back(figure.start):
            return None
        is_read_so = old.kind == figure.kind and old.amount == figure.amount
        is_read_so = is_read_so and old.currency == figure.currency and old.said == figure.said
        return number if is_read_so or old.kind == "mark" else None

    def _by(self, by: int) -> tuple[Figure, ...]:
        """All figures, each so much farther on."""
        if by not in self._figures:
            self._figures[by] = tuple(
                structs.replace(one, start=one.start + by, end=one.end + by)
                for one in self.document.figures
            )
        return self._figures[by]

    def _again(
        self,
        some: Iterable[tuple[_Placed, int, int]],
        reread: Sequence[Span],
        moved: "Moved",
        ends: list[int],
    ) -> Iterator[_Placed]:
        """Blocks or passages in their places: new ones where they are to be read anew."""
        since = min((span.start for span in reread), default=0)
        until = max((span.end for span in reread), default=0)
        is_still = not moved.total and len(ends) == len(self._ends)
        for one, first, last in some:
            if last < since or (is_still and first > until):
                yield one  # in front of all that is altered, or behind what moves nothing
            elif any(span.start <= last and first <= span.end for span in reread):
                yield _at(one, moved)
            else:
                yield self._moved(one, moved, ends)

    def _moved(self, one: _Placed, moved: "Moved", ends: list[int]) -> _Placed:
        """A block or passage that reads as it did, where it has moved to."""
        by = moved.at(one.start)
        shift = bisect_right(ends, one.start + by) - bisect_right(self._ends, one.start)
        if not (by or shift):
            return one
        key = (id(one), by, shift)
        if key not in self._placed:
            self._placed[key] = _at(one, moved)
        return self._placed[key]  # type: ignore[return-value]


def changes_words(document: Document, edit: Edit) -> bool:
    """True where an edit puts other letters in the place of those that stand there."""
    return _letters(edit.text) != _letters(document.text[edit.start : edit.end])


def _letters(words: str) -> str:
    """The letters of words."""
    return "".join(filter(str.isalpha, words))


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

    def all(self, told: _Told) -> _Told:
        """The same, with every place in it moved."""
        if isinstance(told, tuple):
            return cast("_Told", tuple(map(self.all, told)))
        if not isinstance(told, Struct):
            return told
        fields = {name: getattr(told, name) for name in told.__struct_fields__}
        places = {name: self(fields[name]) for name in ("start", "end") if name in fields}
        others = {name: self.all(one) for name, one in fields.items() if name not in places}
        return cast("_Told", structs.replace(told, **others, **places))

    def at(self, position: int) -> int:
        """By how much a position outside the edits has moved."""
        return self._by[bisect_right(self._ends, position)]

    @property
    def total(self) -> int:
        """By how much the end of the text has moved."""
        return self._by[-1]

    def is_in_sight(self, figure: Figure) -> bool:
        """True for a figure of the unaltered text that an edit may make read otherwise."""
        return any(
            figure.start < edit.end + SIGHT and edit.start - SIGHT < figure.end
            for edit in self._edits
        )

    def back(self) -> "Moved":
        """Where a position of the altered text lay in the unaltered one."""
        return Moved(
            [
                Edit(
                    edit.start + by, edit.start + by + len(edit.text), "x" * (edit.end - edit.start)
                )
                for edit, by in zip(self._edits, self._by, strict=False)
            ]
        )


def _edited(text: str, edits: Sequence[Edit]) -> str:
    """The text with the edits made."""
    pieces: list[str] = []
    position = 0
    for edit in edits:
        pieces += (text[position : edit.start], edit.text)
        position = edit.end
    return "".join([*pieces, text[position:]])


def _reach(one: Block | Passage) -> tuple[int, int]:
    """The stretch of text by which a block or a passage is read."""
    if not isinstance(one, Grid):
        return one.start - _BESIDE, one.end + _BESIDE
    first = min([one.start, *(title.start for title in one.titles)])
    last = max([one.end, *(title.end for title in one.titles)])
    return min(first, one.start - _ABOVE), last + _BESIDE


def _at(one: _Placed, moved: Moved) -> _Placed:
    """A block or passage in its new place."""
    start, end = moved(one.start), moved(one.end)
    if not isinstance(one, Grid):
        return structs.replace(one, start=start, end=end)
    return structs.replace(
        one,
        start=start,
        end=end,
        rows=tuple(_row(row, moved) for row in one.rows),
        titles=tuple(moved.span(title) for title in one.titles),
    )


def _row(row: Row, moved: Moved) -> Row:
    """A row in its new place."""
    return structs.replace(row, cells=tuple(_cell(cell, moved) for cell in row.cells))


def _cell(cell: Cell, moved: Moved) -> Cell:
    """A cell in its new place, in the column it had."""
    return structs.replace(cell, start=moved(cell.start), end=moved(cell.end))
