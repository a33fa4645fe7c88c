"""The notes under tables and the marks that lead to them, where they stand in the text."""

import re
from bisect import bisect_left
from collections.abc import Iterator

from msgspec import Struct

from tieout.model.document import Document, Span
from tieout.model.workpaper import Release

_NOTE = re.compile(
    r"^[ \t\u00a0]*\((?P<mark>[1-9][0-9]?)\)[ \t\u00a0]{0,8}\n?[ \t\u00a0]{0,8}"
    r"(?=[A-Za-z\u201c\"$][^\n]{19})",
    re.MULTILINE,
)
# Anything that may be a mark, or the note of one: "(2)", "(1,2)", "(1) - (3)", "2)", "2. Other".
_LOOSE = re.compile(
    r"[(,&\u2013-][ \u00a0]?(?P<inside>[1-9][0-9]?)(?![0-9.])|(?<![0-9.,])(?P<closed>[1-9][0-9]?)"
    r"[ \u00a0]?[),]|^[ \t\u00a0]*(?P<open>[1-9][0-9]?)(?![0-9,])",
    re.MULTILINE,
)
_MARK = re.compile(r"(?<=[A-Za-z%).])[ \u00a0]?\((?P<mark>[1-9][0-9]?)\)")
_RANGE = re.compile(
    r"\(([1-9][0-9]?)\)?[ \u00a0]?(?:[-\u2013]|to|through)[ \u00a0]?\(?([1-9][0-9]?)\)"
)
_FARTHEST = 6000
_FEWEST = 2


class Note(Struct, frozen=True, gc=False):
    """A note or a mark: its number, and where its digits stand."""

    mark: int
    at: int


class Series(Struct, frozen=True, gc=False):
    """Notes that follow one another, and the marks above them back to the notes before.

    `may_lead` are the numbers of whatever may be a mark of them, from the notes before to the
    notes behind; `may_be_notes` of whatever may be a note of the series that was not read as one.
    """

    notes: tuple[Note, ...]
    marks: tuple[Note, ...]
    may_lead: frozenset[int]
    may_be_notes: frozenset[int]


def series(release: Release) -> Iterator[Series]:
    """Every series of two notes or more that begins with (1), in reading order."""
    document = release.document
    runs = list(_runs(document))
    if not any(run[0].mark == 1 and len(run) >= _FEWEST for run in runs):
        return
    marks = sorted(_marks(release), key=lambda one: one.at)
    starts = [one.at for one in marks]
    taken = {note.at for run in runs for note in run}
    loose = [one for one in _loose(document.text) if one.at not in taken]
    places = [one.at for one in loose]
    for number, run in enumerate(runs):
        since = runs[number - 1][-1].at if number else 0
        until = runs[number + 1][0].at if number + 1 < len(runs) else len(document.text)
        if run[0].mark != 1 or len(run) < _FEWEST:
            continue
        first, last = bisect_left(places, since), bisect_left(places, until)
        begun = bisect_left(places, run[0].at)
        done = bisect_left(places, run[-1].at + _FARTHEST)
        yield Series(
            tuple(run),
            tuple(marks[bisect_left(starts, since) : bisect_left(starts, run[0].at)]),
            frozenset(one.mark for one in loose[first:last]),
            frozenset(one.mark for one in loose[begun:done]),
        )


def _runs(document: Document) -> Iterator[list[Note]]:
    """Notes whose numbers rise, none far from the one before."""
    run: list[Note] = []
    for match in _NOTE.finditer(document.text):
        note = Note(int(match["mark"]), match.start("mark"))
        if run and (note.mark <= run[-1].mark or note.at - run[-1].at > _FARTHEST):
            yield run
            run = []
        run.append(note)
    if run:
        yield run


def _marks(release: Release) -> Iterator[Note]:
    """The marks behind words in the captions of lines and in the heads of columns."""
    text = release.document.text
    seen: set[Span] = set()
    for table in release.tables:
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
