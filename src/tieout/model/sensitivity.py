"""Seeded errors: what was changed in a document, and what became of each."""

from collections import Counter
from collections.abc import Iterable
from typing import Literal, TypeAlias

from msgspec import Struct

from tieout.model.document import Span

SlipKind: TypeAlias = Literal[
    "digit changed",
    "digits transposed",
    "sign flipped",
    "column swapped",
    "scale slip",
    "period swapped",
    "stale comparative",
    "wrong base",
]
"""What people do to figures when they retype, roll forward and round them."""

Place: TypeAlias = Literal["tables", "prose"]
Fate: TypeAlias = Literal["caught", "led", "noted", "ticked", "missed"]
"""A new difference rests on it; a new lead does, which is not proven; it is explained by rounding;
it is ticked all the same; nothing."""

Family: TypeAlias = Literal["arithmetic", "cross-statement", "year over year", "magnitude", ""]
"""The kind of error in FinVerBench's terms; empty for what stands in no face statement."""


class Edit(Struct, frozen=True, gc=False):
    """New words for the stretch [start, end) of the visible text."""

    start: int
    end: int
    text: str


class Slip(Struct, frozen=True, gc=False):
    """One error: the figure it befalls, and the edits that make it, in order and disjoint.

    A difference catches it where the check rests on a figure inside `reach`.
    """

    kind: SlipKind
    figure: int
    edits: tuple[Edit, ...]
    reach: tuple[Span, ...]
    place: Place = "tables"
    family: Family = ""


class Seeded(Struct, frozen=True, gc=False):
    """What became of a slip: by which rules it was caught, or why it was not.

    `text` is the figure as printed, `altered` as the slip left it, `span` where it stands in the
    visible text before the slip.
    """

    slip: Slip
    fate: Fate
    span: Span
    text: str
    altered: str
    rules: tuple[str, ...] = ()
    why: str = ""


class Tally(Struct, frozen=True, gc=False):
    """How many errors there were, and what became of them."""

    errors: int
    caught: int
    noted: int
    ticked: int
    led: int = 0

    @property
    def missed(self) -> int:
        """Those of which nothing at all was said."""
        return self.errors - self.caught - self.led - self.noted - self.ticked


class Proof(Struct, frozen=True, gc=False):
    """Every error seeded in a document with its fate; `unprotected` figures no check tests."""

    name: str
    seed: int
    differences: int
    figures: int
    unprotected: dict[str, int]
    seeded: tuple[Seeded, ...]

    @property
    def by_rule(self) -> dict[str, int]:
        """How many errors each rule caught, the most first; one error may be caught by several."""
        return dict(Counter(rule for one in self.seeded for rule in one.rules).most_common())

    @property
    def by_kind(self) -> dict[str, Tally]:
        """The tally of each kind of slip."""
        return tallies((one.slip.kind, one) for one in self.seeded)

    @property
    def by_place(self) -> dict[str, Tally]:
        """The tally of tables and of prose."""
        return tallies((one.slip.place, one) for one in self.seeded)

    @property
    def by_family(self) -> dict[str, Tally]:
        """The tally of the four kinds of error in face statements."""
        return tallies((one.slip.family, one) for one in self.seeded if one.slip.family)

    @property
    def total(self) -> Tally:
        """All of them."""
        return tally(self.seeded)


def tallies(pairs: Iterable[tuple[str, Seeded]]) -> dict[str, Tally]:
    """A tally for each name, in the order the names come."""
    grouped: dict[str, list[Seeded]] = {}
    for name, one in pairs:
        grouped.setdefault(name, []).append(one)
    return {name: tally(seeded) for name, seeded in sorted(grouped.items())}


def tally(seeded: Iterable[Seeded]) -> Tally:
    """What became of these."""
    fates = Counter(one.fate for one in seeded)
    return Tally(fates.total(), *(fates[one] for one in ("caught", "noted", "ticked", "led")))
