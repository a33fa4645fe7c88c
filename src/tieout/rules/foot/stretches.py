"""Columns whose periods make up another's: four quarters and their year, by headers alone."""

from collections.abc import Iterator, Sequence
from datetime import date
from fractions import Fraction

from msgspec import Struct

from tieout.evidence.quantity import Quantity
from tieout.evidence.schedule import Cells, Schedule
from tieout.model.period import NEAR, Period
from tieout.model.statement import Parts, Statement

_Stretch = tuple[int, Period]
"""A column and its period."""


class Stretches(Struct, frozen=True):
    """The columns that are made of others by their periods, and the lines that flow in them."""

    parts: dict[int, Parts] = {}
    lines: tuple[int, ...] = ()


def stretches(statements: Sequence[Statement], schedule: Schedule) -> Stretches:
    """Those of a schedule; none where it is no statement, or has a period twice."""
    if schedule.statement < 0:
        return Stretches()
    statement = statements[schedule.statement]
    columns = {
        (number, column.dimensions): column.period
        for number, column in enumerate(statement.columns)
        if column.period is not None and column.period.start and not column.measure
    }
    if len({(apart, period) for (_, apart), period in columns.items()}) < len(columns):
        return Stretches()
    made: dict[int, Parts] = {}
    for (number, apart), whole in columns.items():
        shorter = [
            (other, period)
            for (other, beside), period in columns.items()
            if beside == apart and period.days < whole.days
        ]
        found = max(_tilings(whole.opening().end, whole.end, shorter), key=len, default=())
        if found:
            made[number] = tuple((part, 1) for part in found)
    return Stretches(made, tuple(_flowing(statement, schedule, made)) if made else ())


def held_in(row: Cells, column: int, parts: Parts) -> list[tuple[int, Quantity]]:
    """The line's numbers in these columns; none where one is blank or of another unit."""
    total = row[column]
    if total is None or not total.sources:
        return []
    held: list[tuple[int, Quantity]] = []
    for number, way in parts:
        one = row[number]
        if one is None or one.amount.unit != total.amount.unit:
            return []
        held.append((way, one))
    return held if any(one.sources for _, one in held) else []


def _flowing(statement: Statement, schedule: Schedule, made: dict[int, Parts]) -> Iterator[int]:
    """The lines of money of the columns' own periods; no balance, count, ratio or average."""
    flows = {
        fact.line
        for fact in statement.facts
        if fact.period == statement.columns[fact.column].period and fact.amount.unit.is_money
    }
    for line in sorted(flows):
        row = schedule.cells[line]
        held = [(row[column], held_in(row, column, parts)) for column, parts in made.items()]
        if any(total and parts and _is_whole(total, parts) for total, parts in held):
            yield line


def _is_whole(total: Quantity, parts: Sequence[tuple[int, Quantity]]) -> bool:
    """True where a total may be one: of parts of one sign it is more than each; no average is."""
    values = [one.value for _, one in parts]
    if not total.value or any(value * total.value < 0 for value in values):
        return True
    return abs(total.value) > max(map(abs, values)) or values.count(Fraction(0)) == len(values) - 1


def _tilings(opening: date, end: date, shorter: Sequence[_Stretch]) -> Iterator[tuple[int, ...]]:
    """Every choice of periods that follow upon one another from one day to another."""
    for number, period in shorter:
        if abs(period.opening().end - opening) > NEAR or period.end > end + NEAR:
            continue
        if abs(period.end - end) <= NEAR:
            yield (number,)
        else:
            later = [one for one in shorter if one[1].end > period.end]
            for rest in _tilings(period.end, end, later):
                yield (number, *rest)
