"""When two captions are the same, and when they say the same in other words.

"Revenue (1)" and "Revenue" are the same; "Gaming revenue" says what "Gaming" under "Revenue:" does.
"""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache
from itertools import chain

from msgspec import Struct

from tieout.lexicon.canonical import in_one_word, normal, singular
from tieout.lexicon.labels import named
from tieout.lexicon.shapes import DASH_SET
from tieout.patterns import pattern

_NON = pattern(r"\bnon (?=[a-z])")
_CAMEL = pattern(r"[A-Z][a-z0-9]*|[a-z0-9]+")
_BRACKETS = pattern(r"\([^()]*\)")
_MARKS = pattern(r"\((?:[0-9a-z]{1,2}|[A-Z]|\*{1,3})\)")
# What has no figure is kept, and passed over at one go.
_TOLD = pattern(
    rf"(?:[,;(]|\s[{DASH_SET}])[^,;()0-9]*+[0-9].*|((?:[,;(]|\s[{DASH_SET}])[^,;()0-9]*+)"
)
_DIGITS = pattern(r"\b[0-9]+\b")
_BETWEEN_CASES = pattern(r"(?<=[a-z0-9])(?=[A-Z])")
_MOST_WORDS = 14


@lru_cache(maxsize=16384)
def caption_key(caption: str) -> str:
    """Equal for captions that are the same: in normal form, without figures and notes' marks."""
    plain = _MARKS.sub(" ", caption)
    plain = _TOLD.sub(r"\1", plain) or plain
    return " ".join(_DIGITS.sub(" ", normal(plain)).split())


def are_same(one: str, other: str) -> bool:
    """True where two captions are one, whatever figures and marks of notes stand in them."""
    return one == other or caption_key(one) == caption_key(other)


def say_the_same(one: str, other: str) -> bool:
    """True where two captions say the same, be it in other words."""
    said = gist_of(one)
    return said is not None and said == gist_of(other)


class Gist(Struct, frozen=True, gc=False):
    """What a caption says: a concept the lexicon knows, if it ends in one, and its other words."""

    concept: str
    words: frozenset[str]

    def within(self, members: Sequence[str]) -> "Gist":
        """The gist under qualifiers, each a member's name: ("Gaming",)."""
        return Gist(self.concept, self.words | _named(tuple(members))) if members else self


@lru_cache(maxsize=4096)
def _named(members: tuple[str, ...]) -> frozenset[str]:
    """The telling words of members' names."""
    said = " ".join(word.lower() for name in members for word in _CAMEL.findall(name))
    return _words(_NON.sub("non", said).split())


@lru_cache(maxsize=8192)
def gist_of(caption: str) -> Gist | None:
    """The gist of a caption; None for one without words of its own."""
    plain = normal(_BRACKETS.sub(" ", caption)) or normal(caption)
    words = _NON.sub("non", plain).split()[:_MOST_WORDS]
    for start in range(len(words)):
        concept = named(" ".join(words[start:]))
        if concept is not None:
            return Gist(concept.name, _words(words[:start]))
    telling = _words(words)
    return Gist("", telling) if telling else None


@lru_cache(maxsize=4096)
def words_of(*texts: str) -> frozenset[str]:
    """The telling words of sentences, captions or members' names, each in one form."""
    found: set[str] = set()
    for text in texts:
        spaced = _BETWEEN_CASES.sub(" ", text) if " " not in text else text
        plain = normal(_MARKS.sub(" ", spaced) if "(" in spaced else spaced)
        found |= _words((_NON.sub("non", plain) if "non " in plain else plain).split())
    return frozenset(found)


def is_as_reported(caption: str) -> bool:
    """True where a caption itself says that it is the measure of the accounts: "GAAP net loss"."""
    return "gaap" in _NON.sub("non", normal(caption)).split()


def spaced(concept: str) -> str:
    """An extension's name as the words it was made of: "ext:TotalLoans" is "total loans"."""
    return _BETWEEN_CASES.sub(" ", concept.partition(":")[2]).lower()


def _words(words: Iterable[str]) -> frozenset[str]:
    """The telling words, each in the singular and spelt out; the others say nothing."""
    return frozenset(chain.from_iterable(map(_told, words)))


@lru_cache(maxsize=8192)
def _told(word: str) -> tuple[str, ...]:
    """What a word tells: itself in the singular, spelt out, or nothing."""
    spelt = singular(_spelt().get(word, word)).split()
    return tuple(one for one in spelt if one not in _idle())


@cache
def _spelt() -> dict[str, str]:
    """What stands for words that say the same: "sales" is "revenue", "profit" is "income"."""
    general = {written: one for written, one in in_one_word("any").items() if one == "income"}
    return general | {written: one for written, one in in_one_word("words").items() if one}


@cache
def _idle() -> frozenset[str]:
    """Words that set no caption apart from another."""
    return frozenset(written for written, one in in_one_word("words").items() if not one)
