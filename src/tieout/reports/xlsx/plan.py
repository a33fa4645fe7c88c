"""What stands where in the workbook, settled before anything is written: sheets, rows and cells."""

from collections.abc import Iterator
from functools import cached_property

from msgspec import Struct, structs

from tieout.evidence import printed
from tieout.evidence.quantity import Quantity, Style
from tieout.lexicon.currencies import sign_of
from tieout.lexicon.markup import clean
from tieout.model.check import Check, Ref
from tieout.model.statement import Statement
from tieout.model.table import Reading, Table
from tieout.model.workpaper import Release, Workpaper
from tieout.reports._leads import leading
from tieout.reports._marks import letters
from tieout.reports._words import KINDS, LEAD, SIGNS, roles
from tieout.reports.xlsx.cells import Cell, cell_of
from tieout.reports.xlsx.live import Blanks, Live, live
from tieout.reports.xlsx.looks import INK, LEAD_INK
from tieout.workbooks import sheet_names

SUMMARY, FINDINGS, LEADS = "Summary", "Findings", "Leads"
CLAIMS, FURTHER, UNTESTED = "Claims", "Further tests", "Not tested"
FIXED = (SUMMARY, FINDINGS, LEADS, CLAIMS, FURTHER, UNTESTED)

TOP = 5
"""Rows over the first line of every sheet: title, what it is, a blank, and two of heads."""
_MOST_LINES, _MOST_COLUMNS = 200_000, 1_000
"""A sheet has no room for more, and no release has so many."""
CLAIMED = 2
"""The column of the figures on the sheet of claims."""


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

    `tested` are the columns beside which something is recomputed.
    """

    document: int
    name: str
    title: str
    about: str
    headers: tuple[str, ...]
    rows: tuple[Row, ...]
    tested: tuple[int, ...] = ()

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


class Plan:
    """The sheets of a workpaper, the cell of every figure on them, and the tests they show."""

    def __init__(self, workpaper: Workpaper) -> None:
        """The plan of this workpaper's workbook."""
        self.workpaper = workpaper
        self.tests = [check for check in workpaper.checks if is_shown(check)]
        named = {ref for check in self.tests for ref in _named(check)}
        pages = [
            page
            for document in range(len(workpaper.releases))
            for page in _pages(workpaper, document, named)
        ]
        names = sheet_names((page.name for page in pages), FIXED)
        subjects = {check.subject for check in self.tests}
        self.pages = [_with(page, name, subjects) for page, name in zip(pages, names, strict=True)]
        self.cells: dict[Ref, Cell] = {}
        self.where: dict[Ref, tuple[str, int, int]] = {}
        self._stands: dict[Ref, tuple[Page, int, int]] = {}
        for page in self.pages:
            for figure, at, column in page.figures():
                ref = Ref(page.document, figure)
                if ref in self.where:
                    continue
                self.where[ref] = page.name, TOP + at, page.column(column)
                self._stands[ref] = page, at, column
                if (cell := page.cell(at, column)) is not None:
                    self.cells[ref] = cell
        self.claims = {
            Ref(number, claim.figure): claim
            for number, release in enumerate(workpaper.releases)
            for claim in release.claims
        }
        self.told = self._told(named)
        prose = [_Prose(release, number) for number, release in enumerate(workpaper.releases)]
        for row, ref in enumerate(self.told):
            self.where[ref] = CLAIMS, TOP + row, CLAIMED
            number = prose[ref.document].number(ref.figure)
            cell = None if number is None else cell_of(number, CLAIMS, TOP + row, CLAIMED)
            if cell is not None:
                self.cells[ref] = cell
        self._blanks = _blanks(self.cells)
        self.of: dict[Ref, list[Check]] = {}
        for check in self.tests:
            self.of.setdefault(check.subject, []).append(check)
        for checks in self.of.values():
            checks.sort(key=_rank)

    def _told(self, named: set[Ref]) -> list[Ref]:
        """The figures of prose in reading order, then dates and references that are tested.

        Those of other documents come last, where a test names them.
        """
        own = {ref for ref in self.claims if ref.document == 0}
        computed = {ref for check in self.tests if check.formula for ref in _named(check)}
        return sorted(
            (ref for ref in own | named if ref not in self.where),
            key=lambda ref: (ref.document, ref not in own and ref not in computed, ref.figure),
        )

    def live(self, check: Check, sheet: str) -> Live | None:
        """The check's formula on a sheet, where there is one."""
        return live(check, sheet, self.cells, self._blanks)

    def first(self, ref: Ref) -> Check | None:
        """The test that is shown beside a figure: the worst, else the one that computes most."""
        checks = self.of.get(ref)
        return checks[0] if checks else None

    @cached_property
    def further(self) -> list[Check]:
        """Every test that is not shown beside its figure, in reading order."""
        return [check for ref in sorted(self.of) for check in self.of[ref][1:]]

    def line_and_column(self, ref: Ref) -> tuple[str, str]:
        """The captions of the line and the column a figure stands in; empty outside tables."""
        stand = self._stands.get(ref)
        if stand is None:
            return "", ""
        page, at, column = stand
        return page.rows[at].caption, page.headers[column]

    def mark(self, figure: int) -> tuple[str, str]:
        """The mark of a figure of the subject, its sign and letters, and the mark's colour."""
        outcome = self.workpaper.endings[figure].outcome
        if outcome == "not-tested" and figure in self._leading:
            return LEAD, LEAD_INK
        told = self._letters[figure] if outcome not in ("not-tested", "excluded") else []
        return " ".join((SIGNS[outcome], *told)), INK[outcome]

    @cached_property
    def _letters(self) -> list[list[str]]:
        """The letters beside every figure."""
        return letters(self.workpaper)

    @cached_property
    def _leading(self) -> set[int]:
        """The figures that are leads."""
        return leading(self.workpaper)


