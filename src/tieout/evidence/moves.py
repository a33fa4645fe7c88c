"""By how much the lines of tables moved, between any two of their periods, found by its size."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain, combinations

from msgspec import Struct

from tieout.evidence.gathered import Evidence
from tieout.evidence.mention import Mention
from tieout.evidence.mentions import Changed, Mentions, Place, mentions
from tieout.model.amount import Amount
from tieout.model.statement import Fact
from tieout.model.unit import Unit

_COLUMNS = 8
"""So many numbers of a line are held against one another; tables of quarters have five."""
_MOST = 64
"""So many moves of one size are looked at."""


class _Moves(Struct, frozen=True):
    """The moves of lines counted in one unit, in the order of their sizes in 10^exponent."""

    exponent: int
    sizes: Sequence[int]
    pairs: Sequence[Changed]


class Moves:
    """Every move of a line's number from one period to a later one that is as long."""

    def __init__(self, held: Mentions) -> None:
        """The moves of the lines of these mentions."""
        self.by_line = {place: self._made(place, line) for place, line in held.lines()}
        found: dict[Unit, list[Changed]] = {}
        for pair in chain.from_iterable(self.by_line.values()):
            found.setdefault(pair[0].amount.unit, []).append(pair)
        self._by_unit = {unit: _by_size(pairs) for unit, pairs in found.items()}

    def _made(self, place: Place, line: Sequence[Mention]) -> Sequence[Changed]:
        """The moves of a line."""
        return tuple(moves_of(line))

    def of(self, change: Amount) -> Iterator[Changed]:
        """Every move that prints as the change, of either sign."""
        moves = self._by_unit.get(change.unit)
        if moves is None:
            return
        exponent = min(moves.exponent, change.exponent)
        size, half = 2 * abs(change.at(exponent)), int(10 ** (change.exponent - exponent))
        scale = 2 * int(10 ** (moves.exponent - exponent))
        first = bisect_left(moves.sizes, -(-(size - half) // scale))
        last = bisect_right(moves.sizes, (size + half) // scale)
        yield from moves.pairs[first : min(last, first + _MOST)]

    def count(self, unit: Unit) -> int:
        """How many moves there are of lines so counted."""
        moves = self._by_unit.get(unit)
        return len(moves.pairs) if moves is not None else 0


def moves(evidence: Evidence) -> Moves:
    """The moves of the subject's lines, made once."""
    return evidence.once("moves", lambda: Moves(mentions(evidence)))


def moves_of(line: Sequence[Mention]) -> Iterator[Changed]:
    """Every move of a line's number from one period to a later one that is as long."""
    for before, now in combinations(_levels(line), 2):
        if before.amount.unit is now.amount.unit and _is_later(now, before):
            yield now, before


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


def _by_size(pairs: Sequence[Changed]) -> _Moves:
    """The moves in the order of their sizes."""
    exponent = min(one.amount.exponent for pair in pairs for one in pair)
    sized = sorted(
        (abs(now.amount.at(exponent) - before.amount.at(exponent)), number)
        for number, (now, before) in enumerate(pairs)
    )
    return _Moves(exponent, [size for size, _ in sized], [pairs[number] for _, number in sized])
