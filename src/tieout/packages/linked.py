"""Things joined in pairs, as the groups that the pairs make of them."""

from collections.abc import Hashable, Iterable
from typing import Generic, TypeVar

_One = TypeVar("_One", bound=Hashable)


class Linked(Generic[_One]):
    """Groups of things, each thing in the group of all that it was joined with."""

    def __init__(self, alone: Iterable[_One] = ()) -> None:
        """Each of these in a group of its own."""
        self._above: dict[_One, _One] = {one: one for one in alone}

    def join(self, one: _One, other: _One) -> None:
        """Makes one group of the groups of two things."""
        first, second = self._head(one), self._head(other)
        self._above[second] = first

    def groups(self) -> list[list[_One]]:
        """The groups, in the order in which their first things came."""
        found: dict[_One, list[_One]] = {}
        for one in self._above:
            found.setdefault(self._head(one), []).append(one)
        return list(found.values())

    def _head(self, one: _One) -> _One:
        """The thing that stands for the group of one; the way to it is made short."""
        above = self._above
        above.setdefault(one, one)
        while above[one] != one:
            above[one] = above[above[one]]
            one = above[one]
        return one
