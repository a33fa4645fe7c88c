"""Powers of ten that a figure is told at by mistake: "billion" for "million"."""

from fractions import Fraction

from tieout.model.amount import Amount, prints

POWERS = (3, -3, 1, -1, 6, -6)
"""The powers by which it is off, the likeliest first."""


def is_at_another_power(told: Amount, right: Fraction) -> bool:
    """True where a number has the digits that another one prints, at another power of ten."""
    over, under, size = abs(right.numerator), right.denominator, abs(told)
    return bool(told.mantissa) and any(
        prints(over, under, size.times_power(power)) for power in POWERS
    )
