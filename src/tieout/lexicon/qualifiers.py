"""Words that qualify a measure: "adjusted", "organic", "attributable to", by qualifiers.toml."""

from collections.abc import Iterator, Sequence, Set
from functools import cache, lru_cache
from pathlib import Path
from typing import Literal, TypeAlias, get_args

from tieout.ahead import said_in
from tieout.lexicon.shapes import HYPHEN_SET, YEAR
from tieout.patterns import pattern

Kind: TypeAlias = Literal[
    "restating", "measure", "bridge", "without", "part", "owners", "shares", "currency", "time"
]
"""What a word does to the measure it qualifies, as qualifiers.toml explains."""

RESTATED = frozenset(["non-gaap", "adjusted", "adjustments", "pro-forma", "core"])
"""What words over figures say of those that stand beside the accounts'."""
MEASURES = frozenset(["non-gaap", "adjusted", "ebitda", "free-cash-flow"])
"""By what the measures that Regulation G speaks of are named."""

_WORD = pattern(rf"(?<![a-z0-9])(?!{YEAR}(?![a-z0-9]))[a-z0-9]+")
"""A word or a count, but no year: "the comparable 2019 period"."""
_BETWEEN_CASES = pattern(r"(?<=[a-z0-9])(?=[A-Z])")
_STAGES = frozenset(["before", "pre-tax", "after-tax"])
_UNSAID = frozenset(["tax-equivalent"])
_Wordings: TypeAlias = dict[str, tuple[tuple[tuple[str, ...], str], ...]]


@lru_cache(maxsize=8192)
def qualifiers_of(text: str) -> frozenset[str]:
    """The names of what qualifies a measure in a caption, a sentence or a member's name."""
    if " " not in text:
        text = _BETWEEN_CASES.sub(" ", text)
    return frozenset(_found(_WORD.findall(text.lower())))


def kind_of(name: str) -> Kind:
    """What a qualifier does to a measure: "organic" restates it, "trailing" is of its time."""
    return _kinds()[name]


def of_kind(text: str, *kinds: Kind) -> frozenset[str]:
    """The qualifiers of a text that are of one of the kinds."""
    return frozenset(name for name in qualifiers_of(text) if kind_of(name) in kinds)


@lru_cache(maxsize=8192)
def restating(text: str) -> frozenset[str]:
    """The qualifiers that make another measure of one: it is restated, or leaves something out.

    "before" and "pre-tax" do not: with them a measure has a name of its own.
    """
    return of_kind(text, "restating", "without", "currency") - _STAGES


@lru_cache(maxsize=8192)
def apart(*texts: str) -> frozenset[str]:
    """What makes another measure of one in captions and members' names: restated, or a mean.

    That a table is on a tax-equivalent basis goes without saying.
    """
    found = frozenset[str]().union(*(restating(text) | of_kind(text, "time") for text in texts))
    return found - _UNSAID


def says(text: str, names: Set[str]) -> bool:
    """True where one of these qualifies a measure in the text."""
    return not names.isdisjoint(qualifiers_of(text))


@cache
def spelled(*names: str) -> str:
    """The wordings of qualifiers as a piece of a pattern, however their words are joined."""
    tables = [table for table in _raw().values() for name in names if name in table]
    told = {one for table in tables for name in names for one in table.get(name, ())}
    longest_first = sorted(told, key=lambda one: (-len(one), one))
    return "|".join(one.replace(" ", rf"[{HYPHEN_SET}\s]") for one in longest_first)


def _found(words: Sequence[str]) -> Iterator[str]:
    """The qualifier of each wording that the words hold, the longest first, none twice over."""
    wordings = _wordings()
    if wordings.keys().isdisjoint(words):
        return
    place = 0
    while place < len(words):
        for wording, name in wordings.get(words[place], ()):
            if tuple(words[place : place + len(wording)]) == wording:
                if name:
                    yield name
                place += len(wording)
                break
        else:
            place += 1


@cache
def _raw() -> dict[str, dict[str, list[str]]]:
    """The file as it is written."""
    path = Path(__file__).with_name("qualifiers.toml")
    return said_in(path, dict[str, dict[str, list[str]]])


@cache
def _kinds() -> dict[str, Kind]:
    """The kind of each name."""
    return {name: kind for kind in get_args(Kind) for name in _raw()[kind]}


@cache
def _wordings() -> _Wordings:
    """Every wording by its first word, the longest first, with its name; "" qualifies nothing."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for kind, table in _raw().items():
        for name, many in table.items():
            for one in many:
                words = tuple(one.split())
                found.setdefault(words[0], []).append((words, "" if kind == "none" else name))
    return {
        first: tuple(sorted(many, key=lambda one: -len(one[0]))) for first, many in found.items()
    }
