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
_Printed: TypeAlias = dict[tuple[int, int], frozenset[int]]


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
        printed: _Printed = {
            (number, column): _figures(cell, statement, parts, column)
            for number, parts in enumerate(one.readings)
            for column in columns
        }
        for column in columns:
            reading, reason = _established(one, footings, printed, columns, column)
            footing = footings[reading, column]
            total = at(one.total, column)
            if total is not None and footing is not None:
                parts = _parts(at, statement, one.readings[reading], column)
                found.append(Footed(total, parts, footing, one.kind, reason))
    return found


def _established(
    one: Sum, footings: _Footings, printed: _Printed, columns: list[int], column: int
) -> tuple[int, str]:
    """The reading that holds for the column, and why none does.

    A column that prints less than three quarters of the figures says nothing of the others.
    """
    for number, parts in enumerate(one.readings):
        others = [
            c
            for c in columns
            if c != column
            and 4 * len(printed[number, c] & printed[number, column])
            >= 3 * len(printed[number, column])
        ]
        borne_out = sum(1 for c in others if _foots(footings[number, c]))
        solid = one.firm or len(parts) >= 3 or one.kind == "total"
        if others and borne_out * 2 > len(others) and solid:
            return number, ""
    settled = one.firm and (len(columns) < 2 or any(_foots(footings[0, c]) for c in columns))
    return 0, "" if settled else UNCLEAR


def _figures(cell: CellOf, statement: Statement, parts: Parts, column: int) -> frozenset[int]:
    """The lines among the parts that print something other than nil in the column."""
    held = ((n, cell(statement, n, column)) for n, _ in parts)
    return frozenset(n for n, part in held if part is not None and part.sources)


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
