"""What a column's or a table's words say beside its period: "Non-GAAP", "Eliminations"."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from tieout.lexicon.canonical import normal
from tieout.lexicon.currencies import SIGNS
from tieout.lexicon.numbers import SCALE_POWERS
from tieout.lexicon.shapes import MONTH_NAMES
from tieout.lexicon.tokens import figures
from tieout.patterns import pattern


# What these words say sets no column apart; those of qualifiers.toml do.
def _words(said: str) -> frozenset[str]:
    """The words of a list."""
    return frozenset(said.split())


_PERIOD = _words(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen sixteen"
    " seventeen twenty thirty forty fifty months month weeks week days day quarters quarter qtr"
    " years year ended ending end fiscal full first second third fourth half to date ytd ltm ttm"
    " as of at and or for in through on from period periods fy annual calendar current prior same"
    " last"
    " unaudited audited note notes estimated preliminary revised restated recast corrected"
) | {name.lower() for name in MONTH_NAMES}
_SCALE = _words(
    "dollars dollar us usd amounts amount"
    " except per share shares data figures information omitted expressed where noted stated"
    " otherwise mm ratios percentages"
) | {word for sign in SIGNS for word in normal(sign).split() if len(word) > 1}
_SCALE |= {f"{word}{end}" for scale in SCALE_POWERS for word in scale.split() for end in ("", "s")}
_WHOLE = _words(
    "actual reported gaap consolidated condensed total company results result amount balance"
    " successor predecessor quarterly based measure measures percent"
)
"""Words for the whole company as it reports: they set a column apart from no other."""

_GENERAL = _words(
    "summary selected highlights highlight financial key statement statements income operations"
    " earnings sheet sheets balance balances cash flow flows position condition operating"
    " performance supplemental supplementary schedule schedules table tables interim continued"
    " exhibit page press release reports report announces overview comparison comparative metrics"
    " metric corporation corp inc incorporated company ltd llc plc holdings group subsidiaries co"
    " other annually profit loss profitability items trends trend historical statistics"
    " segment segments reportable by region regions geography geographic geographical area areas"
    " product products category business division line lines sales revenue revenues net contents"
)
"""Words that say that a table tells of the company, and name no part of it."""

LETTERED = frozenset(["class", "series"])
"""Words whose letter tells one from the other: "Class A", "Series B"."""

_OF_RATIO = pattern(r"\bratio\b|\bmargin\b|\byield\b|\breturn\s+on\b", re.IGNORECASE)

_COMPARES = pattern(
    r"\bchanges?\b|\bchg\b|\bincrease\b|\bdecrease\b|\binc\b\.?/|\bvariances?\b|\bgrowth\b"
    r"|\bdifference\b|\bfavou?rable\b|\bfav\b|\bbetter\b|\b[byq]/(?:\(w\)|y|q)"
    r"|\b(?:yr?|qtr|q)-?o-?(?:yr?|qtr|q)\b",
    re.IGNORECASE,
)

_MARK = pattern(r"\([0-9a-zA-Z*]{1,2}\)|[*\u2020\u2021]+")


_TIMED = _PERIOD | _SCALE
_COMMON = _TIMED | _WHOLE | _GENERAL


@lru_cache(maxsize=4096)
def beside_period(words: str) -> str:
    """The words of a header, written as `normal` writes them, that no period is made of."""
    return " ".join(_rest(words, _TIMED))


def sets_apart(words: str) -> bool:
    """True where what a header says beside its period is not just the company as it reports."""
    return bool(set(words.split()) - _WHOLE)


def named_apart(headers: Sequence[str]) -> list[tuple[str, bool]]:
    """For each of several headers what it says, "" where it says no more than all do.

    True beside words that name the whole company, or the amount itself: "Total", "Reported".
    """
    said = [_rest(header, _PERIOD, shortest=1) for header in headers]
    common = set(said[0]).intersection(*said[1:])
    own = [set(words) - common for words in said]
    return [
        (" ".join(words) if rest else "", bool(rest) and rest <= _WHOLE)
        for words, rest in zip(said, own, strict=True)
    ]


@lru_cache(maxsize=4096)
def compares_columns(words: str) -> bool:
    """True for the head of a column that compares others: "% Change", "Increase", "Y/Y"."""
    return _COMPARES.search(words) is not None


@lru_cache(maxsize=4096)
def names_ratio(caption: str) -> bool:
    """True for a ratio: beside changes in percent its own change is one in basis points."""
    return _OF_RATIO.search(caption) is not None


@lru_cache(maxsize=4096)
def is_general(words: str) -> bool:
    """True where a title speaks of nothing but the company's results as a whole."""
    return not _rest(words, _COMMON)


def _rest(words: str, known: frozenset[str], *, shortest: int = 2) -> list[str]:
    """The words that are none of the known ones, without dates, years and footnotes' marks."""
    return [
        word
        for before, word in _undated(words)
        if word not in known and (len(word) >= shortest or before in LETTERED)
    ]


@lru_cache(maxsize=4096)
def _undated(words: str) -> tuple[tuple[str, str], ...]:
    """The words but for dates, years, numbers and footnotes' marks, each behind the one before."""
    words = _MARK.sub(" ", words)
    kept: list[str] = []
    position = 0
    for figure in figures(words):
        kept.append(words[position : figure.start])
        position = figure.end
    kept.append(words[position:])
    said = normal(" ".join(kept)).split()
    return tuple([pair for pair in pairwise(["", *said]) if not pair[1].isdigit()])
