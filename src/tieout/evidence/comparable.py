"""Which filings report alike what they both report, and so may refute one another."""

from collections.abc import Iterator
from fractions import Fraction

from msgspec import Struct

from tieout.model.amount import Amount, same
from tieout.model.period import Period
from tieout.model.statement import Dimensions, Fact
from tieout.model.unit import Unit
from tieout.model.workpaper import Release

_RESTATED = 2
"""So many facts told otherwise are a restatement; one alone may be a slip."""
_SPLIT = Fraction(7, 5)
"""From three shares for two on, a share is another share."""


class Comparison(Struct, frozen=True, gc=False):
    """How two filings tell the facts they have in common: how many alike, how many otherwise.

    `split` is true where one counts other shares than the other: every count by so much more,
    every amount per share by so much less.
    """

    alike: int = 0
    otherwise: int = 0
    shares_alike: int = 0
    shares_otherwise: int = 0
    split: bool = False

    @property
    def is_restated(self) -> bool:
        """True where several amounts of money that both report differ."""
        return self.otherwise >= _RESTATED

    def is_comparable(self, unit: Unit) -> bool:
        """True where a number of the unit in one filing may refute one in the other.

        Counts of shares and amounts per share must be seen to be counted alike.
        """
        if not unit.is_of_shares:
            return not self.is_restated
        return not self.split and self.shares_alike > 0 and self.shares_otherwise < _RESTATED


def compared(one: Release, other: Release) -> Comparison:
    """The facts of primary statements that both report, held against one another."""
    held: dict[tuple[str, Dimensions, Unit, Period], Amount] = {}
    for fact in _faced(other):
        held.setdefault(_key(fact), fact.amount)
    counts = {(is_share, is_alike): 0 for is_share in (False, True) for is_alike in (False, True)}
    split = False
    for fact in _faced(one):
        told = held.get(_key(fact))
        if told is None:
            continue
        is_share = fact.amount.unit.is_of_shares
        counts[is_share, same(fact.amount, told).outcome != "differs"] += 1
        split = split or (is_share and _is_far(fact.amount, told))
    return Comparison(
        counts[False, True], counts[False, False], counts[True, True], counts[True, False], split
    )


def _faced(release: Release) -> Iterator[Fact]:
    """The facts with a period that stand in cells of primary statements."""
    for statement in release.statements:
        if statement.is_face:
            yield from (one for one in statement.facts if one.period and not one.in_caption)


def _key(fact: Fact) -> tuple[str, Dimensions, Unit, Period]:
    """What the fact is of, and when."""
    assert fact.period is not None  # the caller has looked
    return fact.concept, fact.dimensions, fact.amount.unit, fact.period


def _is_far(one: Amount, other: Amount) -> bool:
    """True where one is so much more than the other that no restatement of a result explains it."""
    low, high = sorted((abs(one.value), abs(other.value)))
    return low > 0 and high > _SPLIT * low
