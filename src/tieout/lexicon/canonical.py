"""The forms in which captions are compared: normal, without marks; canonical, in one wording."""

import re
from collections.abc import Callable, Iterable
from functools import cache, lru_cache
from pathlib import Path

from msgspec import Struct

from tieout.ahead import said_in
from tieout.lexicon.markup import unwrapped
from tieout.patterns import pattern

_NOT_WORDS = pattern(r"[^a-z0-9]+")
_ARTICLES = pattern(r"\b(?:the|our|its|companys)\b ?")
_LONGEST_KEPT = 400
"""Characters: what is longer is no caption, and is not kept in memory."""
_PLURALS = (("sses", "ss"), ("xes", "x"), ("ies", "y"), ("s", ""))
_NO_PLURALS = ("ss", "us", "is")


class _File(Struct, frozen=True):
    """The file as it is written: what is left out at the beginning, and what stands for what."""

    leading: dict[str, list[str]]
    on: dict[str, dict[str, list[str]]]


class _Wording(Struct, frozen=True):
    """What is written in many ways, words apart from phrases, and what stands for each.

    Phrases are looked for only in words that hold the first one of a phrase.
    """

    phrases: re.Pattern[str]
    openings: frozenset[str]
    words: dict[str, str]
    one: dict[str, str]


def normal(text: str) -> str:
    """Lower case, single blanks, no punctuation, "&" as "and", no possessive apostrophes."""
    return _normal(text) if len(text) <= _LONGEST_KEPT else _in_words(text)


def _in_words(text: str) -> str:
    """The same, worked out."""
    lowered = unwrapped(text).lower().replace("&", " and ")
    lowered = lowered.replace("'", "").replace("\u2019", "")
    words = _NOT_WORDS.sub(" ", lowered)
    if "the" in words or "our" in words or "its" in words or "companys" in words:
        words = _ARTICLES.sub("", words)
    return words.strip()


_normal = lru_cache(maxsize=8192)(_in_words)


@lru_cache(maxsize=8192)
def canonical(words: str, on: str) -> str:
    """The words that tell a caption from others: singular, in one order, each once.

    `words` are written as `normal` writes them, `on` is the kind of statement they stand on.

    "purchases of property and equipment net" and "property and equipment purchased" are one on
    a cash flow statement. Empty where nothing tells.
    """
    leading = _leading(on)
    if leading is not None and (found := leading(words)):
        words = words[found.end() :]
    said = words.split()
    for wording in (_wording(on), _wording("")):
        one, known = wording.one, wording.words
        if not wording.openings.isdisjoint(said):
            phrased = wording.phrases.sub(lambda match, one=one: one[match[0]], " ".join(said))  # type: ignore[misc]
            said = phrased.split()
        if not known.keys().isdisjoint(said):
            said = " ".join([known.get(word, word) for word in said]).split()
    return " ".join(sorted({singular(word) for word in said}))


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """A word without its plural: "securities" is "security"."""
    if word.endswith("s") and len(word) > 3 and not word.endswith(_NO_PLURALS):
        for plural, singular in _PLURALS:
            if word.endswith(plural):
                return word[: -len(plural)] + singular
    return word


@cache
def in_one_word(on: str) -> dict[str, str]:
    """What stands for each wording on a kind of statement; on "any", on all."""
    table = _file().on.get(on, {})
    return {written: one for one, many in table.items() for written in many}


@cache
def _file() -> _File:
    """The file, read once."""
    return said_in(Path(__file__).with_name("canonical.toml"), _File)


@cache
def _wording(on: str) -> _Wording:
    """The replacements that hold on a kind of statement; on "", those that hold on all."""
    one = in_one_word(on or "any")
    phrases = [written for written in one if " " in written]
    return _Wording(
        pattern(rf"\b(?:{_any(phrases)})\b" if phrases else r"(?!)"),
        frozenset(written.split()[0] for written in phrases),
        {written: stands for written, stands in one.items() if " " not in written},
        one,
    )


@cache
def _leading(on: str) -> Callable[[str], re.Match[str] | None] | None:
    """What is left out at the beginning of a caption; changes in cash itself keep it."""
    phrases = _file().leading.get(on, [])
    return pattern(rf"(?:{_any(phrases)})\b ?(?!.*\bcash\b)").match if phrases else None


def _any(phrases: Iterable[str]) -> str:
    """A pattern of any of the phrases, the longest first."""
    return "|".join(sorted(phrases, key=lambda phrase: (-phrase.count(" "), -len(phrase))))
