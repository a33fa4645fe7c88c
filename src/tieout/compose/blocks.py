"""What a composed document consists of, before it is HTML, text, Markdown or Word."""

from typing import Literal, TypeAlias

from msgspec import Struct


class Run(Struct, frozen=True):
    """Words in one face; a number that an expression printed has its `fact`, else −1."""

    text: str
    bold: bool = False
    italic: bool = False
    fact: int = -1


Runs: TypeAlias = tuple[Run, ...]
Align: TypeAlias = Literal["left", "center"]


class Title(Struct, frozen=True, tag=True):
    """A heading: level 1 is the document's, 2 a section's, 3 one inside a section."""

    runs: Runs
    level: int = 2
    align: Align = "left"


class Paragraph(Struct, frozen=True, tag=True):
    """A paragraph; a run may hold line breaks."""

    runs: Runs
    align: Align = "left"


class Bullets(Struct, frozen=True, tag=True):
    """Entries of a list, one after another."""

    entries: tuple[Runs, ...]


class Cell(Struct, frozen=True):
    """A cell as printed: currency sign, number, and what closes it, apart so that digits align.

    "$ (756)" is currency "$", text "(756", closing ")"; words stand in `text` alone. `fact` is
    the number of the fact it prints, −1 where it prints none.
    """

    text: str = ""
    currency: str = ""
    closing: str = ""
    fact: int = -1

    @property
    def words(self) -> str:
        """The cell as a reader reads it: "$ (756)"."""
        return f"{self.currency + ' ' if self.currency else ''}{self.text}{self.closing}"


class HeaderCell(Struct, frozen=True):
    """Words over `width` columns of figures."""

    text: str
    width: int = 1


class Row(Struct, frozen=True):
    """A caption and its cells; `ruled` is a single rule above, `closed` a double one below."""

    caption: str
    cells: tuple[Cell, ...]
    depth: int = 0
    bold: bool = False
    ruled: bool = False
    closed: bool = False


class Table(Struct, frozen=True, tag=True):
    """A statement as laid out: titles over it, header rows, rows, all with as many columns."""

    titles: tuple[str, ...]
    headers: tuple[tuple[HeaderCell, ...], ...]
    rows: tuple[Row, ...]
    columns: int


class PageBreak(Struct, frozen=True, tag=True):
    """A new page begins."""


Block: TypeAlias = Title | Paragraph | Bullets | Table | PageBreak


class Piece(Struct, frozen=True):
    """A composed document: what it is called in the submission, and its blocks in order."""

    kind: Literal["8-K", "EX-99.1"]
    description: str
    blocks: tuple[Block, ...]
