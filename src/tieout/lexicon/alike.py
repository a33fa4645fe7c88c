"""Captions that say the same in other words: "Gaming revenue" and "Gaming" under "Revenue:"."""

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache

from msgspec import Struct

from tieout.lexicon.labels import named, normal

_IDLE = frozenset(
    [
        *("total", "consolidated", "reported", "overall", "company", "record", "quarterly", "and"),
        *("of", "a", "in", "for", "by", "to", "from", "on", "as", "at", "end", "period", "annual"),
        *("quarter", "first", "second", "third", "fourth", "full", "year", "fiscal"),
        *("gaap", "expense", "cost", "expenses", "costs"),
    ]
)
_NON = re.compile(r"\bnon (?=[a-z])")
_CAMEL = re.compile(r"[A-Z][a-z0-9]*|[a-z0-9]+")
_SPELT = {
    "eps": "income per share",
    "percent": "percentage",
    "nongaap": "adjusted",
    "acl": "allowance credit income",
    "aum": "asset under management",
    "capex": "capital expenditure",
    "cogs": "good sold",
    "ffo": "fund operation",
    "nii": "net interest income",
    "nim": "net interest margin",
    "npa": "nonperforming asset",
    "npas": "nonperforming asset",
    "npl": "nonperforming loan",
    "npls": "nonperforming loan",
    "opex": "operating",
    "pp": "property",
    "roa": "return average asset",
    "roaa": "return average asset",
    "roe": "return equity",
    "roae": "return average equity",
    "sales": "revenue",
    **dict.fromkeys(["profit", "profits", "loss", "losses", "earnings", "earning"], "income"),
}
_BRACKETS = re.compile(r"\([^()]*\)")
_MARKS = re.compile(r"\((?:[0-9a-z]{1,2})\)")
_BETWEEN_CASES = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_MOST_WORDS = 14


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
        found |= _words(_NON.sub("non", normal(_MARKS.sub(" ", spaced))).split())
    return frozenset(found)


def spaced(concept: str) -> str:
    """An extension's name as the words it was made of: "ext:TotalLoans" is "total loans"."""
    return _BETWEEN_CASES.sub(" ", concept.partition(":")[2]).lower()


def _words(words: Iterable[str]) -> frozenset[str]:
    """The telling words, each in the singular and spelt out."""
    return _telling(folded for word in words for folded in _folded(word).split())


def _telling(words: Iterable[str]) -> frozenset[str]:
    """The words that set a caption apart; others say nothing."""
    return frozenset(words) - _IDLE


@lru_cache(maxsize=8192)
def _folded(word: str) -> str:
    """The word in the singular, and spelt out."""
    word = _SPELT.get(word, word)
    return word.removesuffix("s") if len(word) > 3 and not word.endswith("ss") else word
