"""Slips of the hand: one digit for another, two exchanged, one too many or too few."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from tieout.model.amount import Amount, gives, point, rounded
from tieout.model.interval import Interval
from tieout.proof.bits import telling_digits
from tieout.proof.formula import Formula

_TELLING_DIGITS = 3


def is_slip(stated: Amount, right: Fraction) -> bool:
    """True where the stated number is the right one but for a slip of the hand, whatever its sign.

    A last digit that is one off is a slip too: whether rounding explains it was asked before.
    """
    one, other = str(abs(stated.mantissa)), str(abs(rounded(right, stated.exponent)))
    if len(one) == len(other):
        apart = [n for n, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
        return len(apart) == 1 or _is_exchanged(one, other, apart)
    short, long = sorted((one, other), key=len)
    if len(long) - len(short) == 1 and any(
        long[:n] + long[n + 1 :] == short for n in range(len(long))
    ):
        return True
    wide = short.rjust(len(long), "0")  # the first digit changed from or to nothing
    return sum(a != b for a, b in zip(wide, long, strict=True)) == 1


def _is_exchanged(one: str, other: str, apart: list[int]) -> bool:
    """True where the two places that are apart stand side by side, their digits exchanged."""
    return any(
        apart == [left, right] and one[left] == other[right] and one[right] == other[left]
        for left, right in pairwise(apart)
        if right == left + 1
    )


def is_telling(amount: Amount) -> bool:
    """True for three digits or more that tell: "$5,000,000" has one, and "4.10%" three."""
    return len(telling_digits(amount)) >= _TELLING_DIGITS


def slips(mantissa: int) -> Iterator[int]:
    """Every number of as many digits that is one digit, or two exchanged, away from this one."""
    digits = [int(digit) for digit in str(mantissa)]
    units = [10**place for place in range(len(digits) - 1, -1, -1)]
    for place, (digit, unit) in enumerate(zip(digits, units, strict=True)):
        for other in range(0 if place else 1, 10):
            if other != digit:
                yield mantissa + (other - digit) * unit
    for place, (one, two) in enumerate(pairwise(digits)):
        if one != two and (place or two):
            yield mantissa + (two - one) * (units[place] - units[place + 1])


def is_one_figure_off(stated: Amount, formula: Formula) -> bool:
    """True where one figure of the formula with one digit changed gives the stated number."""
    points = [operand.amount.point for operand in formula.operands]
    size = abs(stated)

    def given(position: int, slipped: Interval) -> Interval | None:
        try:
            return abs(formula.of([*points[:position], slipped, *points[position + 1 :]]))
        except ZeroDivisionError:
            return None

    for position, operand in enumerate(formula.operands):
        for steps in _steps(operand.amount):
            reach = given(position, _moved(operand.amount, steps[0], steps[-1]))
            if reach is not None and not reach.overlaps(size.interval):
                continue  # no digit of that place gives the number
            for step in steps:
                result = given(position, _moved(operand.amount, step, step))
                if result is not None and gives(result, size):
                    return True
    return False


def _steps(amount: Amount) -> Iterator[range]:
    """By how much a digit of each place may be off, upwards and downwards, in last units."""
    places = max(len(str(abs(amount.mantissa))), -amount.exponent)  # "0.09" has a digit before
    for place in range(places + 1):
        unit = 10**place
        yield range(unit, 10 * unit, unit)
        yield range(-9 * unit, 0, unit)


def _moved(amount: Amount, least: int, most: int) -> Interval:
    """The numbers that are so many last units above an amount."""
    low, high = (point(amount.mantissa + step, amount.exponent) for step in (least, most))
    return Interval(low.least, high.most, low.under)


def slip_bits(amount: Amount) -> int:
    """How many bits it surprises by that another number is a slip of this one.

    Ten times as many numbers are a slip apart as it has digits.
    """
    size = abs(amount.mantissa)
    return max(0, (size // (10 * len(str(size)))).bit_length() - 1)
