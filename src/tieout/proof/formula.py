"""A computation over numbers in hand, as text and as work."""

from collections.abc import Callable, Iterable
from fractions import Fraction
from typing import Any

from msgspec import Struct

from tieout.evidence.quantity import Quantity
from tieout.model.amount import Amount, gives, point
from tieout.model.interval import Interval, exactly

_FAR = 300
_PIN = 5
"""An operand is pinned if a change by this many of its last units would change the outcome."""


class Formula(Struct, frozen=True, gc=False):
    """A computation: its text, the operands, and the work itself.

    `work` takes the operands in order, as intervals, each number being one, and uses each once: a
    repeated operand would widen the interval. `is_sum` is true of weighted sums, `is_size` where
    the sign of the work is left out. `text` has "{0}", "{1}" where the operands stand.
    """

    text: str
    operands: tuple[Quantity, ...]
    work: Callable[..., Any]
    is_sum: bool = False
    is_size: bool = False

    @property
    def written(self) -> str:
        """The formula with the figures as they are printed: "7,219 / 2,946 − 1"."""
        return self.text.format(*(operand.shown for operand in self.operands))

    def computed(self) -> Fraction:
        """The result from the operands as printed; raises ZeroDivisionError."""
        return self.result().low

    def result(self) -> Interval:
        """The same as an interval of its own."""
        return self.of([operand.amount.point for operand in self.operands])

    def reach(self) -> Interval:
        """Every result that the operands' rounding allows; raises ZeroDivisionError."""
        return self.of([operand.reach for operand in self.operands])

    def of(self, numbers: Iterable[Interval]) -> Interval:
        """What other numbers in the operands' places give; raises ZeroDivisionError."""
        signed = self.signed(numbers)
        return abs(signed) if self.is_size else signed

    def signed(self, numbers: Iterable[Interval]) -> Interval:
        """The same with its sign."""
        return exactly(self.work(*numbers))

    def pins(self, position: int, stated: Amount) -> bool:
        """True where the operand, moved by a few last units either way, no longer gives `stated`.

        A derived operand is never pinned: its figures could be wrong together.
        """
        operand = self.operands[position]
        if operand.is_derived:
            return False
        points = [one.amount.point for one in self.operands]
        for step in (_PIN, -_PIN):
            points[position] = point(operand.amount.mantissa + step, operand.amount.exponent)
            try:
                if gives(self.of(points), stated):
                    return False
            except ZeroDivisionError:
                continue
        return True


def is_far_off(stated: Quantity, formula: Formula, times: Fraction | int) -> bool:
    """True where the result is so many times the stated number, or the reverse."""
    try:
        computed = formula.computed()
    except ZeroDivisionError:
        return False
    return is_far(stated.value, computed, times)


def is_far(one: Fraction, other: Fraction, times: Fraction | int = _FAR) -> bool:
    """True for numbers that no misprint of a digit sets apart: they are not the same thing."""
    return bool(one and other) and not abs(one) <= times * abs(other) <= times**2 * abs(one)
