"""How the lines of statements changed between two periods, found by what the changes print to."""

from collections import Counter
from collections.abc import Iterable, Iterator

from msgspec import Struct

from tieout.model.amount import Amount, less, prints
from tieout.model.statement import Fact
from tieout.model.unit import Unit


class _Change(Struct, frozen=True, gc=False):
    """The number now, how much it changed as one integer over another, and which way it went.

    A loss that improved went down, or up: `way` is 0.
    """

    now: Fact
    over: int
    under: int
    way: int


class Changes:
    """Every line's change, in a unit or as a share of the number before."""

    def __init__(self, pairs: Iterable[tuple[Fact, Fact]], unit: Unit | None) -> None:
        """The changes of lines counted in the unit; the shares of all that were positive."""
        self._held = [one for now, before in pairs if (one := _change(now, before, unit))]
        self._ways = Counter(one.way for one in self._held)
        self._by_half: dict[int, dict[int, list[int]]] = {}

    def count(self, direction: int) -> int:
        """How many lines went that way, or stayed; a direction of 0 is any."""
        return sum(count for way, count in self._ways.items() if way * direction >= 0)

    def giving(self, told: Amount, direction: int) -> Iterator[Fact]:
        """The numbers now of those whose change prints as the amount, in the lines' order."""
        by_half, half = self._halves(told.exponent), 2 * told.mantissa
        near = (by_half.get(one, ()) for one in (half - 1, half, half + 1))
        for number in sorted(number for numbers in near for number in numbers):
            one = self._held[number]
            if one.way * direction >= 0 and prints(one.over, one.under, told):
                yield one.now

    def _halves(self, exponent: int) -> dict[int, list[int]]:
        """The changes by how many halves of 10^exponent they have."""
        if exponent not in self._by_half:
            found: dict[int, list[int]] = {}
            up, down = 2 * 10 ** max(0, -exponent), 10 ** max(0, exponent)
            for number, one in enumerate(self._held):
                found.setdefault(one.over * up // (one.under * down), []).append(number)
            self._by_half[exponent] = found
        return self._by_half[exponent]


def _change(now: Fact, before: Fact, unit: Unit | None) -> _Change | None:
    """How a line changed; None for one that is counted otherwise, or has no share."""
    was = before.amount
    if now.amount.unit is not was.unit:
        return None
    came = less(now.amount, was)
    over, exponent = abs(came.mantissa), came.exponent
    is_loss = was.mantissa < 0 and now.amount.mantissa < 0
    way = 0 if is_loss else (came.mantissa > 0) - (came.mantissa < 0)
    if unit is None:
        return _Change(now, over, was.at(exponent), way) if was.mantissa > 0 else None
    if was.unit is not unit:
        return None
    return _Change(now, over * 10 ** max(0, exponent), 10 ** max(0, -exponent), way)
