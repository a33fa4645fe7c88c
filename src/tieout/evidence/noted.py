"""What is asked of evidence, noted; and its mentions made of those before, but for what differs."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from tieout.evidence.computed import Computed, Pair
from tieout.evidence.mention import Mention, Role
from tieout.evidence.mentions import (
    MOST,
    Changed,
    ChangeOf,
    Mentions,
    Part,
    Printed,
    as_printed,
    between,
    change_printed,
)
from tieout.evidence.moves import Moves, moves_of
from tieout.model.amount import Amount
from tieout.model.claim import Claim
from tieout.model.unit import Unit

if TYPE_CHECKING:
    from tieout.evidence.watched import Watched

_Made = TypeVar("_Made")
_Place = tuple[int, int]


class Asked:
    """What is asked while a unit of work is done; nothing is noted between two of them."""

    def __init__(self) -> None:
        """No unit is being done."""
        self._open: set[Hashable] | None = None

    def begin(self) -> None:
        """A unit begins."""
        self._open = set()

    def end(self) -> set[Hashable]:
        """What was asked since the unit began, which is done."""
        asked, self._open = self._open or set(), None
        return asked

    def note(self, *keys: Hashable) -> None:
        """These things are asked."""
        if self._open is not None:
            self._open.update(keys)

    def of(self, make: Callable[[], _Made]) -> tuple[_Made, set[Hashable]]:
        """What `make` gives, and what it asks, which is noted of nothing else."""
        outer, self._open = self._open, set()
        made = make()
        asked, self._open = self._open, outer
        return made, asked


class NotedMentions(Mentions):
    """The mentions of watched evidence; beside evidence from before, all but a few are the same."""

    def __init__(self, evidence: "Watched") -> None:
        """The mentions of the evidence's subject."""
        self._asked = evidence.asked
        self._stale: set[Part] = set()
        self._was: NotedMentions | None = None
        was, changes = evidence.before, evidence.changes
        if was is not None and changes is not None and changes.is_alike:
            self._was = was.once("mentions", lambda: NotedMentions(was))
            self._stale = changes.parts()
        super().__init__(evidence)

    def _made(self, part: Part, mentions: Iterator[Mention]) -> tuple[Mention, ...]:
        """The mentions of a part, as before where nothing of it differs."""
        held = self._was.parts.get(part) if self._was and part not in self._stale else None
        return tuple(mentions) if held is None else held

    @cached_property
    def gone(self) -> list[Mention]:
        """The mentions that were before and are no more."""
        was = self._was.parts if self._was is not None else {}
        return [one for part in self._stale for one in was.get(part, ())]

    @cached_property
    def come(self) -> list[Mention]:
        """The mentions that were not before."""
        return [one for part in self._stale for one in self.parts.get(part, ())]

    @cached_property
    def _order(self) -> dict[int, int]:
        """The place of each mention among all."""
        return {id(one): number for number, one in enumerate(self._all)}

    def _by_print(self, key: Printed) -> dict[int, list[Mention]]:
        """The mentions in a role that are so counted, by what they print to."""
        if self._was is not None:
            gone, come = (
                [(n, one) for one in some if (n := as_printed(one, key)) is not None]
                for some in (self.gone, self.come)
            )
            found = _patched(self._was.by_print(key), gone, come, self._order_of)
            if found is not None:
                return found
        return super()._by_print(key)

    def _by_change(self, key: ChangeOf) -> dict[int, list[Changed]]:
        """Every line's change from one period to another, by what it prints to."""
        if self._was is not None:
            gone, come = self._changes(key)
            found = _patched(self._was.by_change(key), gone, come, self._order_of_pair)
            if found is not None:
                return found
        return super()._by_change(key)

    def _changes(self, key: ChangeOf) -> list[list[tuple[int, Changed]]]:
        """The changes of the lines that differ, before and now, with what they print to."""
        if self._was is None:
            return [[], []]
        lines = ([held.at(place) for place in self._differing] for held in (self._was, self))
        pairs = ([between(line, *key[2:]) for line in some] for some in lines)
        return [
            [(n, one) for one in some if one and (n := change_printed(one, key)) is not None]
            for some in pairs
        ]

    def _order_of(self, one: Mention) -> int:
        """The place of a mention among all."""
        return self._order[id(one)]

    def _order_of_pair(self, pair: Changed) -> int:
        """The place of a line's change among all."""
        return self._order[id(pair[0])]

    @cached_property
    def _differing(self) -> list[_Place]:
        """The lines and claims that differ."""
        return list(dict.fromkeys(one.place for one in (*self.gone, *self.come)))

    @cached_property
    def _by_place(self) -> dict[_Place, list[Mention]]:
        """The mentions of each line, and each claim by itself."""
        gone, come = _placed(self.gone), _placed(self.come)
        if self._was is None or gone.keys() != come.keys():
            return _placed(self._all)
        return self._was._by_place | come

    @cached_property
    def _places(self) -> tuple[Counter[str], int]:
        """In how many lines and claims each word stands, and how many there are."""
        if self._was is None:
            return _words(self._all)
        counts, places = self._was._places
        (gone, before), (come, now) = _words(self.gone), _words(self.come)
        if gone == come and before == now:
            return counts, places
        counts = counts.copy()
        counts.subtract(gone)
        counts.update(come)
        return counts, places - before + now

    def keys(self) -> Iterator[Hashable]:
        """What is asked of mentions and answered otherwise than before."""
        was = self._was
        if was is None:
            return
        yield from (("place", place) for place in self._differing)
        for key in tuple(was._printed):
            for one in (*self.gone, *self.come):
                yield "printed", *key, as_printed(one, key)
        for change in tuple(was._changed):
            for number, _ in chain.from_iterable(self._changes(change)):
                yield "changed", *change, number
        (gone, before), (come, now) = _words(self.gone), _words(self.come)
        yield from (
            ("word", word) for word in gone.keys() | come.keys() if gone[word] != come[word]
        )
        yield from [("places",)] if before != now else []
        lines = ([held.at(place) for place in self._differing] for held in (was, self))
        moved = [Counter(map(_size, chain.from_iterable(map(moves_of, some)))) for some in lines]
        yield from (("moves", unit) for unit, _ in (moved[0] - moved[1]) + (moved[1] - moved[0]))
        if any(one.column >= 0 for one in (*self.gone, *self.come)):
            yield ("shares",)

    def printed(self, amount: Amount, role: Role) -> Sequence[Mention]:
        """Every mention in that role that prints as the amount, whatever its sign."""
        self._asked.note(("printed", amount.unit, role, amount.exponent, abs(amount.mantissa)))
        return super().printed(amount, role)

    def changed(self, reading: Claim) -> Mapping[int, Sequence[Changed]]:
        """Every line's change between the two periods of a claim, by what it prints to."""
        found = super().changed(reading)
        told, period, against = reading.amount, reading.period, reading.against
        if self._was is not None or period is None or against is None:
            return found
        return _Looked(found, ("changed", told.unit, told.exponent, period, against), self._asked)

    def at(self, place: _Place) -> Sequence[Mention]:
        """Every mention of a line; of a claim's place the claim alone."""
        self._asked.note(("place", place))
        return super().at(place)

    def places(self, word: str) -> tuple[int, int]:
        """In how many lines and claims a word stands, one at least, and of how many."""
        return super().places(word)

    def rarity(self, word: str, fewest: int) -> int:
        """How seldom a word is, in halvings of the lines and claims, which are so many at least."""
        self._asked.note(("word", word), ("places",))
        return super().rarity(word, fewest)


