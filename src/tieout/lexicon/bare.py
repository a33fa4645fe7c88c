"""Captions made bare: the one form that many wordings of a caption share, by bare.toml."""

import re
import tomllib
from collections.abc import Iterable
from functools import cache, lru_cache
from importlib.resources import files

from msgspec import Struct

_PLURALS = (("sses", "ss"), ("xes", "x"), ("ies", "y"), ("s", ""))
_NO_PLURALS = ("ss", "us", "is")


class _Wording(Struct, frozen=True):
    """What is written in many ways, words apart from phrases, and what stands for each.

    Phrases are looked for only in words that hold the first one of a phrase.
    """

    phrases: re.Pattern[str]
    openings: frozenset[str]
    words: dict[str, str]
    one: dict[str, str]


@lru_cache(maxsize=8192)
def bare(words: str, on: str) -> str:
    """The words that tell a caption from others: singular, in one order, each once.

    "purchases of property and equipment, net" and "property and equipment purchased" are one on
    a cash flow statement. Empty where nothing tells.
    """
    leading = _leading(on)
    if leading is not None and (found := leading.match(words)):
        words = words[found.end() :]
    for wording in (_wording(on), _wording("")):
        one, known = wording.one, wording.words
        said = words.split()
        if not wording.openings.isdisjoint(said):
            words = wording.phrases.sub(lambda match, one=one: one[match[0]], words)  # type: ignore[misc]
            said = words.split()
        words = " ".join([known.get(word, word) for word in said])
    return " ".join(sorted({singular(word) for word in words.split()}))


@lru_cache(maxsize=8192)
def singular(word: str) -> str:
    """A word without its plural: "securities" is "security"."""
    if word.endswith("s") and len(word) > 3 and not word.endswith(_NO_PLURALS):
        for plural, singular in _PLURALS:
            if word.endswith(plural):
                return word[: -len(plural)] + singular
    return word


@cache
def _raw() -> dict[str, dict[str, dict[str, list[str]]]]:
    """The file as it is written."""
    raw: dict[str, dict[str, dict[str, list[str]]]] = tomllib.loads(
        files("tieout.lexicon").joinpath("bare.toml").read_text("utf-8")
    )
    return raw


@cache
def _wording(on: str) -> _Wording:
    """The replacements that hold on a kind of statement; on "", those that hold on all."""
    table = _raw()["on"].get(on or "any", {})
    one = {written: one for one, many in table.items() for written in many}
    phrases = [written for written in one if " " in written]
    return _Wording(
        re.compile(rf"\b(?:{_any(phrases)})\b" if phrases else r"(?!)"),
        frozenset(written.split()[0] for written in phrases),
        {written: stands for written, stands in one.items() if " " not in written},
        one,
    )


@cache
def _leading(on: str) -> re.Pattern[str] | None:
    """What is left out at the beginning of a caption; changes in cash itself keep it."""
    phrases = _raw()["leading"].get(on, {})
    return re.compile(rf"(?:{_any(phrases)})\b ?(?!.*\bcash\b)") if phrases else None


def _any(phrases: Iterable[str]) -> str:
    """A pattern of any of the phrases, the longest first."""
    return "|".join(sorted(phrases, key=lambda phrase: (-phrase.count(" "), -len(phrase))))
