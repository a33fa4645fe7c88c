"""What functions tell of each statement and of all, told again only of those that differ."""

from collections import ChainMap
from collections.abc import Callable, Collection, Mapping, MutableMapping, Sequence
from functools import partial
from typing import Any, TypeAlias, TypeVar

from tieout.model.memo import Memo
from tieout.model.statement import Statement

_Key = TypeVar("_Key")
_Value = TypeVar("_Value")

Teller: TypeAlias = Callable[[int, Statement], Mapping[_Key, Sequence[_Value]]]
"""A function of a statement, and its number, that tells several things by key."""


class Told:
    """What functions tell of the statements of a release, each asked once."""

    def __init__(self, statements: Sequence[Statement], memo: Memo) -> None:
        """Nothing is told yet."""
        self._statements, self._memo = statements, memo
        self._in_each: dict[Teller[Any, Any], Sequence[Mapping[Any, Sequence[Any]]]] = {}
        self._by_all: dict[Teller[Any, Any], MutableMapping[Any, Any]] = {}

    @property
    def tellers(self) -> Collection[Teller[Any, Any]]:
        """The functions that were asked of all statements together."""
        return tuple(self._by_all)

    def in_each(self, told: Teller[_Key, _Value]) -> Sequence[Mapping[_Key, Sequence[_Value]]]:
        """What a function tells of each statement."""
        if told not in self._in_each:
            numbers = range(len(self._statements))
            self._in_each[told] = [self._told(told, number) for number in numbers]
        return self._in_each[told]

    def by_all(self, told: Teller[_Key, _Value]) -> MutableMapping[_Key, Sequence[_Value]]:
        """What it tells of all together, under each key one statement after the other."""
        if told not in self._by_all:
            found: dict[_Key, list[_Value]] = {}
            for part in self.in_each(told):
                for key, held in part.items():
                    found.setdefault(key, []).extend(held)
            self._by_all[told] = found
        return self._by_all[told]

    def again(
        self, was: "Told", told: Teller[_Key, _Value], others: Mapping[int, bool]
    ) -> Collection[_Key]:
        """Tells as before, but of the statements that differ; the keys that tell otherwise.

        Where more differs in a statement than amounts, all that it told is told otherwise.
        """
        before = was.in_each(told)
        parts = list(before)
        for number in others:
            parts[number] = self._told(told, number)
        self._in_each[told] = parts
        otherwise = {
            key
            for number, is_worded in others.items()
            for key in before[number].keys() | parts[number].keys()
            if is_worded or before[number].get(key) != parts[number].get(key)
        }
        fixed: dict[_Key, Sequence[_Value]] = {
            key: [one for part in parts if key in part for one in part[key]] for key in otherwise
        }
        self._by_all[told] = ChainMap(fixed, was.by_all(told))
        return otherwise

    def _told(self, told: Teller[_Key, _Value], number: int) -> Mapping[_Key, Sequence[_Value]]:
        """What a function tells of one statement."""
        statement = self._statements[number]
        return self._memo(told, partial(told, number, statement), statement)
