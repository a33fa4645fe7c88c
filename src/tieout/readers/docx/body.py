"""The body of a Word document laid out as visible text: paragraphs, lists and tables in order."""

from collections.abc import Iterator

from tieout.model.document import Block, Cell, Grid, Heading, Paragraph, Row, Span
from tieout.readers.docx.elements import Element, attribute, child, local, number, setting
from tieout.readers.docx.styles import Styles
from tieout.readers.docx.tables import DraftRow, paragraphs_of, rows_of
from tieout.readers.docx.words import pieces_of, words_of
from tieout.readers.html.grids import is_grid
from tieout.readers.passages import reads_as_heading
from tieout.readers.text.lines import Line
from tieout.readers.text.tabs import tabbed_grid
from tieout.readers.written import Written

_HOLDERS = frozenset(
    ("document", "body", "sdt", "sdtContent", "ins", "moveTo", "customXml", "smartTag",
     "AlternateContent", "Choice")
)  # fmt: skip
_MOST_TITLES = 8
_FEWEST_TAB_LINES = 2
_Tabbed = tuple[list[Line], tuple[Span, ...]]
"""Lines with tabs that are a table, and its titles."""


class _Sheet(Written):
    """The visible text so far, the blocks done, and lines with tabs that may be a table."""

    def __init__(self) -> None:
        """An empty sheet."""
        super().__init__()
        self.titles: list[Span] = []
        self.tabbed: list[Line] = []
        self._blocks: list[Block | _Tabbed] = []

    @property
    def blocks(self) -> list[Block]:
        """The blocks done; lines with tabs are cells only now, when the text is whole."""
        text = self.text
        return [tabbed_grid(text, *one) if isinstance(one, tuple) else one for one in self._blocks]

    def paragraph(self, words: str, *, is_heading: bool) -> None:
        """A paragraph or a heading; with tabs in it, perhaps a row."""
        for piece in words.split("\n") if "\t" in words else [words]:
            self._line(piece.strip(), is_heading=is_heading)

    def _line(self, words: str, *, is_heading: bool) -> None:
        """A paragraph without the lines that parted it from a row."""
        if not words:
            return
        start, end = self.write(words)
        self.write("\n")
        if "\t" in words:
            self.tabbed.append(Line(start, end, "row"))
            return
        self.flush()
        self._settle(words, start, end, is_heading=is_heading)

    def flush(self) -> None:
        """Lines with tabs become a table, one alone a paragraph."""
        held, self.tabbed = self.tabbed, []
        if len(held) >= _FEWEST_TAB_LINES:
            titles = tuple(self.titles[-_MOST_TITLES:])
            self._blocks.append((held, titles))
            self.titles = []
        else:
            self._blocks += (Paragraph(line.start, line.end) for line in held)

    def _settle(self, words: str, start: int, end: int, *, is_heading: bool) -> None:
        """A block of words."""
        if is_heading:
            self._blocks.append(Heading(start, end))
            for line in words.split("\n"):
                self.titles.append(Span(start, start + len(line)))
                start += len(line) + 1
        else:
            self._blocks.append(Paragraph(start, end))
            self.titles = []

    def table(self, rows: list[DraftRow]) -> None:
        """A table as a grid, or as the paragraphs that it only laid out."""
        self.flush()
        words = [[cell.words for cell in row.cells if cell.words] for row in rows]
        if not is_grid(words):
            for piece in (piece for row in words for piece in row):
                self.paragraph(piece, is_heading=reads_as_heading(piece))
            return
        begin = self.length
        found = [self._row(row) for row in rows]
        end = max(cell.end for row in found for cell in row.cells)
        kept = tuple(row for row in found if any(cell.start < cell.end for cell in row.cells))
        self._blocks.append(Grid(begin, end, kept, tuple(self.titles[-_MOST_TITLES:])))
        self.titles = []

    def _row(self, row: DraftRow) -> Row:
        """A row written: a tab behind every cell with words, a newline at its end."""
        cells: list[Cell] = []
        for cell in row.cells:
            start, end = self.write(" ".join(cell.words.split()))
            cells.append(Cell(start, end, cell.column, cell.width))
            if start < end:
                self.write("\t")
        if any(cell.start < cell.end for cell in cells):
            self.write("\n")
        return Row(tuple(cells), row.ruled, row.indent)


def lay_out(root: Element, styles: Styles) -> tuple[str, list[Block]]:
    """The visible text of a document and its blocks in reading order."""
    sheet = _Sheet()
    for element in _content(root):
        if local(element) == "tbl":
            sheet.table(list(rows_of(element)))
            continue
        words = words_of(element).strip()
        properties = child(element, "pPr")
        style = setting(properties, "pStyle")
        is_entry = style in styles.entries or child(properties, "numPr") is not None
        is_heading = style in styles.headings or _has_level(properties)
        is_heading = is_heading or (not is_entry and reads_as_heading(words))
        sheet.paragraph(words, is_heading=is_heading)
    sheet.flush()
    return sheet.text, sheet.blocks


def pieces(root: Element) -> Iterator[tuple[Element, str]]:
    """The elements that the visible text of a document is in, in its order, with what each says.

    Their letters are those of the text, one by one; only its white space is the reader's own.
    """
    for element in _content(root):
        for one in paragraphs_of(element) if local(element) == "tbl" else (element,):
            yield from pieces_of(one)


def _has_level(properties: Element | None) -> bool:
    """True for a paragraph with a level in the outline of its own."""
    level = attribute(child(properties, "outlineLvl"), "val")
    return bool(level) and number(level) < 9


def _content(root: Element) -> Iterator[Element]:
    """The paragraphs and tables of the body, in order, whatever holds them."""
    stack = [iter((root,))]
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
        elif local(element) in ("p", "tbl"):
            yield element
        elif local(element) in _HOLDERS:
            stack.append(iter(element))
