"""What people have judged of the findings in some documents: real, false or debatable.

A gold file is a JSON list of entries: `file`, the document's name; `verdict`; the figure's `text`
and what stands `near` before it; the `rule` that said so; and in `also` further figures that the
same thing shows at. Other keys are for people.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Literal

import msgspec
from msgspec import Struct

from tieout.model.document import Span

Verdict = Literal["real", "debatable", "false", "unjudged"]
ENOUGH = 8
"""Letters and digits that must stand before a figure as `near` has them."""

REACH = 2000
"""How far before a figure they are looked for: tables of text have much white space."""


class Place(Struct, frozen=True):
    """A figure by its text and the words before it; `rule` is whose difference is meant."""

    text: str
    near: str = ""
    rule: str | None = None


class Entry(Struct, frozen=True):
    """What was judged at one figure, and at those in `also`, which show the same thing."""

    file: str
    verdict: Literal["real", "debatable", "false"]
    text: str
    near: str = ""
    rule: str | None = None
    also: tuple[Place, ...] = ()

    @property
    def places(self) -> Iterable[Place]:
        """Every figure the entry speaks of."""
        yield Place(self.text, self.near, self.rule)
        for one in self.also:
            yield one if one.rule is not None else Place(one.text, one.near, self.rule)


def read_gold(path: Path) -> dict[str, list[Entry]]:
    """The entries of a gold file by document; raises msgspec.ValidationError for a wrong one."""
    found: dict[str, list[Entry]] = defaultdict(list)
    for one in msgspec.json.decode(path.read_bytes(), type=list[Entry]):
        found[one.file].append(one)
    return dict(found)


class Judged:
    """One document's entries, each found in its text."""

    def __init__(self, text: str, entries: Sequence[Entry]) -> None:
        """The entries' places in a visible text; a figure that is not there is passed over."""
        self._entries = entries
        self._places = [
            (span, number, place.rule)
            for number, entry in enumerate(entries)
            for place in entry.places
            if (span := locate(text, place)) is not None
        ]

    def of(self, rule: str, figure: Span) -> tuple[Verdict, int | None]:
        """The verdict on a rule's difference at a figure, and the number of the entry.

        A real or debatable entry speaks for every rule, a false one only of the rule it was
        written about: what another rule says there, nobody has judged.
        """
        order = ("real", "debatable", "false")
        met = [
            (whose not in (None, rule), order.index(self._entries[number].verdict), number)
            for span, number, whose in self._places
            if span.start < figure.end and figure.start < span.end
        ]
        met = [one for one in met if not (one[0] and order[one[1]] == "false")]
        if not met:
            return "unjudged", None
        number = min(met)[2]
        return self._entries[number].verdict, number


def locate(text: str, place: Place) -> Span | None:
    """Where a figure stands: of the places with its text, the one most like it in what precedes."""
    words = place.text.split()
    if not words:
        return None
    pattern = r"\s+".join(map(re.escape, words))
    before = r"(?<!\d)" if words[0][0].isdigit() else ""
    after = r"(?!\d)" if words[-1][-1].isdigit() else ""
    want = [sign for sign in reversed(place.near.lower()) if sign.isalnum()]
    best, most = None, -1
    for match in re.finditer(before + pattern + after, text):
        shared = _shared(want, text[max(0, match.start() - REACH) : match.start()])
        if shared > most:
            best, most = Span(match.start(), match.end()), shared
    return best if most >= min(ENOUGH, len(want)) else None


def _shared(want: Sequence[str], before: str) -> int:
    """How many letters and digits stand before a place as wanted, from its end on."""
    stands = (sign for sign in reversed(before.lower()) if sign.isalnum())
    count = 0
    for one, other in zip(want, stands, strict=False):
        if one != other:
            break
        count += 1
    return count
