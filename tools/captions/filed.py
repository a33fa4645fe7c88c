"""Statements as filed: captions in order, each with its element, read as tieout reads them."""

import csv
import gzip
import re
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from tieout.lexicon.units import Scale
from tieout.model.amount import Amount
from tieout.model.document import Span
from tieout.model.period import Period, duration
from tieout.model.statement import Column, Line
from tieout.model.table import Header, Reading, Table, TableRow
from tieout.statements.kinds import Kind, all_kinds
from tieout.statements.lines import Rows
from tieout.statements.placing import placed_in
from tieout.statements.reading import Read
from tieout.statements.recognition import Recognised

KINDS = {
    "BS": "balance_sheet",
    "IS": "income_statement",
    "CF": "cash_flow_statement",
    "CI": "comprehensive_income",
}
EXTENSION = "ext"
_QUARTER = re.compile(r"-Q([1-3])-")
_BLANK = Reading("blank", 0, 0)


class Filed(Struct, frozen=True):
    """A statement of a filing, with the element of each of its lines that has figures."""

    company: str
    filing: str
    kind: Kind
    lines: tuple[Line, ...]
    elements: tuple[str, ...]
    """ "" for headings, "ext" for an element of the filer's own."""


def filed_in(path: Path) -> Iterator[Filed]:
    """The statements of a bench file, each read into lines by tieout's own passes."""
    csv.field_size_limit(10**9)
    kinds: dict[str, Kind] = {kind.name: kind for kind in all_kinds()}
    with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
        for (company, filing), told in groupby(
            csv.DictReader(file), key=lambda row: (row["cik"], row["fil"])
        ):
            statements = [list(one) for _, one in groupby(told, key=lambda row: row["stmt"])]
            printed = [_rows(one) for one in statements]
            read = [
                _read(rows, kinds[KINDS[one[0]["stmt"]]], _end(filing, int(one[0]["year"])))
                for one, (rows, _) in zip(statements, printed, strict=True)
            ]
            for placed, (_, elements) in zip(placed_in(read), printed, strict=True):
                yield Filed(company, filing, placed.read.known.kind, placed.lines, elements)


def _rows(told: Sequence[dict[str, str]]) -> tuple[tuple[TableRow, ...], tuple[str, ...]]:
    """The rows of a table that prints such lines, a heading before the lines it stands over."""
    rows: list[TableRow] = []
    elements: list[str] = []
    over = ""
    for number, one in enumerate(told):
        if one["heading"] and one["heading"] != over:
            over = one["heading"]
            rows.append(TableRow(over.removesuffix(" [Abstract]"), (Span(0, 1),), (_BLANK,)))
            elements.append("")
        rows.append(TableRow(one["caption"], (Span(0, 1),), (_figure(one["unit"], number),)))
        elements.append(one["element"])
    return tuple(rows), tuple(elements)


def _figure(unit: str, number: int) -> Reading:
    """A figure as lines of such a unit print it, no two alike and none a sum of others."""
    mantissa = 100_003 + number * number * 7_919 % 899_981
    amount = Amount(mantissa % 900 + 101, -2) if unit == "ps" else Amount(mantissa, 0)
    return Reading("number", 0, 1, 0, amount)


def _end(filing: str, year: int) -> date:
    """The day a filing is about to end on: "cpk-Q3-2025" at the end of September."""
    quarter = _QUARTER.search(filing)
    return date(year, 3 * int(quarter[1]), 30) if quarter else date(year, 12, 31)


def _read(rows: tuple[TableRow, ...], kind: Kind, end: date) -> Read:
    """The rows as the lines of a statement up to that day."""
    column = Column("", Period(end) if kind.is_instant else duration(end, 12))
    read = Rows(Table(1, 0, 1, (), (Header(""),), rows), Scale(3, 3, is_said=True))
    return Read(read, Recognised(kind, is_titled=True), (column,), read.on(kind.on))
