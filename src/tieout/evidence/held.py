"""Facts in hand by what they are of and when, as they were held before where few are others."""

from collections.abc import Sequence
from typing import TypeAlias

from tieout.model.period import Period
from tieout.model.statement import Dimensions, Fact, Statement
from tieout.model.workpaper import Release

_PRINTINGS, _MOST_PRINTINGS = 8, 64
"""After so many facts of one document in one context a further one is kept if its number is new,
and none after so many: each claim is held against all of them."""

Held: TypeAlias = tuple[int, Fact]
"""A fact with its document's number."""
Facts: TypeAlias = dict[tuple[str, Dimensions], dict[Period, list[Held]]]
"""The facts with a period by concept and qualifiers, and by period."""


def held_of(releases: Sequence[Release]) -> Facts:
    """The facts of every release, those of its primary statements first."""
    found: Facts = {}
    for document, release in enumerate(releases):
        for statement in sorted(release.statements, key=lambda one: not one.is_face):
            for fact in statement.facts:
                if fact.period is not None:
                    by_period = found.setdefault((fact.concept, fact.dimensions), {})
                    kept = by_period.setdefault(fact.period, [])
                    if len(kept) < _PRINTINGS or _is_news(kept, document, fact):
                        kept.append((document, fact))
    return found


def held_again(held: Facts, was: Sequence[Statement], now: Sequence[Statement]) -> Facts | None:
    """The facts as they were held, with others in the place of some; None where more differs."""
    replaced = _replaced(was, now)
    if replaced is None:
        return None
    found = dict(held)
    for old, new in replaced:
        if old.period is None:
            continue
        by_period = dict(found.get((old.concept, old.dimensions), {}))
        kept = by_period[old.period]
        if len(kept) >= _PRINTINGS:
            return None  # whether a further one is kept depends on its number
        by_period[old.period] = [(number, new if one is old else one) for number, one in kept]
        found[old.concept, old.dimensions] = by_period
    return found


def _replaced(was: Sequence[Statement], now: Sequence[Statement]) -> list[tuple[Fact, Fact]] | None:
    """The facts in whose place others stand; None where they are not of the same, or more."""
    others = [(old, new) for old, new in zip(was, now, strict=False) if old is not new]
    if len(was) != len(now) or any(
        (len(old.facts), old.is_face) != (len(new.facts), new.is_face) for old, new in others
    ):
        return None
    pairs = [
        (one, other)
        for old, new in others
        for one, other in zip(old.facts, new.facts, strict=True)
        if one is not other
    ]
    return pairs if all(_of(one) == _of(other) for one, other in pairs) else None


def _of(fact: Fact) -> tuple[object, ...]:
    """What a fact is of, and when."""
    return fact.concept, fact.dimensions, fact.period


def _is_news(held: Sequence[Held], document: int, fact: Fact) -> bool:
    """True where the document has not yet said a fact's number, nor too much, in its context."""
    own = [one for number, one in held if number == document]
    if len(own) < _PRINTINGS:
        return True
    is_said = any(one.amount == fact.amount and one.caption == fact.caption for one in own)
    return len(own) < _MOST_PRINTINGS and not is_said
