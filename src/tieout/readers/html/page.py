"""A page being laid out: the text so far, the open tables, the blocks done."""

from msgspec import Struct

from tieout.model.document import Block, Cell, Grid, Heading, Paragraph, Row, Span
from tieout.readers.html.grids import is_grid, is_listed
from tieout.readers.passages import reads_as_heading

_MOST_TITLES = 8
# Columns further right are free in every row: each row is searched for the first that is.
_MOST_HELD = 256
_OF_LIST = 2
"""Cells that a row of a list has at the most: a mark and words."""


class Room(Struct, frozen=True, gc=False):
    """The columns and rows that a cell covers, and how far its words are set in."""

    width: int = 1
    height: int = 1
    indent: int = 0


class Rooms(Struct, frozen=True, gc=False):
    """The rooms of cells beside one another, their columns together, and whether each is one row.

    There is one room or more.
    """

    each: tuple[Room, ...]
    width: int
    is_flat: bool


class Lead(Struct, frozen=True, gc=False):
    """What stands between a cell's tag and its words: how far it sets them in, apart, or above."""

    indent: int
    is_apart: bool
    is_raised: bool = False


class _Cell(Struct):
    """A cell being filled: which pieces of the text hold its words, and where its lines end."""

    column: int
    width: int
    start: int = -1
    end: int = -1
    first: int = 0
    stop: int = 0
    breaks: list[int] = []


class _Table(Struct):
    """A table being filled: rows done, the row begun, and columns that a rowspan still holds."""

    rows: list[list[_Cell]] = []
    indents: list[int] = []
    held: dict[int, int] = {}  # by column, the number of the row that is free of it again
    column: int = 0
    cell: _Cell | None = None
    in_row: bool = False
    start: int = -1
    indent: int = 0
    is_layout: bool = False


