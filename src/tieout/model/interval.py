"""Closed intervals of exact numbers, worked out in integers.

A number is an interval whose ends are one, so that the same work says what a formula gives and
what its operands' rounding allows.
"""

from fractions import Fraction

from msgspec import Struct


class Interval(Struct, frozen=True, gc=False, eq=False):
    """Every number from least / under to most / under, the ends included.

    The ends are not reduced: no inner loop pays for a common divisor. Integers and fractions mix
    in as points.
    """

    least: int
    most: int
    under: int = 1

    @property
    def low(self) -> Fraction:
        """The lower end."""
        return Fraction(self.least, self.under)

    @property
    def high(self) -> Fraction:
        """The upper end."""
        return Fraction(self.most, self.under)

    @property
    def width(self) -> Fraction:
        """How far apart the ends lie."""
        return Fraction(self.most - self.least, self.under)

    def __eq__(self, other: object) -> bool:
        """True for an interval of the same ends."""
        if not isinstance(other, Interval):
            return NotImplemented
        one, two = self.under, other.under
        return self.least * two == other.least * one and self.most * two == other.most * one

    def __hash__(self) -> int:
        """The same for intervals of the same ends."""
        return hash((self.low, self.high))

    def __add__(self, other: "Interval | Fraction | int") -> "Interval":
        """Every sum of one number from each."""
        other = exactly(other)
        one, two = self.under, other.under
        if one == two:
            return Interval(self.least + other.least, self.most + other.most, one)
        if one % two == 0:  # so that a long sum has no denominator but the largest of its parts
            by = one // two
            return Interval(self.least + other.least * by, self.most + other.most * by, one)
        if two % one == 0:
            return other + self
        return Interval(
            self.least * two + other.least * one, self.most * two + other.most * one, one * two
        )

    __radd__ = __add__

    def __sub__(self, other: "Interval | Fraction | int") -> "Interval":
        """Every difference of one number from each."""
        return self + -exactly(other)

    def __neg__(self) -> "Interval":
        """Every number with the other sign."""
        return Interval(-self.most, -self.least, self.under)

    def __mul__(self, other: "Interval | Fraction | int") -> "Interval":
        """Every product of one number from each."""
        other = exactly(other)
        under = self.under * other.under
        if self.least >= 0 and other.least >= 0:
            return Interval(self.least * other.least, self.most * other.most, under)
        corners = [a * b for a in (self.least, self.most) for b in (other.least, other.most)]
        return Interval(min(corners), max(corners), under)

    def __truediv__(self, other: "Interval | Fraction | int") -> "Interval":
        """Every quotient; raises ZeroDivisionError if the divisor may be zero."""
        other = exactly(other)
        if other.least <= 0 <= other.most:
            raise ZeroDivisionError("the divisor may be zero")
        if other.most < 0:
            self, other = -self, -other
        least, most, under = self.least, self.most, self.under
        low, high, times = other.least, other.most, other.under
        if low == high:
            return Interval(least * times, most * times, under * low)
        return Interval(
            least * (low if least >= 0 else high) * times,
            most * (high if most >= 0 else low) * times,
            under * low * high,
        )

    def __rtruediv__(self, other: Fraction | int) -> "Interval":
        """Every quotient of a number by one of these; raises ZeroDivisionError likewise."""
        return exactly(other) / self

    def __abs__(self) -> "Interval":
        """Every magnitude."""
        if self.least >= 0:
            return self
        if self.most <= 0:
            return -self
        return Interval(0, max(-self.least, self.most), self.under)

    def overlaps(self, other: "Interval") -> bool:
        """True where some number lies in both; touching ends count (Calculations 1.1)."""
        one, two = self.under, other.under
        return self.least * two <= other.most * one and other.least * one <= self.most * two

    def holds(self, number: Fraction) -> bool:
        """True where the number lies inside, ends included."""
        return self.overlaps(exactly(number))


def exactly(number: Interval | Fraction | int) -> Interval:
    """The interval of one number; an interval stays itself."""
    if isinstance(number, Interval):
        return number
    over = number.numerator
    return Interval(over, over, number.denominator)
