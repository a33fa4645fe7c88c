"""Quarters that no filing prints, derived from longer stretches less the quarters beside them."""

from collections.abc import Iterator, Mapping, Sequence

from tieout.model.amount import Amount
from tieout.model.series import Value
from tieout.model.unit import Unit
from tieout.series.quarters import Stretch

Telling = Mapping[Stretch, Mapping[int, Value]]
"""What filings tell of a flow of money, by quarters and filing."""


def derived(told: Telling, quarter: int) -> list[Value]:
    """A quarter as it follows from longer stretches, once a filing it rests on, in their order.

    The parts are taken as the same filing tells them, else as the filing nearest in time does.
    """
    found: dict[int, Value] = {}
    for value in _all(told, quarter):
        held = found.get(value.filing)
        if held is None or _quality(value) < _quality(held):
            found[value.filing] = value
    return [found[number] for number in sorted(found)]


def total(parts: Sequence[Value], unit: Unit, formula: str) -> Value:
    """The sum of values, as wide as their rounding together makes it."""
    return _sum([(1, part) for part in parts], unit, formula)


def _quality(value: Value) -> tuple[int, int]:
    """Lower is better: filings near one another, and few figures."""
    numbers = [source.filing for source in value.sources]
    return max(numbers) - min(numbers), len(numbers)


def _all(told: Telling, quarter: int) -> Iterator[Value]:
    """Every way to the quarter: a fiscal year so far, less what of it lies before and behind."""
    first = quarter - quarter % 4
    for end in range(quarter, first + 4):
        if end > first:
            before, behind = _ways(first, quarter - 1), _ways(quarter + 1, end)
            for stretches in dict.fromkeys((*one, *other) for one in before for other in behind):
                yield from _less(told, (first, end), stretches)


def _ways(first: int, last: int) -> tuple[tuple[Stretch, ...], ...]:
    """The ways some quarters may be told: at once, or each alone; one way to none at all."""
    if first > last:
        return ((),)
    alone = tuple((one, one) for one in range(first, last + 1))
    return (alone,) if first == last else (((first, last),), alone)


def _less(told: Telling, whole: Stretch, rest: Sequence[Stretch]) -> Iterator[Value]:
    """The whole, as each filing tells it, less the stretches of the rest."""
    for number, minuend in told.get(whole, {}).items():
        parts = [_nearest(told.get(stretch, {}), number) for stretch in rest]
        if None not in parts:
            terms = [(1, minuend), *((-1, part) for part in parts if part is not None)]
            formula = " \u2212 ".join([_name(whole), *map(_name, rest)])
            yield _sum(terms, minuend.amount.unit, formula)


def _nearest(values: Mapping[int, Value], number: int) -> Value | None:
    """The telling of the filing nearest to that one, the earlier of two as near."""
    if not values:
        return None
    return values[min(values, key=lambda other: (abs(other - number), other))]


def _name(stretch: Stretch) -> str:
    """What a formula calls the quarters: "year", "nine months", "Q1"."""
    first, last = stretch
    if first == last:
        return f"Q{first % 4 + 1}"
    if first % 4:
        return f"Q{first % 4 + 1} to Q{last % 4 + 1}"  # a rest told at once, as halves of a year
    return {1: "six months", 2: "nine months", 3: "year"}[last - first]


def _sum(terms: Sequence[tuple[int, Value]], unit: Unit, formula: str) -> Value:
    """The weighted sum of values, with all their sources."""
    exponent = min(value.amount.exponent for _, value in terms)
    mantissa = sum(weight * value.amount.at(exponent) for weight, value in terms)
    reach = terms[0][1].reach
    for weight, value in terms[1:]:
        reach = reach + value.reach if weight > 0 else reach - value.reach
    return Value(
        Amount(mantissa, exponent, unit),
        reach,
        max(value.filing for _, value in terms),
        tuple(source for _, value in terms for source in value.sources),
        formula,
    )
