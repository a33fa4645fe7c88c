"""A release as the units in which its drafts are compared: rows of tables, sentences, lines."""

from collections.abc import Iterator, Sequence

from msgspec import Struct, structs

from tieout.lexicon.canonical import normal
from tieout.lexicon.words import Token, sentences, tokens
from tieout.model.document import Document, Grid
from tieout.model.workpaper import Release

_LONGEST_LINE = 4_000
"""Characters: what is longer is read in pieces."""


class Unit(Struct, frozen=True, gc=False):
    """A row, a sentence or a line, as said: its words, and its figures by number, in order.

    `heads` say what each figure's column is of, empty for what is no cell.
    """

    start: int
    said: tuple[str | int, ...]
    words: tuple[str, ...]
    figures: tuple[int, ...]
    heads: tuple[str, ...] = ()
    is_row: bool = False


def units(release: Release) -> list[Unit]:
    """Every figure of a release in one unit, the units in reading order."""
    seen: set[int] = set()
    heads = _heads(release)
    found = [unit for grid in release.document.grids for unit in _rows(release, grid, heads, seen)]
    found += _sentences(release.document, seen)
    found += _lines(release.document, seen)
    return sorted(found, key=lambda unit: unit.start)


def _heads(release: Release) -> dict[int, str]:
    """What each figure's column is of: its period where one was read, else the words over it."""
    over = {
        reading.figure: normal(header.text)
        for table in release.tables
        for row in table.rows
        for header, reading in zip(table.headers, row.readings, strict=False)
        if reading.figure >= 0
    }
    dated = (fact for fact in release.facts if fact.period is not None and not fact.in_caption)
    return over | {fact.figure: f"{fact.period} {fact.dimensions}" for fact in dated}


def _rows(release: Release, grid: Grid, heads: dict[int, str], seen: set[int]) -> Iterator[Unit]:
    """The rows of a grid as laid out: a figure counts, whether or not its cell was understood."""
    for row in grid.rows:
        said = [
            token for cell in row.cells for token in tokens(release.document, cell.start, cell.end)
        ]
        for unit in _unit(said, seen):
            over = tuple(heads.get(figure, "") for figure in unit.figures)
            yield structs.replace(unit, heads=over, is_row=True)


def _sentences(document: Document, seen: set[int]) -> Iterator[Unit]:
    """The sentences of the passages, those without figures among them."""
    for passage in document.passages:
        for sentence in sentences(tokens(document, passage.start, passage.end)):
            yield from _unit(sentence, seen)


def _lines(document: Document, seen: set[int]) -> Iterator[Unit]:
    """The lines of what is neither a cell nor a sentence: headers, covers, notes."""
    position = 0
    for number, figure in enumerate(document.figures):
        if number in seen or figure.start < position:
            continue
        start = document.text.rfind("\n", max(position, figure.start - _LONGEST_LINE), figure.start)
        end = document.text.find("\n", figure.end, figure.end + _LONGEST_LINE)
        position = end if end >= 0 else figure.end
        begin = start + 1 if start >= 0 else max(0, figure.start - _LONGEST_LINE)
        yield from _unit(tokens(document, begin, position), seen)


def _unit(row: Sequence[Token], seen: set[int]) -> Iterator[Unit]:
    """A unit of these tokens, with the figures that no other has; none where nothing is said."""
    said = tuple(
        token.text if token.figure < 0 else token.figure
        for token in row
        if (token.figure not in seen if token.figure >= 0 else _tells(token.text))
    )
    if said:
        figures = tuple(one for one in said if isinstance(one, int))
        seen.update(figures)
        words = tuple(one for one in said if isinstance(one, str))
        yield Unit(row[0].start, said, words, figures)


def _tells(word: str) -> bool:
    """True for a word, not a mark or what is left of markup."""
    return len(word) > 1 and word[0].isalpha()
