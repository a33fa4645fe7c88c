"""A column that adds up or compares other columns, line by line."""

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tieout.evidence.gathered import Evidence
from tieout.evidence.quantity import Quantity
from tieout.evidence.schedule import Schedule
from tieout.model.amount import Amount
from tieout.model.statement import Parts, Statement
from tieout.patterns import pattern
from tieout.proof.bits import bits
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.foot.stretches import held_in, stretches
from tieout.rules.searches.sums import columns_made
from tieout.rules.verbs import foot

_POINTS = pattern(r"\bbps\b|\bbasis\s+points\b", re.IGNORECASE)
"""A column of changes in money and, for rates, in hundredths of a percent."""
_WIDEST = 16
"""A column's parts are looked for among so many columns beside it."""

_STRIDES = 8
"""Of columns with others between them, so many at most make a sum."""
_MOST = 24
"""A table of more columns is a grid of numbers, and is not cross-footed."""


@rule("FT012", "columns-do-not-cross-foot", tick="CF")
def columns_cross_foot(evidence: Evidence) -> Iterator[Proposal]:
    """Foots every column that is the sum or the difference of others.

    Headers say so whose periods make up one longer period; of any other columns lines say so.
    """
    statements = evidence.statements
    for schedule in evidence.each(evidence.schedules()):
        yield from _of_schedule(statements, schedule)


def _of_schedule(statements: Sequence[Statement], schedule: Schedule) -> Iterator[Proposal]:
    """Every column's sum that its header says, or that most lines bear out, in every line."""
    width = len(schedule.headers)
    if width > _MOST:
        return
    said = stretches(statements, schedule)
    seen = {frozenset((column, *(n for n, _ in parts))) for column, parts in said.parts.items()}
    for column, parts in said.parts.items():
        for line in range(len(schedule.cells)):
            yield from _checked(schedule, line, column, parts, is_said=line in said.lines)
    for column in sorted(range(width), key=lambda n: (schedule.measures[n] != "change", -n)):
        parts = () if column in said.parts else _best(schedule, column)
        whole = frozenset((column, *(number for number, _ in parts)))
        if not parts or whole in seen:
            continue
        seen.add(whole)
        for line in range(len(schedule.cells)):
            yield from _checked(schedule, line, column, parts, is_said=False)


def _checked(
    schedule: Schedule, line: int, column: int, parts: Parts, *, is_said: bool
) -> Iterator[Proposal]:
    """A line of the column against the line's figures in the columns that make it."""
    headers, total = schedule.headers, schedule.cells[line][column]
    held = held_in(schedule.cells[line], column, parts)
    if not held or total is None or _is_of_rates(schedule, column, line):
        return
    check = foot(total, held)
    is_rest = any(way < 0 for way, _ in held) and schedule.measures[column] != "change"
    if is_said or is_rest:
        check = check.but(severity="warning")  # a part may have been restated since
    key = (headers[column], *((headers[number], weight) for number, weight in parts))
    yield check.read(
        bound="digits",
        bindings=((key, total.amount.unit, is_said),),
        weight=_weigh(total.amount, [(way, one.amount) for way, one in held]),
        is_said=is_said,
        doubt="the change may be in size alone, ignoring signs"
        if _is_of_sizes(total, held)
        else "",
    )


def _is_of_sizes(total: Quantity, held: list[tuple[int, Quantity]]) -> bool:
    """True for a change by size: "cash used" of (9) after (7) is an increase of 2."""
    if not all(one.amount.mantissa < 0 for _, one in held):
        return False
    return total.value == -sum(way * one.value for way, one in held)


def _best(schedule: Schedule, column: int) -> Parts:
    """The columns that make this one, by most bits of its lines; none where lines disagree."""
    plain = schedule.plain
    points = _POINTS.search(schedule.headers[column]) is not None
    lines = [
        line
        for line, kind in enumerate(plain.kinds[column])
        if kind and not (points and _is_of_rates(schedule, column, line))
    ]
    guesses = _guesses(len(schedule.headers), column)
    best = columns_made(plain.sizes, plain.steps, plain.units, column, lines, guesses)
    if best < 0:
        return ()
    parts, ways = guesses[best]
    return tuple(zip(parts, ways, strict=True))


def _is_of_rates(schedule: Schedule, column: int, line: int) -> bool:
    """True for a change in basis points beside rates: whole, where the rates have decimals."""
    row = schedule.cells[line]
    total = row[column]
    if total is None or not _POINTS.search(schedule.headers[column]):
        return False
    plain = (one for one, measure in zip(row, schedule.measures, strict=True) if not measure)
    finest = min((one.amount.exponent for one in plain if one and one.sources), default=0)
    return total.amount.exponent > finest


@lru_cache(maxsize=_MOST * _MOST)
def _guesses(width: int, column: int) -> list[tuple[list[int], list[int]]]:
    """The columns that may make one, with their signs."""
    readings = _readings(width, column)
    return [([n for n, _ in parts], [way for _, way in parts]) for parts in readings]


def _readings(width: int, column: int) -> Iterator[Parts]:
    """The columns that may make one: the difference of a pair, or all in a stretch beside it."""
    near = range(max(0, column - 4), min(width, column + 4))
    others = [n for n in near if n != column]
    for one in others:
        for other in others:
            if one != other:
                yield ((one, 1), (other, -1))
    for stride in (2, 3):
        apart = range(column % stride, column, stride)[-_STRIDES:]
        for skipped in range(len(apart) - 1):
            yield tuple((n, 1) for n in apart[skipped:])
    for start in range(column - 2, max(-1, column - _WIDEST), -1):
        yield tuple((n, 1) for n in range(start, column))
    for end in range(column + 3, min(width, column + _WIDEST) + 1):
        yield tuple((n, 1) for n in range(column + 1, end))


def _weigh(total: Amount, held: list[tuple[int, Amount]]) -> int:
    """The bits of the smallest of the numbers: what is nil adds nothing to be borne out."""
    amounts = [total, *(one for _, one in held)]
    finest = min(one.exponent for one in amounts)
    smallest = min(amounts, key=lambda one: abs(one.at(finest)))
    return bits(smallest, len(held)) if smallest.mantissa else 0
