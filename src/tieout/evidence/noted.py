"""Mentions that note what is asked of them, made of those before but for what differs."""

from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from itertools import chain
from typing import TYPE_CHECKING, TypeVar

from tieout.evidence.asked import Looked
from tieout.evidence.gathered import Evidence
from tieout.evidence.mention import Mention, Role, of_claim, of_statement, of_table
from tieout.evidence.mentions import (
    MOST,
    Changed,
    ChangeOf,
    Mentions,
    Part,
    Place,
    Printed,
    as_printed,
    between,
    change_printed,
    placed,
    words_in,
)
from tieout.model.amount import Amount
from tieout.model.claim import Claim
from tieout.model.period import Period

if TYPE_CHECKING:
    from tieout.evidence.watched import Watched

_Made = TypeVar("_Made")


class NotedMentions(Mentions):
    """The mentions of watched evidence; beside evidence from before, all but a few are the same."""

    def __init__(self, evidence: "Watched") -> None:
        """The mentions of the evidence's subject."""
        self._asked, self._otherwise = evidence.asked, evidence.otherwise
        self._stale: set[Part] = set()
        self._differ: dict[tuple[Period, Period], Sequence[Sequence[Changed]]] = {}
        self.was: NotedMentions | None = None
        was, changes = evidence.before, evidence.changes
        if was is not None and changes is not None and changes.is_alike:
            self.was = was.once("mentions", lambda: NotedMentions(was))
            self._stale = changes.parts()
        super().__init__(evidence)

    @property
    def claims(self) -> tuple[Mention, ...]:
        """Every claim of prose."""
        self._asked.note(("claims",))
        return super().claims

    def _parts(self, evidence: Evidence) -> dict[Part, tuple[Mention, ...]]:
        """The mentions of each part, as before where nothing of it differs."""
        if self.was is None:
            return super()._parts(evidence)
        release, parts = evidence.subject, dict(self.was.parts)
        claims = {claim.figure: claim for claim in release.claims}
        tables = {table.number: table for table in release.tables}
        for part in self._stale & parts.keys():
            kind, number = part
            if kind == "claim":
                made = tuple(of_claim(evidence, claims[number]))
            elif kind == "statement":
                made = tuple(of_statement(release.statements[number]))
            else:
                made = tuple(of_table(release, tables[number]))
            held = parts[part]
            if len(held) == len(made):
                made = tuple(
                    old if old == new else new for old, new in zip(held, made, strict=True)
                )
            parts[part] = made
        return parts

    @cached_property
    def gone(self) -> list[Mention]:
        """The mentions that were before and are no more."""
        return _without(self.was.parts, self.parts, self._stale) if self.was is not None else []

    @cached_property
    def come(self) -> list[Mention]:
        """The mentions that were not before."""
        return _without(self.parts, self.was.parts, self._stale) if self.was is not None else []

    @cached_property
    def _order(self) -> dict[int, int]:
        """The place of each mention among all."""
        return {id(one): number for number, one in enumerate(self._all)}

    def _by_print(self, key: Printed) -> dict[int, list[Mention]]:
        """The mentions in a role that are so counted, by what they print to."""
        if self.was is not None:
            gone, come = (
                [(n, one) for one in some if (n := as_printed(one, key)) is not None]
                for some in (self.gone, self.come)
            )
            found = _patched(self.was.by_print(key), gone, come, self._order_of)
            if found is not None:
                return found
        return super()._by_print(key)

    def _by_change(self, key: ChangeOf) -> dict[int, list[Changed]]:
        """Every line's change from one period to another, by what it prints to."""
        if self.was is not None:
            before = self.was.by_change(key)
            if key[2:] not in self.was.paired:
                return {}  # asked after so many others that it was not looked for
            gone, come = self._changes(key)
            found = _patched(before, gone, come, self._order_of_pair)
            if found is not None:
                return found
        return super()._by_change(key)

    def _changes(self, key: ChangeOf) -> list[list[tuple[int, Changed]]]:
        """The changes of the lines that differ, before and now, with what they print to."""
        return [
            [(number, one) for one in some if (number := change_printed(one, key)) is not None]
            for some in self._moved(*key[2:])
        ]

    def _moved(self, period: Period, against: Period) -> Sequence[Sequence[Changed]]:
        """The lines' numbers for one period and the other, before and now, where they differ."""
        if self.was is None:
            return [], []
        key = period, against
        if key not in self._differ:
            lines = ([one.at(place) for place in self.differing] for one in (self.was, self))
            old, new = ([one for line in some if (one := between(line, *key))] for some in lines)
            same = set(ids_of(old)) & set(ids_of(new))
            self._differ[key] = [
                [one for one, ids in zip(some, ids_of(some), strict=True) if ids not in same]
                for some in (old, new)
            ]
        return self._differ[key]

    def _order_of(self, one: Mention) -> int:
        """The place of a mention among all."""
        return self._order[id(one)]

    def _order_of_pair(self, pair: Changed) -> int:
        """The place of a line's change among all."""
        return self._order[id(pair[0])]

    @cached_property
    def differing(self) -> list[Place]:
        """The lines and claims that differ."""
        return list(dict.fromkeys(one.place for one in (*self.gone, *self.come)))

    @cached_property
    def _by_place(self) -> dict[Place, list[Mention]]:
        """The mentions of each line, and each claim by itself."""
        if self.was is None:
            return placed(self._all)
        gone, come = placed(self.gone).keys(), placed(self.come).keys()
        if gone != come:
            return placed(self._all)
        parts = chain.from_iterable(self.parts.get(part, ()) for part in self._stale)
        return self.was._by_place | placed(parts)

    @cached_property
    def _places(self) -> tuple[Counter[str], int]:
        """In how many lines and claims each word stands, and how many there are."""
        if self.was is None:
            return words_in(self._all)
        counts, places = self.was._places
        (gone, before), (come, now) = self._said()
        if gone == come and before == now:
            return counts, places
        counts = counts.copy()
        counts.subtract(gone)
        counts.update(come)
        return counts, places - before + now

    def _said(self) -> list[tuple[Counter[str], int]]:
        """In how many of the lines and claims that differ each word stood, and stands now."""
        lines = ([held.at(place) for place in self.differing] for held in (self.was or self, self))
        return [words_in(chain.from_iterable(some)) for some in lines]

    def keys(self) -> Iterator[Hashable]:
        """What is asked of mentions and answered otherwise than before."""
        was = self.was
        if was is None:
            return
        yield from (("place", place) for place in self.differing)
        for key in tuple(was._printed):
            for one in (*self.gone, *self.come):
                yield "printed", *key, as_printed(one, key)
        for change in tuple(was._changed):
            for number, _ in chain.from_iterable(self._changes(change)):
                yield "changed", *change, number
        (gone, before), (come, now) = self._said()
        said = gone.keys() | come.keys()
        yield from (("word", word) for word in said if gone[word] != come[word])
        yield from [("places",)] if before != now else []

    def printed(self, amount: Amount, role: Role) -> Sequence[Mention]:
        """Every mention in that role that prints as the amount, whatever its sign."""
        key = amount.unit, role, amount.exponent
        asked = ("printed", *key, abs(amount.mantissa))
        self._asked.note(asked)
        if self.was is not None and key in self.was._printed and asked not in self._otherwise:
            return self.was.printed(amount, role)
        return super().printed(amount, role)

    def changed(self, reading: Claim) -> Mapping[int, Sequence[Changed]]:
        """Every line's change between the two periods of a claim, by what it prints to."""
        found = super().changed(reading)
        told, period, against = reading.amount, reading.period, reading.against
        if self.was is not None or period is None or against is None:
            return found
        return Looked(found, ("changed", told.unit, told.exponent, period, against), self._asked)

    def at(self, place: Place) -> Sequence[Mention]:
        """Every mention of a line; of a claim's place the claim alone."""
        self._asked.note(("place", place))
        return super().at(place)

    def rarity(self, fewest: int, most: int) -> Mapping[str, int]:
        """How seldom each word is, in halvings of the lines and claims, which are so many."""
        found = super().rarity(fewest, most)
        return found if self.was is not None else _Rarity(found, ("word",), self._asked)


class _Rarity(Looked[str, int]):
    """How seldom words are, which depends on how many places there are too."""

    def __getitem__(self, word: str) -> int:
        """How seldom a word is."""
        self._asked.note(("places",))
        return super().__getitem__(word)


def ids_of(pairs: Sequence[Changed]) -> list[tuple[int, int]]:
    """Which mentions pairs are of."""
    return [(id(one), id(other)) for one, other in pairs]


def _without(
    some: Mapping[Part, Sequence[Mention]],
    others: Mapping[Part, Sequence[Mention]],
    parts: Iterable[Part],
) -> list[Mention]:
    """The mentions of some parts that are not among the others of them."""
    found: list[Mention] = []
    for part in parts:
        known = set(map(id, others.get(part, ())))
        found += (one for one in some.get(part, ()) if id(one) not in known)
    return found


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
