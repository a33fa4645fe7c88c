"""What lines of a schedule may make a line: stretches of those beside it, and differences."""

from collections.abc import Iterator, Sequence
from typing import TypeAlias

from msgspec import Struct

from tieout.evidence.quantity import Quantity
from tieout.evidence.schedule import Cells, Schedule
from tieout.patterns import pattern
from tieout.rules.searches.sums import pairs, rests, stretches

_MOST = 24
"""So many lines above a line are tried as its parts,"""
_BELOW = 16
"""so many below it,"""
_PAIRS = 16
"""and two of so many as its difference or its sum."""

_LESS = pattern(r"less\b|deduct|minus\b")

BELOW = 4
PAIR = 7
"""Bits that a search below, and one of pairs, uses up."""

Parts: TypeAlias = tuple[tuple[int, int], ...]
"""Lines and their weights."""


class Reading(Struct, frozen=True, gc=False):
    """Lines that may make a line, and how many bits the search for them has used up."""

    parts: Parts
    cost: int = 0


class Signs(Struct, frozen=True, gc=False):
    """What the lines of a schedule say of themselves: that they are taken off; that they head.

    Both are empty where no line is taken off.
    """

    less: Sequence[bool] = ()
    heads: Sequence[bool] = ()

    def within(self, lines: Sequence[int]) -> set[int]:
        """Those from the first to the last taken off by their words or by "Less:" above them."""
        found: set[int] = set()
        under = False
        for number in range(lines[0], lines[-1] + 1) if self.less and lines else ():
            if self.heads[number]:
                under = self.less[number]
            elif under or self.less[number]:
                found.add(number)
        return found


def signs(schedule: Schedule) -> Signs:
    """The signs of a schedule's lines."""
    less = [_LESS.match(caption) is not None for caption in schedule.captions]
    if not any(less):
        return Signs()
    kinds = schedule.plain.kinds
    heads = [not any(column[line] for column in kinds) for line in range(len(less))]
    return Signs(less, heads)


def readings(
    schedule: Schedule, number: int, pivot: int, still_open: Sequence[int], said: Signs
) -> Iterator[Reading]:
    """What may make a line, nearest first: each holds in the column of that number.

    `still_open` are the lines above that are part of no sum yet.
    """
    plain = schedule.plain
    sizes, reaches, units = plain.sizes[pivot], plain.reaches[pivot], plain.units[pivot]
    unit, goal, reach = units[number], sizes[number], reaches[number]
    if not unit:
        return
    above = [n for n in range(max(0, number - _MOST), number) if units[n] == unit][::-1]
    opened = [n for n in still_open[-_MOST:] if units[n] == unit][::-1]
    for count in stretches(sizes, reaches, opened, goal, reach):
        yield _all(opened[:count])
    if above != opened:
        for count in stretches(sizes, reaches, above, goal, reach):
            yield _all(above[:count])
    less = said.within(opened[::-1])
    for count, is_said in rests(sizes, reaches, opened, goal, reach, less):
        others = sorted(opened[: count - 1])
        ways = [1 if is_said and n not in less else -1 for n in others]
        yield Reading(((opened[count - 1], 1), *zip(others, ways, strict=True)))
    end = min(number + 1 + _BELOW, len(units))
    below = [n for n in range(number + 1, end) if units[n] == unit]
    for count in stretches(sizes, reaches, below, goal, reach):
        yield _all(below[:count], BELOW)
    for one, way, other, its in pairs(sizes, reaches, above[_PAIRS - 1 :: -1], goal, reach):
        yield Reading(((one, way), (other, its)), PAIR)


def _all(lines: Sequence[int], cost: int = 0) -> Reading:
    """All of these lines."""
    return Reading(tuple((line, 1) for line in sorted(lines)), cost)


def longest(row: Cells) -> list[int]:
    """The columns of the line's figures, those of most digits first."""
    sizes = {
        number: abs(one.amount.mantissa)
        for number, one in enumerate(row)
        if one is not None and one.sources and one.amount.mantissa
    }
    return sorted(sizes, key=lambda number: -sizes[number])


def held(schedule: Schedule, parts: Parts, column: int) -> list[tuple[int, Quantity]]:
    """The numbers of these lines in a column; a blank cell is left out."""
    cells = ((way, schedule.cells[number][column]) for number, way in parts)
    return [(way, one) for way, one in cells if one is not None]
