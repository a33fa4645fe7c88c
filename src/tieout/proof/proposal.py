"""What a rule proposes: a check by arithmetic alone, and how its reading may be corroborated."""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeAlias

from msgspec import Struct, structs

from tieout.evidence.quantity import Quantity
from tieout.model.check import Binding, Check, Outcome
from tieout.proof.formula import Formula

TIES = frozenset[Outcome](["agrees", "rounds"])
"""How a figure ends that is as computed, or rounds to it."""


Again: TypeAlias = Callable[[Quantity, Sequence[Quantity]], Outcome]
"""How a figure would stand, by the same rule, were it and its operands other numbers."""


class Proposal(Struct, frozen=True, gc=False):
    """A check that the judge has not yet seen, with what the judge weighs it by.

    `stated` is the figure under test and `formula` what it is held against; both are None where
    nothing was computed: such a check stands as it is. `bound` is how the loosest of the numbers
    was found. `bindings` are what it has in common with all that was read in the same way: the
    other columns of a line, the other lines of a table, the other figures of a sentence. Each that
    agrees is worth `weight` bits to the others, or as many as its formula gives it. `cost` is how
    many bits the search for the reading has used up. `is_said` is true where words say the
    structure ("Total", "% change"), `is_defined` where the very concepts do (assets are liabilities
    and equity), `is_sum` of a total held against its parts, and `doubt` is what the rule itself
    sees that sets this figure apart. `others` are further figures that agree by the reading, with
    what each is worth, of which nothing else is concluded. `shared` are the bits that words say the
    figure has in common with the number it is held against, where only words bind the two, and
    `likely` how likely these and its digits make it that the two are one: 0 is enough for a tick.
    `taken` is the number whose digits the figure has where its words name another one. `again` is
    the computation over other numbers, of a check that differs.
    """

    check: Check
    stated: Quantity | None = None
    formula: Formula | None = None
    bound: Binding = "cell"
    bindings: tuple[Hashable, ...] = ()
    weight: int | None = None
    cost: int = 0
    is_said: bool = True
    is_defined: bool = False
    is_sum: bool = False
    doubt: str = ""
    others: tuple[tuple[int, int], ...] = ()
    shared: int | None = None
    likely: int | None = None
    taken: Quantity | None = None
    again: Again | None = None

    @property
    def outcome(self) -> Outcome:
        """How the figure stands to the computation, by arithmetic alone."""
        return self.check.outcome

    @property
    def ties(self) -> bool:
        """True where the figure is as computed, or rounds to it."""
        return self.check.outcome in TIES

    def but(self, **changes: object) -> "Proposal":
        """The same with fields of its check changed."""
        return structs.replace(self, check=structs.replace(self.check, **changes))

    def read(self, **changes: object) -> "Proposal":
        """The same with what the judge weighs it by changed."""
        return structs.replace(self, **changes)


def is_searched(proposal: Proposal) -> bool:
    """True where only the other figures of a reading say that it holds."""
    return proposal.bound == "digits" and bool(proposal.bindings)
