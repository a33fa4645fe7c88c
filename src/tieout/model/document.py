"""A document as read: visible text, blocks in reading order, passages and figures."""

from bisect import bisect_left
from datetime import date
from functools import cached_property
from typing import Literal, TypeAlias

from msgspec import Struct

from tieout.model.figure import Figure


class Span(Struct, frozen=True, gc=False):
    """A stretch [start, end) of the visible text."""

    start: int
    end: int

    def of(self, text: str) -> str:
        """The words there."""
        return text[self.start : self.end]


_PERIODIC = ("10-Q", "10-K", "20-F", "40-F")
_LEAP = 2000


class Filing(Struct, frozen=True, gc=False):
    """What EDGAR's header says of a filing; what it does not say is empty, its days then None.

    `period` is the day a current report is about, or the last of the period that another tells of;
    `state` and `fiscal_year_end` are written as there: "DE", "1231".
    """

    accession_number: str = ""
    form_type: str = ""
    registrant: str = ""
    cik: str = ""
    filed: date | None = None
    items: tuple[str, ...] = ()
    period: date | None = None
    state: str = ""
    fiscal_year_end: str = ""

    @property
    def reported(self) -> date | None:
        """The day of the event that a current report is about; None for any other form."""
        return self.period if self.form_type.startswith("8-K") else None

    @property
    def period_end(self) -> date | None:
        """The last day of the period that a quarterly or annual report tells of."""
        return self.period if self.form_type.startswith(_PERIODIC) else None

    @property
    def year_end(self) -> date | None:
        """The day the fiscal year ends on, in a year of no meaning; None where none is told."""
        digits = self.fiscal_year_end
        try:
            return date(_LEAP, int(digits[:2]), int(digits[2:])) if len(digits) == 4 else None
        except ValueError:
            return None


class Heading(Struct, frozen=True, gc=False, tag=True):
    """A short line that stands over what follows.

    `opens` is true for the title of a slide: nothing said before it holds under it.
    """

    start: int
    end: int
    opens: bool = False


class Paragraph(Struct, frozen=True, gc=False, tag=True):
    """A paragraph, or one entry of a list."""

    start: int
    end: int


class Cell(Struct, frozen=True, gc=False):
    """A cell of a grid: its span, and the columns [column, column + width) that it covers.

    Columns are counted where a format counts them (HTML, tabs, pipes), else measured: characters
    from the margin in plain text, points from the page's edge in a PDF.
    """

    start: int
    end: int
    column: int
    width: int = 1


class Row(Struct, frozen=True, gc=False):
    """A row of a grid. `ruled` is true where a rule (-----, =====) stands right above it.

    `indent` is how far its caption is set in, in the format's own units; 0 is the margin.
    """

    cells: tuple[Cell, ...]
    ruled: bool = False
    indent: int = 0

    @property
    def start(self) -> int:
        """Where it begins in the text; 0 for a row without cells."""
        return self.cells[0].start if self.cells else 0


class Grid(Struct, frozen=True, gc=False, tag=True):
    """Rows and columns as laid out, nothing yet understood; `titles` are the lines over it.

    `is_measured` is true where columns are measured, not counted, so that a header may stand
    beside its column instead of over it.
    """

    start: int
    end: int
    rows: tuple[Row, ...]
    titles: tuple[Span, ...] = ()
    is_measured: bool = False


Block: TypeAlias = Heading | Paragraph | Grid


class Passage(Struct, frozen=True, gc=False):
    """Words to be read as prose: a paragraph (rejoined over page breaks), an entry, a heading.

    `section` is the heading it stands under, empty before the first. `opens` is true for the title
    of a slide.
    """

    start: int
    end: int
    kind: Literal["paragraph", "heading", "cell"]
    section: str = ""
    opens: bool = False


class Sheet(Struct, frozen=True, gc=False):
    """Where a grid of a workbook stands: its sheet, its first column, and the row of each row.

    `start` is where the grid begins; rows and columns are counted from 1. A CSV file has one sheet
    without a name.
    """

    start: int
    name: str
    left: int
    rows: tuple[int, ...]


class NamedCell(Struct, frozen=True, gc=False):
    """A cell that a workbook has a name for; row and column are counted from 1."""

    name: str
    sheet: str
    row: int
    column: int


class Document(Struct, frozen=True, dict=True):
    """One document: a content hash, its visible text, blocks, passages and figures.

    `filing` is what EDGAR's header says of it, where it came in a submission. `pages` is how many
    pages it has, where a format has any, and `pictures` are the numbers of those that are pictures.
    `currency` is the ISO code of the currency that it speaks of most; empty where it names none.
    `is_slides` is true where the pages are slides. `sheets` says of the grids of a workbook where
    they stand, and `named` has the cells that it has names for.
    """

    name: str
    sha256: str
    format: str
    text: str
    blocks: tuple[Block, ...]
    passages: tuple[Passage, ...]
    figures: tuple[Figure, ...]
    filing: Filing | None = None
    pages: int = 0
    pictures: tuple[int, ...] = ()
    currency: str = ""
    is_slides: bool = False
    sheets: tuple[Sheet, ...] = ()
    named: tuple[NamedCell, ...] = ()

    def figures_in(self, start: int, end: int) -> range:
        """The numbers (positions in `figures`) of the figures that lie in [start, end)."""
        starts = self.starts
        first = stop = bisect_left(starts, start)
        if first < len(starts) and starts[first] < end:
            stop = bisect_left(starts, end, first + 1)
        return range(first, stop)

    @cached_property
    def starts(self) -> list[int]:
        """Where each figure starts."""
        return [figure.start for figure in self.figures]

    @cached_property
    def names(self) -> dict[tuple[str, int, int], str]:
        """The first name of each cell that has any, by sheet, row and column."""
        return {(one.sheet, one.row, one.column): one.name for one in reversed(self.named)}

    @cached_property
    def grids(self) -> tuple[Grid, ...]:
        """The grids, in reading order."""
        return tuple(block for block in self.blocks if isinstance(block, Grid))
