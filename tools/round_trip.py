"""Starts a book from each filing, composes it again, and says what came back.

    python tools/round_trip.py [-v] [--format html] PATH...

Per filing: cells, captions, headers and titles of its tables that came back equal, facts with the
same concept, period and amount, paragraphs word for word, and how many figures of the prose are
expressions. `-v` lists what differs.
"""

import argparse
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from tieout import api
from tieout.compose.init import Started, started
from tieout.compose.init.statements import statements_of
from tieout.compose.init.words import legible
from tieout.compose.loading import load
from tieout.compose.saving import saved
from tieout.compose.writing import composed
from tieout.errors import TieoutError
from tieout.lexicon.markup import clean
from tieout.model.document import Grid
from tieout.model.table import Reading, Table
from tieout.model.workpaper import Release

_BULLET = re.compile(
    r"(?:[\u2022\u25cf\u25aa\u25a0\u00b7\u25e6\u2023\u2043\u27a2\u25ba\u25fe]|[-o*\u2013](?=\s))\s*"
)
_MOST_SHOWN = 40
_AHEAD = 4


class Count(Struct):
    """How many there were, how many came back equal, and those that did not."""

    equal: int = 0
    all: int = 0
    apart: list[str] = []

    def add(self, name: str, before: object, after: object) -> None:
        """One more, equal or not."""
        self.all += 1
        if before == after:
            self.equal += 1
        else:
            self.apart.append(f"{name}: {before!r} came back as {after!r}")

    def __str__(self) -> str:
        """As a share."""
        return f"{self.equal:,}/{self.all:,}"


class Trip(Struct):
    """What came back of one filing."""

    titles: Count
    headers: Count
    captions: Count
    cells: Count
    facts: Count
    prose: Count
    expressions: int = 0
    standing: int = 0
    findings: tuple[str, ...] = ()


def round_trip(release: Release, form: str = "html") -> tuple[Trip, Started]:
    """The filing as a book, saved, loaded, composed in a format and read again, beside itself."""
    made = started(release)
    with tempfile.TemporaryDirectory() as folder:
        for name, raw in saved(made.book).items():
            (Path(folder) / name).write_bytes(raw)
        book = load(Path(folder))
    again = composed(book, (form,))
    name = next(name for name in again.workpapers if "ex99" in name)
    back = again.workpapers[name].subject
    trip = Trip(
        *(Count(apart=[]), Count(apart=[]), Count(apart=[])),
        *(Count(apart=[]), Count(apart=[]), Count(apart=[])),
        expressions=made.expressions,
        standing=made.standing,
        findings=again.findings,
    )
    _tables(release, back, trip)
    _facts(release, back, trip.facts)
    _prose(release, back, trip.prose)
    return trip, made


def _tables(release: Release, back: Release, trip: Trip) -> None:
    """The tables with columns, in their order."""
    placed = statements_of(release)
    found = [table for table in back.tables if table.headers]
    place = 0
    for one in placed:
        before = release.tables[one.grid]
        ahead = range(place, min(place + _AHEAD, len(found)))
        best = max(ahead, key=lambda at: (_alike(before, found[at]), -at), default=-1)
        after = found[best] if best >= 0 and _alike(before, found[best]) else None
        place = best + 1 if after is not None else place
        where = f"table {before.number}"
        told = set(_titles(back, after)) if after is not None else set()
        for title in one.statement.titles:
            trip.titles.add(f"{where} title", title, title if title in told else None)
        for column, header in enumerate(before.headers):
            there = after.headers[column].text if after and column < len(after.headers) else None
            trip.headers.add(f"{where} header", _bare(header.text), there and _bare(there))
        for line, row in enumerate(before.rows):
            there_row = after.rows[line] if after and line < len(after.rows) else None
            caption = there_row.caption if there_row is not None else None
            trip.captions.add(f"{where} caption", _bare(row.caption), caption and _bare(caption))
            for column, cell in enumerate(row.readings):
                if cell.kind == "blank":
                    continue
                other = there_row.readings[column : column + 1] if there_row is not None else ()
                said = _said(back, other[0]) if other else None
                trip.cells.add(f"{where} {row.caption[:40]!r}", _said(release, cell), said)


