"""Rounded numbers, and the arithmetic that respects their rounding.

All rounding in tieout happens here and in model/interval.py, in integers and exact fractions; the
searches of rules/searches have the same bounds over lists of integers. A number printed with last
unit *u* stands for the closed interval ± u/2 (XBRL Calculations 1.1, 2023).
"""

from collections.abc import Sequence
from fractions import Fraction
from functools import lru_cache
from math import isqrt
from typing import Literal

from msgspec import Struct

from tieout.model.interval import Interval
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
    def interval(self) -> Interval:
        """Every number that prints as this one."""
        return _rounding(self.mantissa, self.exponent)

    @property
    def point(self) -> Interval:
        """The number taken as printed, as an interval of its own."""
        return point(self.mantissa, self.exponent)

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
def _rounding(mantissa: int, exponent: int) -> Interval:
    """Every number that prints as this one; several rules ask for the same."""
    low, high, power = 2 * mantissa - 1, 2 * mantissa + 1, 10 ** abs(exponent)
    if exponent > 0:
        return Interval(low * (power // 2), high * (power // 2))
    return Interval(low, high, 2 * power)


def point(mantissa: int, exponent: int) -> Interval:
    """The one number mantissa × 10^exponent."""
    if exponent >= 0:
        whole = mantissa * 10**exponent
        return Interval(whole, whole)
    return Interval(mantissa, mantissa, 10**-exponent)


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
    nearest = _nearest(abs(number.numerator), number.denominator, exponent)
    return nearest if number.numerator >= 0 else -nearest


def _nearest(over: int, under: int, exponent: int) -> int:
    """The mantissa at that exponent nearest to one integer over another, both without a sign."""
    power: int = 10 ** abs(exponent)
    if exponent >= 0:
        under *= power
    else:
        over *= power
    return (2 * over + under) // (2 * under)


def printed_to(amount: Amount, exponent: int) -> Amount:
    """The amount as it is printed to a coarser precision; halves go away from zero."""
    unit: int = 10 ** (exponent - amount.exponent)
    nearest = (2 * abs(amount.mantissa) + unit) // (2 * unit)
    return Amount(nearest if amount.mantissa >= 0 else -nearest, exponent, amount.unit)


def change(now: Amount, before: Amount, exponent: int, *, is_share: bool) -> int:
    """By how much a number moved, rounded to 10^exponent: in its unit, or as a share of before."""
    moved = less(now, before)
    over, finest = abs(moved.mantissa), moved.exponent
    if is_share:
        return _nearest(over, abs(before.at(finest)), exponent)
    return _nearest(over * 10 ** max(0, finest), 10 ** max(0, -finest), exponent)


def less(whole: Amount, part: Amount) -> Amount:
    """The whole less a part, exact, at the finer of their exponents."""
    if whole.exponent == part.exponent:  # nearly always
        return Amount(whole.mantissa - part.mantissa, whole.exponent, whole.unit)
    finest = min(whole.exponent, part.exponent)
    return Amount(whole.at(finest) - part.at(finest), finest, whole.unit)


def truncated(number: Fraction, exponent: int) -> int:
    """The mantissa at that exponent with the further digits cut off, towards zero."""
    over, under = in_units(number, exponent)
    return abs(over) // under if over >= 0 else -(abs(over) // under)


def fits_exactly(number: Fraction, exponent: int) -> bool:
    """True where the number has no digits beyond that exponent."""
    over, under = in_units(number, exponent)
    return over % under == 0


def in_units(number: Fraction, exponent: int) -> tuple[int, int]:
    """Numerator and denominator of the number in units of 10^exponent."""
    if exponent >= 0:
        return number.numerator, number.denominator * 10**exponent
    return number.numerator * 10**-exponent, number.denominator


def prints_as(number: Fraction, printed: Amount) -> bool:
    """True where the exact number, rounded to the printed precision, is the printed number.

    A number exactly half-way may be rounded either way.
    """
    return prints(number.numerator, number.denominator, printed)


def gives(result: Interval, printed: Amount) -> bool:
    """The same of a number that is an interval of its own."""
    return prints(result.least, result.under, printed)


def prints(over: int, under: int, printed: Amount) -> bool:
    """The same of one integer over another."""
    power: int = 10 ** abs(printed.exponent)
    if printed.exponent >= 0:
        under *= power
    else:
        over *= power
    return 2 * abs(over - printed.mantissa * under) <= under


def is_printed_as(number: Amount, printed: Amount) -> bool:
    """True where one printed number, taken as exact, prints as the other."""
    return _is_printed(number.mantissa, printed.exponent - number.exponent, printed.mantissa)


def has_size(number: Amount, printed: Amount) -> bool:
    """The same whatever the sign of the first; the second has none."""
    return _is_printed(abs(number.mantissa), printed.exponent - number.exponent, printed.mantissa)


def _is_printed(mantissa: int, finer: int, printed: int) -> bool:
    """True where an integer, told in so many digits more, prints as the other."""
    if finer <= 0:
        as_fine: int = mantissa * 10**-finer
        return as_fine == printed
    unit: int = 10**finer
    return 2 * abs(mantissa - printed * unit) <= unit


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
    if _is_coarse(reach, stated.exponent):
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


def _is_coarse(reach: Interval, exponent: int) -> bool:
    """True where so many numbers to 10^exponent lie in reach that a fit proves nothing."""
    width, most = reach.most - reach.least, COARSE * reach.under
    power: int = 10 ** abs(exponent)
    return width * power > most if exponent < 0 else width > most * power


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
