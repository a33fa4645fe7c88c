"""Where figures stand, in words: page, section, paragraph; table, row, column; the words around."""

from bisect import bisect_right
from functools import cached_property

from msgspec import Struct, structs

from tieout.model.check import Ref
from tieout.model.document import Document, Grid, Passage, Row, Span
from tieout.model.statement import Fact
from tieout.model.table import Table
from tieout.model.workpaper import Release, Workpaper
from tieout.reports._quotes import Excerpt, excerpt_of, line_of, sentence_of
from tieout.reports._titles import Titles, short, without_scale

EXPLAINED = (
    "Pages are those of the PDF, lines those of the text. Tables, and the paragraphs of a section, "
    "are counted in the order in which they stand."
)
"""How places are counted, which a report says once."""


class Place(Struct, frozen=True, gc=False):
    """Where a figure stands: what a format does not have, and what is not known, is 0 or empty.

    `document` is empty for the document under test. `section` is the heading over a paragraph,
    `paragraph` its number under it; `table` the number of a table, with its `title`, and the
    captions of `row` and `column`; of a workbook behind the figures, the `sheet` and the `cell`.
    """

    document: str = ""
    page: int = 0
    line: int = 0
    section: str = ""
    paragraph: int = 0
    table: int = 0
    title: str = ""
    row: str = ""
    column: str = ""
    sheet: str = ""
    cell: str = ""

    @property
    def brief(self) -> str:
        """The fewest words by which the place is found: its line, page, table or paragraph."""
        if self.cell:
            place = f"{self.sheet}!{self.cell}" if self.sheet else self.cell
        elif self.line:
            place = f"line {self.line}"
        elif self.page:
            place = f"page {self.page}"
        else:
            place = f"table {self.table}" if self.table else self._passage
        return f"{self.document} {place}".strip()

    @property
    def words(self) -> str:
        """The whole place, as one would tell it to somebody who has the document in hand."""
        return ", ".join(self.parts)

    @property
    def parts(self) -> tuple[str, ...]:
        """The same in its parts: document, page or line, table or paragraph, row and column."""
        if self.cell:
            sheet = f"sheet {_quoted(self.sheet)}" if self.sheet else ""
            return tuple(one for one in (self.document, sheet, f"cell {self.cell}") if one)
        counted = f"line {self.line}" if self.line else f"page {self.page}" if self.page else ""
        cell = (("row", self.row), ("column", self.column))
        captions = (f"{name} {_quoted(words)}" for name, words in cell if words)
        stand = self._passage
        if self.table and self.title:
            # A page or a line says which of several tables of one title it is.
            stand = f"table {'' if counted else f'{self.table}, '}{_quoted(self.title)}"
        elif self.table:
            stand = f"table {self.table}"
        return tuple(word for word in (self.document, counted, stand, *captions) if word)

    @property
    def _passage(self) -> str:
        """The paragraph with the heading it stands under, or the heading itself."""
        paragraph = f"paragraph {self.paragraph}" if self.paragraph else ""
        if not self.section:
            return paragraph
        quoted = _quoted(self.section)
        return f"{quoted}, {paragraph}" if paragraph else f"heading {quoted}"


class Places:
    """Every figure's place in the documents of a workpaper."""

    def __init__(self, workpaper: Workpaper) -> None:
        """The places of this workpaper's figures."""
        self._documents = [_Stand(release) for release in workpaper.releases]

    def caption(self, ref: Ref) -> str:
        """The statement line and period, or the claim's subject; empty where neither is known."""
        return self._documents[ref.document].caption(ref.figure)

    def place(self, ref: Ref) -> Place:
        """Where the figure stands; names a document that is not the one under test."""
        stand = self._documents[ref.document]
        bare = stand.place(ref.figure, stand.release.document.name if ref.document else "")
        return stand.with_captions(bare, ref.figure) if bare.table else bare

    def where(self, ref: Ref) -> str:
        """The whole place in words: page, section, paragraph or table, row and column."""
        return self.place(ref).words

    def called(self, ref: Ref) -> tuple[str, ...]:
        """The whole place in its parts, behind what a figure of prose is of, where that is known.

        Of a figure in a table its row and its column say that.
        """
        place = self.place(ref)
        caption = "" if place.row else self.caption(ref)
        return (caption, *place.parts) if caption else place.parts

    def line(self, ref: Ref) -> str:
        """The same in the fewest words, for what stands beside the figure's caption."""
        stand = self._documents[ref.document]
        return stand.place(ref.figure, stand.release.document.name if ref.document else "").brief

    def text(self, ref: Ref) -> str:
        """The figure as printed."""
        return self._documents[ref.document].release.document.figures[ref.figure].text

    def printed(self, ref: Ref) -> str:
        """The figure with the bracket or minus it is printed behind in a table."""
        return self._documents[ref.document].printed(ref.figure)

    def excerpt(self, ref: Ref, room: int) -> Excerpt:
        """The figure in its row or sentence, cut to so many characters in all."""
        stand = self._documents[ref.document]
        return excerpt_of(stand.release.document, ref.figure, stand.stretch(ref.figure), room)


