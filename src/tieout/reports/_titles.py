"""What a table or a statement is called: its title, the line over it that names it, or its kind."""

from collections.abc import Iterator
from functools import cached_property

from tieout.lexicon.markup import clean
from tieout.lexicon.periods import NOTHING, period_words
from tieout.lexicon.units import read_scale
from tieout.model.document import Document, Grid, Heading
from tieout.model.statement import Statement
from tieout.model.workpaper import Release
from tieout.reports._quotes import head
from tieout.reports._words import KINDS, capital

_LONGEST = 64
_FEWEST_LETTERS = 5
_MOST_LINES = 8
_MOST_WORDS = 14
_MOST_COMMAS = 2
"""Dates side by side have more: they stand over columns."""
_BULLETS = "\u2022\u25cf\u25aa\u00b7\u00a8 "
_UNSCALED = read_scale(())


class Titles:
    """The names of a document's tables, and the blocks over each of them that are its titles."""

    def __init__(self, release: Release) -> None:
        """Those of this release; tables are counted from 1."""
        self._document = release.document
        self._first: dict[int, Statement] = {}
        for statement in release.statements:
            self._first.setdefault(statement.table, statement)
        self._named: dict[int, str] = {}
        self._inside = {table.number: table.titles for table in release.tables}
        blocks = release.document.blocks
        grids = [number for number, block in enumerate(blocks) if isinstance(block, Grid)]
        self._over = {
            table: range(_first_over(release.document, number), number)
            for table, number in enumerate(grids, 1)
        }

    def over(self, table: int) -> range:
        """The blocks over a table that are its titles, by their numbers."""
        return self._over[table]

    @cached_property
    def all_over(self) -> frozenset[int]:
        """Every block that stands over a table."""
        return frozenset(number for over in self._over.values() for number in over)

    def first(self, table: int) -> Statement | None:
        """The first statement of a table; None for a table that no statement is."""
        return self._first.get(table)

    def name(self, table: int, statement: Statement | None) -> str:
        """What a statement, or a table that is none, is called; empty where nothing names it.

        The lines over a table name only the first of its statements.
        """
        if statement is not None and statement.title:
            return short(statement.title)
        if statement is not self._first.get(table):
            return ""
        if table not in self._named:
            found = filter(None, map(named_by, self._lines(table)))
            self._named[table] = next(found, "")
        return self._named[table]

    def title(self, table: int, statement: Statement | None) -> str:
        """The same; where nothing names it, its kind and which table it is."""
        kind = "" if statement is None else KINDS[statement.kind]
        return self.name(table, statement) or capital(f"{kind}, table {table}".removeprefix(", "))

    def _lines(self, table: int) -> Iterator[str]:
        """The lines over a table, the nearest first, then those that stand in it over its heads."""
        text, blocks = self._document.text, self._document.blocks
        lines = {one.start: one.of(text) for one in self._document.grids[table - 1].titles}
        for number in self._over[table][-_MOST_LINES:]:
            start = blocks[number].start
            for line in text[start : blocks[number].end].split("\n"):
                lines.setdefault(start, line)
                start += len(line) + 1
        yield from (clean(lines[start]) for start in sorted(lines, reverse=True)[:_MOST_LINES])
        yield from (clean(span.of(text)) for span in self._inside.get(table, ()))


def short(words: str) -> str:
    """Words of a title, a caption or a heading on one line, as they are told."""
    return head(clean(words).lstrip(_BULLETS).rstrip(" :"), _LONGEST)


def without_scale(words: str) -> str:
    """Words over a table or a column without the scale in brackets that stands behind them."""
    return words if read_scale((words,)) == _UNSCALED else words.partition("(")[0].rstrip()


def named_by(line: str) -> str:
    """The name that a line over a table gives it: none, where it is a scale, note or sentence."""
    line = without_scale(line)
    if line.startswith("(") or len(line.split()) > _MOST_WORDS or line.count(",") > _MOST_COMMAS:
        return ""
    name = line.partition(" (")[0]
    said = period_words(name)
    if said != NOTHING and not said.quarter:
        return ""
    letters = sum(1 for sign in name if sign.isalpha())
    digits = sum(1 for sign in name if sign.isdigit())
    is_name = letters >= max(_FEWEST_LETTERS, 3 * digits) and read_scale((line,)) == _UNSCALED
    return short(line) if is_name else ""


def _first_over(document: Document, number: int) -> int:
    """The first of the blocks right over a table that are its titles."""
    blocks = document.blocks
    grid = blocks[number]
    titles = {span.start for span in grid.titles} if isinstance(grid, Grid) else set()
    first = number
    while first and (isinstance(blocks[first - 1], Heading) or blocks[first - 1].start in titles):
        first -= 1
    return first
