"""By how much the lines of tables moved, between any two of their periods, found by its size."""

from collections.abc import Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import chain, combinations
from typing import TypeAlias

from tieout.evidence.gathered import Evidence
from tieout.evidence.mention import Mention
from tieout.evidence.mentions import Changed, Mentions, Place, mentions
from tieout.evidence.sized import Sized
from tieout.model.amount import Amount, less
from tieout.model.statement import Fact
from tieout.model.unit import Unit

Move: TypeAlias = tuple[Amount, Changed]
"""By how much a line's number moved, and the number then and before."""

_COLUMNS = 8
"""So many numbers of a line are held against one another; tables of quarters have five."""
_MOST = 64
"""So many moves of one size are looked at."""


class Moves:
    """Every move of a line's number from one period to a later one that is as long."""

    def __init__(self, held: Mentions) -> None:
        """The moves of the lines of these mentions."""
        self._mentions = held

    @cached_property
    def by_line(self) -> dict[Place, Sequence[Move]]:
        """The moves of each line."""
        return {place: self._made(place, line) for place, line in self._mentions.lines()}

    @cached_property
    def _by_unit(self) -> dict[Unit, Sized[Changed]]:
        """The moves of lines that are counted alike, in the order of their sizes."""
        found: dict[Unit, list[Move]] = {}
        for one in chain.from_iterable(self.by_line.values()):
            found.setdefault(one[0].unit, []).append(one)
        return {unit: Sized(pairs) for unit, pairs in found.items()}

    def _made(self, place: Place, line: Sequence[Mention]) -> Sequence[Move]:
        """The moves of a line."""
        return tuple(moves_of(line))

    def of(self, change: Amount) -> Sequence[Changed]:
        """Every move that prints as the change, of either sign."""
        moves = self._by_unit.get(change.unit)
        return moves.printing_as(change)[:_MOST] if moves is not None else ()

    def count(self, unit: Unit) -> int:
        """How many moves there are of lines so counted."""
        moves = self._by_unit.get(unit)
        return len(moves.held) if moves is not None else 0


def moves(evidence: Evidence) -> Moves:
    """The moves of the subject's lines, made once."""
    return evidence.once("moves", lambda: Moves(mentions(evidence)))


def moves_of(line: Sequence[Mention]) -> Iterator[Move]:
    """Every move of a line's number from one period to a later one that is as long."""
    for before, now in combinations(_levels(line), 2):
        if before.amount.unit is now.amount.unit and _is_later(now, before):
            yield less(now.amount, before.amount), (now, before)


def _levels(line: Sequence[Mention]) -> list[Mention]:
    """The numbers of a line of a statement that say how much there is, the earliest first."""
    told = [
        one
        for one in line
        if one.role == "level" and one.period is not None and isinstance(one.told, Fact)
    ]
    return sorted(told[:_COLUMNS], key=_end)


def _end(mention: Mention) -> date:
    """The day that a number with a period is told for."""
    return mention.period.end if mention.period is not None else date.min


def _is_later(now: Mention, before: Mention) -> bool:
    """True for a number of a later period that is as long, neither of the two nil."""
    one, other = now.period, before.period
    if one is None or other is None or not now.amount.mantissa or not before.amount.mantissa:
        return False
    return one.end > other.end and one.months == other.months
