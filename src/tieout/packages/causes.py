"""Differences that are one: periods exchanged, a table of another draft, one amount off, a copy."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from fractions import Fraction
from typing import TypeVar

from tieout.model.amount import Amount, fits_exactly, rounded, same
from tieout.model.check import Ref
from tieout.model.package import Cause, CauseKind, Difference
from tieout.model.workpaper import Release
from tieout.packages.figures import Figures
from tieout.packages.linked import Linked

_One = TypeVar("_One")

_FEWEST = 3
"""So many figures of one table that differ are of another draft; of two each may be a slip."""
_DIGITS = 2
"""So many digits an amount needs that figures of different places are off by, to be one cause."""


def causes(releases: Sequence[Release], found: Sequence[Difference]) -> list[Cause]:
    """The differences, those that are one together, in the order of their first figures."""
    figures = Figures(releases)
    linked = Linked(range(len(found)))
    kinds: list[tuple[CauseKind, int]] = []
    for kind, numbers in _alike(figures, found):
        for number in numbers[1:]:
            linked.join(numbers[0], number)
        kinds.append((kind, numbers[0]))
    made: list[Cause] = []
    for group in linked.groups():
        own = {kind for kind, number in kinds if number in group}
        order: tuple[CauseKind, ...] = ("exchanged", "table", "offset", "copied")
        kind = next((one for one in order if one in own), "figure")
        made.append(Cause(kind, tuple(found[number] for number in sorted(group))))
    return made


def _alike(figures: Figures, found: Sequence[Difference]) -> Iterator[tuple[CauseKind, list[int]]]:
    """The numbers of differences that have a cause in common, with what that is."""
    for numbers in _together(found, lambda one: _place(figures, one.odd)):
        exchanged = _exchanged(figures, [found[number] for number in numbers])
        if exchanged:
            yield "exchanged", [numbers[at] for at in exchanged]
    for numbers in _together(found, lambda one: _table(figures, one.odd)):
        if len(numbers) >= _FEWEST:
            yield "table", numbers
        for alike in _together(numbers, lambda number: _size(figures, found[number])):
            yield "offset", [numbers[at] for at in alike]
    for numbers in _together(found, lambda one: _telling(figures, one)):
        yield "offset", numbers
    for numbers in _together(found, lambda one: _told(figures, one)):
        yield "copied", numbers


def _together(items: Iterable[_One], key: Callable[[_One], Hashable]) -> Iterator[list[int]]:
    """The numbers of items that have a key in common, two or more; None is no key."""
    held: dict[Hashable, list[int]] = {}
    for number, one in enumerate(items):
        found = key(one)
        if found is not None:
            held.setdefault(found, []).append(number)
    yield from (numbers for numbers in held.values() if len(numbers) > 1)


def _exchanged(figures: Figures, found: Sequence[Difference]) -> list[int]:
    """Which of the differences of one sentence or line have one another's numbers."""
    odd = [figures.amount(one.odd) for one in found]
    right = [figures.amount(one.other) for one in found]
    return [
        here
        for here in range(len(found))
        if any(
            here != there and _is(odd[here], right[there]) and _is(odd[there], right[here])
            for there in range(len(found))
        )
    ]


def _is(one: Amount | None, other: Amount | None) -> bool:
    """True where the one is the other, at the precision of the coarser, whatever their signs."""
    if one is None or other is None or one.unit != other.unit:
        return False
    return same(abs(one), abs(other)).outcome == "agrees"


def _place(figures: Figures, ref: Ref) -> Hashable:
    """The sentence that a figure stands in, or the line of a table."""
    fact, claim = figures.fact(ref), figures.claim(ref)
    if fact is not None:
        return ref.document, "line", fact.statement, fact.line
    return None if claim is None else (ref.document, "sentence", claim.sentence.start)


def _table(figures: Figures, ref: Ref) -> Hashable:
    """The statement that a figure stands in; None for one in prose."""
    fact = figures.fact(ref)
    return None if fact is None else (ref.document, fact.statement)


def _size(figures: Figures, one: Difference) -> Fraction | None:
    """By how much a figure is off."""
    odd, right = figures.amount(one.odd), figures.amount(one.other)
    return None if odd is None or right is None else abs(abs(odd).value - abs(right).value)


def _telling(figures: Figures, one: Difference) -> Hashable:
    """The same where its digits tell, with the document; None where many a difference has them."""
    size, odd = _size(figures, one), figures.amount(one.odd)
    if size is None or odd is None or not fits_exactly(size, odd.exponent):
        return None
    digits = str(rounded(size, odd.exponent)).rstrip("0")
    return (one.odd.document, size) if len(digits) >= _DIGITS else None


def _told(figures: Figures, one: Difference) -> Hashable:
    """The row and the number, for a figure that another document has alike."""
    odd = figures.amount(one.odd)
    return None if odd is None or one.row < 0 else (one.row, abs(odd).value)
