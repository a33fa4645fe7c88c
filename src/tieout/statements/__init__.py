"""Table to Statement, one kind each."""

import re
from collections.abc import Sequence
from fractions import Fraction

from msgspec import Struct, structs

from tieout.lexicon.markup import clean
from tieout.lexicon.periods import period_of, period_words
from tieout.lexicon.units import Scale
from tieout.model.document import Document
from tieout.model.period import FiscalCalendar
from tieout.model.statement import Column, Line, Statement
from tieout.model.table import Table
from tieout.statements.comparisons import compared
from tieout.statements.contexts import YearEnds, rolled_days, settled, year_ends
from tieout.statements.counts import implied_shares, rescaled, rescaled_facts
from tieout.statements.facts import direction, facts_of
from tieout.statements.kind import Anatomy, Kind, all_kinds
from tieout.statements.lines import lines_of
from tieout.statements.table_scale import Printed, borrowed, printed_in, scale_of

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
    lines: tuple[Line, ...]


def find_statements(
    document: Document, tables: Sequence[Table], calendar: FiscalCalendar | None
) -> tuple[Statement, ...]:
    """The statements among the tables, in reading order."""
    found: list[_Recognised] = []
    for table in tables:
        titles = [clean(span.of(document.text)) for span in table.titles]
        scale = scale_of(table, titles)
        kind = _kind(table, titles, scale)
        if kind is not None:
            columns = _columns(table, kind, " ".join(titles), calendar)
            lines = lines_of(table, kind.on, scale)
            columns = compared(columns, lines)
            found.append(_Recognised(table, kind, titles, scale, columns, lines))
    ends = year_ends(
        (one.columns for one in found if one.kind.is_instant),
        (one.columns for one in found if not one.kind.is_instant),
        rolled_days(tables),
    )
    printed = printed_in((one.scale, one.lines) for one in found)
    found = [_scaled(one, printed) for one in found]
    shares = implied_shares(one.lines for one in found)
    return tuple(
        _statement(document, one, ends, shares, number) for number, one in enumerate(found)
    )


def _scaled(one: _Recognised, printed: Printed) -> _Recognised:
    """The table with a scale borrowed from those that print its figures, where it says none."""
    scale = None if one.scale.is_said else borrowed(one.lines, printed)
    if scale is None:
        return one
    scale = structs.replace(scale, currency=one.scale.currency)
    lines = lines_of(one.table, one.kind.on, scale)
    return structs.replace(one, scale=scale, lines=lines)


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
    ends: YearEnds,
    shares: Fraction | None,
    number: int,
) -> Statement:
    """The table as a statement, with its sums and facts."""
    table, kind, scale = recognised.table, recognised.kind, recognised.scale
    title = next((line for line in recognised.titles if kind.titles.search(line)), "")
    columns = settled(recognised.columns, ends)
    anatomy = kind.dissect(rescaled(recognised.lines, shares))
    lines = _directed(anatomy, kind)
    unit = next((line.unit for line in lines if len(line.unit) == 3), "USD")
    facts = tuple(facts_of(document, table.number, number, lines, columns, scale))
    facts = tuple(rescaled_facts(document, facts, scale.shares, shares))
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
        facts,
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
            line = structs.replace(line, direction=way, is_total=number in totals)
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
