"""What lines of a schedule may make a line: stretches of those beside it, and differences."""

import re
from collections.abc import Iterable, Iterator, Sequence, Set
from typing import TypeAlias

from msgspec import Struct

from tieout.evidence.quantity import Quantity
from tieout.evidence.schedule import Cells, Schedule
from tieout.model.unit import Unit

_MOST = 24
"""So many lines above a line are tried as its parts,"""
_BELOW = 16
"""so many below it,"""
_PAIRS = 16
"""and two of so many as its difference or its sum."""

_LESS = re.compile(r"less\b|deduct|minus\b")

BELOW = 4
PAIR = 7
"""Bits that a search below, and one of pairs, uses up."""

Parts: TypeAlias = tuple[tuple[int, int], ...]
"""Lines and their weights."""
Whole: TypeAlias = tuple[int, int]
"""A number and its last unit, as integers at one exponent."""


class Reading(Struct, frozen=True, gc=False):
    """Lines that may make a line, and how many bits the search for them has used up."""

    parts: Parts
    cost: int = 0


def readings(
    schedule: Schedule, number: int, pivot: int, still_open: Sequence[int], columns: "Columns"
) -> Iterator[Reading]:
    """What may make a line, nearest first: each holds in the column of that number.

    `still_open` are the lines above that are part of no sum yet; `columns` keeps the schedule's
    columns, each made for the first line that needs it.
    """
    total = schedule.cells[number][pivot]
    if total is None:
        return
    column = columns.get((pivot, total.amount.unit))
    if column is None:
        column = Column(schedule, pivot, total.amount.unit)
        columns[pivot, total.amount.unit] = column
    goal = column.whole(number)
    above = column.having(range(max(0, number - _MOST), number))
    opened = column.having(still_open[-_MOST:])
    yield from column.stretches(goal, opened[::-1], cost=0)
    if above != opened:
        yield from column.stretches(goal, above[::-1], cost=0)
    yield from column.rests(goal, opened[::-1], _taken_off(schedule, opened))
    below = range(number + 1, min(number + 1 + _BELOW, len(schedule.cells)))
    yield from column.stretches(goal, column.having(below), cost=BELOW)
    yield from column.pairs(goal, above[-_PAIRS:])


def _taken_off(schedule: Schedule, lines: Sequence[int]) -> set[int]:
    """The lines that say that they are taken off, or stand under "Less:" until "Plus:"."""
    found: set[int] = set()
    under = False
    for number in range(lines[0], lines[-1] + 1) if lines else ():
        is_less = _LESS.match(schedule.captions[number]) is not None
        if not any(one is not None and one.sources for one in schedule.cells[number]):
            under = is_less
        elif under or is_less:
            found.add(number)
    return found


def longest(row: Cells) -> list[int]:
    """The columns of the line's figures, those of most digits first."""
    sizes = {
        number: abs(one.amount.mantissa)
        for number, one in enumerate(row)
        if one is not None and one.sources and one.amount.mantissa
    }
    return sorted(sizes, key=lambda number: -sizes[number])


class Column:
    """A column's figures of one unit as integers at one exponent."""

    def __init__(self, schedule: Schedule, column: int, unit: Unit) -> None:
        """The column's figures of that unit."""
        cells = enumerate(row[column] for row in schedule.cells)
        held = [(number, one) for number, one in cells if one and one.amount.unit == unit]
        exponent = min(one.amount.exponent for _, one in held)
        self._wholes: dict[int, Whole] = {
            number: (one.amount.at(exponent), 10 ** (one.amount.exponent - exponent))
            if one.sources
            else (one.amount.at(exponent), 0)
            for number, one in held
        }

    def having(self, lines: Iterable[int]) -> list[int]:
        """Those of the lines that have a figure or a dash of the unit here."""
        return [number for number in lines if number in self._wholes]

    def whole(self, number: int) -> Whole:
        """The line's figure and its last unit."""
        return self._wholes.get(number, (0, 0))

    def stretches(self, goal: Whole, lines: Sequence[int], *, cost: int) -> Iterator[Reading]:
        """The stretches from the first line on whose sum may be the goal."""
        value, reach = goal
        for count, number in enumerate(lines, 1):
            one, unit = self._wholes[number]
            value, reach = value - one, reach + unit
            if count > 1 and 2 * abs(value) <= reach:
                yield Reading(tuple((n, 1) for n in sorted(lines[:count])), cost)

    def rests(self, goal: Whole, lines: Sequence[int], less: Set[int]) -> Iterator[Reading]:
        """The stretches whose first line less the others, or less those said so, may be the goal.

        The first line is the first in reading order.
        """
        plain, reach = goal
        said = plain
        for count, number in enumerate(lines, 1):
            one, unit = self._wholes[number]
            reach += unit
            others = sorted(lines[: count - 1])
            if count > 1 and 2 * abs(plain - one) <= reach:
                yield Reading(((number, 1), *((n, -1) for n in others)))
            if count > 1 and less and 2 * abs(said - one) <= reach:
                yield Reading(((number, 1), *((n, -1 if n in less else 1) for n in others)))
            plain += one
            said += one if number in less else -one

    def pairs(self, goal: Whole, lines: Sequence[int]) -> Iterator[Reading]:
        """The pairs of lines whose difference, or whose sum, may be the goal."""
        value, reach = goal
        at: dict[int, int] = {}
        for number in lines:
            one, unit = self._wholes[number]
            if not one or not unit:
                continue
            for wanted, ways in (
                (value - one, (1, 1)),
                (one - value, (1, -1)),
                (one + value, (-1, 1)),
            ):
                near = (wanted - reach, wanted, wanted + reach)
                for found in near if not at.keys().isdisjoint(near) else ():
                    if found in at:
                        yield Reading(((number, ways[0]), (at[found], ways[1])), cost=PAIR)
            at[one] = number


Columns: TypeAlias = dict[tuple[int, Unit], Column]
"""Columns by number and unit."""


def held(schedule: Schedule, parts: Parts, column: int) -> list[tuple[int, Quantity]]:
    """The numbers of these lines in a column; a blank cell is left out."""
    cells = ((way, schedule.cells[number][column]) for number, way in parts)
    return [(way, one) for way, one in cells if one is not None]
