"""Table to Statement, one kind each."""

import re
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from tieout.lexicon.markup import clean
from tieout.lexicon.periods import period_of, period_words
from tieout.lexicon.units import Scale, read_scale
from tieout.model.document import Document
from tieout.model.period import FiscalCalendar
from tieout.model.statement import Column, Line, Statement
from tieout.model.table import Table
from tieout.statements.contexts import YearEnds, settled, year_ends
from tieout.statements.facts import direction, facts_of
from tieout.statements.kind import Anatomy, Kind, all_kinds
from tieout.statements.lines import lines_of
from tieout.statements.together import ALL_NET, dated, facts_dated, opening_with_all

_NO_STATEMENT = re.compile(
    r"reconcil|non-?gaap|adjusted|segment|pro\s+forma|free cash flow|selected|supplement|average",
    re.IGNORECASE,
)
_FEWEST_ROWS = 4
_MOST_ROWS = 2000
_CREDIT_WORDS = ("liabilit", "equity")


class _Recognised(Struct, frozen=True):
    """A table known to be a statement, with what its titles say and its columns' contexts."""

    table: Table
    kind: Kind
    titles: list[str]
    scale: Scale
    columns: tuple[Column, ...]


def find_statements(
    document: Document, tables: Sequence[Table], calendar: FiscalCalendar | None
) -> tuple[Statement, ...]:
    """The statements among the tables, in reading order."""
    found: list[_Recognised] = []
    for table in tables:
        titles = [clean(span.of(document.text)) for span in table.titles]
        scale = read_scale([*titles, *(header.text for header in table.headers)])
        kind = _kind(table, titles, scale)
        if kind is not None:
            columns = _columns(table, kind, " ".join(titles), calendar)
            found.append(_Recognised(table, kind, titles, scale, columns))
    ends = year_ends(
        (one.columns for one in found if one.kind.is_instant),
        (one.columns for one in found if not one.kind.is_instant),
    )
    anatomies = [_dissected(one) for one in found]
    is_shared = any(
        line.concept == ALL_NET
        for one, anatomy in zip(found, anatomies, strict=True)
        if one.kind.on == "income"
        for line in anatomy.lines
    )
    return tuple(
        _statement(document, one, anatomy, ends, number, is_shared=is_shared)
        for number, (one, anatomy) in enumerate(zip(found, anatomies, strict=True))
    )


def _dissected(recognised: _Recognised) -> Anatomy:
    """What the statement's kind says of the table's lines."""
    kind = recognised.kind
    return kind.dissect(lines_of(recognised.table, kind.on, recognised.scale))


def _kind(table: Table, titles: list[str], scale: Scale) -> Kind | None:
    """The kind a title names and the lines bear out, or that they bear by themselves; else None.

    What reconciles or restates a measure is no statement, whatever its title quotes.
    """
    figured = [row for row in table.rows if any(cell.kind == "number" for cell in row.readings)]
    if not _FEWEST_ROWS <= len(figured) <= len(table.rows) <= _MOST_ROWS:
        return None
    reconciles = any(_NO_STATEMENT.search(line) for line in titles)
    best: tuple[bool, int, Kind] | None = None
    for kind in all_kinds():
        concepts = {line.concept for line in lines_of(table, kind.on, scale)}
        borne = len(concepts & kind.signature)
        titled = not reconciles and any(kind.titles.search(line) for line in titles)
        fits = borne >= 1 if titled else borne >= kind.enough + 2 * reconciles
        if fits and (best is None or (titled, borne) > best[:2]):
            best = (titled, borne, kind)
    return best[2] if best else None


def _statement(
    document: Document,
    recognised: _Recognised,
    anatomy: Anatomy,
    ends: YearEnds,
    number: int,
    *,
    is_shared: bool,
) -> Statement:
    """The table as a statement, with its sums and facts; others may share in its result."""
    table, kind, scale = recognised.table, recognised.kind, recognised.scale
    title = next((line for line in recognised.titles if kind.titles.search(line)), "")
    columns = settled(recognised.columns, ends)
    lines = dated(_directed(anatomy, kind), columns)
    if is_shared and kind.on == "cash":
        lines = opening_with_all(lines)
    unit = next((line.unit for line in lines if len(line.unit) == 3), "USD")
    facts = facts_of(document, table.number, number, lines, columns, scale)
    return Statement(
        kind.name,
        title,
        table.number,
        10**scale.money,
        unit,
        _audited(recognised.titles),
        columns,
        lines,
        anatomy.sums,
        facts_dated(facts, lines, columns),
    )


def _columns(
    table: Table, kind: Kind, titles: str, calendar: FiscalCalendar | None
) -> tuple[Column, ...]:
    """The contexts the headers name."""
    over = period_words(titles)
    return tuple(
        Column(
            header.text,
            period_of(period_words(header.text), over, calendar, instant=kind.is_instant),
        )
        for header in table.headers
    )


def _directed(anatomy: Anatomy, kind: Kind) -> tuple[Line, ...]:
    """The lines, each with what its printed sign means in XBRL.

    Cash, like an asset, is a debit: what raises it has the sign of a debit.
    """
    on_assets = kind.on in ("balance", "cash")
    totals = {one.total for one in anatomy.sums}
    directed: list[Line] = []
    for number, (line, weight) in enumerate(zip(anatomy.lines, anatomy.weights, strict=True)):
        credits_follow = any(word in line.caption.lower() for word in _CREDIT_WORDS)
        if kind.is_instant and line.is_heading and credits_follow:
            on_assets = False
        way = direction(line, weight, is_asset=on_assets)
        if way < 0 or number in totals:
            line = msgspec.structs.replace(line, direction=way, is_total=number in totals)
        directed.append(line)
        if line.concept == "us-gaap:Assets":
            on_assets = False
    return tuple(directed)


def _audited(titles: list[str]) -> bool | None:
    """False under "(unaudited)", True under "audited"; None where neither is said."""
    words = " ".join(titles).lower()
    if "unaudited" in words:
        return False
    return True if "audited" in words else None
