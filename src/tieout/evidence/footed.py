"""Which reading of a sum holds for a column: captions and layout first, then other columns."""

from collections.abc import Callable, Iterator
from fractions import Fraction
from functools import cache, partial
from itertools import pairwise
from typing import TypeAlias

from msgspec import Struct

from tieout.evidence.quantity import Quantity
from tieout.model.amount import Amount, Footing, foot
from tieout.model.statement import Parts, Statement, Sum

UNCLEAR = "it is not clear which lines make up this total: no choice of them adds up elsewhere"

UNTOLD = "the sign of a line in this total is not clear, and no other column shows it"

GAPPED = "one of the lines that make up this total could not be read"

CellOf: TypeAlias = Callable[[Statement, int, int], Quantity | None]
"""A statement's cell by line and column as a number in hand."""

CellAt: TypeAlias = Callable[[int, int], Quantity | None]
"""The same of one statement."""


class Footed(Struct, frozen=True, gc=False):
    """One column of a sum: the total, its weighted parts, and whether the structure is settled.

    `reason` is empty where it is; otherwise it says why not. `line` is the total's, `reading` which
    of its readings holds, and `is_firm` whether captions and layout settle it. `others` are the
    totals of other columns that foot by the same reading, by figure. `is_translated` is true in a
    column that repeats another in a currency of its own, each figure rounded by itself.
    """

    total: Quantity
    parts: tuple[tuple[int, Quantity], ...]
    footing: Footing
    kind: str
    reason: str = ""
    line: int = -1
    reading: int = 0
    is_firm: bool = True
    others: tuple[tuple[int, Amount], ...] = ()
    is_translated: bool = False

    @property
    def sources(self) -> frozenset[int]:
        """The figures it rests on, by number in its document."""
        parts = (ref.figure for _, part in self.parts for ref in part.sources)
        return frozenset((self.total.ref.figure, *parts))


class _Tried(Struct, frozen=True, gc=False):
    """A reading in one column: its parts, how they foot, and the lines that print a figure."""

    parts: tuple[tuple[int, Quantity], ...]
    footing: Footing
    printed: frozenset[int]

    @property
    def apart(self) -> Fraction:
        """The total less its parts."""
        return Amount(self.footing.difference, self.footing.exponent).value

    def prints_as_much(self, other: "_Tried") -> bool:
        """True where three quarters of the other column's figures are printed here too."""
        return 4 * len(self.printed & other.printed) >= 3 * len(other.printed)


_AllTried: TypeAlias = dict[tuple[int, int], _Tried | None]
"""By reading and column."""


def footed(cell: CellOf, statement: Statement) -> list[Footed]:
    """Every total of the statement in every column, by the reading that other columns bear out.

    A column never confirms itself. A reading settled by captions and layout holds unless it foots
    in no column at all; any other holds where most of the other columns foot by it.
    """
    at = cache(partial(cell, statement))
    gaps = [number for number, line in enumerate(statement.lines) if line.is_unread]
    found: list[Footed] = []
    for one in statement.calculation:
        columns = [
            n
            for n in statement.dated
            if statement.lines[one.total].cells[n].kind == "number"
            and not statement.lines[one.total].cells[n].is_rate
        ]
        tried = {
            (number, column): _tried(at, statement, one.total, parts, column)
            for number, parts in enumerate(one.readings)
            for column in columns
        }
        settled = {column: _established(one, tried, columns, column) for column in columns}
        if any(reason for _, reason in settled.values()):
            settled |= {n: (reading, "") for n, reading in _exchanged(at, one, tried, columns)}
        first = min((n for parts in one.readings for n, _ in parts), default=one.total)
        is_gapped = any(first < gap < one.total for gap in gaps)
        for column, (reading, reason) in settled.items():
            total, by = at(one.total, column), tried[reading, column]
            if total is not None and by is not None:
                why = GAPPED if is_gapped else reason
                others = tuple(
                    (held.ref.figure, held.amount)
                    for other in columns
                    if other != column and (way := tried[reading, other]) and way.footing.usual
                    if (held := at(one.total, other)) is not None and held.sources
                )
                found.append(
                    Footed(
                        total, by.parts, by.footing, one.kind, why, one.total, reading, one.firm,
                        others, _is_translated(statement, column),
                    )
                )  # fmt: skip
    return found


