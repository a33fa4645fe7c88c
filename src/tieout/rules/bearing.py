"""Structures proven by bearing-out: what holds for a figure is shown by the others of its kind.

Which lines or columns make a figure is a guess until other figures bear the guess out. Every
instance of a guess weighs as many bits as its agreement would surprise by (one bit is a coin that
falls right), and a figure is tested only by what the other instances weigh, never by its own.
"""

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Generic, TypeVar

from msgspec import Struct, structs

from tieout.evidence.quantity import Quantity
from tieout.model.amount import Amount
from tieout.model.check import Outcome

_TESTED = ("agrees", "rounds")
TICKS = 12
"""Bits by which the others must bear a structure out before it ticks a figure: 1 in 4,096."""
REFUTES = 26
_WITNESSES = 3
"""Bits, and instances, by which they must before a figure is held to be wrong."""

_MISSES = 4
"""So many misses, twice as many as agree, and a guess is given up."""

_Guess = TypeVar("_Guess")
_Made = TypeVar("_Made")


class Instance(Struct, Generic[_Made], frozen=True, gc=False):
    """One figure under a structure: the structure's key, how the figure stands, what it weighs.

    `made` is the check by it, or what the check can be made of once it is borne out. `cost` is
    how many bits the search for the structure has used up: of a hundred guesses one agrees by
    chance in seven bits. `is_said` is true where words say the structure: "Total", "% change".
    `may_refute` is false where what sets this figure apart is seen: a line more.
    """

    key: Hashable
    outcome: Outcome
    made: _Made
    weight: int
    cost: int = 0
    is_said: bool = False
    may_refute: bool = True

    @property
    def agrees(self) -> bool:
        """True where the figure is as the structure has it."""
        return self.outcome in _TESTED


class _Borne(Struct):
    """What bears a structure out: the bits, the instances that agree, and those that do not."""

    weight: int = 0
    agreed: int = 0
    missed: int = 0


def bits(amount: Amount, others: int) -> int:
    """How many bits an agreement of this amount surprises by.

    A sum of so many rounded numbers agrees with so many neighbouring values.
    """
    return max(0, (abs(amount.mantissa) // (others + 1)).bit_length() - 1)


def proven(known: Quantity) -> Quantity:
    """The number as firm as one of a primary statement: its place is borne out, not assumed."""
    return structs.replace(known, is_firm=True)


def likeliest(
    guesses: Iterable[_Guess], holds: Callable[[_Guess], Iterable[bool]]
) -> _Guess | None:
    """The guess that holds for most figures, and for more than not, the first of equals.

    `holds` says of each figure in turn whether it is as guessed.
    """
    best: _Guess | None = None
    most = 0
    for guess in guesses:
        agreed = missed = 0
        for one in holds(guess):
            agreed += one
            missed += not one
            if missed > _MISSES and missed > 2 * agreed:
                break
        if agreed > max(missed, most):
            best, most = guess, agreed
    return best


def borne_out(instances: Iterable[Instance[_Made]]) -> Iterator[_Made]:
    """What is made of those whose structure the other instances of it bear out, in the order given.

    One that agrees needs a few digits of others, and twice as many that agree as do not; one that
    differs needs many, from several, and hardly a miss besides itself.
    """
    held = list(instances)
    borne: defaultdict[Hashable, _Borne] = defaultdict(_Borne)
    for one in held:
        tally = borne[one.key]
        if one.agrees:
            tally.weight += one.weight
            tally.agreed += one.weight > 0
        elif one.outcome == "differs":
            tally.missed += 1
    for one in held:
        tally = borne[one.key]
        if one.agrees:
            if tally.weight - one.weight >= TICKS + one.cost and tally.agreed > 2 * tally.missed:
                yield one.made
        elif one.outcome == "differs" and one.may_refute and _refutes(tally, one):
            yield one.made


def _refutes(tally: _Borne, one: Instance[_Made]) -> bool:
    """True where a structure is so well borne out that a figure against it is wrong."""
    if one.is_said and tally.missed == 1:
        return tally.weight >= TICKS + max(0, one.cost)
    is_seen = tally.weight >= REFUTES + max(0, one.cost) and tally.agreed >= _WITNESSES
    return is_seen and 10 * (tally.missed - 1) <= tally.agreed and tally.missed <= 2
