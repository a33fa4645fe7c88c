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
    """How many bits the digits of a number say that are not zeros at its end."""
    digits = str(abs(amount.mantissa))
    if amount.exponent >= 0:
        digits = digits.rstrip("0")
    return int(digits or "0").bit_length()


def weigh(stated: Amount, formula: Formula) -> int:
    """How many bits it surprises by that a formula gives the stated number.

    It agrees with as many neighbouring values as its operands' rounding reaches over.
    """
    try:
        width = formula.reach().width / stated.last_unit
    except ZeroDivisionError:
        return 0
    return min(_WIDEST, bits(stated, int(width)))
