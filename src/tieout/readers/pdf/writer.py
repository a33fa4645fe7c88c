"""Pages made visible text and blocks: every cell and paragraph addresses its words."""

from collections.abc import Sequence

from msgspec import Struct

from tieout.model.document import Block, Cell, Grid, Heading, Paragraph, Row, Span
from tieout.patterns import pattern
from tieout.readers.passages import reads_as_heading
from tieout.readers.pdf.columns import in_reading_order
from tieout.readers.pdf.drawn import with_rules
from tieout.readers.pdf.furniture import without_furniture
from tieout.readers.pdf.grids import Lane, Region, regions
from tieout.readers.pdf.lines import Line, lines_of
from tieout.readers.pdf.pages import Page
from tieout.readers.pdf.prose import BULLET, leading, paragraphs
from tieout.readers.pdf.rows import DraftRow, rows_of
from tieout.readers.pdf.slides import (
    Look,
    arranged,
    below,
    is_slide,
    is_table,
    look_of,
    stands_over,
    title_of,
)
from tieout.readers.pdf.words import Word

_MOST_TITLES = 8
_MOST_HEADS = 16
_LONGEST_WORD = 40
_WORD = pattern(r"[A-Za-z]{3,}")
_DIGIT = pattern("[0-9]")
_CUT_WORD = pattern(r"(?<![A-Za-z0-9])([A-Za-z0-9]++)-\Z")
_REST = pattern(r"[A-Za-z0-9]+")
_LISTING = frozenset(("and", "or", "to", "und"))
_SOFT = "\u00ad"


class Stretch(Struct, frozen=True, gc=False):
    """A stretch of the visible text, the number of its page, and the words that it is made of."""

    start: int
    end: int
    page: int
    words: tuple[Word, ...]


def write(pages: Sequence[Page]) -> tuple[str, tuple[Block, ...], tuple[Stretch, ...]]:
    """The visible text of the pages, its blocks in reading order, and where its words stand."""
    drawn = [with_rules(lines_of(page.words), page.rules) for page in pages]
    kept = without_furniture(drawn, [page.height for page in pages])
    ordered = [in_reading_order(lines, page.width) for lines, page in zip(kept, pages, strict=True)]
    every = [line for lines in ordered for line in lines]
    writer = Writer(leading(every), {word for line in every for word in _WORD.findall(line.text)})
    for number, (lines, page) in enumerate(zip(ordered, pages, strict=True)):
        if number:
            writer.page_break()
        if is_slide(page):
            writer.slide(lines, page)
        else:
            writer.page(lines, page.width)
    return writer.end()


class _Draft:
    """A grid being filled, which the next page may continue."""

    def __init__(self, titles: Sequence[Span], lanes: list[Lane]) -> None:
        """A grid without rows under its titles."""
        self.titles = tuple(titles)
        self.lanes = lanes
        self.rows: list[tuple[DraftRow, tuple[Cell, ...]]] = []

    def grid(self) -> Grid:
        """The grid, its rows indented from its left-most caption."""
        stubs = [row.cells[0].left for row, _ in self.rows if row.has_stub]
        margin = min(stubs, default=0.0)
        rows = tuple(
            Row(cells, row.ruled, round(row.cells[0].left - margin) if row.has_stub else 0)
            for row, cells in self.rows
        )
        start, end = rows[0].cells[0].start, rows[-1].cells[-1].end
        return Grid(start, end, rows, self.titles, is_measured=True)