def _is_translated(statement: Statement, column: int) -> bool:
    """True for a column that is set apart by its currency."""
    return any(axis == "currency" for axis, _ in statement.columns[column].dimensions)


def _established(one: Sum, tried: _AllTried, columns: list[int], column: int) -> tuple[int, str]:
    """The reading that most other columns bear out and fewest refute, and why none holds.

    A column that prints less than three quarters of the figures says nothing of this one. Where
    lines are nil, a reading without them foots as well as one with them: what refutes tells.
    """
    best, rank = -1, (0, 0)
    alike: list[int] = []
    for number, parts in enumerate(one.readings):
        here = tried[number, column]
        if here is None:
            continue
        others = [tried[number, c] for c in columns if c != column]
        like = [other for other in others if other is not None and other.prints_as_much(here)]
        is_plain = one.firm or len(parts) > 2 or one.kind == "total"
        if not is_plain and not any(len(other.printed) > 1 for other in like):
            continue
        borne_out = sum(other.footing.usual for other in like)
        standing = (borne_out - len(like), borne_out)
        if borne_out * 2 > len(like) and (best < 0 or standing > rank):
            best, rank, alike = number, standing, []
        elif best >= 0 and standing == rank and _same_lines(parts, one.readings[best]):
            alike.append(number)
    if best >= 0:
        held = [tried[number, column] for number in (best, *alike)]
        told = {one.footing.usual for one in held if one is not None}
        return best, "" if len(told) == 1 else UNTOLD
    first = [tried[0, c] for c in columns]
    foots_somewhere = any(one is not None and one.footing.usual for one in first)
    settled = one.firm and (len(columns) < 2 or foots_somewhere or one.is_unsigned)
    return 0, "" if settled else UNCLEAR


def _same_lines(one: Parts, other: Parts) -> bool:
    """True for readings of the same lines, with other signs."""
    return {number for number, _ in one} == {number for number, _ in other}


def _exchanged(
    at: CellAt, one: Sum, tried: _AllTried, columns: list[int]
) -> Iterator[tuple[int, int]]:
    """The columns, with the reading, in which two figures of one line stand exchanged.

    Such a sum is too high in one column by as much as it is too low in another, and by just what
    the line's two figures are apart: no structure but the one it was read by gives that.
    """
    for number, parts in enumerate(one.readings):
        for left, right in pairwise(columns):
            here, there = tried[number, left], tried[number, right]
            if here is None or there is None or here.footing.usual or there.footing.usual:
                continue
            apart = here.apart
            if apart != -there.apart:
                continue
            for line in (one.total, *(part for part, _ in parts)):
                first, second = at(line, left), at(line, right)
                if first and second and abs(first.value - second.value) == abs(apart):
                    yield from ((left, number), (right, number))


def _tried(
    at: CellAt, statement: Statement, total: int, parts: Parts, column: int
) -> _Tried | None:
    """A reading tried in a column; None where no total or no part is printed."""
    whole = at(total, column)
    known = [
        (number, weight, part)
        for number, weight in parts
        if not statement.lines[number].cells[column].is_rate
        and (part := at(number, column)) is not None  # a blank cell is left out
    ]
    printed = frozenset(number for number, _, part in known if part.sources)
    if whole is None or not printed:
        return None
    footing = foot(whole.amount, [(weight, part.amount) for _, weight, part in known])
    if not footing.usual and any(statement.lines[n].cells[column].kind == "text" for n, _ in parts):
        return None  # a figure that could not be read
    return _Tried(tuple((weight, part) for _, weight, part in known), footing, printed)
