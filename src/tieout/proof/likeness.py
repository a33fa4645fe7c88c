"""How like a misprint a difference is: the digits themselves are bits.

A number read for another one is any number. A number misprinted is the right one but for a slip:
a digit, two exchanged, one too many, another power of ten, another sign.
"""

from fractions import Fraction

from tieout.model.amount import Amount, gives, has_size, in_units, point
from tieout.proof.bits import bits, telling
from tieout.proof.bounds import bounds
from tieout.proof.formula import Formula
from tieout.proof.powers import is_at_another_power
from tieout.proof.slip import is_one_figure_off, is_slip, slip_bits

_SCALES = (1000, 10, 100)
_POWER_BITS = 3


def likeness(
    stated: Amount, formula: Formula, *, is_copy: bool = False, is_taken: bool = False
) -> int:
    """The bits by which a difference looks like a misprint; negative where it looks like none.

    `is_copy` is true of a figure of a table held against the same line of another table,
    `is_taken` of one that has the digits of a number beside the one its words name.
    """
    if is_taken:
        return telling(stated)
    try:
        result = formula.result()
    except ZeroDivisionError:
        return -bounds().likeness.far
    size = abs(stated)
    if not result.least:
        return -bounds().likeness.far
    if gives(abs(result), size):
        return bits(stated, 0)
    if not formula.is_sum and has_size(formula.operands[0].amount, size):
        return bits(stated, 0)  # the computation was left undone: of a split, of a change
    computed = result.low
    if is_at_another_power(stated, computed) and bits(stated, 0) >= 2 * _POWER_BITS:
        return bits(stated, 0) - _POWER_BITS
    if formula.is_sum:
        return _of_sum(stated, formula, computed)
    if is_slip(stated, computed):
        return max(slip_bits(stated), nearness(stated, computed))
    near = nearness(stated, computed)
    if is_copy:
        return min(0, near)  # what two tables tell under one caption is often nearly the same
    return max(0, near) if near < 0 and is_one_figure_off(stated, formula) else near


def nearness(stated: Amount, computed: Fraction) -> int:
    """The bits that the size of a difference says, against the size of the expected number."""
    table = bounds().likeness
    parts, unit = computed.denominator, point(1, stated.exponent)
    told, right = stated.mantissa * unit.least * parts, computed.numerator * unit.under
    apart, most = abs(told - right), max(abs(told), abs(right))
    found = (bits for parts, bits in table.nearness if apart * 1000 <= parts * most)
    size = next(found, -table.far)
    is_close = apart <= table.units * unit.least * parts
    return max(size, table.fine) if is_close else size


def _of_sum(stated: Amount, formula: Formula, computed: Fraction) -> int:
    """The same of a sum, any figure of which may be the one misprinted."""
    told = (stated, *(one.amount for one in formula.operands))
    finest = min(one.exponent for one in told)
    over, under = in_units(computed, finest)
    apart = abs(stated.at(finest) * under - over)  # in parts of the finest unit
    slack = under * 10 ** (stated.exponent - finest)
    for one in formula.operands:
        size = abs(one.amount.at(finest)) * under
        if any(abs(apart - size * (power - 1)) <= slack for power in _SCALES):
            return max(0, bits(one.amount, 0) - _POWER_BITS)
    near = min(0, nearness(stated, computed))  # a small line missed leaves a small difference
    if apart % under or apart <= bounds().likeness.units * under:
        return near  # so little is rounding as soon as a slip
    units = apart // under
    digits = str(units).rstrip("0")
    is_step = len(digits) == 1 or (len(digits) == 2 and units % 9 == 0)
    largest = max(told, key=lambda one: abs(one.at(finest)))
    slip = slip_bits(largest) if is_step else 0
    return slip or near
