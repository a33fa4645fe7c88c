"""Elements that a company has told one line under: they are one series over the years."""

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import TypeAlias

from tieout.model.amount import same
from tieout.model.concept import told_as, wide
from tieout.series.tellings import Key, Told

Joined: TypeAlias = tuple[tuple[str, ...], Told]
"""What filings tell of one line, with the elements they told it under."""


def joined(found: Mapping[Key, Told]) -> list[Joined]:
    """Every series with the elements it was told under, the widest first.

    Narrower elements join the widest unless filings tell both of one quarter and differently.
    """
    families: dict[Key, list[Told]] = {}
    in_units = {wide(name) for name, unit, _ in found if not unit.is_pure}
    for (name, unit, is_flow), told in found.items():
        if unit.is_pure and wide(name) in in_units:
            continue  # a column of shares of sales beside the amounts
        families.setdefault((wide(name), unit, is_flow), []).append(told)
    lines: list[Joined] = []
    for (name, _, _), family in families.items():
        order = told_as(name)
        family.sort(key=lambda told: order.index(told.name) if told.name in order else len(order))
        groups: list[list[Told]] = []
        for told in family:
            group = next((one for one in groups if all(_agree(told, held) for held in one)), None)
            if group is None:
                groups.append([told])
            else:
                group.append(told)
        lines += [(tuple(told.name for told in group), _merged(group)) for group in groups]
    return _once(lines)


def _once(lines: Iterable[Joined]) -> list[Joined]:
    """The lines, those that rest on the same figures as one: "basic and diluted" is one line."""
    held: dict[object, Joined] = {}
    for names, told in lines:
        figures = {
            (source.filing, source.figure, source.anchor)
            for values in told.values.values()
            for value in values.values()
            for source in value.sources
        }
        key = (told.unit, told.is_flow, frozenset(figures))
        before = held.get(key)
        held[key] = (names, told) if before is None else ((*before[0], *names), before[1])
    return list(held.values())


def _agree(one: Told, other: Told) -> bool:
    """True where nothing shows the two to be different numbers.

    Most of what both tell of a quarter is alike, and in one filing all of it.
    """
    votes: Counter[bool] = Counter()
    for stretch in one.values.keys() & other.values.keys():
        first, second = one.values[stretch], other.values[stretch]
        for number in first.keys() & second.keys():
            if same(first[number].amount, second[number].amount).outcome == "differs":
                return False
        here, there = first[max(first)].amount, second[max(second)].amount
        votes[same(here, there).outcome != "differs"] += 1
    return votes[True] >= votes[False]


def _merged(group: Iterable[Told]) -> Told:
    """The tellings of several elements as one; what the widest one tells goes first."""
    first, *others = group
    for other in others:
        for stretch, values in other.values.items():
            held = first.values.setdefault(stretch, {})
            for number, value in values.items():
                held.setdefault(number, value)
        first.captions = other.captions | first.captions
        first.places = other.places | first.places
        first.powers += other.powers
        first.totals += other.totals
        first.openings += other.openings
    return first
