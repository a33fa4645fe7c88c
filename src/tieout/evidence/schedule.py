"""A table's figures as an accountant rules them off: lines and columns, whatever the table is."""

from collections.abc import Iterator, Mapping
from functools import cached_property
from types import MappingProxyType

from msgspec import Struct

from tieout.evidence import printed
from tieout.evidence.plain import Plain, plain
from tieout.evidence.printed import of_rate, unit_of_cell
from tieout.evidence.quantity import Quantity, Style
from tieout.lexicon.currencies import sign_of
from tieout.model.check import Ref
from tieout.model.statement import Measure, Statement
from tieout.model.table import Table, TableRow
from tieout.model.unit import UNSAID
from tieout.model.workpaper import Release

Cells = tuple[Quantity | None, ...]


class Schedule(Struct, frozen=True, dict=True):
    """The figures of a statement, or of a table that is none.

    `cells` has a line of numbers in hand for every caption; a nil cell is zero and has no source,
    any other without a figure is None. `statement` is the statement's number, −1 for none.
    """

    statement: int
    captions: tuple[str, ...]
    headers: tuple[str, ...]
    measures: tuple[Measure, ...]
    cells: tuple[Cells, ...]

    def column(self, number: int) -> Cells:
        """A column's numbers, line by line."""
        return tuple(row[number] for row in self.cells)

    @cached_property
    def plain(self) -> Plain:
        """The same figures as integers, which the searches are made in."""
        return plain(self.cells, len(self.headers))


def schedules(
    release: Release, before: Mapping[int, Schedule] = MappingProxyType({})
) -> Iterator[Schedule]:
    """Every statement of the subject, then every table that is none; some may be made before."""
    claimed = {statement.table for statement in release.statements}
    for number, statement in enumerate(release.statements):
        yield before.get(number) or _of_statement(release, statement, number)
    others = (one for one in release.tables if one.number not in claimed and one.headers)
    for number, table in enumerate(others, len(release.statements)):
        yield before.get(number) or _of_table(release, table)


def _of_statement(release: Release, statement: Statement, number: int) -> Schedule:
    """A statement's lines and columns."""
    width = range(len(statement.columns))
    return Schedule(
        number,
        tuple(_said(line.caption) for line in statement.lines),
        tuple(column.header for column in statement.columns),
        tuple(column.measure for column in statement.columns),
        tuple(
            tuple(printed.of_cell(release, 0, statement, line, column) for column in width)
            for line in range(len(statement.lines))
        ),
    )


def _of_table(release: Release, table: Table) -> Schedule:
    """The rows and columns of a table that no statement kind claims."""
    return Schedule(
        -1,
        tuple(_said(row.caption) for row in table.rows),
        tuple(header.text for header in table.headers),
        tuple("" for _ in table.headers),
        tuple(tuple(_of_row(release, row)) for row in table.rows),
    )


def _of_row(release: Release, row: TableRow) -> Iterator[Quantity | None]:
    """A row's numbers, as printed."""
    for cell in row.readings:
        if cell.kind == "nil":
            zero = cell.amount.in_unit(UNSAID)
            yield Quantity(zero, (), "nil", row.caption, None, Style(brackets=True))
        elif cell.kind == "number":
            printed = release.document.figures[cell.figure]
            sign = sign_of(printed.currency)
            style = of_rate(cell) or Style(sign)
            amount = cell.amount.in_unit(unit_of_cell(cell))
            ref = Ref(0, cell.figure)
            yield Quantity(amount, (ref,), amount, row.caption, None, style)
        else:
            yield None


def _said(caption: str) -> str:
    """The caption as captions are compared."""
    return " ".join(caption.casefold().split())
