"""Rows to Read: of which kind they are, their columns' contexts, and their rows as lines."""

import re
from collections.abc import Iterable, Iterator, Sequence
from fractions import Fraction
from functools import partial

from msgspec import Struct, structs

from tieout.lexicon.units import Scale
from tieout.model.memo import Memo, afresh
from tieout.model.period import FiscalCalendar
from tieout.model.statement import Column, Line
from tieout.model.table import Table
from tieout.patterns import pattern
from tieout.statements.columns import columns_of, dated_lines, is_dated
from tieout.statements.columns.comparisons import compared, in_percent, per_share
from tieout.statements.columns.contexts import YearEnds, rolled_days, settled, year_ends
from tieout.statements.columns.doubled import Told, read_again, told_apart
from tieout.statements.lines import Rows
from tieout.statements.lines.scale import Printed, borrowed, is_known, printed_in
from tieout.statements.lines.share_counts import implied_shares, rescaled
from tieout.statements.recognition import Recognised, recognise

_ALIKE = 3
"""So many lines of the same captions one after the other are told for several periods."""
_RATES = pattern(r"%|\bpercent|\bratios?\b|\brates?\b|\byields?\b|\bgrowth\b", re.IGNORECASE)


class Read(Struct, frozen=True):
    """Rows known to be a statement's, with its columns and lines.

    `shares` is about how many shares the release's statements imply; None where none do.
    """

    rows: Rows
    known: Recognised
    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    shares: Fraction | None = None


def read_of(
    rows: Iterable[Rows], calendar: FiscalCalendar | None, memo: Memo = afresh
) -> Iterator[Read]:
    """What is of a kind and tells when its figures are."""
    for one in rows:
        read = memo(("read", calendar), partial(_read, one, calendar), one)
        if read is not None:
            yield read


def _read(rows: Rows, calendar: FiscalCalendar | None) -> Read | None:
    """The rows as a statement's; None where they are of no kind, or do not tell of when."""
    known = recognise(rows)
    if known is None:
        return None
    columns = columns_of(rows.headers, rows.titles, known.kind, calendar)
    lines = rows.on(known.kind.on)
    columns = told_apart(compared(columns, lines), lines)
    lines = _lines(rows, known, columns, calendar)
    is_told = known.is_titled or is_dated(lines, columns)
    return Read(rows, known, columns, lines) if is_told else None


def agreed(
    read: Sequence[Read],
    tables: Sequence[Table],
    calendar: FiscalCalendar | None,
    memo: Memo = afresh,
) -> tuple[Read, ...]:
    """What was read in the scale, in the calendar and with the share counts that others tell."""
    told = read_again([Told(one.columns, one.lines, one.known.kind) for one in read])
    read = [
        one
        if to is one.columns
        else memo(("columns", to), partial(structs.replace, one, columns=to), one)
        for one, to in zip(read, told, strict=True)
    ]
    faces = [one for one in read if one.known.kind.is_face]
    ends = year_ends(
        (one.columns for one in faces if one.known.kind.is_instant),
        (one.columns for one in faces if not one.known.kind.is_instant),
        rolled_days(tables, memo),
    )
    printed = printed_in(((one.rows.scale, one.lines) for one in read), memo)
    shares = implied_shares(one.lines for one in faces) or implied_shares(one.lines for one in read)
    found: list[Read] = []
    for one in read:
        scale = _scale(one, printed, found[-1] if found else None)
        scaled = one
        if scale is not one.rows.scale:
            scaled = memo(("scaled", scale, calendar), partial(_scaled, one, scale, calendar), one)
            printed.add(scale, scaled.lines)
        found.append(
            memo(("settled", ends, shares), partial(_settled, scaled, ends, shares), scaled)
        )
    return tuple(found)


def _scaled(read: Read, scale: Scale, calendar: FiscalCalendar | None) -> Read:
    """What was read in another scale."""
    rows = read.rows.scaled(scale)
    lines = _lines(rows, read.known, read.columns, calendar)
    return structs.replace(read, rows=rows, lines=lines)


def _settled(read: Read, ends: YearEnds, shares: Fraction | None) -> Read:
    """What was read in the calendar and with the share counts that others tell."""
    columns, lines = settled(read.columns, ends), rescaled(read.lines, shares)
    return Read(read.rows, read.known, columns, lines, shares)


def _lines(
    rows: Rows, known: Recognised, columns: tuple[Column, ...], calendar: FiscalCalendar | None
) -> tuple[Line, ...]:
    """The rows as lines of their kind; of a face statement the columns alone say the period."""
    lines = per_share(in_percent(rows.on(known.kind.on), columns), columns)
    return lines if known.kind.is_face else dated_lines(lines, columns, calendar)


def _scale(read: Read, printed: Printed, before: Read | None) -> Scale:
    """The scale that the rows say, else one borrowed: from those that print their figures.

    What goes on under the columns of the table before has its scale.
    """
    said = read.rows.scale
    if is_known(said):
        return said
    scale = borrowed(read.lines, printed)
    if scale is None and before is not None and _goes_on(before, read):
        scale = before.rows.scale
    return said if scale is None else structs.replace(scale, currency=said.currency)


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
