"""What is asked of evidence, noted by what it is asked of."""

from collections.abc import Callable, Hashable, Iterator, Mapping
from typing import TypeVar

_Made = TypeVar("_Made")
_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

EVERYTHING = ("everything",)
"""What is asked by work that reads a whole release."""


class Asked:
    """What is asked while work is done, and while a unit of it is."""

    def __init__(self) -> None:
        """No work is being done."""
        self._open: set[Hashable] | None = None
        self._outer: list[set[Hashable] | None] = []

    @property
    def is_of_unit(self) -> bool:
        """True while a unit of work is done."""
        return len(self._outer) > 1

    def begin(self) -> None:
        """Work begins, or a unit of it."""
        self._outer.append(self._open)
        self._open = set()

    def end(self) -> set[Hashable]:
        """What was asked since the work or the unit began, which is done."""
        asked, self._open = self._open or set(), self._outer.pop()
        return asked

    def note(self, *keys: Hashable) -> None:
        """These things are asked."""
        if self._open is not None:
            self._open.update(keys)

    def of(self, make: Callable[[], _Made]) -> tuple[_Made, set[Hashable]]:
        """What `make` gives, and what it asks, which is noted of nothing else."""
        outer, above = self._open, self._outer
        self._open, self._outer = set(), []
        made = make()
        asked, self._open, self._outer = self._open, outer, above
        return made, asked


class Looked(Mapping[_Key, _Value]):
    """A mapping that notes what is looked up in it."""

    def __init__(
        self, held: Mapping[_Key, _Value], name: tuple[Hashable, ...], asked: Asked
    ) -> None:
        """The mapping of a name."""
        self._held, self._name, self._asked = held, name, asked

    def __getitem__(self, key: _Key) -> _Value:
        """What is held under a key."""
        self._asked.note((*self._name, key))
        return self._held[key]

    def __iter__(self) -> Iterator[_Key]:
        """Every key."""
        self._asked.note(EVERYTHING)
        return iter(self._held)

    def __len__(self) -> int:
        """How many there are."""
        self._asked.note(EVERYTHING)
        return len(self._held)
