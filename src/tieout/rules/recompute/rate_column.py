"""A column of rates is one column over another, line by line, for a year."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import chain, permutations
from typing import TypeAlias

from tieout.evidence.gathered import Evidence
from tieout.evidence.quantity import Quantity
from tieout.evidence.schedule import Schedule
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.quotient import (
    ONE,
    columns_of_percent,
    factors,
    held_against,
    is_base,
    is_percent,
    made_by,
    per_year,
    weigh_quotient,
)

_NEAR = 4
"""The amounts stand among so many columns beside the rates."""

_SEARCHED = 5
"""Bits that the search of two columns, and of a year's part, uses up."""


@rule("RX023", "rate-column-does-not-recompute", tick="RX")
def rate_columns(evidence: Evidence) -> Iterator[Proposal]:
    """Recomputes every column that is one column over another: yields, margins, loss ratios."""
    yield from chain.from_iterable(map(_of_schedule, evidence.each(evidence.schedules())))


def _of_schedule(schedule: Schedule) -> Iterator[Proposal]:
    """Every rate of the columns that most lines show to be a quotient of the same two."""
    for column, near in columns_of_percent(schedule, _NEAR):
        found = _quotient(schedule, column, near)
        if found is None:
            continue
        over, under, times = found
        key = (tuple(schedule.headers[n] for n in (column, over, under)), times)
        for row in schedule.cells:
            stated, one, other = row[column], row[over], row[under]
            if is_percent(stated) and is_base(one) and is_base(other) and other.value:
                weight = weigh_quotient(stated.amount, one.amount, other.amount)
                check = _recomputed(stated, one, other, times)
                doubt = "" if times == ONE else "the number of days in the year is assumed"
                yield check.read(
                    bound="digits",
                    bindings=(key,),
                    weight=weight,
                    cost=_SEARCHED,
                    is_said=not doubt,
                    doubt=doubt,
                )


def _recomputed(stated: Quantity, over: Quantity, under: Quantity, times: Fraction) -> Proposal:
    """The rate against the quotient; a change from below zero may be told of its size."""
    plain, of_size = (per_year(over, under, times, of_size=way) for way in (False, True))
    check = held_against(stated, plain)
    if under.value > 0 or check.outcome in ("agrees", "rounds"):
        return check
    other = held_against(stated, of_size)
    return other if other.outcome in ("agrees", "rounds") else check


_Quotient: TypeAlias = tuple[int, int, Fraction]
"""The column over, the column under, and how often a year has their period."""


def _quotient(schedule: Schedule, column: int, near: Sequence[int]) -> _Quotient | None:
    """The quotient of two columns that most lines show here; None for none."""
    percents = (one for one in schedule.column(column) if is_percent(one))
    period = next((one.period for one in percents), None)
    guesses = (
        (over, under, -1, times.numerator, times.denominator)
        for over, under in permutations(near, 2)
        for times in factors(period)
    )
    found = made_by(schedule, column, guesses, less_one=False, is_alike=False)
    return (found[0], found[1], Fraction(found[3], found[4])) if found is not None else None
