"""The tables of a release as statements of a book: what they print, and what it means."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence

from msgspec import Struct
from msgspec.structs import replace

from tieout.compose.book import Column, Line, Statement, Style
from tieout.compose.init.cells import NIL, typed
from tieout.compose.init.keys import Keys
from tieout.compose.init.sums import summed
from tieout.compose.init.titles import titles_of, words_of
from tieout.compose.init.words import legible, quoted
from tieout.compose.statements import laid_out
from tieout.lexicon.entries import On
from tieout.lexicon.labels import concept_of
from tieout.lexicon.markup import clean
from tieout.model import statement as read
from tieout.model.document import Cell, Span
from tieout.model.statement import StatementKind
from tieout.model.table import Header, Reading, Table, TableRow
from tieout.model.unit import DOLLARS, Unit
from tieout.model.workpaper import Release

_ON: dict[StatementKind, On] = {"balance_sheet": "balance", "cash_flow_statement": "cash"}
_MOST_COLUMNS = 64
_SHORTEST_SENTENCE = 60
_LONGEST_TITLE = 200
_DEEPEST = 8


class Placed(Struct, frozen=True):
    """A statement of the book, and where it stood.

    `grid` is the number of the document's grid, from 0. `titles` are the lines over it that are
    its own.
    """

    statement: Statement
    grid: int
    titles: tuple[Span, ...]


def statements_of(release: Release) -> tuple[Placed, ...]:
    """Every table with columns, in reading order, every line of figures with a key.

    Lines of the primary statements have the plain keys, whatever stands before them.
    """
    claimed: dict[int, list[read.Statement]] = {}
    for statement in release.statements:
        claimed.setdefault(statement.table, []).append(statement)
    cells = _cells(release)
    first = begins(release)
    placed = [
        _placed(release, table, claimed.get(table.number, []), cells)
        for table in release.tables
        if table.start >= first and _is_tabular(release, table, is_claimed=table.number in claimed)
    ]
    keyed = Keys()
    order = sorted(range(len(placed)), key=lambda n: not _is_face(placed[n].statement))
    for number in order:
        one = placed[number]
        placed[number] = replace(one, statement=_keyed(one.statement, keyed))
    by_table = {one.grid + 1: number for number, one in enumerate(placed)}
    for table, told in claimed.items():
        if table in by_table:
            number = by_table[table]
            placed[number] = replace(
                placed[number], statement=summed(placed[number].statement, told)
            )
    return tuple(placed)


def begins(release: Release) -> int:
    """Where the release begins in its document: behind the pages of a Form 8-K."""
    heading, form = release.announcement, release.form
    if form is None:
        return 0
    return heading.start if heading is not None else form.end


def nil_of(placed: Sequence[Placed]) -> str:
    """The dash that most empty cells print."""
    found = Counter(
        cell
        for one in placed
        for line in one.statement.lines
        for cell in line.cells
        if NIL.fullmatch(cell)
    )
    return found.most_common(1)[0][0] if found else "--"


def _is_face(statement: Statement) -> bool:
    """True for a primary statement."""
    return statement.kind in read.FACE


# ---------------------------------------------------------------------------------------- tables


def _placed(
    release: Release,
    table: Table,
    claimed: Sequence[read.Statement],
    cells: Mapping[int, Cell],
) -> Placed:
    """A table as a statement of the book, its lines without keys and sums."""
    claimed = [one for one in claimed if len(one.columns) == len(table.headers)]
    first = min(claimed, key=lambda one: not one.is_face, default=None)
    by_row = {line.row: line for one in claimed for line in one.lines}
    scale = first.scale if first is not None else 1
    unit = first.unit if first is not None else DOLLARS
    kind: StatementKind = first.kind if first is not None else "supplemental"
    depths = _depths(table)
    lines = tuple(
        _line(release, row, by_row.get(number), cells, depths[row.indent], (kind, scale, unit))
        for number, row in enumerate(table.rows)
    )
    titles = titles_of(release, table)
    return Placed(
        Statement(
            kind=kind,
            titles=words_of(release, titles),
            columns=tuple(_columns(release, table, first)),
            lines=lines,
            scale=scale,
            unit=unit.text,
        ),
        table.number - 1,
        titles,
    )


def _is_tabular(release: Release, table: Table, *, is_claimed: bool) -> bool:
    """True for columns of figures; a page laid out in a grid has sentences in its cells."""
    if not 1 <= len(table.headers) <= _MOST_COLUMNS or not table.rows:
        return False
    numbers = sum(cell.kind == "number" for row in table.rows for cell in row.readings)
    grid = release.document.grids[table.number - 1]
    sentences = sum(
        cell.end - cell.start >= _SHORTEST_SENTENCE and release.document.text[cell.end - 1] == "."
        for row in grid.rows
        for cell in row.cells
    )
    titles = [span for span in table.titles if span.start >= table.start]
    tells = any(span.end - span.start > _LONGEST_TITLE for span in titles)
    return numbers > 0 and not tells and (is_claimed or numbers > 2 * sentences)


def _cells(release: Release) -> dict[int, Cell]:
    """The cell that every figure of a grid stands in."""
    document = release.document
    return {
        figure: cell
        for grid in document.grids
        for row in grid.rows
        for cell in row.cells
        for figure in document.figures_in(cell.start, cell.end)
    }


def _depths(table: Table) -> dict[int, int]:
    """How deep each indent of the table is."""
    indents = sorted({row.indent for row in table.rows})
    return {indent: min(depth, _DEEPEST) for depth, indent in enumerate(indents)}


def _columns(release: Release, table: Table, first: read.Statement | None) -> Iterator[Column]:
    """The columns: the header's words level by level, and the period of amounts under them."""
    levels = _levels(release, table)
    for number, header in enumerate(table.headers):
        words = _words(release, header, levels)
        column = first.columns[number] if first is not None else None
        is_amounts = column is not None and not column.measure
        yield Column(period=column.period if column and is_amounts else None, header=words)


