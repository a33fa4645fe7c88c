"""A schedule's figures as plain integers, column by column, for the searches of what makes what."""

from collections.abc import Sequence
from typing import Final

from msgspec import Struct

from tieout.evidence.quantity import Quantity
from tieout.model.unit import Unit

NOTHING: Final = 0
AMOUNT: Final = 1
PERCENT: Final = 2
POINTS: Final = 3
"""What a cell is: no figure or a nil, an amount of whatever unit, a percentage, or its change."""


class Plain(Struct, frozen=True, gc=False):
    """The figures of a schedule in units of the finest of them, by column and then by line.

    `sizes` are the numbers, `steps` their last units, `reaches` those of what is printed alone: a
    nil is exact. `units` say which of the schedule's units each is counted in, 0 where there is no
    number, and `kinds` what each is. `whole` is the number one in the same units, and `has_rates`
    is true where some figure is a percentage or a change of one.
    """

    sizes: list[list[int]]
    steps: list[list[int]]
    reaches: list[list[int]]
    units: list[list[int]]
    kinds: list[list[int]]
    whole: int
    has_rates: bool


def plain(cells: Sequence[Sequence[Quantity | None]], width: int) -> Plain:
    """The integers of so many columns of cells."""
    exponents = {one.amount.exponent for row in cells for one in row if one is not None}
    finest = min(exponents, default=0)
    powers = {exponent: 10 ** (exponent - finest) for exponent in exponents}
    numbered: dict[Unit, int] = {}
    has_rates = False
    columns: list[tuple[list[int], ...]] = []
    for column in range(width):
        sizes, steps, reaches, units, kinds = ([0] * len(cells) for _ in range(5))
        for line, row in enumerate(cells):
            one = row[column]
            if one is None:
                continue
            amount = one.amount
            unit, step = amount.unit, powers[amount.exponent]
            sizes[line], steps[line] = amount.mantissa * step, step
            units[line] = numbered.setdefault(unit, len(numbered) + 1)
            if one.sources:
                reaches[line] = step
                kinds[line] = PERCENT if unit.is_pure else POINTS if unit.is_points else AMOUNT
                has_rates = has_rates or unit.is_rate
        columns.append((sizes, steps, reaches, units, kinds))
    by_size, by_step, by_reach, by_unit, by_kind = ([one[n] for one in columns] for n in range(5))
    whole = 10 ** max(0, -finest)
    return Plain(by_size, by_step, by_reach, by_unit, by_kind, whole, has_rates=has_rates)
