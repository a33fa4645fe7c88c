"""Percentages of a column or a line as quotients: which may be, what they weigh, what a miss is."""

from fractions import Fraction

from tieout.model.amount import Amount
from tieout.model.check import Severity
from tieout.model.known import Known
from tieout.rules.bearing import digits
from tieout.rules.formula import Formula


def is_near_quotient(stated: Amount, over: Amount, under: Amount, *, less_one: bool = False) -> bool:
    """True where a percentage may be one number over the size of another, or that less one.

    It is asked of every pair of columns before one is judged, so it is done in integers.
    """
    exponent = min(over.exponent, under.exponent)
    one, other = over.at(exponent), under.at(exponent)
    step = 10 ** max(0, -stated.exponent)
    whole = (one - other if less_one else one) * step
    size = abs(other)
    units = 10 ** (max(over.exponent, under.exponent) - exponent)
    slack = size * size + units * step * (abs(one) + size)
    return size > 0 and 2 * abs(whole - stated.mantissa * size) * size <= slack


def severity_of(stated: Known, formula: Formula) -> Severity:
    """A warning where a unit in the last digit of the percentage or of an operand explains a miss.

    Columns are made to add up by moving one of their figures by a unit.
    """
    values = [one.value for one in formula.operands]
    units = [one.amount.last_unit for one in formula.operands]
    moved = [
        [one + way * unit for one, unit, way in zip(values, units, ways, strict=True)]
        for ways in ((0, 0), (1, -1), (-1, 1))
    ]
    try:
        reached = [Fraction(formula.work(*one)) for one in moved]
    except ZeroDivisionError:
        return "error"
    unit = stated.amount.last_unit
    return "warning" if min(reached) - unit <= stated.value <= max(reached) + unit else "error"


def weigh_quotient(stated: Amount, over: Amount, under: Amount) -> int:
    """How many decimal digits a quotient's agreement surprises by, as coarse as its operands are."""
    exponent = min(over.exponent, under.exponent)
    one, other = abs(over.at(exponent)), abs(under.at(exponent))
    if not other:
        return 0
    wide = 10 ** max(0, -stated.exponent) * (one + other) // (other * other)
    return digits(stated, 1 + wide)
