"""Stock splits as they are told, done or not: "a ten-for-one split", "a 5% stock dividend"."""

import re
from collections.abc import Iterator
from datetime import date
from fractions import Fraction

from msgspec import Struct

from tieout.lexicon.dates import date_said
from tieout.lexicon.numbers import COUNTS
from tieout.lexicon.shapes import HYPHEN_SET, LONG_DASHES
from tieout.patterns import pattern

_NUMBERS = COUNTS | {"twenty-five": 25, "hundred": 100, "one hundred": 100}
_COUNT = rf"(?:{'|'.join(sorted(_NUMBERS, key=len, reverse=True))}|[0-9]{{1,3}})"
_RATIO = pattern(
    rf"\b(?P<new>{_COUNT})(?:\s?\([0-9]{{1,3}}\))?[\s{HYPHEN_SET}{LONG_DASHES}]{{0,3}}(?:for|to|:)"
    rf"[\s{HYPHEN_SET}{LONG_DASHES}]{{0,3}}(?P<old>{_COUNT})\b",
    re.IGNORECASE,
)
_PERCENT = pattern(
    rf"\b(?P<percent>{_COUNT})(?:\s?%|[\s-]per\s?cent(?:\s?\([0-9]{{1,3}}%\))?)\s(?:common\s)?\Z",
    re.IGNORECASE,
)
_SPLIT = pattern(r"\bsplit\b|\bstock dividend\b", re.IGNORECASE)
_REACH = 80
_MOST = 50
_END = pattern(r"[.;]\s|\n\s*\n")
_BACK = pattern(r".*(?:[.;]\s|\n\s*\n)", re.DOTALL)
_WIDEST = 400
_DAY = pattern(r"\b[A-Z][a-z]{2,8}\.?\s+[0-9]{1,2},\s+[0-9]{4}\b")
_REVERSE = pattern(r"\breverse\b", re.IGNORECASE)
_DONE = pattern(
    r"\b(?:effected|effectuated|completed|implemented|executed|consummated|took effect|effective"
    r"|distributed|paid|reflect(?:s|ed|ing)?|adjusted|restated|retroactive(?:ly)?"
    r"|retrospective(?:ly)?|giv(?:es?|en|ing) effect|following)\b",
    re.IGNORECASE,
)
_TO_COME = pattern(
    r"\b(?:will|would|shall|may|expect(?:s|ed)?|intend(?:s|ed)?|plans?|planned|propos(?:ed|al|es)"
    r"|subject to|pending|upcoming|if approved|seek(?:s|ing)?|anticipat(?:ed|es)"
    r"|to be (?:effected|effective|distributed|paid|completed|implemented|adjusted))\b",
    re.IGNORECASE,
)
_ADJUSTED = pattern(
    r"\b(?:shares?|per[- ]share|dividends?)\b[^.;]{0,160}\b(?:adjusted|restated|reflect|retroactive"
    r"|retrospective|giv(?:es?|en|ing) effect)",
    re.IGNORECASE,
)
_UNADJUSTED = pattern(
    r"\b(?:not|without|nor)\b[^.;]{0,80}(?:adjust|restat|reflect|giv(?:e|en|ing)"
    r" effect)|\bunadjusted\b|\bpre-split\b|\b(?:before|prior to)\b[^.;]{0,30}\bsplit\b",
    re.IGNORECASE,
)
_ASIDE = pattern(r"\bpar value\b|\bauthorized\b", re.IGNORECASE)


class Split(Struct, frozen=True):
    """A split told as done: how many shares it made of one, and the days its sentence names."""

    ratio: Fraction
    days: tuple[date, ...]


def split_ratios(text: str) -> frozenset[Fraction]:
    """How many shares each of the splits that a text names makes of one; a reverse one, below 1."""
    return frozenset(ratio for word in _words(text) for ratio in _ratios(text, word))


def splits_done(text: str) -> tuple[Split, ...]:
    """The splits that a text tells as done, whose figures of shares are to be adjusted for them.

    None of one still to come, and none where the text says that amounts are not adjusted.
    """
    words = list(_words(text))
    told = [_sentence(text, word) for word in words]
    if any(_UNADJUSTED.search(one) and not _ASIDE.search(one) for one in told):
        return ()
    is_adjusted = any(_ADJUSTED.search(one) and not _TO_COME.search(one) for one in _nearby(text))
    found: list[Split] = []
    for word, sentence in zip(words, told, strict=True):
        if _TO_COME.search(sentence) or not (is_adjusted or _DONE.search(sentence)):
            continue
        said = [date_said(one[0]) for one in _DAY.finditer(sentence)]
        days = tuple(day for one in said if one and (day := one.on()))
        for ratio in _ratios(text, word):
            back = bool(_REVERSE.search(sentence)) and ratio > 1  # "a 10-to-1 reverse split"
            found.append(Split(1 / ratio if back else ratio, days))
    return tuple(dict.fromkeys(found))


def _words(text: str) -> Iterator[re.Match[str]]:
    """The first places where a text speaks of a split or of a dividend in shares."""
    for number, word in enumerate(_SPLIT.finditer(text)):
        if number >= _MOST:
            return
        yield word


def _ratios(text: str, word: re.Match[str]) -> Iterator[Fraction]:
    """The ratios told beside a word for a split."""
    for match in _RATIO.finditer(text, max(0, word.start() - _REACH), word.end() + _REACH):
        new, old = _count(match["new"]), _count(match["old"])
        if new and old and new != old:
            yield Fraction(new, old)
    if share := _PERCENT.search(text[max(0, word.start() - _REACH) : word.start()]):
        yield 1 + Fraction(_count(share["percent"]), 100)


def _sentence(text: str, word: re.Match[str]) -> str:
    """The sentence a word stands in."""
    before = text[max(0, word.start() - _WIDEST) : word.start()]
    lead = _BACK.match(before)
    stop = _END.search(text, word.end(), word.end() + _WIDEST)
    end = stop.start() if stop is not None else word.end() + _WIDEST
    return before[lead.end() if lead is not None else 0 :] + text[word.start() : end]


def _nearby(text: str) -> Iterator[str]:
    """The sentences that say what becomes of amounts, around the words for a split."""
    for word in _words(text):
        yield from _END.split(text[max(0, word.start() - _WIDEST) : word.end() + _WIDEST])


def _count(word: str) -> int:
    """A number in digits or as a word."""
    return int(word) if word.isdigit() else _NUMBERS.get(word.lower(), 0)
