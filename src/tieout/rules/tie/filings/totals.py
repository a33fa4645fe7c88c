"""Lines that moved under totals that did not: what was reclassified between two filings."""

from collections.abc import Mapping, Sequence
from fractions import Fraction

from msgspec import Struct

from tieout.model.statement import Parts, Statement

_FEWEST = 2
"""A line that moves alone cannot have been moved from another."""


class Beside(Struct, frozen=True, gc=False):
    """A column of the subject beside the same column of another filing.

    `lines` says which line of the other one each line is; `moved` are those that differ.
    """

    subject: Statement
    column: int
    other: Statement
    other_column: int
    lines: Mapping[int, int]
    moved: frozenset[int]


def reclassified(beside: Beside) -> frozenset[int]:
    """The moved lines that are parts of a total that agrees, their moves making up for each other.

    Parts that only one of the two filings has count with all they are. A total that moved is
    itself a part of the next one.
    """
    settled: dict[int, Fraction] = {
        line: Fraction(0) for line in beside.lines if line not in beside.moved
    }
    found: set[int] = set()
    others = {one.total: one.readings[0] for one in beside.other.calculation if one.readings}
    for one in reversed(beside.subject.calculation):
        if one.total not in settled or not one.readings:
            continue
        parts = one.readings[0]
        theirs = others.get(beside.lines[one.total])
        if not _foots(beside.subject, beside.column, one.total, parts):
            continue
        if theirs is not None and not _foots(
            beside.other, beside.other_column, beside.lines[one.total], theirs
        ):
            continue
        apart = [line for line, _ in parts if line in beside.moved]
        single = [line for line, _ in parts if line not in beside.lines]
        known = {line for line, _ in theirs} if theirs is not None else set()
        single += [line for line in known if line not in beside.lines.values()]
        is_total_moved = one.total in beside.moved
        if len(apart) + len(single) + is_total_moved < _FEWEST:
            continue
        for line in apart:
            found.add(line)
            settled[line] = Fraction(0)
    return frozenset(found)


def _foots(statement: Statement, column: int, total: int, parts: Parts) -> bool:
    """True where a total is the sum of its parts, but for their rounding."""
    printed = statement.lines[total].printed(column)
    if printed is None:
        return False
    amounts = [(weight, statement.lines[line].printed(column)) for line, weight in parts]
    summed = sum((weight * one.value for weight, one in amounts if one is not None), Fraction(0))
    return abs(summed - printed.value) <= printed.last_unit * _slack(amounts)


def _slack(amounts: Sequence[object]) -> Fraction:
    """So many last units roundings may add up to."""
    return Fraction(len(amounts) + 1, 2)
