"""Names that filers give such captions, learned from filed statements, and how sure each is.

Asked only for what the lexicon does not know. The weights stand in likely.bin, which
tools/learn_captions.py makes from captions as filed: how many sixteenths of a bit a trait of a
line speaks for an element.
"""

import sys
from array import array
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import pairwise
from pathlib import Path
from zlib import crc32

from msgspec import Struct

from tieout.lexicon.canonical import canonical, normal, singular
from tieout.lexicon.entries import On
from tieout.lexicon.labels import variants
from tieout.model.concept import Concept
from tieout.model.unit import DOLLARS, SHARES, Unit

KINDS = ("balance_sheet", "income_statement", "cash_flow_statement", "comprehensive_income")
"""The kinds of statements that have weights, in the order in which likely.bin keeps them."""

SURE = 60
"""Percent: a name less sure than this is none."""

_ONE = 1 << 30
_SIXTEENTH_OF_A_BIT = 62757  # of 65536: two to the power of minus a sixteenth
_LEAST = 20 * 16  # an element twenty bits behind takes nothing from the first one's share
_MOST_WORDS = 24
_IDLE = frozenset(
    [*("the", "a", "an", "of", "in", "and", "to", "for", "on", "by", "from", "or", "per", "us")]
)
_SIDES = {"d": "debit", "c": "credit", "-": ""}
_UNITS: dict[str, Unit] = {"m": DOLLARS, "p": DOLLARS.per_share, "s": SHARES}


class Standing(Struct, frozen=True, gc=False):
    """A line as its neighbours have it: their names, two above and two below, nearest first.

    `known_above` and `known_below` are the nearest that the lexicon knows.
    """

    caption: str
    place: str
    heading: str = ""
    above: tuple[str, str] = ("", "")
    below: tuple[str, str] = ("", "")
    known_above: str = ""
    known_below: str = ""
    unit: Unit = DOLLARS
    is_total: bool = False


class _Weights(Struct, frozen=True):
    """The weights of a kind: of each trait, by its checksum, the elements that it speaks for."""

    names: Sequence[str]
    traits: Sequence[int]
    starts: Sequence[int]
    elements: Sequence[int]
    sixteenths: Sequence[int]


def traits_of_caption(caption: str, on: On, place: str) -> set[str]:
    """What a caption in a place says of its line."""
    wordings = variants(caption)
    words = [singular(word) for word in wordings[0].split()][:_MOST_WORDS] if wordings else []
    telling = canonical(wordings[0], on) if wordings else ""
    short = canonical(wordings[-1], on) if wordings else ""
    traits = {f"word {word}" for word in {*words, *telling.split()}}
    traits |= {f"pair {one} {two}" for one, two in pairwise(words)}
    traits |= {f"caption {telling}", f"place {place}", f"caption {short} in {place}"}
    traits |= {f"word {word} in {place}" for word in telling.split()}
    if words:
        traits |= {f"first {words[0]}", f"last {words[-1]}"}
    return traits


def traits_of(standing: Standing, on: On) -> set[str]:
    """What a line says of itself, with what stands around it."""
    traits = traits_of_caption(standing.caption, on, standing.place)
    traits |= {f"under {singular(w)}" for w in normal(standing.heading).split() if w not in _IDLE}
    traits |= {f"above {standing.above[0]}", f"below {standing.below[0]}"}
    traits |= {f"above two {standing.above[1]}", f"below two {standing.below[1]}"}
    traits |= {f"known above {standing.known_above}", f"known below {standing.known_below}"}
    unit = "per share" if standing.unit.is_per_share else "shares"
    traits.add(f"unit {'money' if standing.unit.is_money else unit}")
    return traits | {"total"} if standing.is_total else traits


@lru_cache(maxsize=4096)
def likeliest(standing: Standing, kind: str, on: On) -> tuple[Concept, int] | None:
    """The us-gaap element that filers give such a line, and its share in percent of all they do.

    None where no element of the line's unit is that sure, or an extension is likelier.
    """
    weights = _weights()[KINDS.index(kind)]
    scores: dict[int, int] = {}
    traits, starts = weights.traits, weights.starts
    for trait in traits_of(standing, on):
        key = crc32(trait.encode())
        at = bisect_left(traits, key)
        if at < len(traits) and traits[at] == key:
            of = slice(starts[at], starts[at + 1])
            for element, many in zip(weights.elements[of], weights.sixteenths[of], strict=True):
                scores[element] = scores.get(element, 0) + many
    most = max(scores.values(), default=0)
    if most <= 0:
        return None
    best = min([element for element, many in scores.items() if many == most])
    untouched = len(weights.names) - len(scores)
    share = _ONE * 100 // (_shares(scores.values(), most) + untouched * _power(most))
    if share < SURE:
        return None
    concept = _concept(weights.names[best])
    fits = concept.is_known and _measures(concept.unit) == _measures(standing.unit)
    return (concept, share) if fits else None


def _measures(unit: Unit) -> tuple[bool, bool, bool]:
    """Whether a unit is money, an amount per share, or a count of shares."""
    return unit.is_money, unit.is_per_share, unit.is_shares


def _shares(scores: Iterable[int], best: int) -> int:
    """The sum of two to the power of each score, where the best one's is one."""
    powers = _powers()
    return sum([powers[best - score] for score in scores if best - score < _LEAST])


def _power(behind: int) -> int:
    """How much is left of one so many sixteenths of a bit behind it."""
    return _powers()[behind] if behind < _LEAST else 0


@cache
def _powers() -> tuple[int, ...]:
    """How much less each sixteenth of a bit makes of a share."""
    powers = [_ONE]
    while len(powers) < _LEAST:
        powers.append(powers[-1] * _SIXTEENTH_OF_A_BIT >> 16)
    return tuple(powers)


@cache
def _weights() -> tuple[_Weights, ...]:
    """The file: of each kind its elements, then the sorted traits, then their weights."""
    packed = memoryview(Path(__file__).with_name("likely.bin").read_bytes())
    found: list[_Weights] = []
    for _ in KINDS:
        names, traits, weights = _numbers(packed[:12], "I")
        packed = packed[12:]
        written = bytes(packed[:names]).decode("ascii").split("\n")
        packed = packed[names:]
        tables: list[Sequence[int]] = []
        for count, code in ((traits, "I"), (traits + 1, "I"), (weights, "H"), (weights, "b")):
            size = count * array(code).itemsize
            tables.append(_numbers(packed[:size], code))
            packed = packed[size:]
        found.append(_Weights(written, *tables))
    return tuple(found)


def _numbers(packed: memoryview, code: str) -> Sequence[int]:
    """Numbers as the file keeps them, the lowest byte first."""
    numbers: array[int] = array(code)
    numbers.frombytes(packed)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers


def _concept(written: str) -> Concept:
    """An element as the file tells it: "d m AccountsPayableCurrent"."""
    side, unit, name = written.split(" ")
    full = f"us-gaap:{name}" if name else "ext:Unnamed"
    return Concept(full, _SIDES[side], _UNITS[unit])  # type: ignore[arg-type]