def _alike(one: Table, other: Table) -> int:
    """How many rows have the same caption in the same place, or the same number of columns."""
    same = sum(
        bool(a.caption) and _bare(a.caption) == _bare(b.caption)
        for a, b in zip(one.rows, other.rows, strict=False)
    )
    return 2 * same + (len(one.headers) == len(other.headers))


def _titles(release: Release, table: Table) -> Iterator[str]:
    """The titles of a table."""
    return (" ".join(span.of(release.document.text).split()) for span in table.titles)


def _bare(words: str) -> str:
    """Words on one line."""
    return legible(" ".join(words.split()))


def _said(release: Release, cell: Reading) -> object:
    """What a cell says."""
    if cell.kind == "number":
        return str(cell.amount), cell.is_percent, cell.amount.exponent
    if cell.kind == "text":
        return legible(clean(release.document.text[cell.start : cell.end]))
    return cell.kind


def _facts(release: Release, back: Release, count: Count) -> None:
    """The facts, each by concept, period, dimensions and amount."""
    there = Counter(_fact(back))
    for fact in _fact(release):
        there[fact] -= 1
        count.add("fact", fact, fact if there[fact] >= 0 else None)


def _fact(release: Release) -> Iterator[tuple[str, str, str, str]]:
    """The facts of the columns."""
    for fact in release.facts:
        if not fact.in_caption:
            yield fact.concept, str(fact.period), str(fact.amount), fact.amount.unit.text


def _prose(release: Release, back: Release, count: Count) -> None:
    """The paragraphs and headings, word for word but for bullets."""
    titles = {span.start for one in statements_of(release) for span in one.titles}
    there = Counter(_paragraphs(back, set()))
    for words in _paragraphs(release, titles):
        there[words] -= 1
        count.add("prose", words, words if there[words] >= 0 else None)


def _paragraphs(release: Release, titles: set[int]) -> Iterator[str]:
    """Paragraphs and headings of the release, on one line each."""
    heading, form = release.announcement, release.form
    start = 0
    if form is not None:
        start = heading.start if heading is not None else form.end
    for block in release.document.blocks:
        if isinstance(block, Grid) or block.start in titles or block.start < start:
            continue
        text = release.document.text[block.start : block.end]
        is_written = release.document.format in ("text", "markdown")
        words = legible(clean(text)) if is_written else _bare(text)
        bullet = _BULLET.match(words + " ")
        if words := words[bullet.end() if bullet is not None else 0 :].strip():
            yield words


def main(arguments: Sequence[str]) -> int:
    """One line a filing, and what differs where asked."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("paths", nargs="+", type=Path)
    parser.add_argument("--format", default="html")
    parser.add_argument("-v", "--verbose", action="store_true")
    told = parser.parse_args(arguments)
    for path in told.paths:
        began = time.monotonic()
        try:
            trip, _ = round_trip(api.read(path), told.format)
        except TieoutError as reason:
            print(f"{path.name}: {type(reason).__name__}: {reason}")
            continue
        counts = {name: getattr(trip, name) for name in Trip.__struct_fields__[:6]}
        line = ", ".join(f"{name} {count}" for name, count in counts.items())
        print(
            f"{path.name}: {line}; {trip.expressions} expressions, {trip.standing} stand, "
            f"{len(trip.findings)} findings, {time.monotonic() - began:.1f} s"
        )
        if told.verbose:
            for name, count in counts.items():
                for one in count.apart[:_MOST_SHOWN]:
                    print(f"  {name}: {one[:300]}")
            for finding in trip.findings:
                print(f"  finding: {finding}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
