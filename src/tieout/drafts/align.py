"""Two sequences aligned: by what is in both of them once, then by the likest pairs between."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence

Places = tuple[int, int]
"""A place of one sequence and a place of the other."""
Stretch = tuple[int, int, int, int]
"""A stretch [a, b) of one sequence beside a stretch [c, d) of the other."""

_DEEPEST = 24
"""So many times a stretch is parted at anchors: after that it is long and repeats itself."""
MOST_COMPARED = 20_000
"""Pairs: stretches with more of them are not compared place by place."""


def aligned(one: Sequence[Hashable], two: Sequence[Hashable]) -> list[Places]:
    """Places with equal keys, rising in both sequences; time grows with their lengths."""
    found: list[Places] = []
    held = [(0, len(one), 0, len(two), 0)]
    while held:
        a, b, c, d, depth = held.pop()
        while a < b and c < d and one[a] == two[c]:
            found.append((a, c))
            a, c = a + 1, c + 1
        while a < b and c < d and one[b - 1] == two[d - 1]:
            b, d = b - 1, d - 1
            found.append((b, d))
        if a == b or c == d:
            continue
        anchors = _anchors(one, two, (a, b, c, d)) if depth < _DEEPEST else []
        if not anchors:
            found += likest((a, b, c, d), lambda i, j: int(one[i] == two[j]))
            continue
        found += anchors
        held += [(*stretch, depth + 1) for stretch in between(anchors, (a, b, c, d))]
    return sorted(found)


def between(pairs: Sequence[Places], whole: Stretch) -> Iterator[Stretch]:
    """The stretches that the pairs leave between them, where neither side is empty."""
    a, b, c, d = whole
    for i, j in [*pairs, (b, d)]:
        if a < i and c < j:
            yield a, i, c, j
        a, c = i + 1, j + 1


def likest(stretch: Stretch, likeness: Callable[[int, int], int]) -> list[Places]:
    """Rising pairs of the most likeness in all; 0 parts a pair. None where it is too long."""
    a, b, c, d = stretch
    if (b - a) * (d - c) > MOST_COMPARED:
        return []
    best = [[0] * (d - c + 1)]
    likenesses: list[list[int]] = []
    for i in range(a, b):
        above, row, across = best[-1], [0], []
        for j in range(c, d):
            alike = likeness(i, j)
            across.append(alike)
            pair = above[j - c] + alike if alike else 0
            row.append(max(above[j - c + 1], row[-1], pair))
        best.append(row)
        likenesses.append(across)
    found: list[Places] = []
    i, j = b - a, d - c
    while i and j:
        alike = likenesses[i - 1][j - 1]
        if alike and best[i][j] == best[i - 1][j - 1] + alike:
            i, j = i - 1, j - 1
            found.append((a + i, c + j))
        elif best[i][j] == best[i - 1][j]:
            i -= 1
        else:
            j -= 1
    return found[::-1]


def _anchors(one: Sequence[Hashable], two: Sequence[Hashable], stretch: Stretch) -> list[Places]:
    """Places of keys that each stretch has once: the longest run that rises in both."""
    a, b, c, d = stretch
    once = Counter(one[i] for i in range(a, b))
    also = Counter(two[j] for j in range(c, d))
    places = {two[j]: j for j in range(c, d)}
    pairs = [(i, places[one[i]]) for i in range(a, b) if once[one[i]] == 1 and also[one[i]] == 1]
    return _rising(pairs)


def _rising(pairs: Sequence[Places]) -> list[Places]:
    """The longest run of pairs, in order, whose second places rise."""
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for number, (_, j) in enumerate(pairs):
        at = bisect_left(tails, j)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [j]
        ends[at : at + 1] = [number]
    run: list[Places] = []
    number = ends[-1] if ends else -1
    while number >= 0:
        run.append(pairs[number])
        number = before[number]
    return run[::-1]
