"""One reading's tally: the figures that agree by it, and those that miss, by what they miss by."""

from collections import Counter
from collections.abc import Callable, Iterable


class Tally:
    """The bits of each figure that agrees, and the difference of each that does not.

    A column of a large table has thousands of figures, each of which asks what the others say: it
    is told from sums, and by what little it shares with them.
    """

    def __init__(self) -> None:
        """Of no figures yet."""
        self.missed: dict[int, tuple[str, frozenset[int]]] = {}
        self._agreed: dict[int, int] = {}
        self._weight = 0
        self._by_difference: Counter[str] = Counter()
        self._resting: dict[int, set[int]] = {}

    def agree(self, figure: int, weight: int) -> None:
        """Counts a figure that agrees, by the most bits that it says."""
        before = self._agreed.get(figure, 0)
        if weight > before:
            self._agreed[figure] = weight
            self._weight += weight - before

    def miss(self, figure: int, difference: str, rests_on: frozenset[int]) -> None:
        """Counts a figure that does not agree, once, with the figures that it rests on."""
        if figure in self.missed:
            before, rested_on = self.missed[figure]
            self._by_difference -= Counter([before])
            for one in rested_on:
                self._resting[one].discard(figure)
        self.missed[figure] = difference, rests_on
        self._by_difference[difference] += 1
        for one in rests_on:
            self._resting.setdefault(one, set()).add(figure)

    def borne(self, figure: int, others: Iterable[tuple[int, int]]) -> tuple[int, int]:
        """The bits of the figures that agree and of others, but for one, and how many they are."""
        held = dict(others) | self._agreed if others else self._agreed
        weight = sum(held.values()) if others else self._weight
        return weight - held.get(figure, 0), len(held) - (figure in held)

    def apart(self, figure: int, rests_on: frozenset[int], cause: Callable[[], str]) -> int:
        """How many differences the figures have that do not agree, but for one and its own cause.

        Those that rest on one of its figures say nothing: one that is wrong makes several miss.
        """
        resting = [self._resting.get(one, ()) for one in rests_on]
        if any(len(one) == len(self.missed) for one in resting):
            return 0  # none missed, or all are shares of one whole
        akin = {figure}.union(*resting) & self.missed.keys()
        lost = Counter(self.missed[one][0] for one in akin)
        told = self._by_difference
        left = len(told) - sum(count == told[difference] for difference, count in lost.items())
        if not left:
            return 0
        own = cause()
        return left - (told[own] > lost[own])