class _Stand:
    """The places of one document's figures."""

    def __init__(self, release: Release) -> None:
        """The places of this release's figures."""
        self.release = release
        self._facts: dict[int, Fact] = {}
        for fact in release.facts:
            self._facts.setdefault(fact.figure, fact)
        self._claims = {claim.figure: claim for claim in release.claims}

    def caption(self, figure: int) -> str:
        """What the figure is a figure of, and when."""
        one = self._facts.get(figure) or self._claims.get(figure)
        if one is None:
            return ""
        words = short(one.caption.partition(";")[0])
        return f"{words}, {one.period.spoken()}" if one.period else words

    def printed(self, figure: int) -> str:
        """The figure, in brackets where it is a negative one."""
        text, fact = self.release.document.figures[figure].text, self._facts.get(figure)
        return text if fact is None else fact.shown(text)

    def place(self, figure: int, document: str) -> Place:
        """The page or line, and there the paragraph or the table."""
        of = self.release.document
        if self.release.is_support and (place := _in_books(of, figure, document)) is not None:
            return place
        start = of.figures[figure].start
        page = bisect_right(self._page_starts, start) if of.pages else 0
        line = bisect_right(self._line_starts, start) if of.format == "text" else 0
        at = self._grid_at(start)
        if at is not None:
            return Place(document, page, line, table=at + 1)
        section, paragraph = self._paragraph(start)
        return Place(document, page, line, section=section, paragraph=paragraph)

    def with_captions(self, place: Place, figure: int) -> Place:
        """A place in a table with the table's title, and the captions of row and column."""
        title, row, column = self._cell(figure, place.table - 1)
        return structs.replace(place, title=title, row=row, column=column)

    def stretch(self, figure: int) -> Span:
        """The row of a table, or the sentence, that a figure stands in."""
        document = self.release.document
        start = document.figures[figure].start
        at = self._grid_at(start)
        if at is None:
            return sentence_of(document, figure)
        row = _row_at(document.grids[at], start)
        if row is None or not row.cells:
            return line_of(document, figure)
        return Span(row.cells[0].start, row.cells[-1].end)

    def _grid_at(self, start: int) -> int | None:
        """Which grid a figure stands in, counted from 0; None for one in prose."""
        grids = self.release.document.grids
        at = bisect_right(grids, start, key=lambda grid: grid.start) - 1
        return at if at >= 0 and start < grids[at].end else None

    def _cell(self, figure: int, at: int) -> tuple[str, str, str]:
        """The table's name, and the captions of the figure's row and column, as far as known."""
        fact, titles = self._facts.get(figure), self._titles
        if fact is None:
            row, column = self._cells.get(figure, ("", ""))
            return titles.name(at + 1, titles.first(at + 1)), row, column
        statement = self.release.statements[fact.statement]
        over = statement.columns[fact.column]
        column = over.header or (over.period.spoken() if over.period else "")
        return (
            titles.name(at + 1, statement),
            short(fact.caption),
            "" if fact.in_caption else short(without_scale(column)),
        )

    def _paragraph(self, start: int) -> tuple[str, int]:
        """The heading over a paragraph and its number there; number 0 for a heading's own words."""
        passages = self.release.document.passages
        at = bisect_right(passages, start, key=lambda one: one.start) - 1
        if at < 0:
            return "", 0
        if passages[at].kind == "heading":
            return short(self._said(passages[at])), 0
        section, number = self._numbers[at]
        return short(section), number

    def _said(self, passage: Passage) -> str:
        """The words of a passage."""
        return self.release.document.text[passage.start : passage.end]

    @cached_property
    def _numbers(self) -> list[tuple[str, int]]:
        """The section of every passage, and its number there; the number of a page heads none."""
        numbers: list[tuple[str, int]] = []
        section, count = "", 0
        for one in self.release.document.passages:
            if one.section != section and any(sign.isalpha() for sign in one.section):
                section, count = one.section, 0
            count += one.kind != "heading"
            numbers.append((section, count))
        return numbers

    @cached_property
    def _cells(self) -> dict[int, tuple[str, str]]:
        """The captions of row and column of every figure of a table that is understood as one."""
        found: dict[int, tuple[str, str]] = {}
        document = self.release.document
        for table in self.release.tables:
            for row in table.rows:
                for span in row.spans:
                    for number in document.figures_in(span.start, span.end):
                        found[number] = (short(row.caption), "")
                for at, reading in enumerate(row.readings):
                    if reading.figure >= 0:
                        found[reading.figure] = (short(row.caption), _header(table, at))
        return found

    @cached_property
    def _titles(self) -> Titles:
        """What the tables are called."""
        return Titles(self.release)

    @cached_property
    def _line_starts(self) -> list[int]:
        """Where every line of the text begins."""
        return self._starts_behind("\n")

    @cached_property
    def _page_starts(self) -> list[int]:
        """Where every page of the text begins."""
        return self._starts_behind("\f")

    def _starts_behind(self, sign: str) -> list[int]:
        """The beginning of the text, and every place behind the sign."""
        text, starts = self.release.document.text, [0]
        while (found := text.find(sign, starts[-1])) >= 0:
            starts.append(found + 1)
        return starts


def _in_books(of: Document, figure: int, document: str) -> Place | None:
    """The sheet and cell of a figure of a workbook, with the cell's name; None for another."""
    from tieout.model.sheet import cell_of

    cell = cell_of(of, figure)
    if cell is None:
        return None
    named = f"{cell.cell} ({cell.name})" if cell.name else cell.cell
    return Place(document, sheet=cell.sheet, cell=named)


def _row_at(grid: Grid, start: int) -> Row | None:
    """The row of a grid in which a place of the text lies."""
    at = bisect_right(grid.rows, start, key=lambda one: one.start) - 1
    return grid.rows[at] if at >= 0 else None


def _header(table: Table, at: int) -> str:
    """The words over a column."""
    return short(without_scale(table.headers[at].text)) if at < len(table.headers) else ""


def _quoted(words: str) -> str:
    """Words of the document."""
    return f"\u201c{words}\u201d"
