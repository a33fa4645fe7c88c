"""Two printings of one number a slip of the hand apart: one digit another, or two exchanged."""

from itertools import pairwise

from tieout.model.amount import Amount

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
    if len(apart) == 1:
        return True
    return any(
        apart == [left, right] and first[left] == second[right] and first[right] == second[left]
        for left, right in pairwise(apart)
        if right == left + 1
    )


def slip_bits(amount: Amount) -> int:
    """How many bits it surprises by that another number is a slip of this one.

    Ten times as many numbers are a slip apart as it has digits.
    """
    size = abs(amount.mantissa)
    return max(0, (size // (10 * len(str(size)))).bit_length() - 1)