class NotedMoves(Moves):
    """The moves of watched evidence."""

    def __init__(self, evidence: "Watched") -> None:
        """The moves of the lines of the evidence's mentions."""
        self._asked = evidence.asked
        super().__init__(evidence.once("mentions", lambda: NotedMentions(evidence)))

    def of(self, change: Amount) -> Iterator[Changed]:
        """Every move that prints as the change, of either sign."""
        self._asked.note(("moves", change.unit))
        return super().of(change)

    def count(self, unit: Unit) -> int:
        """How many moves there are of lines so counted."""
        self._asked.note(("moves", unit))
        return super().count(unit)


class NotedComputed(Computed):
    """What two numbers of watched evidence come to."""

    def __init__(self, evidence: "Watched") -> None:
        """Of the mentions of the evidence."""
        self._asked = evidence.asked
        super().__init__(evidence.once("mentions", lambda: NotedMentions(evidence)))

    def shares(self, claim: Mention) -> Iterator[Pair]:
        """Every number over a whole of its column or line that prints as the claim."""
        self._asked.note(("shares",))
        return super().shares(claim)

    def sums(self, claim: Mention) -> Iterator[Pair]:
        """Every sum of two neighbours in a column that prints as the claim."""
        self._asked.note(("shares",))
        return super().sums(claim)


class _Looked(Mapping[int, Sequence[Changed]]):
    """The changes of lines, which note what they are looked up by."""

    def __init__(
        self, held: Mapping[int, Sequence[Changed]], name: tuple[Hashable, ...], asked: Asked
    ) -> None:
        """The changes of one kind."""
        self._held, self._name, self._asked = held, name, asked

    def __getitem__(self, number: int) -> Sequence[Changed]:
        """The changes that print as a number."""
        self._asked.note((*self._name, number))
        return self._held[number]

    def __iter__(self) -> Iterator[int]:
        """Every number; nobody asks."""
        raise NotImplementedError

    def __len__(self) -> int:
        """How many there are; nobody asks."""
        raise NotImplementedError


def _patched(
    held: Mapping[int, list[_Made]],
    gone: Sequence[tuple[int, _Made]],
    come: Sequence[tuple[int, _Made]],
    order: Callable[[_Made], int],
) -> dict[int, list[_Made]] | None:
    """What was held under each number, less what is gone, with what has come.

    None where more was there than is held.
    """
    found = dict(held)
    for number, one in gone:
        if len(found.get(number, ())) >= MOST:
            return None
        found[number] = [other for other in found.get(number, ()) if not _is_it(other, one)]
    for number, one in come:
        found[number] = sorted([*found.get(number, ()), one], key=order)[:MOST]
    return found


def _is_it(one: object, other: object) -> bool:
    """True for one mention, or for one pair of them."""
    if isinstance(one, tuple) and isinstance(other, tuple):
        return all(a is b for a, b in zip(one, other, strict=True))
    return one is other


def _placed(mentions: Iterable[Mention]) -> dict[_Place, list[Mention]]:
    """The mentions of each place."""
    found: dict[_Place, list[Mention]] = {}
    for one in mentions:
        found.setdefault(one.place, []).append(one)
    return found


def _words(mentions: Iterable[Mention]) -> tuple[Counter[str], int]:
    """In how many places each word stands, and how many there are."""
    said: dict[_Place, frozenset[str]] = {}
    for one in mentions:
        said[one.place] = said.get(one.place, frozenset()) | one.near
    return Counter(word for words in said.values() for word in words), len(said)


def _size(pair: Changed) -> tuple[Unit, object]:
    """By how much a line moved, and in what."""
    now, before = pair
    return now.amount.unit, (now.amount, before.amount)
