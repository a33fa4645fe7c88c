"""Moves and sums that note what is asked of them, told as before where that was told so."""

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Sequence
from fractions import Fraction
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from tieout.evidence.computed import Computed, Pair, Sum, Whole, added, sums_of, wholes_of
from tieout.evidence.mention import Mention
from tieout.evidence.mentions import (
    Changed,
    Place,
    columns_of,
)
from tieout.evidence.moves import Move, Moves, moves_of
from tieout.evidence.noted import NotedMentions, ids_of
from tieout.model.amount import Amount
from tieout.model.unit import Unit

if TYPE_CHECKING:
    from tieout.evidence.watched import Watched

_Made = TypeVar("_Made")


class NotedMoves(Moves):
    """The moves of watched evidence."""

    def __init__(self, evidence: "Watched") -> None:
        """The moves of the lines of the evidence's mentions."""
        self._asked, self._keys = evidence.asked, evidence.otherwise
        self._held = evidence.once("mentions", lambda: NotedMentions(evidence))
        before = evidence.before if self._held.was is not None else None
        self._was: NotedMoves | None = before.moves if before is not None else None
        self._sorts: set[tuple[Unit, int]] = set()
        self._otherwise = frozenset(self._held.differing)
        super().__init__(self._held)

    def _made(self, place: Place, line: Sequence[Mention]) -> Sequence[Move]:
        """The moves of a line, as before where it does not differ."""
        if self._was is not None and place not in self._otherwise:
            return self._was.by_line[place]
        return super()._made(place, line)

    def of(self, change: Amount) -> Sequence[Changed]:
        """Every move that prints as the change, of either sign."""
        sort = change.unit, change.exponent
        asked = ("move", *sort, abs(change.mantissa))
        self._asked.note(asked)
        if self._was is not None and sort in self._was._sorts and asked not in self._keys:
            return self._was.of(change)
        self._sorts.add(sort)
        return super().of(change)

    def count(self, unit: Unit) -> int:
        """How many moves there are of lines so counted."""
        asked = ("moves", unit)
        self._asked.note(asked)
        if self._was is not None and asked not in self._keys:
            return self._was.count(unit)
        return super().count(unit)

    def keys(self, held: NotedMentions) -> Iterator[Hashable]:
        """What would be answered otherwise by these later mentions."""
        lines = ([one.at(place) for place in held.differing] for one in (self._held, held))
        old, new = ([pair for line in some for pair in _moves(line)] for some in lines)
        counts = [Counter(now.amount.unit for now, _ in some) for some in (old, new)]
        same = set(ids_of(old)) & set(ids_of(new))
        yield from (
            ("moves", unit) for unit in counts[0] | counts[1] if counts[0][unit] != counts[1][unit]
        )
        for pair, ids in zip((*old, *new), (*ids_of(old), *ids_of(new)), strict=True):
            if ids not in same:
                unit, size = pair[0].amount.unit, abs(pair[0].amount.value - pair[1].amount.value)
                for exponent in {exponent for one, exponent in self._sorts if one is unit}:
                    yield from (("move", unit, exponent, n) for n in _near(size, exponent))


