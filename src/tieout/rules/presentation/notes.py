"""The notes under tables and the marks that lead to them, where they stand in the text."""

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from tieout.model.document import Span
from tieout.model.table import Table
from tieout.patterns import pattern

_NOTE = pattern(
    r"^[ \t\u00a0]*\((?P<mark>[1-9][0-9]?)\)[ \t\u00a0]{0,8}\n?[ \t\u00a0]{0,8}"
    r"(?=[A-Za-z\u201c\"$][^\n]{19})",
    re.MULTILINE,
)
# Anything that may be a mark, or the note of one: "(2)", "(1,2)", "(1) - (3)", "2)", "2. Other".
_LOOSE = pattern(
    r"[(,&\u2013-][ \u00a0]?(?P<inside>[1-9][0-9]?)(?![0-9.])|(?<![0-9.,])(?P<closed>[1-9][0-9]?)"
    r"[ \u00a0]?[),]|^[ \t\u00a0]*(?P<open>[1-9][0-9]?)(?![0-9,])",
    re.MULTILINE,
)
_MARK = pattern(r"(?<=[A-Za-z%).])[ \u00a0]?\((?P<mark>[1-9][0-9]?)\)")
_RANGE = pattern(
    r"\(([1-9][0-9]?)\)?[ \u00a0]?(?:[-\u2013]|to|through)[ \u00a0]?\(?([1-9][0-9]?)\)"
)
_FARTHEST = 6000
_FEWEST = 2


class Note(Struct, frozen=True, gc=False):
    """A note or a mark: its number, and where its digits stand."""

    mark: int
    at: int


class Loose:
    """Whatever in a text may be a mark or a note, but for its notes."""

    def __init__(self, text: str, taken: frozenset[int]) -> None:
        """The text, and where the digits of its notes stand."""
        self._text, self._taken = text, taken

    def between(self, start: int, end: int) -> frozenset[int]:
        """The numbers of what stands in a stretch; it is looked for in whole lines."""
        first, behind = self._text.rfind("\n", 0, start) + 1, self._text.find("\n", end)
        lines = self._text[first : behind if behind >= 0 else None]
        found = ((one.mark, one.at + first) for one in _loose(lines))
        return frozenset(m for m, at in found if start <= at < end and at not in self._taken)


class Series(Struct, frozen=True):
    """Notes that follow one another, and the marks above them back to the notes before.

    They stand in [since, until), from the notes before to the notes behind.
    """

    notes: tuple[Note, ...]
    marks: tuple[Note, ...]
    loose: Loose
    since: int
    until: int

    @property
    def may_lead(self) -> frozenset[int]:
        """The numbers of whatever may be a mark of the notes."""
        return self.loose.between(self.since, self.until)

    @property
    def may_be_notes(self) -> frozenset[int]:
        """The numbers of whatever may be a note of the series that was not read as one."""
        return self.loose.between(self.notes[0].at, self.notes[-1].at + _FARTHEST)


def series(text: str, tables: Iterable[Table]) -> Iterator[Series]:
    """Every series of two notes or more that begins with (1), in reading order."""
    runs = list(_runs(text)) if "(1)" in text else []
    if not any(_is_series(run) for run in runs):
        return
    marks = sorted(_marks(text, tables), key=lambda one: one.at)
    starts = [one.at for one in marks]
    loose = Loose(text, frozenset(note.at for run in runs for note in run))
    for number, run in enumerate(runs):
        since = runs[number - 1][-1].at if number else 0
        until = runs[number + 1][0].at if number + 1 < len(runs) else len(text)
        if not _is_series(run):
            continue
        above = marks[bisect_left(starts, since) : bisect_left(starts, run[0].at)]
        yield Series(tuple(run), tuple(above), loose, since, until)


def told_by(text: str) -> object:
    """All that notes and marks are read by, in a stretch of text that is as long as it was."""
    notes = [(found["mark"], found.start()) for found in _NOTE.finditer(text)]
    marks = [(found["mark"], found.start()) for found in _MARK.finditer(text)]
    return len(text), notes, marks, list(_loose(text))


def _is_series(run: Sequence[Note]) -> bool:
    """True for notes of which there are several, the first of them (1)."""
    return run[0].mark == 1 and len(run) >= _FEWEST


def _runs(text: str) -> Iterator[list[Note]]:
    """Notes whose numbers rise, none far from the one before."""
    run: list[Note] = []
    for match in _NOTE.finditer(text):
        note = Note(int(match["mark"]), match.start("mark"))
        if run and (note.mark <= run[-1].mark or note.at - run[-1].at > _FARTHEST):
            yield run
            run = []
        run.append(note)
    if run:
        yield run


def _marks(text: str, tables: Iterable[Table]) -> Iterator[Note]:
    """The marks behind words in the captions of lines and in the heads of columns."""
    seen: set[Span] = set()
    for table in tables:
        spans = [span for row in table.rows for span in row.spans]
        spans += [span for header in table.headers for span in header.spans]
        for span in (*spans, *table.titles):
            if span not in seen:
                seen.add(span)
                for match in _MARK.finditer(text, span.start, span.end):
                    yield Note(int(match["mark"]), match.start("mark"))


def _loose(text: str) -> Iterator[Note]:
    """Whatever may be a mark or a note, in order."""
    found = [
        Note(int(match[match.lastgroup]), match.start(match.lastgroup))
        for match in _LOOSE.finditer(text)
        if match.lastgroup
    ]
    for match in _RANGE.finditer(text):
        low, high = int(match[1]), int(match[2])
        found += [Note(mark, match.start(1)) for mark in range(low, high + 1)]
    yield from sorted(found, key=lambda one: one.at)
