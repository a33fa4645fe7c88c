"""Percentages of a column or a line as quotients: which may be, what they weigh, what a miss is."""

from collections.abc import Iterable, Iterator
from fractions import Fraction
from functools import lru_cache
from typing import TypeGuard

from tieout.evidence.plain import NOTHING, PERCENT, POINTS
from tieout.evidence.quantity import Quantity
from tieout.evidence.schedule import Schedule
from tieout.model.amount import Amount
from tieout.model.check import Severity
from tieout.model.period import Period
from tieout.proof.bits import bits
from tieout.proof.formula import Formula
from tieout.proof.proposal import Proposal
from tieout.rules.searches.quotients import Guess, is_near, made_of
from tieout.rules.verbs import recompute

ONE = Fraction(1)


def is_near_quotient(
    stated: Amount,
    over: Amount,
    under: Amount,
    *,
    less_one: bool = False,
    times: Fraction = ONE,
) -> bool:
    """True where a percentage may be one number over the size of another, or that less one.

    It is asked of every pair of columns before one is judged, so it is done in integers. `times`
    is how often the quotient is taken: four times a quarter's is a year's.
    """
    one, other, unit = over.mantissa, under.mantissa, 1
    if over.exponent != under.exponent:
        exponent = min(over.exponent, under.exponent)
        one, other = over.at(exponent), under.at(exponent)
        unit = 10 ** (max(over.exponent, under.exponent) - exponent)
    if times is not ONE:
        one, other = one * times.numerator, other * times.denominator
        unit *= max(times.numerator, times.denominator)
    power: int = 10 ** max(0, -stated.exponent)
    return is_near(stated.mantissa, power, one, other, unit, less_one=less_one)


def severity_of(stated: Quantity, formula: Formula) -> Severity:
    """A warning where a unit in the last digit of the percentage or of an operand explains a miss.

    Columns are made to add up by moving one of their figures by a unit.
    """
    unit = stated.amount.last_unit
    values = [one.value for one in formula.operands]
    units = [one.amount.last_unit for one in formula.operands]
    try:
        computed = formula.computed()
        if abs(stated.value - computed) <= unit:
            return "warning"
        moved = [
            formula.work(
                *(one + way * by for one, by, way in zip(values, units, ways, strict=True))
            )
            for ways in ((1, -1), (-1, 1))
        ]
    except ZeroDivisionError:
        return "error"
    reached = [computed, *map(Fraction, moved)]
    return "warning" if min(reached) - unit <= stated.value <= max(reached) + unit else "error"


def weigh_quotient(stated: Amount, over: Amount, under: Amount) -> int:
    """How many bits a quotient's agreement surprises by, as coarse as its operands are."""
    exponent = min(over.exponent, under.exponent)
    one, other = abs(over.at(exponent)), abs(under.at(exponent))
    if not other:
        return 0
    wide = 10 ** max(0, -stated.exponent) * (one + other) // (other * other)
    return bits(stated, 1 + wide)


SHARES = 4
"""So many percentages of one whole are made to add up, so that one may be a point off."""


def is_percent(cell: Quantity | None) -> TypeGuard[Quantity]:
    """True for a printed percentage."""
    return cell is not None and bool(cell.sources) and cell.amount.unit.is_pure


def is_points(cell: Quantity | None) -> TypeGuard[Quantity]:
    """True for a printed change in basis points."""
    return cell is not None and bool(cell.sources) and cell.amount.unit.is_points


def is_base(cell: Quantity | None) -> TypeGuard[Quantity]:
    """True for a printed number that is no percentage."""
    return cell is not None and bool(cell.sources) and not cell.amount.unit.is_rate


def columns_of_percent(schedule: Schedule, near: int) -> Iterator[tuple[int, list[int]]]:
    """Every column most of whose figures are percentages, with so many columns of amounts beside.

    The nearest come first.
    """
    plain = schedule.plain
    if not plain.has_rates:
        return
    shares = [
        2 * (kinds.count(PERCENT) + kinds.count(POINTS)) > len(kinds) - kinds.count(NOTHING)
        for kinds in plain.kinds
    ]
    amounts = [n for n, is_share in enumerate(shares) if not is_share]
    for column, is_share in enumerate(shares):
        if is_share:
            yield column, sorted(amounts, key=lambda n: (abs(n - column), n))[:near]


def made_by(
    schedule: Schedule, column: int, guesses: Iterable[Guess], *, less_one: bool, is_alike: bool
) -> Guess | None:
    """The guess at what a column of percentages is made of that most lines bear out, or None."""
    plain, tried = schedule.plain, list(guesses)
    best = made_of(
        *(plain.sizes, plain.steps, plain.units, plain.kinds, plain.whole),
        column,
        tried,
        less_one=less_one,
        is_alike=is_alike,
    )
    return tried[best] if best >= 0 else None


def held_against(stated: Quantity, formula: Formula, *, is_plugged: bool = False) -> Proposal:
    """The percentage against its formula, with the severity that a miss of its size has."""
    made = recompute(stated, formula, severity="warning", is_plugged=is_plugged)
    if made.outcome == "agrees" or severity_of(stated, formula) == "warning":
        return made
    return made.but(severity="error")


@lru_cache(maxsize=256)
def factors(period: Period | None) -> tuple[Fraction, ...]:
    """How often a year has the period, as rates are counted: by days, by months, or not at all."""
    if period is None or not period.months or period.months >= 12:
        return (ONE,)
    days = period.days
    return (
        ONE,
        Fraction(12, period.months),
        Fraction(365, days),
        Fraction(366, days),
        Fraction(360, days),
    )


def so_often(often: Fraction) -> str:
    """So many times, as a formula says it behind a quotient: " × 365/90", " / 1,000"."""
    if often == ONE:
        return ""
    if often.numerator == 1:
        return f" / {often.denominator:,}"
    return f" \u00d7 {often.numerator:,}/{often.denominator}".removesuffix("/1")


def per_year(over: Quantity, under: Quantity, often: Fraction, *, of_size: bool = False) -> Formula:
    """One number over another, or over its size, so many times."""
    if of_size and under.value < 0:
        return Formula("{0} / |{1}|" + so_often(often), (over, under), lambda a, b: a / b * -often)
    if often == ONE:
        return Formula("{0} / {1}", (over, under), lambda a, b: a / b)
    return Formula("{0} / {1}" + so_often(often), (over, under), lambda a, b: a / b * often)
