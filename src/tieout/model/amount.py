"""Rounded numbers, and the arithmetic that respects their rounding.

All rounding in tieout happens here, in integers and exact fractions. A number printed with last
unit *u* stands for the closed interval ± u/2 (XBRL Calculations 1.1, 2023).
"""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from math import isqrt
from typing import Literal

from msgspec import Struct

from tieout.model.unit import PURE, Unit


class Amount(Struct, frozen=True, gc=False, order=False):
    """A number as rounded: mantissa × 10^exponent, in a unit.

    The exponent is the precision: "$7.2 million" is 72 × 10^5 USD, "0.10" is 10 × 10^-2.
    """

    mantissa: int
    exponent: int
    unit: Unit = PURE

    @property
    def decimals(self) -> int:
        """XBRL's decimals: how many digits right of the point are accurate."""
        return -self.exponent

    @property
    def value(self) -> Fraction:
        """The number taken as printed, exact, in whole units."""
        return _exact(self.mantissa, self.exponent)

    @property
    def last_unit(self) -> Fraction:
        """One unit of the last printed digit, in whole units."""
        return _exact(1, self.exponent)

    @property
    def interval(self) -> "Interval":
        """Every number that prints as this one."""
        return _rounding(self.mantissa, self.exponent)

    def at(self, exponent: int) -> int:
        """The mantissa at a finer exponent, exact; raises ValueError at a coarser one."""
        if exponent > self.exponent:
            raise ValueError(f"10^{exponent} is coarser than 10^{self.exponent}")
        return int(self.mantissa * 10 ** (self.exponent - exponent))

    def times_power(self, power: int) -> "Amount":
        """The amount × 10^power: a figure of a statement in thousands, in whole units."""
        return Amount(self.mantissa, self.exponent + power, self.unit)

    def to_unit(self, exponent: int) -> "Amount":
        """The same number as printed to 10^exponent, where its further digits are all zeros.

        "$2,653,000" beside a statement in thousands is told in thousands.
        """
        step = 10 ** max(0, exponent - self.exponent)
        if step == 1 or not self.mantissa or self.mantissa % step:
            return self
        return Amount(self.mantissa // step, exponent, self.unit)

    def in_unit(self, unit: Unit) -> "Amount":
        """The same number counted in another unit."""
        return Amount(self.mantissa, self.exponent, unit)

    def __neg__(self) -> "Amount":
        """The amount with the other sign."""
        return Amount(-self.mantissa, self.exponent, self.unit)

    def __abs__(self) -> "Amount":
        """The amount without its sign."""
        return Amount(abs(self.mantissa), self.exponent, self.unit)

    def __str__(self) -> str:
        """Plain digits in whole units: "7219000", "-0.06"."""
        return plain(self.mantissa, self.exponent)


@lru_cache(maxsize=4096)
def _exact(mantissa: int, exponent: int) -> Fraction:
    """The number in whole units; making a fraction takes longer than finding one."""
    if exponent >= 0:
        return Fraction(mantissa * 10**exponent)
    return Fraction(mantissa, 10**-exponent)


@lru_cache(maxsize=4096)
def _rounding(mantissa: int, exponent: int) -> "Interval":
    """Every number that prints as this one; several rules ask for the same."""
    power = 10 ** abs(exponent)
    low, high = 2 * mantissa - 1, 2 * mantissa + 1
    if exponent >= 0:
        return Interval(Fraction(low * power, 2), Fraction(high * power, 2))
    return Interval(Fraction(low, 2 * power), Fraction(high, 2 * power))


class Interval(Struct, frozen=True, gc=False):
    """A closed interval of exact numbers; plain integers and fractions mix in as points."""

    low: Fraction
    high: Fraction

    def __add__(self, other: "Interval | Fraction | int") -> "Interval":
        """Every sum of one number from each."""
        if not isinstance(other, Interval):
            return Interval(self.low + other, self.high + other)
        return Interval(self.low + other.low, self.high + other.high)

    def __sub__(self, other: "Interval | Fraction | int") -> "Interval":
        """Every difference of one number from each."""
        if not isinstance(other, Interval):
            return Interval(self.low - other, self.high - other)
        return Interval(self.low - other.high, self.high - other.low)

    def __mul__(self, other: "Interval | Fraction | int") -> "Interval":
        """Every product of one number from each."""
        other = exactly(other)
        corners = [a * b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(corners), max(corners))

    def __truediv__(self, other: "Interval | Fraction | int") -> "Interval":
        """Every quotient; raises ZeroDivisionError if the divisor may be zero."""
        other = exactly(other)
        if other.low <= 0 <= other.high:
            raise ZeroDivisionError("the divisor may be zero")
        if self.low >= 0 and other.low > 0:
            return Interval(self.low / other.high, self.high / other.low)
        corners = [a / b for a in (self.low, self.high) for b in (other.low, other.high)]
        return Interval(min(corners), max(corners))

    def __rtruediv__(self, other: Fraction | int) -> "Interval":
        """Every quotient of a number by one of these; raises ZeroDivisionError likewise."""
        return exactly(other) / self

    def __abs__(self) -> "Interval":
        """Every magnitude."""
        ends = sorted((abs(self.low), abs(self.high)))
        straddles = self.low <= 0 <= self.high
        return Interval(Fraction(0) if straddles else ends[0], ends[1])

    @property
    def width(self) -> Fraction:
        """How far apart the ends lie."""
        return self.high - self.low

    def overlaps(self, other: "Interval") -> bool:
        """True where some number lies in both; touching ends count (Calculations 1.1)."""
        return self.low <= other.high and other.low <= self.high

    def holds(self, number: Fraction) -> bool:
        """True where the number lies inside, ends included."""
        return self.low <= number <= self.high


def exactly(number: "Interval | Fraction | int") -> Interval:
    """The interval of one number; an interval stays itself."""
    if isinstance(number, Interval):
        return number
    return Interval(Fraction(number), Fraction(number))


def plain(mantissa: int, exponent: int) -> str:
    """Digits without grouping: 72 × 10^5 is "7200000", -6 × 10^-2 is "-0.06"."""
    if exponent >= 0:
        return str(mantissa * 10**exponent)
    sign, digits = ("-" if mantissa < 0 else ""), str(abs(mantissa)).rjust(1 - exponent, "0")
    return f"{sign}{digits[:exponent]}.{digits[exponent:]}"


def grouped(mantissa: int, exponent: int) -> str:
    """Digits with thousands grouped: 7219 × 10^3 is "7,219,000"."""
    if exponent >= 0:
        return f"{mantissa * 10**exponent:,}"
    whole, point, rest = plain(mantissa, exponent).partition(".")
    return f"{int(whole):,}{point}{rest}" if int(whole) else f"{whole}{point}{rest}"


def rounded(number: Fraction, exponent: int) -> int:
    """The mantissa at that exponent nearest to the number; halves go away from zero."""
    over, under = _scaled(number, exponent)
    nearest = (2 * abs(over) + under) // (2 * under)
    return nearest if over >= 0 else -nearest


def printed_to(amount: Amount, exponent: int) -> Amount:
    """The amount as it is printed to a coarser precision; halves go away from zero."""
    unit: int = 10 ** (exponent - amount.exponent)
    nearest = (2 * abs(amount.mantissa) + unit) // (2 * unit)
    return Amount(nearest if amount.mantissa >= 0 else -nearest, exponent, amount.unit)


def truncated(number: Fraction, exponent: int) -> int:
    """The mantissa at that exponent with the further digits cut off, towards zero."""
    over, under = _scaled(number, exponent)
    return abs(over) // under if over >= 0 else -(abs(over) // under)


def fits_exactly(number: Fraction, exponent: int) -> bool:
    """True where the number has no digits beyond that exponent."""
    over, under = _scaled(number, exponent)
    return over % under == 0


def _scaled(number: Fraction, exponent: int) -> tuple[int, int]:
    """Numerator and denominator of the number in units of 10^exponent."""
    if exponent >= 0:
        return number.numerator, number.denominator * 10**exponent
    return number.numerator * 10**-exponent, number.denominator


def prints_as(number: Fraction, printed: Amount) -> bool:
    """True where the exact number, rounded to the printed precision, is the printed number.

    A number exactly half-way may be rounded either way.
    """
    over, under = _scaled(number, printed.exponent)
    return 2 * abs(over - printed.mantissa * under) <= under


def is_printed_as(number: Amount, printed: Amount) -> bool:
    """True where one printed number, taken as exact, prints as the other."""
    exponent = min(number.exponent, printed.exponent)
    apart = abs(number.at(exponent) - printed.at(exponent))
    unit: int = 10 ** (printed.exponent - exponent)
    return 2 * apart <= unit


class Footing(Struct, frozen=True, gc=False):
    """How a printed sum stands to its parts, in units of 10^exponent.

    `possible` and `usual` are the two allowances of honest rounding: with units uᵢ of the total
    and of every part, 2·|d| ≤ Σuᵢ is possible, and 4·d² ≤ 3·Σuᵢ² besides is usual. The first is
    Calculations 1.1; alone it would let an error of 10 in a column of twenty escape, so the
    second bounds it at √3 standard deviations of the rounding errors' sum.
    """

    difference: int
    computed: int
    exponent: int
    possible: bool
    usual: bool
    allowance: int


def foots(total: Amount, parts: Sequence[tuple[int, Amount]]) -> bool:
    """True where the total is the weighted sum of its parts, but for usual rounding."""
    apart, units, squared = total.mantissa, 1, 3
    for weight, part in parts:
        if part.exponent != total.exponent:
            break
        apart -= weight * part.mantissa
        units += abs(weight)
        squared += 3 * weight * weight
    else:  # nearly always all are printed to one unit
        return 2 * abs(apart) <= units and 4 * apart * apart <= squared
    return foot(total, parts).usual


def _finest(total: Amount, parts: Sequence[tuple[int, Amount]]) -> int:
    """The finest exponent of them all."""
    exponent = total.exponent
    for _, part in parts:
        if part.exponent < exponent:
            exponent = part.exponent
    return exponent


def _apart(
    total: Amount, parts: Sequence[tuple[int, Amount]], exponent: int
) -> tuple[int, int, int, int]:
    """The sum, the difference, the sum of all units, and three times that of their squares."""
    span = 10 ** (total.exponent - exponent)
    squares = 3 * span * span
    whole = total.mantissa * span
    computed = 0
    for weight, part in parts:
        unit = weight * 10 ** (part.exponent - exponent)
        computed += part.mantissa * unit
        span += abs(unit)
        squares += 3 * unit * unit
    return computed, whole - computed, span, squares


def foot(total: Amount, parts: Sequence[tuple[int, Amount]]) -> Footing:
    """The total beside the weighted sum of its parts, at the finest exponent of them all."""
    exponent = _finest(total, parts)
    computed, difference, span, squares = _apart(total, parts, exponent)
    possible = 2 * abs(difference) <= span
    usual = possible and 4 * difference * difference <= squares
    allowance = min(span // 2, isqrt(squares // 4))
    return Footing(difference, computed, exponent, possible, usual, allowance)


class Verdict(Struct, frozen=True, gc=False):
    """How a printed number stands to a computed one, and what a rounding rests on."""

    outcome: Literal["agrees", "rounds", "differs", "not-tested"]
    reason: str = ""


COARSE = 10
"""Where more printed values than this would fit the operands, a fit proves nothing."""


def judge(
    stated: Amount,
    computed: Fraction,
    reach: Interval,
    *,
    hedge: Literal["", "about", "over", "under"] = "",
    prose: bool = False,
) -> Verdict:
    """How the stated number stands to the computed one.

    `computed` comes from the operands taken as printed, `reach` from all that their rounding
    allows. In prose, digits cut off instead of rounded, and the hedges, explain a difference.
    """
    if reach.width > COARSE * stated.last_unit:
        return Verdict(
            "not-tested", "the figures behind it are too coarse: many printed values would fit"
        )
    if hedge in ("over", "under"):
        return _bound(stated, computed, reach, over=hedge == "over")
    if prints_as(computed, stated):
        return Verdict("agrees")
    if reach.overlaps(stated.interval):
        return Verdict("rounds", "rounding of the figures it is computed from explains it")
    if prose and truncated(computed, stated.exponent) == stated.mantissa:
        return Verdict("rounds", "the further digits are cut off, not rounded")
    if hedge == "about" and prints_as(computed, _significant(stated)):
        return Verdict("rounds", "stated as approximate, and its leading digits agree")
    return Verdict("differs")


def _bound(stated: Amount, computed: Fraction, reach: Interval, *, over: bool) -> Verdict:
    """A bound holds for the unrounded number, and says little far away from it."""
    beyond = computed - stated.value if over else stated.value - computed
    if beyond > COARSE * _significant(stated).last_unit:
        return Verdict("not-tested", "the stated bound is too far from the figure to test it")
    if beyond >= 0:
        return Verdict("agrees")
    at_best = reach.high - stated.value if over else stated.value - reach.low
    if at_best >= 0 or prints_as(computed, stated):
        return Verdict("rounds", "the bound is the figure itself, rounded")
    return Verdict("differs")


def _significant(stated: Amount) -> Amount:
    """The number to its leading digits: 400 million as 4 hundred million; "10%" stays."""
    mantissa, exponent = stated.mantissa, stated.exponent
    while abs(mantissa) >= 100 and mantissa % 10 == 0 and not stated.unit.is_pure:
        mantissa, exponent = mantissa // 10, exponent + 1
    if abs(mantissa) >= 10 and mantissa % 10 == 0 and exponent > stated.exponent:
        mantissa, exponent = mantissa // 10, exponent + 1
    return Amount(mantissa, exponent, stated.unit)


def a_point_off(stated: Amount, computed: Fraction) -> bool:
    """True where the stated number is its next neighbour, one unit of its last digit away."""
    return any(
        prints_as(computed, Amount(stated.mantissa + way, stated.exponent, stated.unit))
        for way in (-1, 1)
    )


def same(one: Amount, other: Amount) -> Verdict:
    """How one number printed in two places stands to itself: the finer prints as the coarser."""
    finer, coarser = (one, other) if one.exponent <= other.exponent else (other, one)
    return Verdict("agrees" if is_printed_as(finer, coarser) else "differs")


def number_of(amount: Amount) -> tuple[int, int]:
    """The amount's digits but for zeros at their end, and their power of ten: one for equals."""
    mantissa, exponent = amount.mantissa, amount.exponent
    if not mantissa:
        return 0, 0
    while mantissa % 10 == 0:
        mantissa, exponent = mantissa // 10, exponent + 1
    return mantissa, exponent
