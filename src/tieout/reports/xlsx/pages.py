"""Statements and tables as sheets: their rows, their columns, and the cell of every figure."""

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct, structs

from tieout.evidence import printed
from tieout.evidence.quantity import Quantity, Style
from tieout.lexicon.currencies import sign_of
from tieout.lexicon.markup import clean
from tieout.model.check import Ref
from tieout.model.period import Period
from tieout.model.statement import Statement
from tieout.model.table import Reading, Table
from tieout.model.workpaper import Release, Workpaper
from tieout.reports._titles import Titles
from tieout.reports._words import KINDS, roles
from tieout.reports.xlsx.cells import Cell, cell_of

TOP = 5
"""Rows over the first line of every sheet: title, what it is, a blank, and two of heads."""
_MOST_LINES, _MOST_COLUMNS = 200_000, 1_000
"""A sheet has no room for more, and no release has so many."""


class Row(Struct, frozen=True, gc=False):
    """A line of a statement or a row of a table, with a reading and a number for each column."""

    caption: str
    readings: tuple[Reading, ...]
    numbers: tuple[Quantity | None, ...]
    depth: int = 0
    is_heading: bool = False
    is_total: bool = False


class Page(Struct, frozen=True, dict=True):
    """A statement, or a table that no statement is, as a sheet of its own.

    `tested` are the columns beside which something is recomputed, `statement` is the statement's
    number, −1 for a table.
    """

    document: int
    name: str
    title: str
    about: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    tested: tuple[int, ...] = ()
    statement: int = -1

    @property
    def has_marks(self) -> bool:
        """True on a sheet of the document under test: a tick mark stands beside every figure."""
        return self.document == 0

    def column(self, number: int) -> int:
        """The sheet's column of the figures of a column."""
        return 1 + number * (2 if self.has_marks else 1)

    @cached_property
    def recomputed(self) -> dict[int, int]:
        """The sheet's column of what is recomputed beside each tested column."""
        first = self.column(len(self.headers)) + 1
        return {number: first + 2 * place for place, number in enumerate(self.tested)}

    @property
    def after(self) -> int:
        """The first column behind them all: of notes."""
        first = self.column(len(self.headers))
        return first + 1 + 2 * len(self.tested) if self.tested else first

    def figures(self) -> Iterator[tuple[int, int, int]]:
        """Every figure by number, with its row here and its column."""
        for at, row in enumerate(self.rows):
            for column, reading in enumerate(row.readings):
                if reading.figure >= 0:
                    yield reading.figure, at, column

    def cell(self, at: int, column: int) -> Cell | None:
        """The cell of a row and column that has a number there; a nil has one too."""
        number = self.rows[at].numbers[column]
        if number is None:
            return None
        return cell_of(number, self.name, TOP + at, self.column(column))


def pages_of(workpaper: Workpaper, document: int, named: set[Ref]) -> Iterator[Page]:
    """Every statement of the subject, and of another document those that a test names.

    A table that is none has a page where a test names a figure of it that stands in no statement.
    """
    release = workpaper.releases[document]
    role = roles(workpaper)[document]
    prefix = "" if document == 0 else f"{role.capitalize()} "
    stands: set[int] = set()
    found: list[tuple[int, Page]] = []
    titles = Titles(release)
    for number, statement in enumerate(release.statements):
        page = _of_statement(release, document, number, titles, prefix)
        figures = {figure for figure, _, _ in page.figures()}
        if document == 0 or any(Ref(document, figure) in named for figure in figures):
            found.append((_start(statement), page))
        stands |= figures
    for table in release.tables:
        rows = [row for row in table.rows if stands.isdisjoint(r.figure for r in row.readings)]
        figures = {reading.figure for row in rows for reading in row.readings} - {-1}
        if any(Ref(document, figure) in named for figure in figures):
            found.append(
                (
                    table.start,
                    _of_table(
                        release, document, table, titles.name(table.number, None), stands, prefix
                    ),
                )
            )
    yield from (page for _, page in sorted(found, key=lambda pair: pair[0]))


def _start(statement: Statement) -> int:
    """Where a statement begins in the text."""
    return min((line.spans[0].start for line in statement.lines if line.spans), default=0)


def _of_statement(
    release: Release, document: int, number: int, titles: Titles, prefix: str
) -> Page:
    """A statement as a page."""
    statement = release.statements[number]
    width = range(min(len(statement.columns), _MOST_COLUMNS))
    rows = tuple(
        Row(
            clean(line.caption),
            line.cells[: len(width)],
            tuple(printed.of_cell(release, document, statement, at, column) for column in width),
            line.depth,
            line.is_heading,
            line.is_total,
        )
        for at, line in enumerate(statement.lines[:_MOST_LINES])
    )
    kind = KINDS[statement.kind].capitalize()
    title = titles.name(statement.table, statement)
    name = kind if statement.is_face or not title else title
    headers = tuple(_header(column.header, column.period) for column in statement.columns)
    scale = {1000: "in thousands", 10**6: "in millions", 10**9: "in billions"}
    told = [statement.unit.text, scale.get(statement.scale, "")]
    about = ", ".join(word for word in (kind, *told) if word)
    name = _cased(name)
    name = f"{prefix}{name[:1].lower()}{name[1:]}" if prefix else name
    heads = headers[: len(width)]
    return Page(document, name, title or kind, about, heads, rows, statement=number)


def _header(words: str, period: Period | None) -> str:
    """What stands over a column; its period where nothing does."""
    return clean(words) or (period.spoken() if period else "")


def _cased(words: str) -> str:
    """Words in capitals throughout, as a reader would write them."""
    return words.capitalize() if words.isupper() else words


def _of_table(
    release: Release, document: int, table: Table, title: str, stands: set[int], prefix: str
) -> Page:
    """A table that no statement is, or what of it stands in none, as a page."""
    width = min(len(table.headers), _MOST_COLUMNS)
    rows = tuple(
        Row(
            clean(row.caption),
            row.readings[:width],
            tuple(_number(release, document, one, row.caption) for one in row.readings[:width]),
            is_heading=row.is_heading,
        )
        for row in table.rows[:_MOST_LINES]
        if stands.isdisjoint(one.figure for one in row.readings)
    )
    name = f"Table {table.number}"
    headers = tuple(clean(header.text) for header in table.headers[:width])
    return Page(document, prefix + name, title or name, name, headers, rows)


def _number(release: Release, document: int, cell: Reading, caption: str) -> Quantity | None:
    """A cell of a table that no statement is, as a number."""
    if cell.kind not in ("number", "nil"):
        return None
    style = printed.of_rate(cell)
    sources: tuple[Ref, ...] = ()
    if cell.kind == "number":
        figure = release.document.figures[cell.figure]
        style = style or Style(sign_of(figure.currency), brackets=True)
        sources = (Ref(document, cell.figure),)
    amount = cell.amount.in_unit(printed.unit_of_cell(cell))
    says = amount if sources else "nil"
    return Quantity(amount, sources, says, caption, None, style or Style(brackets=True))


def settled(page: Page, name: str, subjects: set[Ref]) -> Page:
    """The page under its own name, with the columns that are tested."""
    tested = {
        column for figure, _, column in page.figures() if Ref(page.document, figure) in subjects
    }
    told = tuple(sorted(tested)) if page.has_marks else ()
    return structs.replace(page, name=name, tested=told)