class Page:
    """The visible text and blocks of a page, filled in reading order."""

    def __init__(self) -> None:
        """An empty page."""
        self.blocks: list[Block] = []
        self._pieces: list[str] = []
        self._length = 0
        self._last = "\n"
        self._space = False
        self._run = _Cell(0, 1)
        self._tables: list[_Table] = []
        self._titles: list[Span] = []
        self._risen = -1
        self.raised: list[Span] = []

    @property
    def text(self) -> str:
        """The visible text so far."""
        return "".join(self._pieces)

    @property
    def in_cell(self) -> bool:
        """True inside a cell of a table."""
        return bool(self._tables) and self._tables[-1].cell is not None

    def words(self, text: str) -> None:
        """Text as it stands in the page; white space is collapsed over tags too."""
        words = text.split()
        if not words:
            self._space = self._space or bool(text)
            return
        if self._space or text[0].isspace():
            self._write_space()
        cell = self._tables[-1].cell if self._tables else None
        sink = self._run if cell is None else cell
        if sink.start < 0:
            sink.start, sink.first = self._length, len(self._pieces)
        self._write(" ".join(words))
        sink.end, sink.stop = self._length, len(self._pieces)
        self._space = text[-1].isspace()

    def rise(self) -> None:
        """What follows stands above its line."""
        self.gap()
        self._risen = self._length

    def fall(self) -> None:
        """What follows stands on the line again."""
        self.gap()
        if 0 <= self._risen < self._length:
            self.raised.append(Span(self._risen, self._length))
        self._risen = -1

    def gap(self) -> None:
        """Words on both sides are apart: a raised mark does not join a number."""
        self._space = True

    def line_break(self) -> None:
        """A line ends within a block; two in a row end the block."""
        cell = self._tables[-1].cell if self._tables else None
        if cell is not None:
            if cell.end >= 0:
                cell.breaks.append(cell.end)
            self._space = True
        elif self._run.start >= 0 and self._last == "\n":
            self.boundary()
        elif self._run.start >= 0:
            self._newline()

    def boundary(self) -> None:
        """A block begins or ends here."""
        if self.in_cell:
            self.line_break()
            return
        if self._run.start >= 0:
            self._emit(self._run.start, self._words_of(self._run))
            self._run = _Cell(0, 1)
        self._newline()

    def indent(self, points: int) -> None:
        """The first cell of a row is set in by so much."""
        if self._tables and self._tables[-1].cell is not None and points:
            table = self._tables[-1]
            if not table.indent and table.cell is not None and table.cell.column == 0:
                table.indent = points

    def open_table(self) -> None:
        """A table begins; one inside a cell makes the outer table a mere layout."""
        if self._tables:
            outer = self._tables[-1]
            self._spill(outer)
            outer.is_layout = True
            outer.cell = None
        self.boundary()
        self._tables.append(_Table(rows=[], indents=[], held={}, start=self._length))

    def open_row(self) -> None:
        """A row begins."""
        if not self._tables or self._tables[-1].is_layout:
            self.boundary()
            return
        table = self._tables[-1]
        table.rows.append([])
        table.indents.append(0)
        table.indent = 0
        table.column = 0
        table.in_row = True

    def open_cell(self, room: Room) -> None:
        """A cell begins in the next free column."""
        if not self._tables or self._tables[-1].is_layout:
            self.boundary()
            return
        table = self._tables[-1]
        if not table.in_row:
            self.open_row()
        table.cell = _Cell(_taken(table, room), room.width)
        self._space = False

    def cell(self, room: Room, lead: Lead, words: str) -> None:
        """A cell with one stretch of words and nothing else, as most are."""
        table = self._tables[-1] if self._tables else None
        if table is None or table.is_layout:
            self.boundary()
            self._space = self._space or lead.is_apart
            self.words(words)
            self.close_cell()
            return
        if not table.in_row:
            self.open_row()
        column = _taken(table, room)
        if lead.is_apart:
            self._write_space()
        if lead.indent and not column and not table.indent:
            table.indent = lead.indent
        piece, pieces = " ".join(words.split()), self._pieces
        start, first = self._length, len(pieces)
        end = start + len(piece)
        if lead.is_raised:
            self.raised.append(Span(start, end))
        pieces += (piece, "\t")
        self._length = end + 1
        self._last = "\t"
        table.rows[-1].append(_Cell(column, room.width, start, end, first, first + 1))
        table.cell = None
        self._space = False

    def blank_cells(self, rooms: Rooms) -> None:
        """Cells without words take their columns, and are not kept."""
        if not self._tables or self._tables[-1].is_layout:
            self.boundary()
            return
        table = self._tables[-1]
        if not table.in_row:
            self.open_row()
        if rooms.is_flat and not table.held:
            if not table.column and not table.indent:
                table.indent = rooms.each[0].indent
            table.column += rooms.width
        else:
            for room in rooms.each:
                _taken(table, room)
        table.cell = None
        self._space = False

    def close_cell(self) -> None:
        """A cell ends; a tab stands after one with words, and one without is none."""
        if not self._tables or self._tables[-1].is_layout:
            self.boundary()
            return
        table = self._tables[-1]
        cell, table.cell = table.cell, None
        if cell is None or cell.start < 0:
            return
        self._space = False
        self._write("\t")
        table.rows[-1].append(cell)

    def close_row(self) -> None:
        """A row ends with a newline."""
        if not self._tables or self._tables[-1].is_layout:
            self.boundary()
            return
        table = self._tables[-1]
        if table.cell is not None:
            self.close_cell()
        if table.indents:
            table.indents[-1] = table.indent
        table.in_row = False
        self._newline()

    def close_table(self) -> None:
        """A table ends as a grid, or as the paragraphs that it only laid out."""
        if not self._tables:
            return
        table = self._tables[-1]
        if table.in_row:
            self.close_row()
        self._tables.pop()
        rows = [
            Row(
                tuple([Cell(cell.start, cell.end, cell.column, cell.width) for cell in row]),
                indent=indent,
            )
            for row, indent in zip(table.rows, table.indents, strict=True)
            if row
        ]
        if table.is_layout or not self._is_grid(table):
            self._spill(table)
        elif rows:
            end = max(cell.end for row in rows for cell in row.cells)
            titles = tuple(self._titles[-_MOST_TITLES:])
            self.blocks.append(Grid(table.start, end, tuple(rows), titles))
            self._titles = []
        self._newline()

    def end(self) -> None:
        """Everything still open ends."""
        while self._tables:
            self.close_table()
        self.boundary()

    def _is_grid(self, table: _Table) -> bool:
        """True for a table of figures; rows of three cells are of no list, whatever they say."""
        if len(table.rows) > 1 and any(len(row) > _OF_LIST for row in table.rows):
            return True
        return is_grid([[self._words_of(cell) for cell in row] for row in table.rows])

    def _words_of(self, cell: _Cell) -> str:
        """The words of a cell, as they stand in the page's text."""
        if cell.stop == cell.first + 1:
            return self._pieces[cell.first]
        return "".join(self._pieces[cell.first : cell.stop])

    def _spill(self, table: _Table) -> None:
        """The cells of a layout table as blocks; a bullet in a cell of its own joins its text."""
        if table.cell is not None and table.cell.start >= 0:
            table.rows[-1:] = [[*(table.rows[-1] if table.rows else []), table.cell]]
        for row in table.rows:
            words = [self._words_of(cell) for cell in row]
            if is_listed(words):
                mark, entry = row
                self.blocks.append(Paragraph(mark.start, entry.end))
                self._titles = []
                continue
            for cell, text in zip(row, words, strict=True):
                start = cell.start
                for stop in [*cell.breaks, cell.end]:
                    if stop > start:
                        self._emit(start, text[start - cell.start : stop - cell.start])
                        start = stop
        table.rows, table.indents = [], []

    def _emit(self, start: int, words: str) -> None:
        """A heading or a paragraph."""
        start += len(words) - len(words.lstrip())
        words = words.strip()
        if not words:
            return
        end = start + len(words)
        if reads_as_heading(words):
            self.blocks.append(Heading(start, end))
            self._titles += _lines(words, start)
        else:
            self.blocks.append(Paragraph(start, end))
            self._titles = []

    def _newline(self) -> None:
        """The line ends."""
        self._space = False
        if self._last != "\n":
            self._write("\n")

    def _write_space(self) -> None:
        """A blank, where there is not one already."""
        self._space = False
        if self._last not in "\n\t ":
            self._write(" ")

    def _write(self, piece: str) -> None:
        """More text."""
        self._pieces.append(piece)
        self._length += len(piece)
        self._last = piece[-1]


def _taken(table: _Table, room: Room) -> int:
    """The column that a cell begins in, which is then taken."""
    column, held = table.column, table.held
    if held:
        row = len(table.rows)
        while held.get(column, 0) > row:
            column += 1
    if room.height > 1:
        for one in range(column, min(column + room.width, _MOST_HELD)):
            held[one] = len(table.rows) + room.height
    if not column and not table.indent:
        table.indent = room.indent
    table.column = column + room.width
    return column


def _lines(words: str, start: int) -> list[Span]:
    """The lines of a heading."""
    spans: list[Span] = []
    for line in words.split("\n"):
        spans.append(Span(start, start + len(line)))
        start += len(line) + 1
    return spans
