"""Two printings of one number a slip of the hand apart: one digit another, or two exchanged."""

from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise

from tieout.model.amount import Amount, prints_as, rounded
from tieout.proof.formula import Formula

_FEWEST = 3
"""Of fewer digits, too many numbers are a slip apart to say anything."""


def is_slip(one: Amount, other: Amount) -> bool:
    """True where two numbers of as many digits differ in one digit, or in two exchanged.

    A single unit apart is a rounding, and no slip.
    """
    sizes = abs(one.mantissa), abs(other.mantissa)
    if one.exponent != other.exponent or abs(sizes[0] - sizes[1]) < 2:
        return False
    first, second = map(str, sizes)
    if len(first) != len(second) or len(first) < _FEWEST:
        return False
    apart = [n for n, pair in enumerate(zip(first, second, strict=True)) if pair[0] != pair[1]]
    return len(apart) == 1 or _is_exchanged(first, second, apart)


def _is_exchanged(one: str, other: str, apart: list[int]) -> bool:
    """True where the two places that are apart stand side by side, their digits exchanged."""
    return any(
        apart == [left, right] and one[left] == other[right] and one[right] == other[left]
        for left, right in pairwise(apart)
        if right == left + 1
    )


_NEAR = Fraction(3, 2)
"""A number told wrong is within so many times the right one, or a slip of the hand from it."""


def may_misprint(stated: Amount, computed: Fraction) -> bool:
    """True where the stated number may be the computed one, told wrong.

    It is near; or one digit of it, or of a figure it is the sum of, stands for another; or two
    digits are exchanged, or one is missing or too many. Anything else is a figure of something
    else: of a part, of a measure of its own.
    """
    told, right = abs(stated.value), abs(computed)
    if max(told, right) <= _NEAR * min(told, right):
        return True
    size = abs(stated)
    one, other = str(size.mantissa), str(rounded(right, stated.exponent))
    if any(prints_as(slipped, size) for slipped in _slips(right, stated.exponent - 1)):
        return True
    if len(one) == len(other):
        apart = [n for n, pair in enumerate(zip(one, other, strict=True)) if pair[0] != pair[1]]
        return _is_exchanged(one, other, apart)
    short, long = sorted((one, other), key=len)
    return any(long[:n] + long[n + 1 :] == short for n in range(len(long)))


def may_miscompute(stated: Amount, formula: Formula) -> bool:
    """True where the stated number may be the formula's result, one figure of it told wrong."""
    values = [operand.value for operand in formula.operands]
    try:
        if may_misprint(stated, formula.computed()):
            return True
    except ZeroDivisionError:
        return True
    for position, operand in enumerate(formula.operands):
        for slipped in _slips(operand.value, operand.amount.exponent):
            changed = [*values[:position], slipped, *values[position + 1 :]]
            try:
                if prints_as(abs(Fraction(formula.work(*changed))), abs(stated)):
                    return True
            except ZeroDivisionError:
                continue
    return False


def _slips(number: Fraction, finest: int) -> Iterator[Fraction]:
    """Every number that is one digit of this one away, digits of 10^finest and above."""
    places = max(len(str(abs(rounded(number, finest)))), -finest)  # "0.09" has a digit before
    for place in range(finest, finest + places + 1):
        for digit in range(1, 10):
            step = digit * Fraction(10) ** place
            yield number + step
            yield number - step


def slip_bits(amount: Amount) -> int:
    """How many bits it surprises by that another number is a slip of this one.

    Ten times as many numbers are a slip apart as it has digits.
    """
    size = abs(amount.mantissa)
    return max(0, (size // (10 * len(str(size)))).bit_length() - 1)