class Writer:
    """The visible text so far, the blocks done, and the grid begun."""

    def __init__(self, usual: float, words: set[str]) -> None:
        """Nothing written; `usual` is the prose's leading, `words` are the document's words."""
        self._usual = usual
        self._words = words
        self._pieces: list[str] = []
        self._length = 0
        self._blocks: list[Block] = []
        self._titles: list[Span] = []
        self._draft: _Draft | None = None
        self._page = 0
        self._stretches: list[Stretch] = []

    def page_break(self) -> None:
        """A page ends with a form feed; a grid that reached its end may go on."""
        self._write("\f")
        self._page += 1

    def page(self, lines: Sequence[Line], width: float) -> None:
        """The lines of a page: tables, and what stands between them."""
        self._lines(lines, regions(lines, width), width)

    def slide(self, lines: Sequence[Line], page: Page) -> None:
        """The lines of a slide: its title, and under it what stands side by side, one by one.

        Rows of figures without words are no table, but what a chart is labelled with.
        """
        self._close()
        self._titles = []
        if not lines:
            return
        look = look_of(lines)
        titles = title_of(lines, page.height)
        self._prose(lines[: titles.start], page.width, over=look)
        if titles:
            group = lines[titles.start : titles.stop]
            self._block(group, self._said(group), opens=True)
        start = below(lines, titles)
        self._prose(lines[titles.stop : start], page.width, over=look)
        over = self._titles
        for column in arranged(lines[start:], page.width):
            self._titles = over
            tables = [one for one in regions(column, page.width) if is_table(column, one)]
            self._lines(column, tables, page.width, over=look)
            self._close()

    def _lines(
        self,
        lines: Sequence[Line],
        tables: Sequence[Region],
        width: float,
        over: Look | None = None,
    ) -> None:
        """Lines that hold these tables; `over` is the look of a slide."""
        place = 0
        for region in tables:
            self._prose(lines[place : region.start], width, over)
            rows = rows_of(lines, region)
            if region.start == 0 and self._continues(region.lanes, rows[: region.heads]):
                for row in rows[: region.heads]:
                    self._cells(row)
                    self._write("\n")
                rows = rows[region.heads :]
            else:
                self._close()
                self._draft = _Draft(self._titles[-_MOST_TITLES:], region.lanes)
                self._titles = []
            self._rows(rows)
            place = region.stop
        self._prose(lines[place:], width, over)

    def end(self) -> tuple[str, tuple[Block, ...], tuple[Stretch, ...]]:
        """The text, its blocks, and where its words stand."""
        self._close()
        return "".join(self._pieces), tuple(self._blocks), tuple(self._stretches)

    def _continues(self, lanes: Sequence[Lane], heads: Sequence[DraftRow]) -> bool:
        """True where columns stand where those of the grid begun do, under no other heads."""
        if self._draft is None:
            return False
        said = [row.words for row, _ in self._draft.rows[:_MOST_HEADS]]
        if not all(row.words in said for row in heads):
            return False
        return all(
            any(lane.left < other.right and other.left < lane.right for other in self._draft.lanes)
            for lane in lanes
        )

    def _close(self) -> None:
        """The grid begun is done."""
        if self._draft is not None:
            self._blocks.append(self._draft.grid())
            self._draft = None
            self._write("\n")

    def _rows(self, rows: Sequence[DraftRow]) -> None:
        """Rows of the grid begun."""
        assert self._draft is not None
        for row in rows:
            if not row.has_stub:
                self._write("\t")
            cells = tuple(self._cells(row))
            self._write("\n")
            self._draft.rows.append((row, cells))

    def _cells(self, row: DraftRow) -> list[Cell]:
        """The cells of a row written, a tab between them."""
        cells: list[Cell] = []
        for number, cell in enumerate(row.cells):
            if number:
                self._write("\t")
            start = self._length
            self._write("\n".join(cell.lines).replace(_SOFT, ""), cell.words)
            left, right = round(cell.left), round(cell.right)
            cells.append(Cell(start, self._length, max(0, left), max(1, right - left)))
        return cells

    def _prose(self, lines: Sequence[Line], width: float, over: Look | None = None) -> None:
        """Lines outside tables, as headings and paragraphs; on a slide most lines are neither's."""
        for group in paragraphs(lines, self._usual, width):
            self._close()
            said = self._said(group)
            is_title = reads_as_heading(said) and not BULLET.match(said)
            is_heading = is_title and not (over is not None and _is_entry(group, said, over))
            self._block(group, said, is_heading=is_heading, is_title=is_title)

    def _block(
        self,
        group: Sequence[Line],
        said: str,
        *,
        is_heading: bool = True,
        is_title: bool = True,
        opens: bool = False,
    ) -> None:
        """Lines as a heading or a paragraph; `is_title` where they may be the title of a table."""
        start = self._length
        words = (word for line in group for piece in line.pieces for word in piece.words)
        self._write(said, tuple(words))
        self._blocks.append(
            Heading(start, self._length, opens) if is_heading else Paragraph(start, self._length)
        )
        titles = [*self._titles, *_line_spans(said, start)] if is_title else []
        self._titles = titles[-_MOST_TITLES:]
        self._write("\n\n")

    def _said(self, group: Sequence[Line]) -> str:
        """The words of a paragraph, a newline at each line's end; words cut there are joined."""
        said = [group[0].text]
        for line in group[1:]:
            said[-1], rest = self._joined(said[-1], line.text)
            said.append(rest)
        return "".join(said).replace(_SOFT, "")

    def _joined(self, above: str, line: str) -> tuple[str, str]:
        """A line's end and the next line; a hyphen that cuts a known word in two is dropped."""
        if above.endswith(_SOFT):
            return above, line
        cut, rest = _CUT_WORD.search(above[-_LONGEST_WORD:]), _REST.match(line)
        if cut is None or rest is None or rest[0].lower() in _LISTING:
            return f"{above}\n", line
        return (above[:-1] if cut[1] + rest[0] in self._words else above), line

    def _write(self, piece: str, words: tuple[Word, ...] = ()) -> None:
        """More text, and the words it is made of."""
        start = self._length
        self._pieces.append(piece)
        self._length += len(piece)
        if words:
            self._stretches.append(Stretch(start, self._length, self._page, words))


def _is_entry(group: Sequence[Line], said: str, slide: Look) -> bool:
    """True for words on a slide that look like all others there, or that tell a number."""
    return _DIGIT.search(said) is not None or not stands_over(group, slide)


def _line_spans(words: str, start: int) -> list[Span]:
    """The lines of a heading."""
    spans: list[Span] = []
    for line in words.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans
