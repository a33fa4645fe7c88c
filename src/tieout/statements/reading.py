"""Rows to Read: of which kind they are, their columns' contexts, and their rows as lines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction

from msgspec import Struct, structs

from tieout.model.period import FiscalCalendar
from tieout.model.statement import Column, Line
from tieout.model.table import Table
from tieout.statements.columns import columns_of, dated_lines, is_dated
from tieout.statements.columns.comparisons import compared, in_percent, per_share
from tieout.statements.columns.contexts import rolled_days, settled, year_ends
from tieout.statements.columns.doubled import Told, read_again, told_apart
from tieout.statements.lines import Rows
from tieout.statements.lines.scale import Printed, borrowed, printed_in
from tieout.statements.lines.share_counts import implied_shares, rescaled
from tieout.statements.recognition import Recognised, recognise

_ALIKE = 3
"""So many lines of the same captions one after the other are told for several periods."""
_RATES = re.compile(r"%|\bpercent|\bratios?\b|\brates?\b|\byields?\b|\bgrowth\b", re.IGNORECASE)


class Read(Struct, frozen=True):
    """Rows known to be a statement's, with its columns and lines.

    `shares` is about how many shares the release's statements imply; None where none do.
    """

    rows: Rows
    known: Recognised
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    shares: Fraction | None = None


def read_of(rows: Iterable[Rows], calendar: FiscalCalendar | None) -> Iterator[Read]:
    """What is of a kind and tells when its figures are."""
    for one in rows:
        known = recognise(one)
        if known is None:
            continue
        columns = columns_of(one.headers, one.titles, known.kind, calendar)
        lines = one.on(known.kind.on)
        columns = told_apart(compared(columns, lines), lines)
        lines = _lines(one, known, columns, calendar)
        if known.is_titled or is_dated(lines, columns):
            yield Read(one, known, columns, lines)


def agreed(
    read: Sequence[Read], tables: Sequence[Table], calendar: FiscalCalendar | None
) -> tuple[Read, ...]:
    """What was read in the scale, in the calendar and with the share counts that others tell."""
    told = read_again([Told(one.columns, one.lines, one.known.kind) for one in read])
    read = [structs.replace(one, columns=to) for one, to in zip(read, told, strict=True)]
    faces = [one for one in read if one.known.kind.is_face]
    ends = year_ends(
        (one.columns for one in faces if one.known.kind.is_instant),
        (one.columns for one in faces if not one.known.kind.is_instant),
        rolled_days(tables),
    )
    printed = printed_in((one.rows.scale, one.lines) for one in read)
    shares = implied_shares(one.lines for one in faces) or implied_shares(one.lines for one in read)
    found: list[Read] = []
    for one in read:
        rows = _scaled(one, printed, found[-1] if found else None)
        lines = one.lines
        if rows is not one.rows:
            lines = _lines(rows, one.known, one.columns, calendar)
            printed.add(rows.scale, lines)
        columns, lines = settled(one.columns, ends), rescaled(lines, shares)
        found.append(Read(rows, one.known, columns, lines, shares))
    return tuple(found)


def _lines(
    rows: Rows, known: Recognised, columns: tuple[Column, ...], calendar: FiscalCalendar | None
) -> tuple[Line, ...]:
    """The rows as lines of their kind; of a face statement the columns alone say the period."""
    lines = per_share(in_percent(rows.on(known.kind.on), columns), columns)
    return lines if known.kind.is_face else dated_lines(lines, columns, calendar)


def _scaled(read: Read, printed: Printed, before: Read | None) -> Rows:
    """The rows in a scale borrowed, where they say none: from those that print their figures.

    What goes on under the columns of the table before has its scale.
    """
    said = read.rows.scale
    if said.is_said or said.things[0]:
        return read.rows
    scale = borrowed(read.lines, printed)
    if scale is None and before is not None and _goes_on(before, read):
        scale = before.rows.scale
    if scale is None:
        return read.rows
    return read.rows.scaled(structs.replace(scale, currency=said.currency))


def _goes_on(before: Read, read: Read) -> bool:
    """True where a table without a scale has the kind and columns of the one before.

    A primary statement has no title then; of other tables each has its own, but none of percent.
    So too where it has the very lines of that, for another period.
    """
    kind = read.known.kind
    if not before.rows.scale.is_said:
        return False
    captions = [line.caption for line in read.lines]
    if len(captions) >= _ALIKE and captions == [line.caption for line in before.lines]:
        return not (read.rows.titles or read.known.is_titled)
    is_next = (
        read.rows.goes_on
        or kind is before.known.kind
        or not (kind.is_face or before.known.kind.is_face)
    )
    is_plain = not (
        read.known.is_titled if kind.is_face else any(map(_RATES.search, read.rows.titles))
    )
    heads = [column.header for column in read.columns]
    return is_next and is_plain and bool(heads) and heads == [one.header for one in before.columns]
