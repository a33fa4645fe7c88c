"""A column of rates is one column over another, line by line, for a year."""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import permutations
from typing import TypeAlias

from tieout.model.check import Check
from tieout.model.evidence import Evidence
from tieout.model.known import Known
from tieout.model.schedule import Schedule
from tieout.rules.base import rule
from tieout.rules.bearing import Instance, borne_out, likeliest
from tieout.rules.quotient import (
    ONE,
    factors,
    is_base,
    is_near_quotient,
    is_of_percent,
    is_percent,
    per_year,
    severity_of,
    weigh_quotient,
)
from tieout.rules.verbs import recompute

_NEAR = 4
"""The amounts stand among so many columns beside the rates."""

_SEARCHED = 5
"""Bits that the search of two columns, and of a year's part, uses up."""


@rule("RX023", "rate-column-does-not-recompute", tick="RX")
def rate_columns(evidence: Evidence) -> Iterator[Check]:
    """Recomputes every column that is one column over another: yields, margins, loss ratios."""
    found: list[Instance[Check]] = []
    for schedule in evidence.schedules():
        found += _of_schedule(schedule)
    yield from borne_out(found)


def _of_schedule(schedule: Schedule) -> Iterator[Instance[Check]]:
    """Every rate of the columns that most lines show to be a quotient of the same two."""
    shares = [is_of_percent(schedule, n) for n in range(len(schedule.headers))]
    plain = [n for n, is_share in enumerate(shares) if not is_share]
    for column, is_share in enumerate(shares):
        found = _quotient(schedule, column, plain) if is_share else None
        if found is None:
            continue
        over, under, times = found
        key = (tuple(schedule.headers[n] for n in (column, over, under)), times)
        for row in schedule.cells:
            stated, one, other = row[column], row[over], row[under]
            if is_percent(stated) and is_base(one) and is_base(other) and other.value:
                weight = weigh_quotient(stated.amount, one.amount, other.amount)
                check = _recomputed(stated, one, other, times)
                yield Instance(
                    key,
                    check.outcome,
                    check,
                    weight,
                    _SEARCHED,
                    is_said=times == ONE,
                    may_refute=times == ONE,
                )


def _recomputed(stated: Known, over: Known, under: Known, times: Fraction) -> Check:
    """The rate against the quotient; a change from below zero may be told of its size."""
    plain, of_size = (per_year(over, under, times, of_size=way) for way in (False, True))
    check = recompute(stated, plain, severity=severity_of(stated, plain))
    if under.value > 0 or check.outcome in ("agrees", "rounds"):
        return check
    other = recompute(stated, of_size, severity=severity_of(stated, of_size))
    return other if other.outcome in ("agrees", "rounds") else check


_Quotient: TypeAlias = tuple[int, int, Fraction]
"""The column over, the column under, and how often a year has their period."""


def _quotient(schedule: Schedule, column: int, plain: Sequence[int]) -> _Quotient | None:
    """The quotient of two columns that most lines show here; None for none."""

    def holds(guess: _Quotient) -> Iterator[bool]:
        over, under, times = guess
        for row in schedule.cells:
            stated, one, other = row[column], row[over], row[under]
            if is_percent(stated) and is_base(one) and is_base(other):
                yield is_near_quotient(stated.amount, one.amount, other.amount, times=times)

    near = sorted(plain, key=lambda n: (abs(n - column), n))[:_NEAR]
    period = next((one.period for one in schedule.column(column) if is_percent(one)), None)
    pairs = permutations(near, 2)
    return likeliest(((*pair, times) for pair in pairs for times in factors(period)), holds)
