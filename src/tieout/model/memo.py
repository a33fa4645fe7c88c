"""Answers already given, kept by the very things they were asked of."""

from collections.abc import Callable, Hashable
from typing import Any, Protocol, TypeVar

_Made = TypeVar("_Made")


class Memo(Protocol):
    """What asks a question: afresh each time, or only where it has not been asked before."""

    def __call__(self, name: Hashable, make: Callable[[], _Made], *of: object) -> _Made:
        """What `make` gives; the same for the same name and the very same things it is of."""


def afresh(name: Hashable, make: Callable[[], _Made], *of: object) -> _Made:
    """What `make` gives, asked each time."""
    return make()


class Remembered:
    """Answers kept as long as what they are of; the later ones dropped when they are too many."""

    def __init__(self, most: int) -> None:
        """None yet; so many are kept beside those that `settle` keeps for good."""
        self._most = most
        self._for_good: dict[Hashable, tuple[tuple[object, ...], Any]] = {}
        self._held: dict[Hashable, tuple[tuple[object, ...], Any]] = {}

    def __call__(self, name: Hashable, make: Callable[[], _Made], *of: object) -> _Made:
        """What `make` gives, asked the first time only."""
        key = (name, *map(id, of))
        found = self._for_good.get(key) or self._held.get(key)
        if found is None:
            if len(self._held) >= self._most:
                self._held.clear()
            found = self._held[key] = (of, make())
        made: _Made = found[1]
        return made

    def settle(self) -> None:
        """Keeps for good what has been answered so far."""
        self._for_good |= self._held
        self._held = {}
