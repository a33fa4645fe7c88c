"""Table to Statement, one kind each."""

import re
from collections.abc import Iterator, Sequence
from fractions import Fraction

import msgspec
from msgspec import Struct

from tieout.lexicon.markup import clean
from tieout.lexicon.units import Scale
from tieout.model.document import Document
from tieout.model.period import FiscalCalendar
from tieout.model.statement import Column, Fact, Line, Statement
from tieout.model.table import Table
from tieout.statements.columns import columns_of, counts_shares, dated_lines, is_dated, restated
from tieout.statements.columns.comparisons import compared, in_percent
from tieout.statements.columns.contexts import YearEnds, rolled_days, settled, year_ends
from tieout.statements.columns.doubled import Told, read_again, told_apart
from tieout.statements.concepts.once import is_shared, told_once
from tieout.statements.concepts.together import dated, facts_dated, opening_with_all
from tieout.statements.facts import direction, facts_of
from tieout.statements.kinds import Anatomy, Kind
from tieout.statements.lines import Rows
from tieout.statements.lines.scale import Printed, borrowed, needs_scale, printed_in, scale_of
from tieout.statements.lines.share_counts import implied_shares, rescaled, rescaled_facts
from tieout.statements.parts import headed, parts_of
from tieout.statements.recognition import Recognised, recognise
from tieout.statements.sums.nested import borne_out

# A line that tells an amount is a headline or a sentence, and names no table.
_TELLS = re.compile(
    r"[$\u20ac\u00a3]\s?[0-9]|[0-9]\s?%|[0-9]\s(?:thousand|million|billion)\b", re.IGNORECASE
)
_CREDIT_WORDS = ("liabilit", "equity")


class _Read(Struct, frozen=True):
    """A table known to be a statement, with what its titles say and its columns' contexts."""

    table: Table
    known: Recognised
    titles: list[str]
    scale: Scale
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]


def find_statements(
    document: Document, tables: Sequence[Table], calendar: FiscalCalendar | None
) -> tuple[Statement, ...]:
    """The statements among the tables, in reading order."""
    found = _told_apart(list(_found(document, tables, calendar)))
    faces = [one for one in found if one.known.kind.is_face]
    ends = year_ends(
        (one.columns for one in faces if one.known.kind.is_instant),
        (one.columns for one in faces if not one.known.kind.is_instant),
        rolled_days(tables),
    )
    printed = printed_in((one.scale, one.lines) for one in faces)
    shares = implied_shares(one.lines for one in faces)
    scaled: list[_Read] = []
    for one in found:
        scaled.append(_scaled(one, printed, scaled[-1] if scaled else None))
    anatomies = [one.known.kind.dissect(rescaled(one.lines, shares)) for one in scaled]
    shared = any(
        is_shared(anatomy.lines)
        for one, anatomy in zip(scaled, anatomies, strict=True)
        if one.known.kind.is_face and one.known.kind.on == "income"
    )
    made = (
        _statement(document, one, anatomy, ends, shares, is_shared=shared)
        for one, anatomy in zip(scaled, anatomies, strict=True)
    )
    # Of a table that is no primary statement and makes no facts nothing can be said.
    kept = [one for one in made if one.facts or one.is_face]
    return tuple(_numbered(one, number) for number, one in enumerate(kept))


def _found(
    document: Document, tables: Sequence[Table], calendar: FiscalCalendar | None
) -> Iterator[_Read]:
    """The tables, or parts of them, that are of a kind and tell when their figures are."""
    for table, goes_on in headed(document, tables):
        over = [clean(span.of(document.text)) for span in table.titles]
        over = [line for line in over if not _TELLS.search(line)]
        headers = [header.text for header in table.headers]
        scale = scale_of(table, over)
        for part, heading in parts_of(table):
            titles = [*over, heading] if heading else over
            rows = Rows(part, scale)
            known = recognise(part, titles, rows)
            if known is None:
                continue
            columns = columns_of(headers, titles, known.kind, calendar)
            lines = rows.on(known.kind.on)
            columns = told_apart(compared(columns, lines), lines)
            lines = in_percent(lines, columns)
            if not known.kind.is_face:
                lines = dated_lines(lines, columns, calendar)
            if goes_on:  # its totals may take lines of the table before
                known = msgspec.structs.replace(known, is_choice=True)
            if known.is_titled or is_dated(lines, columns):
                yield _Read(part, known, titles, scale, columns, lines)


