"""The figures of two drafts of one release, paired: unit by unit, then figure by figure."""

from collections import Counter
from collections.abc import Hashable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias

from tieout.drafts.align import Places, aligned, between, likest
from tieout.drafts.comparison_key import Keys, are_equal
from tieout.drafts.units import Unit, units
from tieout.model.redraft import Pair
from tieout.model.workpaper import Release

Said: TypeAlias = Sequence[str | int]

_HALF = 50
_FEWEST_WORDS = 5
"""A sentence found elsewhere has so many words that it is hardly another one."""
_KEY, _HEAD, _KIND, _WORD = 6, 3, 1, 2
"""What two figures, or two words, of a unit have in common, weighed."""


class Pairing:
    """Two drafts, side by side."""

    def __init__(self, was: Release, now: Release) -> None:
        """The previous draft beside this one."""
        self._was, self._now = Keys(was), Keys(now)
        self._before, self._after = units(was), units(now)

    def pairs(self) -> list[Pair]:
        """Each figure that stands in both drafts, in order of this one."""
        found = self._in_place()
        moved = list(self._moved({i for i, _ in found}, {j for _, j in found}))
        paired = {
            was: now
            for i, j in [*found, *moved]
            for was, now in self._within(self._before[i], self._after[j])
        }
        self._strewn(found, paired)
        return sorted(paired.items(), key=lambda pair: pair[1])

    def are_equal(self, pair: Pair) -> bool:
        """True where the figure is of one value in both drafts."""
        return are_equal(self._was, pair[0], self._now, pair[1])

    def _in_place(self) -> list[Places]:
        """Units that stand in the same order in both: with the same words, then with like ones."""
        one, two = ([_key(unit) for unit in side] for side in (self._before, self._after))
        found = aligned(one, two)
        for stretch in list(between(found, (0, len(one), 0, len(two)))):
            found += likest(stretch, self._likeness)
        return sorted(found)

    def _likeness(self, i: int, j: int) -> int:
        """How many in a hundred words and numbers two units share; 0 under half of them."""
        first = self._said(self._before[i], self._was)
        second = self._said(self._after[j], self._now)
        size = sum(first.values()) + sum(second.values())
        share = 200 * sum((first & second).values()) // size if size else 0
        return share if share >= _HALF else 0

    def _said(self, unit: Unit, keys: Keys) -> Counter[Hashable]:
        """Words and numbers of a unit."""
        said: Counter[Hashable] = Counter(unit.words)
        said.update(keys.of(figure) for figure in unit.figures)
        return said

    def _moved(self, before: set[int], after: set[int]) -> Iterator[Places]:
        """Units found in another place: with words that no other has, and a number in common."""
        two = _only(self._after, after)
        for key, i in _only(self._before, before).items():
            j = two.get(key)
            if j is None:
                continue
            if self._is_found_again(self._before[i], self._after[j]):
                yield i, j

    def _is_found_again(self, one: Unit, two: Unit) -> bool:
        """True where units of the same words are hardly two: by their words or their numbers."""
        if len(one.words) >= _FEWEST_WORDS and not one.is_row:
            return True
        before = [self._was.of(figure) for figure in one.figures]
        after = [self._now.of(figure) for figure in two.figures]
        told = {self._was.of(figure) for figure in one.figures if self._was.is_telling(figure)}
        return bool(told & set(after)) or (before == after and len(before) > 1)

    def _within(self, one: Unit, two: Unit) -> Sequence[Pair]:
        """The figures of a unit in both drafts: by column, else by value, words and order."""
        if _is_rearranged(one, two):
            column = dict(zip(two.heads, two.figures, strict=True))
            return [(n, column[h]) for n, h in zip(one.figures, one.heads, strict=True)]
        kinds = [self._was.kind(n) for n in one.figures], [self._now.kind(n) for n in two.figures]
        if one.words == two.words and kinds[0] == kinds[1]:
            return list(zip(one.figures, two.figures, strict=True))
        heads = dict(zip(one.figures, one.heads, strict=False))
        over = dict(zip(two.figures, two.heads, strict=False))

        def likeness(i: int, j: int) -> int:
            first, second = one.said[i], two.said[j]
            if isinstance(first, str) or isinstance(second, str):
                return _WORD if first == second else 0
            if self._was.kind(first) != self._now.kind(second):
                return 0
            is_equal = self._was.of(first) == self._now.of(second)
            is_under = heads.get(first, "") == over.get(second, "") != ""
            return _KIND + _KEY * is_equal + _HEAD * is_under

        alike = likest((0, len(one.said), 0, len(two.said)), likeness)
        both = ((one.said[i], two.said[j]) for i, j in alike)
        return [(a, b) for a, b in both if isinstance(a, int) and isinstance(b, int)]

    def _strewn(self, found: Sequence[Places], paired: dict[int, int]) -> None:
        """Pairs what is left between and in units by its words, however they are parted."""
        now = {figure: was for was, figure in paired.items()}
        ends = [(0, 0), *found, (len(self._before), len(self._after))]
        for (a, c), (b, d) in pairwise(ends):
            one = [said for unit in self._before[a : b + 1] for said in unit.said]
            two = [said for unit in self._after[c : d + 1] for said in unit.said]
            if all(said in paired for said in one if isinstance(said, int)):
                continue
            if all(said in now for said in two if isinstance(said, int)):
                continue
            for i, j in self._in_context(one, two, paired, now):
                paired[i] = j
                now[j] = i

    def _in_context(
        self, one: Said, two: Said, paired: Mapping[int, int], now: Mapping[int, int]
    ) -> Iterator[Pair]:
        """Equal numbers, and single ones between the same words, not paired so far."""
        keys = (
            [s if isinstance(s, str) else paired.get(s, self._was.of(s)) for s in one],
            [s if isinstance(s, str) else s if s in now else self._now.of(s) for s in two],
        )
        alike = aligned(*keys)
        known = set(alike)
        for i, j in alike:
            first, second = one[i], two[j]
            if not isinstance(first, int) or not isinstance(second, int) or first in paired:
                continue
            has_company = (i - 1, j - 1) in known or (i + 1, j + 1) in known
            if has_company or self._was.is_telling(first):
                yield first, second
        for a, b, c, d in between(alike, (0, len(one), 0, len(two))):
            first, second = one[a], two[c]
            if (b - a, d - c) != (1, 1) or not isinstance(first, int):
                continue
            is_free = isinstance(second, int) and first not in paired and second not in now
            if is_free and self._was.kind(first) == self._now.kind(int(second)):
                yield first, int(second)


def _key(unit: Unit) -> Hashable:
    """What a unit is known by: its words; a sentence by the number of its figures, too."""
    return unit.words, 0 if unit.is_row else len(unit.figures)


def _only(side: Sequence[Unit], taken: set[int]) -> dict[Hashable, int]:
    """Units that are not taken and whose key no other of those has, by key."""
    left = {number: _key(unit) for number, unit in enumerate(side) if number not in taken}
    times = Counter(left.values())
    return {key: number for number, key in left.items() if times[key] == 1}


def _is_rearranged(one: Unit, two: Unit) -> bool:
    """True where two rows have the same columns in another order, each told by its head."""
    names = set(one.heads)
    return (
        one.heads != two.heads
        and names == set(two.heads)
        and len(names) == len(one.heads) == len(two.heads)
    )