def _levels(release: Release, table: Table) -> dict[int, int]:
    """The level of each cell over the columns, by where it starts."""
    grid = release.document.grids[table.number - 1]
    over = {span.start for header in table.headers for span in header.spans}
    rows = [held for row in grid.rows if (held := [c.start for c in row.cells if c.start in over])]
    return {start: level for level, starts in enumerate(rows) for start in starts}


def _words(release: Release, header: Header, levels: Mapping[int, int]) -> tuple[str, ...]:
    """The words over a column, a level each; empty levels at the ends are left out."""
    said = [""] * (max(levels.values(), default=-1) + 1)
    for span in header.spans:
        words = clean(legible(span.of(release.document.text)))
        level = levels[span.start]
        said[level] = f"{said[level]} {words}".strip()
    while said and not said[-1]:
        said.pop()
    while said and not said[0]:
        said.pop(0)
    return tuple(said)


# ----------------------------------------------------------------------------------------- lines


def _line(
    release: Release,
    row: TableRow,
    line: read.Line | None,
    cells: Mapping[int, Cell],
    depth: int,
    over: tuple[StatementKind, int, Unit],
) -> Line:
    """A row as a line: what it prints, and its unit and scale where they are its own."""
    kind, scale, unit = over
    caption = quoted(" ".join(legible(row.caption).split()))
    if row.is_heading:
        return Line(caption=caption, kind="heading", depth=depth)
    printed = tuple(_cell(release, one, cells) for one in row.readings)
    numbers = [_decimals(cell) for cell in printed if cell.lstrip("-.")[:1].isdigit()]
    told = Line(
        caption=caption,
        kind="total" if line is not None and line.is_total else "line",
        depth=depth,
        cells=printed,
        currency=any(one.currency for one in row.readings),
        decimals=min(numbers, default=0),
    )
    if line is None or line.is_heading:
        return told
    own = line.unit.text if line.unit is not unit else ""
    power = 10**line.power if line.power >= 0 else None
    expected = scale if line.unit.is_scaled else 1
    is_named = line.concept.startswith("us-gaap:") and (
        concept_of(row.caption, _ON.get(kind, "income")).name != line.concept
    )
    return replace(
        told,
        unit=own,
        scale=power if power != expected else None,
        concept=line.concept if is_named else "",
    )


def _cell(release: Release, reading: Reading, cells: Mapping[int, Cell]) -> str:
    """What a cell prints; a figure's reading is of its digits, the cell is around it."""
    cell = cells.get(reading.figure)
    start, end = (cell.start, cell.end) if cell is not None else (reading.start, reading.end)
    return typed(release.document, reading, start, end)


def _decimals(cell: str) -> int:
    """How many digits a number has behind its point."""
    return len(cell.rstrip("%").partition(".")[2])


def signed(statement: Statement, style: Style) -> Statement:
    """The statement without a word on currency signs where they stand where they always do."""
    lines = tuple(replace(line, currency=None) for line in statement.lines)
    rows = laid_out(replace(statement, lines=lines), style).rows
    told = tuple(
        line
        if bool(line.currency) != any(cell.currency for cell in row.cells)
        else replace(line, currency=None)
        for line, row in zip(statement.lines, rows, strict=True)
    )
    return replace(statement, lines=told)


# ----------------------------------------------------------------------------------------- keys


def _keyed(statement: Statement, keys: Keys) -> Statement:
    """The statement with a key for every line that prints a number."""
    lines = []
    heading = ""
    for line in statement.lines:
        if line.kind == "heading":
            heading = line.caption
        elif any(_is_figure(cell) for cell in line.cells):
            line = replace(line, key=keys.key(line.caption, statement.kind, heading))
        lines.append(line)
    return replace(statement, lines=tuple(lines))


def _is_figure(cell: str) -> bool:
    """True for a number or a dash."""
    return NIL.fullmatch(cell) is not None or cell.lstrip("-.")[:1].isdigit()
