"""The documents of one announcement side by side: what they tell alike, and what not."""

from typing import Literal, TypeAlias

from msgspec import Struct

from tieout.model.check import Check, Ref, Severity
from tieout.model.period import Period
from tieout.model.workpaper import Release

Standing: TypeAlias = Literal["agrees", "rounds", "differs", "open", ""]
"""How a document's figure stands in its row: as the others have it, at another precision, not as
they have it; open where it prints another amount and nothing proves which is right; empty where the
document does not state it."""

CauseKind: TypeAlias = Literal["figure", "exchanged", "table", "offset", "copied"]
"""What differences have in common: nothing but one figure; two periods exchanged; one table of
another draft; one amount that they are off by; one figure that several documents have alike."""


class Cell(Struct, frozen=True, gc=False):
    """What a document states in a row: its figures in order, those that differ apart.

    `why` says why there is none, where the document states something near it; or what its rounding
    is, where it prints the figure to fewer digits than another document.
    """

    figures: tuple[int, ...] = ()
    odd: tuple[int, ...] = ()
    standing: Standing = ""
    why: str = ""


class Row(Struct, frozen=True, gc=False):
    """A figure that more than one document states: what it is of, and a cell a document."""

    caption: str
    concept: str
    period: Period | None
    cells: tuple[Cell, ...]
    is_headline: bool = False

    @property
    def standing(self) -> Standing:
        """The worst of its cells."""
        found = {cell.standing for cell in self.cells}
        ways: tuple[Standing, ...] = ("differs", "open", "rounds", "agrees")
        return next((way for way in ways if way in found), "")


class Difference(Struct, frozen=True, gc=False):
    """A figure that is not as other documents have it, by a check that the judge has proven.

    `odd` is the figure that fewer documents have, `other` one of what the others state. `row` is
    the number of its row, −1 where the others do not state it themselves. The refs of the check,
    too, count the documents of the package.
    """

    odd: Ref
    other: Ref
    check: Check
    row: int = -1


class Cause(Struct, frozen=True, gc=False):
    """Differences that are one."""

    kind: CauseKind
    differences: tuple[Difference, ...]

    @property
    def severity(self) -> Severity:
        """The worst of its checks'."""
        errors = any(one.check.severity == "error" for one in self.differences)
        return "error" if errors else "warning"

    @property
    def documents(self) -> tuple[int, ...]:
        """The documents whose figures are odd."""
        return tuple(sorted({one.odd.document for one in self.differences}))


class Package(Struct, frozen=True, gc=False):
    """Documents of one announcement, with the rows they share and what differs among them.

    `leads` are differences that are not proven, the likeliest first. `alone` has the figures of
    each document that no other one states. `copies` are the names of documents left out, each with
    the document that it is byte for byte.
    """

    releases: tuple[Release, ...]
    rows: tuple[Row, ...]
    causes: tuple[Cause, ...]
    leads: tuple[Difference, ...]
    alone: tuple[tuple[int, ...], ...]
    copies: tuple[tuple[str, str], ...] = ()

    @property
    def counts(self) -> dict[str, int]:
        """How many rows there are, and how many of them stand in each way."""
        ways: tuple[Standing, ...] = ("agrees", "rounds", "differs", "open")
        found = [row.standing for row in self.rows]
        return {"rows": len(found)} | {way: found.count(way) for way in ways}
