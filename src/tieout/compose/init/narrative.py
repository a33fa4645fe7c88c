"""A release's prose as a narrative: figures that tie are expressions, the others are marked."""

from collections.abc import Iterator, Sequence

from tieout.compose.book import Book
from tieout.compose.init.expressions import Ask, Expressions
from tieout.compose.init.statements import Placed
from tieout.compose.init.ties import Ties
from tieout.compose.init.words import (
    TYPEWRITTEN,
    WRITTEN,
    escaped,
    legible,
    opening,
    plain,
    quoted,
    remark,
)
from tieout.lexicon.markup import clean
from tieout.lexicon.shapes import BULLETS, DASH_SET, SIGN
from tieout.model.document import Block, Cell, Grid, Heading
from tieout.patterns import pattern

_SIGN = pattern(rf"{SIGN}\s?\Z")
_OPENED = pattern(rf"{SIGN}\s?\(\Z")
_BULLET = pattern(rf"(?:[{BULLETS}]|[o{DASH_SET}](?=\s))\s*")
# On a page an asterisk marks a note; in a text it marks an entry, where it stands apart.
_STARRED = pattern(r"\*\s+")
_AHEAD = 6


class Teller:
    """Turns stretches of a release's text into Markdown with expressions."""

    def __init__(self, book: Book, ties: Ties) -> None:
        """Over a book's statements and the ties of the release that they came from."""
        self.document = ties.release.document
        self._claims = {claim.figure: claim for claim in ties.release.claims}
        self._ties = ties
        self._expressions = Expressions(book)
        self.expressions = 0
        self.standing = 0

    def told(self, start: int, end: int, *, is_markdown: bool = True) -> str:
        """The words of a stretch, on one line."""
        pieces: list[str] = []
        place = start
        for figure in self.document.figures_in(start, end):
            if not self._ties.is_claim(figure) or self.document.figures[figure].end > end:
                continue
            first, last, text = self._figure(figure, place)
            pieces.append(self._words(place, first, is_markdown=is_markdown))
            pieces.append(text or self._words(first, last, is_markdown=is_markdown))
            if not text:
                pieces.append(remark(self._ties.why_not(figure)))
                self.standing += 1
            else:
                self.expressions += 1
            place = last
        pieces.append(self._words(place, end, is_markdown=is_markdown))
        return "".join(pieces).strip()

    def _words(self, start: int, end: int, *, is_markdown: bool) -> str:
        """The words of a stretch without figures that claim something."""
        words = plain(self.document.text[start:end], self.document.format)
        return escaped(words) if is_markdown else quoted(words)

    def _figure(self, number: int, place: int) -> tuple[int, int, str]:
        """Where a figure's words start and end, and its expression; empty where it has none."""
        figure = self.document.figures[number]
        cells = self._ties.cells(number)
        if not cells:
            return figure.start, figure.end, ""
        text = self.document.text
        before = text[max(place, figure.start - _AHEAD) : figure.start]
        sign, opened = _SIGN.search(before), _OPENED.search(before)
        bare = " ".join(figure.text.split())
        shown, first = bare, figure.start
        bracketed = ""
        if sign is not None:
            first -= len(sign[0])
            shown = clean(sign[0]) + bare
        elif opened is not None and text.startswith(")", figure.end):
            first -= len(opened[0])
            bracketed = f"{clean(opened[0])}{bare})"
        claim = self._claims.get(number)
        period, against = (claim.period, claim.against) if claim is not None else (None, None)
        found = self._expressions.find(Ask(shown, bare, cells, bracketed, period, against))
        if found is None:
            return figure.start, figure.end, ""
        if found.words == bare:
            return figure.start, figure.end, found.text
        return first, figure.end + bool(bracketed), found.text


def narrative_of(
    teller: Teller, blocks: Sequence[Block], placed: Sequence[Placed], left_out: frozenset[int]
) -> str:
    """The narrative of these blocks: headings, paragraphs, lists, and statements in their places.

    Blocks that start in `left_out` are told elsewhere in the book.
    """
    grids = teller.document.grids
    by_start = {grids[one.grid].start: number for number, one in enumerate(placed)}
    titles = {span.start for one in placed for span in one.titles}
    parts: list[tuple[str, str]] = []
    is_entry = False
    for block in blocks:
        if block.start in left_out:
            continue
        if not isinstance(block, Grid) and _is_mark(teller, block):
            is_entry = True  # the entry's words are a block of their own
            continue
        if isinstance(block, Grid):
            if block.start in by_start:
                parts.append(("statement", f"{{{{ statement({by_start[block.start] + 1}) }}}}"))
            else:
                parts += _grid(teller, block)
        elif block.start not in titles:
            parts += _prose(teller, block, is_entry=is_entry)
        is_entry = False
    return _laid(parts)


def _is_mark(teller: Teller, block: Block) -> bool:
    """True for a bullet by itself."""
    words = _shown(teller, block.start, min(block.end, block.start + _AHEAD)).strip() + " "
    bullet = _BULLET.match(words)
    return bullet is not None and bullet.end() == len(words) and block.end - block.start <= _AHEAD


def _shown(teller: Teller, start: int, end: int) -> str:
    """The words of a stretch as they are read."""
    return legible(teller.document.text[start:end])


def _prose(teller: Teller, block: Block, *, is_entry: bool) -> Iterator[tuple[str, str]]:
    """A heading, a paragraph, or an entry of a list."""
    head = teller.document.text[block.start : min(block.end, block.start + _AHEAD)]
    bullet = _BULLET.match(head.translate(TYPEWRITTEN))
    if bullet is None and teller.document.format in WRITTEN:
        bullet = _STARRED.match(head)
    start = block.start + (bullet.end() if bullet is not None else 0)
    words = teller.told(start, block.end)
    if not words:
        return
    if bullet is not None or is_entry:
        yield "entry", f"- {opening(words)}"
    elif isinstance(block, Heading):
        yield "heading", f"## {words}"
    else:
        yield "paragraph", opening(words)


def _grid(teller: Teller, grid: Grid) -> Iterator[tuple[str, str]]:
    """A grid without columns of figures: each row as a paragraph, or as an entry of a list."""
    for row in grid.rows:
        cells = [cell for cell in row.cells if cell.start < cell.end]
        if not cells:
            continue
        first = _word(teller, cells[0])
        bullet = _BULLET.match(first)
        is_entry = bullet is not None and bullet.end() == len(first) and len(cells) > 1
        told = [teller.told(cell.start, cell.end) for cell in cells[is_entry:]]
        words = " ".join(one for one in told if one)
        if words:
            yield ("entry", f"- {opening(words)}") if is_entry else ("paragraph", opening(words))


def _word(teller: Teller, cell: Cell) -> str:
    """The words of a cell."""
    return _shown(teller, cell.start, cell.end).strip() + " "


def _laid(parts: Sequence[tuple[str, str]]) -> str:
    """The parts with empty lines between, but for entries of one list."""
    lines: list[str] = []
    before = ""
    for kind, text in parts:
        if lines and not (kind == before == "entry"):
            lines.append("")
        lines.append(text)
        before = kind
    return "\n".join(lines) + "\n" if lines else ""