def is_shown(check: Check) -> bool:
    """True for what was tested, and for leads."""
    return check.outcome != "not-tested" or check.is_lead


_RANKS = {"differs": 0, "not-tested": 1, "rounds": 2, "agrees": 3}


def _rank(check: Check) -> tuple[int, int]:
    """By this the tests of a figure stand in order."""
    return _RANKS[check.outcome], -min(len(check.operands), 2)


def _named(check: Check) -> Iterator[Ref]:
    """The figures of a check."""
    yield check.subject
    yield from (one.ref for one in check.operands)


def _blanks(cells: dict[Ref, Cell]) -> Blanks:
    """Where numbers stand; a nil adds nothing to a range."""
    rows: dict[tuple[str, int], set[int]] = {}
    for cell in cells.values():
        rows.setdefault((cell.sheet, cell.column), set()).add(cell.row)
    return Blanks({place: frozenset(held) for place, held in rows.items()})


def _with(page: Page, name: str, subjects: set[Ref]) -> Page:
    """The page under its own name, with the columns that are tested."""
    tested = {
        column for figure, _, column in page.figures() if Ref(page.document, figure) in subjects
    }
    told = tuple(sorted(tested)) if page.has_marks else ()
    return structs.replace(page, name=name, tested=told)


# ------------------------------------------------------------------------- statements and tables


def _pages(workpaper: Workpaper, document: int, named: set[Ref]) -> Iterator[Page]:
    """Every statement of the subject, and of another document those that a test names.

    A table that is none has a page where a test names a figure of it that stands in no statement.
    """
    release = workpaper.releases[document]
    role = roles(workpaper)[document]
    prefix = "" if document == 0 else f"{role.capitalize()} "
    stands: set[int] = set()
    found: list[tuple[int, Page]] = []
    for number, statement in enumerate(release.statements):
        page = _of_statement(release, document, number, statement, prefix)
        figures = {figure for figure, _, _ in page.figures()}
        if document == 0 or any(Ref(document, figure) in named for figure in figures):
            found.append((_start(statement), page))
        stands |= figures
    for table in release.tables:
        rows = [row for row in table.rows if stands.isdisjoint(r.figure for r in row.readings)]
        figures = {reading.figure for row in rows for reading in row.readings} - {-1}
        if any(Ref(document, figure) in named for figure in figures):
            found.append((table.start, _of_table(release, document, table, stands, prefix)))
    yield from (page for _, page in sorted(found, key=lambda pair: pair[0]))


def _start(statement: Statement) -> int:
    """Where a statement begins in the text."""
    return min((line.spans[0].start for line in statement.lines if line.spans), default=0)


def _of_statement(
    release: Release, document: int, number: int, statement: Statement, prefix: str
) -> Page:
    """A statement as a page."""
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
    title = clean(statement.title)
    name = kind if statement.is_face or not title else title
    headers = tuple(_header(column.header, column.period) for column in statement.columns)
    scale = {1000: "in thousands", 10**6: "in millions", 10**9: "in billions"}
    told = [statement.unit.text, scale.get(statement.scale, "")]
    about = ", ".join(word for word in (kind, *told) if word)
    name = _cased(name)
    name = f"{prefix}{name[:1].lower()}{name[1:]}" if prefix else name
    return Page(document, name, title or kind, about, headers[: len(width)], rows)


def _header(words: str, period: object) -> str:
    """What stands over a column; its period where nothing does."""
    return clean(words) or (str(period) if period else "")


def _cased(words: str) -> str:
    """Words in capitals throughout, as a reader would write them."""
    return words.capitalize() if words.isupper() else words


def _of_table(release: Release, document: int, table: Table, stands: set[int], prefix: str) -> Page:
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
    titles = [clean(span.of(release.document.text)) for span in table.titles]
    name = f"Table {table.number}"
    headers = tuple(clean(header.text) for header in table.headers[:width])
    return Page(document, prefix + name, " ".join(titles) or name, name, headers, rows)


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


# ----------------------------------------------------------------------------------------- prose


class _Prose:
    """The figures of one document that stand in sentences and captions, as numbers."""

    def __init__(self, release: Release, document: int) -> None:
        """Those of this release."""
        self._release, self._document = release, document
        self._claims = {claim.figure: claim for claim in release.claims}
        self._facts = {fact.figure: fact for fact in release.facts if fact.in_caption}

    def number(self, figure: int) -> Quantity | None:
        """The figure as a number; None for a date and the like."""
        if (claim := self._claims.get(figure)) is not None:
            return printed.of_claim(self._release, self._document, claim)
        if (fact := self._facts.get(figure)) is not None:
            return printed.of_fact(self._release, self._document, fact)
        return printed.of_figure(self._release, self._document, figure)
