"""What a person said of a workpaper: differences accepted, leads dismissed, figures ticked."""

from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

from tieout.model.check import Ref

Said: TypeAlias = Literal["accepted", "dismissed", "ticked"]
"""A difference is accepted, a lead dismissed, a figure that nothing tests ticked by hand."""

Standing: TypeAlias = Literal["holds", "lapsed", "unmatched", "elsewhere"]
"""Whether an entry still holds: lapsed where what it rests on has changed, unmatched where nothing
of the document is like it, elsewhere where it is of another document."""


NAMES: dict[Said, str] = {
    "accepted": "accepted",
    "dismissed": "dismissed",
    "ticked": "ticked by hand",
}


class Entry(Struct, frozen=True, gc=False):
    """One thing a person said, and of what, in words that another draft has too.

    `document` is whose document it is of, and which; `rule` is empty for a tick. `words` are those
    around the figure, which stands as "_" in them; `occurrence` counts the same differences, or
    figures, from 1. `reported`, `expected` and `operands` are as they were printed then. A tick
    has its `support`, and the `file` of it with its hash, where one was given; anything else has a
    `reason`.
    """

    said: Said
    document: str
    rule: str
    concept: str
    period: str
    dimensions: tuple[tuple[str, str], ...]
    reported: str
    expected: str = ""
    operands: tuple[str, ...] = ()
    words: str = ""
    occurrence: int = 1
    reason: str = ""
    support: str = ""
    file: str = ""
    sha256: str = ""
    by: str = ""
    on: date | None = None

    @property
    def signed(self) -> str:
        """What was said of it, who said so, and when: "accepted by AB, November 30, 2026"."""
        day = f", {self.on:%B} {self.on.day}, {self.on.year}" if self.on else ""
        return f"{NAMES[self.said]} by {self.by}{day}"


class Accepted(Struct, frozen=True, gc=False):
    """An entry, and what it is worth for a workpaper.

    `checks` are those it speaks of, by number, and `ref` the figure, as far as they were found.
    `why` says what has changed since, or why nothing is like it.
    """

    entry: Entry
    standing: Standing
    checks: tuple[int, ...] = ()
    ref: Ref | None = None
    why: str = ""
