"""How many bits an agreement surprises by: one bit is a coin that falls right."""

from tieout.model.amount import Amount
from tieout.proof.formula import Formula

_WIDEST = 64
"""Bits beyond which nothing more is shown."""


def bits(amount: Amount, others: int) -> int:
    """How many bits an agreement of this amount surprises by.

    A sum of so many rounded numbers agrees with so many neighbouring values.
    """
    return max(0, (abs(amount.mantissa) // (others + 1)).bit_length() - 1)


def telling(amount: Amount) -> int:
    """How many bits the digits of a number say that tell."""
    return int(telling_digits(amount) or "0").bit_length()


def telling_digits(amount: Amount) -> str:
    """The digits that are not zeros at its end, but for those behind a point: "4.10%" has three."""
    digits = str(abs(amount.mantissa))
    return digits if amount.exponent < 0 else digits.rstrip("0")


def weigh(stated: Amount, formula: Formula) -> int:
    """How many bits it surprises by that a formula gives the stated number.

    It agrees with as many neighbouring values as its operands' rounding reaches over.
    """
    try:
        reach = formula.reach()
    except ZeroDivisionError:
        return 0
    power = 10 ** abs(stated.exponent)
    up, down = (power, 1) if stated.exponent < 0 else (1, power)
    others = (reach.most - reach.least) * up // (reach.under * down)
    return min(_WIDEST, bits(stated, others))