class NotedComputed(Computed):
    """What two numbers of watched evidence come to."""

    def __init__(self, evidence: "Watched") -> None:
        """Of the mentions of the evidence."""
        self._asked, self._keys = evidence.asked, evidence.otherwise
        self._held = evidence.once("mentions", lambda: NotedMentions(evidence))
        before = evidence.before if self._held.was is not None else None
        self._was: NotedComputed | None = before.computed if before is not None else None
        self._exponents: set[int] = set()
        self._otherwise = {table for table, _ in self._held.differing}
        super().__init__(self._held)

    def _made(self, at: tuple[str, Place], numbers: Sequence[Mention]) -> Sequence[Whole]:
        """The wholes of a column or a line, as before where its table does not differ."""
        if self._was is not None and at[1][0] not in self._otherwise:
            return self._was.wholes[at]
        return super()._made(at, numbers)

    def shares(self, claim: Mention) -> Iterator[Pair]:
        """Every number over a whole of its column or line that prints as the claim."""
        exponent, mantissa = claim.amount.exponent, abs(claim.amount.mantissa)
        asked = ("share", exponent, mantissa), ("wholes",)
        self._asked.note(*asked)
        is_known = self._was is not None and exponent in self._was._exponents
        if self._was is not None and is_known and self._keys.isdisjoint(asked):
            return self._was.shares(claim)
        self._exponents.add(exponent)
        return super().shares(claim)

    def summed(self, at: Place) -> Sequence[Sum]:
        """The sums of neighbours in a column, as before where its table does not differ."""
        if self._was is not None and at[0] not in self._otherwise:
            return self._was.summed(at)
        return super().summed(at)

    def sums(self, claim: Mention) -> Iterator[Pair]:
        """Every sum of two neighbours in a column that prints as the claim."""
        told = claim.amount
        sort = told.unit, told.exponent
        asked = ("sum", *sort, abs(told.mantissa))
        self._asked.note(asked)
        if self._was is not None and sort in self._was._added and asked not in self._keys:
            return self._was.sums(claim)
        return super().sums(claim)

    def keys(self, held: NotedMentions) -> Iterator[Hashable]:
        """What would be answered otherwise by these later mentions."""
        tables = {table for table, _ in held.differing if table != -1}
        rows = [_of_tables(one, tables) for one in (self._held, held)]
        sums = [
            [one for at, column in some.items() if at[0] == "column" for one in sums_of(column)]
            for some in rows
        ]
        differing = _differing(*sums)
        for unit, exponent in tuple(self._added):
            for mantissa in added([one for one in differing if one[0].unit is unit], exponent):
                yield "sum", unit, exponent, mantissa
        wholes = [
            [one for at, numbers in some.items() for one in wholes_of(at[0], numbers)]
            for some in rows
        ]
        was, now = ([(one.whole.place, one.whole.period) for one in some] for some in wholes)
        yield from [("wholes",)] if was != now else []
        touched = set(map(id, (*held.gone, *held.come)))
        for one in chain.from_iterable(wholes):
            is_touched = id(one.whole) in touched
            parts = [part for part in one.parts.held if is_touched or id(part) in touched]
            for part in parts if self._exponents else ():
                share = abs(part.amount.value / one.whole.amount.value)
                for exponent in self._exponents:
                    yield from (("share", exponent, n) for n in _near(share, exponent))


def _of_tables(held: NotedMentions, tables: set[int]) -> dict[tuple[str, Place], Sequence[Mention]]:
    """The columns and lines of some tables."""
    lines = dict(held.lines(tables))
    return {
        **{("column", at): column for at, column in columns_of(lines).items()},
        **{("line", place): line for place, line in lines.items()},
    }


def _moves(line: Sequence[Mention]) -> Iterator[Changed]:
    """The moves of a line, each of its figures once."""
    if line and line[0].column >= 0:
        yield from (pair for _, pair in moves_of(list({one.figure: one for one in line}.values())))


def _near(size: Fraction, exponent: int) -> Iterable[int]:
    """What a number may print to: one integer, or either of two that it is half-way between."""
    over, under = (
        size.numerator * 10 ** max(0, -exponent),
        size.denominator * 10 ** max(0, exponent),
    )
    return range(-((under - 2 * over) // (2 * under)), (2 * over + under) // (2 * under) + 1)


def _differing(some: Sequence[Sum], others: Sequence[Sum]) -> list[Sum]:
    """The sums that are not among the others, both ways; all, where others are in another order."""
    one, two = ({(id(a), id(b)): (total, a, b) for total, a, b in sums} for sums in (some, others))
    same = one.keys() & two.keys()
    if [key for key in one if key in same] != [key for key in two if key in same]:
        return [*some, *others]
    return [held for key, held in (*one.items(), *two.items()) if key not in same]
