"""A whole laid out in so many units, by the counts of its parts."""

from collections.abc import Sequence


def shares(counts: Sequence[int], units: int) -> list[int]:
    """So many units for each count; they add up, and no part that exists is left without one."""
    total = sum(counts)
    if total == 0:
        return [0 for _ in counts]
    given = [max(count * units // total, int(count > 0)) for count in counts]
    owed = [count * units - got * total for count, got in zip(counts, given, strict=True)]
    step = 1 if sum(given) < units else -1
    while sum(given) != units:
        place = max(range(len(given)), key=lambda i: (step > 0 or given[i] > 1, step * owed[i]))
        if step < 0 and given[place] <= 1:
            break
        given[place] += step
        owed[place] -= step * total
    return given


def percent(count: int, total: int) -> str:
    """The share in whole percent; "<1%" for what is there but rounds to nothing."""
    if count == 0 or total == 0:
        return "0%"
    whole = (200 * count + total) // (2 * total)
    if whole == 0:
        return "<1%"
    return ">99%" if whole == 100 and count < total else f"{whole}%"