def _told_apart(found: Sequence[_Read]) -> list[_Read]:
    """The tables, no two columns of one of them with one context."""
    told = [Told(one.columns, one.lines, one.known.kind) for one in found]
    return [
        msgspec.structs.replace(one, columns=columns)
        for one, columns in zip(found, read_again(told), strict=True)
    ]


def _numbered(statement: Statement, number: int) -> Statement:
    """The statement with its number in its facts."""
    facts = tuple(msgspec.structs.replace(fact, statement=number) for fact in statement.facts)
    return msgspec.structs.replace(statement, facts=facts)


def _scaled(read: _Read, printed: Printed, before: _Read | None) -> _Read:
    """The table with a scale borrowed, where it says none: from those that print its figures.

    A second page of a statement has the scale of the first.
    """
    scale = None if read.scale.is_said else borrowed(read.lines, printed)
    if scale is None and before is not None and _goes_on(before, read):
        scale = before.scale
    if scale is None:
        return read
    scale = msgspec.structs.replace(scale, currency=read.scale.currency)
    periods = {line.row: line.period for line in read.lines}
    lines = tuple(
        msgspec.structs.replace(line, period=periods.get(line.row))
        for line in in_percent(Rows(read.table, scale).on(read.known.kind.on), read.columns)
    )
    return msgspec.structs.replace(read, scale=scale, lines=lines)


def _goes_on(before: _Read, read: _Read) -> bool:
    """True where a table without title or scale has the kind and columns of the one before."""
    kind = read.known.kind
    is_next = kind.is_face and kind is before.known.kind and before.scale.is_said
    if not is_next or read.scale.is_said or read.known.is_titled:
        return False
    heads = [column.header for column in read.columns]
    return bool(heads) and heads == [column.header for column in before.columns]


def _statement(
    document: Document,
    read: _Read,
    anatomy: Anatomy,
    ends: YearEnds,
    shares: Fraction | None,
    *,
    is_shared: bool,
) -> Statement:
    """The table as a statement, with its sums and facts, which have no number of it yet.

    `is_shared` is true where others than the registrant's owners share in the result.
    """
    table, kind, scale = read.table, read.known.kind, read.scale
    title = next((line for line in reversed(read.titles) if kind.titles.search(line)), "")
    columns = settled(read.columns, ends)
    lines = dated(_directed(anatomy, kind), columns)
    if kind.is_face:
        lines = tuple(restated(line) for line in lines)
        lines = told_once(lines, columns, {one.total for one in anatomy.sums})
        if is_shared and (kind.on == "cash" or kind.name == "comprehensive_income"):
            lines = opening_with_all(lines)
    unit = next((line.unit for line in lines if len(line.unit) == 3), "USD")
    told = tuple(facts_of(document, table.number, 0, lines, columns, scale))
    told = tuple(rescaled_facts(document, told, scale.shares, shares))
    facts = facts_dated(told, lines, columns)
    return Statement(
        kind.name,
        title,
        table.number,
        10**scale.money,
        unit,
        _audited(read.titles),
        columns,
        lines,
        borne_out(lines, anatomy.sums) if read.known.is_choice else anatomy.sums,
        tuple(fact for fact in facts if _is_sure(fact, kind, scale, columns, lines)),
    )


def _is_sure(
    fact: Fact, kind: Kind, scale: Scale, columns: Sequence[Column], lines: Sequence[Line]
) -> bool:
    """True where a fact's period, scale and unit are known as well as its kind can know them.

    Where columns are of either sort, one that names no period compares or explains the others.
    """
    if kind.is_instant is None and fact.period is None and not columns[fact.column].doubt:
        return False
    if kind.name == "equity_statement" and counts_shares(columns[fact.column]):
        return False
    return kind.is_face or scale.is_said or not needs_scale(fact, lines)


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
