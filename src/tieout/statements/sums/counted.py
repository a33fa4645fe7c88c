"""The sums among share counts, and among amounts per share: results with their parts."""

from collections.abc import Iterator, Sequence

from tieout.lexicon.per_share import parts_of_whole
from tieout.model.statement import Line, Parts, Sum
from tieout.model.unit import SHARES, Unit
from tieout.statements.concepts.income import OTHERS_SHARE
from tieout.statements.sums.nested import subtotal
from tieout.statements.sums.printed import Printed

_TERMS = 4
"""So many shares, or amounts per share, are added up at most."""

_FEWEST = 3
"""A sum and two parts."""

_CENTS = 2
"""Amounts per share are each rounded by themselves, and so many cents are no error of their sum."""


def counted(lines: Sequence[Line]) -> tuple[Sum, ...]:
    """The sums among lines that are no money, each total once: results per share by their parts."""
    per = [line.unit for line in lines if line.unit.is_per_share][:1]
    found = {one.total: one for unit in (SHARES, *per) for one in _shown(lines, unit)}
    # Where others share in a result, its parts per share are of all owners or of some.
    is_shared = any(line.concept == OTHERS_SHARE and line.cells for line in lines)
    for unit in () if is_shared else per:
        found |= {one.total: one for one in _of_parts(lines, unit)}
    return tuple(found.values())


def _shown(lines: Sequence[Line], unit: Unit) -> Iterator[Sum]:
    """The sums that the amounts of a unit show."""
    numbers = [n for n, line in enumerate(lines) if line.unit is unit and not line.is_heading]
    if len(numbers) < _FEWEST:
        return
    printed = Printed(lines, unit)
    for at, number in enumerate(numbers):
        before = tuple((n, 1) for n in numbers[max(0, at - _TERMS) : at])
        parts = subtotal(printed, number, before)
        if parts:
            yield Sum(number, (parts,), firm=False)


def _of_parts(lines: Sequence[Line], unit: Unit) -> Iterator[Sum]:
    """Results per share by the parts that words or a heading give them, in whatever order."""
    per_share = [n for n, one in enumerate(lines) if one.unit.is_per_share and not one.dimensions]
    if len(per_share) < _FEWEST:
        return
    printed = Printed(lines, unit)
    for whole in per_share:
        names = parts_of_whole(lines[whole].concept.removeprefix("us-gaap:"))
        if not names:
            continue
        named = [n for n in per_share if lines[n].concept.removeprefix("us-gaap:") in names]
        beside = [
            n
            for n in per_share
            if lines[n].section == lines[whole].section
            and not parts_of_whole(lines[n].concept.removeprefix("us-gaap:"))
        ]
        possible = ([named] if len(named) == len(names) else []) + [beside]
        readings = tuple(tuple((n, 1) for n in parts) for parts in possible if len(parts) > 1)
        held = tuple(r for r in dict.fromkeys(readings) if holds(printed, whole, r))
        if held:
            yield Sum(whole, held, firm=False)


def holds(printed: Printed, whole: int, parts: Parts) -> bool:
    """True where some column bears the parts out, and none misses by what rounding leaves."""
    apart = printed.apart(whole, parts)
    near = (0 < abs(rest) <= _CENTS * printed.units[whole] for rest in apart)
    return printed.bears(whole, parts) and not any(near)
