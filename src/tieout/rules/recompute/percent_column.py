"""A column of percent changes is one column over another, less one; of points, less the other."""

from collections.abc import Iterator
from itertools import chain, permutations

from msgspec import structs

from tieout.evidence.gathered import Evidence
from tieout.evidence.plain import POINTS
from tieout.evidence.quantity import Quantity
from tieout.evidence.schedule import Schedule
from tieout.model.unit import BASIS_POINTS
from tieout.proof.bits import bits
from tieout.proof.formula import Formula
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.quotient import (
    columns_of_percent,
    held_against,
    is_base,
    is_percent,
    is_points,
    made_by,
    weigh_quotient,
)
from tieout.rules.verbs import recompute

_POINTS = 4
"""A basis point is a ten-thousandth of one."""
_UNITS = 2
"""A change moves by so many last units of the percentages it is between."""
_NEAR = 8
"""The two columns stand among so many columns of amounts beside the percentages."""


@rule("RX021", "percent-change-column-does-not-recompute", tick="RX")
def percent_columns(evidence: Evidence) -> Iterator[Proposal]:
    """Recomputes every column that is the percent change between two others."""
    yield from chain.from_iterable(map(_of_schedule, evidence.each(evidence.schedules())))


def _of_schedule(schedule: Schedule) -> Iterator[Proposal]:
    """Every percentage of the columns that most lines show to be a change of the same two.

    The change of a percentage is told in points.
    """
    for column, near in _columns(schedule):
        pair = _pair(schedule, column, near)
        if pair is None:
            continue
        key = tuple(schedule.headers[n] for n in (column, *pair))
        for row in schedule.cells:
            stated, now, before = row[column], row[pair[0]], row[pair[1]]
            if is_percent(stated) and is_base(now) and is_base(before) and before.value:
                weight = weigh_quotient(stated.amount, now.amount, before.amount)
                is_said = schedule.measures[column] == "percent change"
                check = _recomputed(stated, now, before)
                yield check.read(bound="digits", bindings=(key,), weight=weight, is_said=is_said)
            elif is_points(stated) and is_percent(now) and is_percent(before):
                check = _in_points(stated, now, before)
                weight = bits(check.stated.amount, _UNITS) if check.stated else 0
                yield check.read(bound="digits", bindings=(key,), weight=weight, is_said=True)


def _columns(schedule: Schedule) -> Iterator[tuple[int, list[int]]]:
    """Every column of percentages or of points, with the columns of amounts and rates beside it."""
    seen: set[int] = set()
    for column, near in columns_of_percent(schedule, _NEAR):
        if near:
            seen.add(column)
            yield column, near
    pointed = [POINTS in kinds for kinds in schedule.plain.kinds]
    for column, is_pointed in enumerate(pointed):
        if is_pointed and column not in seen:
            plain = (n for n, other in enumerate(pointed) if not other)
            yield column, sorted(plain, key=lambda n: (abs(n - column), n))[:_NEAR]


def _in_points(stated: Quantity, now: Quantity, before: Quantity) -> Proposal:
    """A change in basis points against the percentages it is between, as fine as these are."""
    one, other = (
        structs.replace(each, amount=each.amount.times_power(_POINTS).in_unit(BASIS_POINTS))
        for each in (now, before)
    )
    coarsest = max(each.amount.exponent for each in (stated, one, other))
    told = structs.replace(stated, amount=stated.amount.to_unit(coarsest))
    return recompute(told, Formula("{0} \u2212 {1}", (one, other), lambda a, b: a - b))


def _pair(schedule: Schedule, column: int, near: list[int]) -> tuple[int, int] | None:
    """The two columns, now and before, whose change most lines have here; None for none."""
    guesses = ((now, before, -1, 1, 1) for now, before in permutations(near, 2))
    found = made_by(schedule, column, guesses, less_one=True, is_alike=True)
    return found[:2] if found is not None else None


def _recomputed(stated: Quantity, now: Quantity, before: Quantity) -> Proposal:
    """The percentage against the change; from a number below zero, of its size or as it stands.

    Costs in brackets grow as their figures do; a loss that shrinks is an improvement.
    """
    plain = Formula("{0} / {1} \u2212 1", (now, before), lambda a, b: a / b - 1)
    check = held_against(stated, plain)
    if before.value > 0 or check.outcome in ("agrees", "rounds"):
        return check
    turned = Formula("1 \u2212 {0} / {1}", (now, before), lambda a, b: (a / b - 1) * -1)
    other = held_against(stated, turned)
    return other if other.outcome in ("agrees", "rounds") else check
