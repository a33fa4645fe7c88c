"""Lines that moved between two filings beside their totals: reclassified, or out of step."""

from collections.abc import Iterator, Mapping
from fractions import Fraction

from msgspec import Struct

from tieout.model.statement import Parts, Statement, Sum

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


class _Balance(Struct, frozen=True, gc=False):
    """A sum of the subject beside the same sum of the other filing.

    `apart` are its parts that moved, `single` counts those that only one filing has, and
    `missing` is by how much more the parts moved than the total, in the total's last units.
    """

    total: int
    apart: tuple[int, ...]
    single: int
    missing: Fraction

    @property
    def holds(self) -> bool:
        """True where the moves of the parts and of the total make up for each other."""
        return 2 * abs(self.missing) <= len(self.apart) + self.single


def reclassified(beside: Beside) -> frozenset[int]:
    """The moved lines that are parts of a total that agrees, their moves making up for each other.

    Parts that only one of the two filings has count with all they are. A total that moved is
    itself a part of the next one.
    """
    settled = {line for line in beside.lines if line not in beside.moved}
    found: set[int] = set()
    for one in _balances(beside):
        is_moved = one.total in beside.moved
        enough = len(one.apart) + one.single + is_moved >= _FEWEST
        if one.total in settled and enough and one.holds:
            found.update(one.apart)
            settled.update(one.apart)
    return frozenset(found)


def out_of_step(beside: Beside) -> frozenset[int]:
    """The moved lines whose total did not move with them, nor another part against them."""
    return frozenset(
        line
        for one in _balances(beside)
        if not one.holds
        for line in (*one.apart, one.total)
        if line in beside.moved
    )


def _balances(beside: Beside) -> Iterator[_Balance]:
    """Every sum of the subject whose total the other filing has as a sum that foots."""
    others = {one.total: one for one in beside.other.calculation if one.readings}
    back = set(beside.lines.values())
    for one in reversed(beside.subject.calculation):
        theirs = others.get(beside.lines.get(one.total, -1))
        if theirs is None or not one.readings:
            continue
        here = _missing(beside.subject, beside.column, one)
        there = _missing(beside.other, beside.other_column, theirs)
        unit = _unit(beside.subject, beside.column, one.total)
        if here is None or there is None or not unit:
            continue
        if abs(there) > unit * len(theirs.readings[0]):
            continue  # its parts are others than the layout says
        parts = one.readings[0]
        single = [line for line, _ in parts if line not in beside.lines]
        single += [line for line, _ in theirs.readings[0] if line not in back]
        apart = tuple(line for line, _ in parts if line in beside.moved)
        yield _Balance(one.total, apart, len(single), (here - there) / unit)


def _missing(statement: Statement, column: int, one: Sum) -> Fraction | None:
    """By how much the parts of a sum are more than its total; None without a printed total."""
    printed = statement.lines[one.total].printed(column)
    return None if printed is None else _summed(statement, column, one.readings[0]) - printed.value


def _summed(statement: Statement, column: int, parts: Parts) -> Fraction:
    """The sum of the parts that the column prints."""
    amounts = ((weight, statement.lines[line].printed(column)) for line, weight in parts)
    return sum((weight * one.value for weight, one in amounts if one is not None), Fraction(0))


def _unit(statement: Statement, column: int, line: int) -> Fraction:
    """The last unit a line is printed to in a column; 0 where it is not."""
    printed = statement.lines[line].printed(column)
    return Fraction(0) if printed is None else printed.last_unit
