"""Which numbers of a table a column of percentages is made of, in units of the finest number."""

from typing import Final

from tieout.evidence.plain import AMOUNT, PERCENT, POINTS

Column = list[int]
"""One integer for each line."""
Guess = tuple[int, int, int, int, int]
"""The columns over and under, the line under, −1 for each line's own, and what it is taken times:
a numerator and a denominator."""

_MISSES: Final = 4
"""So many misses, twice as many as agree, and a guess is given up."""
_BASIS: Final = 10_000
_COARSE: Final = 10


def is_near(stated: int, power: int, over: int, under: int, unit: int, *, less_one: bool) -> bool:
    """True where a percentage may be one number over the size of another, or that less one.

    The percentage is `stated` in units of one over `power`, and `unit` is the coarser last unit of
    the two numbers.
    """
    if not under:
        return False
    size = abs(under)
    whole = (over - under if less_one else over) * power
    slack = size * size + unit * power * (abs(over) + size)
    return 2 * abs(whole - stated * size) * size <= slack


def is_move(stated: int, step: int, now: int, before: int, coarse: int, reach: int) -> bool:
    """True where a change in basis points may be what two percentages are apart.

    `coarse` is the coarser last unit of the two, and `reach` both together, as ten-thousandths.
    """
    unit = coarse if stated and coarse > step and stated % coarse == 0 else step
    if reach > _COARSE * unit:
        return False
    return 2 * abs(stated - _BASIS * (now - before)) <= unit + reach


def made_of(
    sizes: list[Column],
    steps: list[Column],
    units: list[Column],
    kinds: list[Column],
    whole: int,
    column: int,
    guesses: list[Guess],
    *,
    less_one: bool,
    is_alike: bool,
) -> int:
    """The guess that holds for most of a column's lines, and for more than not; −1 for none.

    `less_one` asks for a change, `is_alike` for two numbers of one unit; `whole` is the number one.
    """
    best, most = -1, 0
    stated, stated_steps, stated_kinds = sizes[column], steps[column], kinds[column]
    lines = [line for line, kind in enumerate(stated_kinds) if kind in (PERCENT, POINTS)]
    powers = [max(1, whole // step) if step else 1 for step in stated_steps]
    for number, (over, under, base, by, part) in enumerate(guesses):
        if base >= 0 and kinds[under][base] != AMOUNT:
            continue
        overs, over_kinds, over_steps, over_units = (
            sizes[over],
            kinds[over],
            steps[over],
            units[over],
        )
        unders, under_kinds, under_steps = sizes[under], kinds[under], steps[under]
        times = by if by > part else part
        agreed = missed = 0
        for line in lines:
            below = base if base >= 0 else line
            if line == base:
                continue
            kind, other = over_kinds[line], under_kinds[below]
            if stated_kinds[line] == POINTS:
                if not less_one or kind != PERCENT or other != PERCENT:
                    continue
                one, two = over_steps[line], under_steps[below]
                coarse, reach = _BASIS * max(one, two), _BASIS * (one + two)
                step, now, before = stated_steps[line], overs[line], unders[below]
                holds = is_move(stated[line], step, now, before, coarse, reach)
            else:
                if kind != AMOUNT or other != AMOUNT:
                    continue
                if is_alike and over_units[line] != units[under][below]:
                    continue
                one, two = over_steps[line], under_steps[below]
                holds = is_near(
                    stated[line] // stated_steps[line],
                    powers[line],
                    overs[line] * by,
                    unders[below] * part,
                    (one if one > two else two) * times,
                    less_one=less_one,
                )
            agreed += holds
            missed += not holds
            if missed > _MISSES and missed > 2 * agreed:
                break
        if agreed > most and agreed > missed:
            best, most = number, agreed
    return best
