"""Which reading of a sum holds for a column: captions and layout first, then other columns."""

from collections.abc import Callable, Iterator
from functools import cache, partial
from itertools import pairwise
from typing import TypeAlias

from msgspec import Struct

from tieout.model.amount import Amount, Footing, foot
from tieout.model.known import Known
from tieout.model.statement import Parts, Statement, Sum

UNCLEAR = "which lines make this total is not clear: no reading of the layout foots elsewhere"

GAPPED = "a row among the lines that make this total could not be read"

CellOf: TypeAlias = Callable[[Statement, int, int], Known | None]
"""A statement's cell by line and column as a number in hand."""

CellAt: TypeAlias = Callable[[int, int], Known | None]
"""The same of one statement."""

_Footings: TypeAlias = dict[tuple[int, int], Footing | None]


class Footed(Struct, frozen=True):
    """One column of a sum: the total, its weighted parts, and whether the structure is settled.

    `reason` is empty where it is; otherwise it says why not.
    """

    total: Known
    parts: tuple[tuple[int, Known], ...]
    footing: Footing
    kind: str
    reason: str = ""

    @property
    def sources(self) -> frozenset[int]:
        """The figures it rests on, by number in its document."""
        parts = (ref.figure for _, part in self.parts for ref in part.sources)
        return frozenset((self.total.ref.figure, *parts))


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
            and not statement.lines[one.total].cells[n].is_percent
        ]
        footings: _Footings = {
            (number, column): _footing(at, statement, one.total, parts, column)
            for number, parts in enumerate(one.readings)
            for column in columns
        }
        settled = {column: _established(one, footings, columns, column) for column in columns}
        if any(reason for _, reason in settled.values()):
            settled |= {n: (reading, "") for n, reading in _exchanged(at, one, footings, columns)}
        first = min((n for parts in one.readings for n, _ in parts), default=one.total)
        is_gapped = any(first < gap < one.total for gap in gaps)
        for column, (reading, reason) in settled.items():
            reason = GAPPED if is_gapped else reason
            footing = footings[reading, column]
            total = at(one.total, column)
            if total is not None and footing is not None:
                parts = _parts(at, statement, one.readings[reading], column)
                found.append(Footed(total, parts, footing, one.kind, reason))
    return found


def _established(one: Sum, footings: _Footings, columns: list[int], column: int) -> tuple[int, str]:
    """The reading that holds for the column, and why none does."""
    others = [c for c in columns if c != column]
    best, most = 0, len(others) // 2
    for number, parts in enumerate(one.readings):
        borne_out = sum(1 for c in others if _foots(footings[number, c]))
        solid = one.firm or len(parts) >= 3 or one.kind == "total"
        if borne_out > most and solid:
            best, most = number, borne_out
    if most > len(others) // 2:
        return best, ""
    settled = one.firm and (not others or any(_foots(footings[0, c]) for c in columns))
    return 0, "" if settled else UNCLEAR


def _exchanged(
    at: CellAt, one: Sum, footings: _Footings, columns: list[int]
) -> Iterator[tuple[int, int]]:
    """The columns, with the reading, in which two figures of one line stand exchanged.

    Such a sum is too high in one column by as much as it is too low in another, and by just what
    the line's two figures are apart: no structure but the one it was read by gives that.
    """
    for number, parts in enumerate(one.readings):
        for left, right in pairwise(columns):
            here, there = footings[number, left], footings[number, right]
            if here is None or there is None or here.usual or there.usual:
                continue
            apart = Amount(here.difference, here.exponent).value
            if apart != -Amount(there.difference, there.exponent).value:
                continue
            for line in (one.total, *(part for part, _ in parts)):
                first, second = at(line, left), at(line, right)
                if first and second and abs(first.value - second.value) == abs(apart):
                    yield from ((left, number), (right, number))


def _foots(footing: Footing | None) -> bool:
    """True where the sum holds within usual rounding."""
    return footing is not None and footing.usual


def _footing(
    at: CellAt, statement: Statement, total: int, parts: Parts, column: int
) -> Footing | None:
    """The column's footing by one reading; None where no part is printed."""
    whole = at(total, column)
    known = _parts(at, statement, parts, column)
    if whole is None or not any(part.sources for _, part in known):
        return None
    return foot(whole.amount, [(weight, part.amount) for weight, part in known])


def _parts(
    at: CellAt, statement: Statement, parts: Parts, column: int
) -> tuple[tuple[int, Known], ...]:
    """The parts with their weights; blank cells are left out."""
    cells = [
        (weight, at(n, column))
        for n, weight in parts
        if not statement.lines[n].cells[column].is_percent
    ]
    return tuple((weight, part) for weight, part in cells if part is not None)
