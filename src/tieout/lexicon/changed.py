"""Words that say that what was reported before has changed, and why: "As Restated", "recast"."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal, TypeAlias

from msgspec import Struct

from tieout.lexicon.qualifiers import qualifiers_of
from tieout.lexicon.shapes import YEAR
from tieout.patterns import pattern

Change: TypeAlias = Literal["restated", "revised", "reclassified", "re-presented", "adopted"]
"""What was done to figures reported before."""

# Forms of verbs, for what was done to figures; qualifiers.toml has words for what a measure is.
_CONFORMED = (
    r"reclassif(?:ied|y|ying|ications?)|(?:to|in order to) conform|conformed (?:to|with)"
    r"|conforming (?:to|with)"
)
_PRESENTED = (
    r"re-?cast(?:ed|ing)?|re-present(?:ed|ation)?|retro(?:spect|act)ively"
    r" (?:adjust|present|revis)ed"
    r"|presented (?:as|in) discontinued operations|reported (?:as|in) discontinued operations"
    r"|(?:common control|change in (?:reportable )?segments?)"
)
_ADOPTED = r"adopt(?:ed|ion|ing)|retrospective (?:method|basis|application|approach|adoption)"
_RESTATED = r"restat(?:ed|ements?|ing|es?)"
_REVISED = r"revis(?:ed|ions?|ing)|corrected|as adjusted"
_WORD = pattern(
    rf"\b(?:(?P<reclassified>{_CONFORMED})|(?P<represented>{_PRESENTED})|(?P<adopted>{_ADOPTED})"
    rf"|(?P<restated>{_RESTATED})|(?P<revised>{_REVISED}))\b",
    re.IGNORECASE,
)
_OTHERWISE = pattern(
    r"amended and restated|restated (?:certificate|articles|bylaws|credit|agreement|plan)"
    r"|constant[- ]currenc|exchange rates?|currency|reclassification adjust"
    r"|undertakes? no|no obligation|new or revised|guidance|outlook|expects?\b|forecasts?"
    r"|forward-looking|regulations?\b|pro forma|inflation|\bsplit\b|subject to reclass",
    re.IGNORECASE,
)
"""Restated at other exchange rates, revised expectations: nothing was reported otherwise."""

_BEFORE = pattern(
    r"\b(?:previous|prior|earlier|previously|originally|first reported|comparative|interim"
    rf"|historical|retrospectiv|retroactiv|last year|{YEAR}|fiscal|financial"
    r"|results|statements?|balances?|amounts?|periods?|quarters?|restatements?)",
    re.IGNORECASE,
)
_STANDARD = pattern(
    r"\b(?:ASU|ASC|SFAS|FASB|FAS|IFRS|accounting (?:standards?|guidance|pronouncements?|update"
    r"|principles?|method)|topic [0-9]{3}|standards? update|leases? standard)",
    re.IGNORECASE,
)
_YEAR = pattern(rf"(?<![0-9,.$]){YEAR}(?![0-9,]|\.[0-9]|-[0-9])")
_NOT = pattern(
    r"\b(?:not|never|without|no)\b(?:\s+\w+){0,3}\s+(?:restat|revis|recast|adjust|reclass|conform)\w*",
    re.IGNORECASE,
)
_RETROSPECTIVE = pattern(
    r"(?<!modified )(?<!modified-)retrospective|prior[- ](?:period|year)", re.IGNORECASE
)
_END = pattern(r"[.;]\s|\n\s*\n")
_REACH = 400
_MOST = 400
"""Words of change that are looked at in one document."""

_STATEMENTS = (
    ("balance_sheet", pattern(r"\bbalance sheets?\b|\bfinancial position\b", re.IGNORECASE)),
    ("cash_flow_statement", pattern(r"\bcash flows?\b", re.IGNORECASE)),
    (
        "income_statement",
        pattern(r"\bstatements? of (?:\w+ ){0,2}(?:income|operations|earnings)\b", re.IGNORECASE),
    ),
)
_FLOWS = pattern(
    r"\bresults?\b|\bincome\b|\bloss\b|\bexpenses?\b|\bearnings\b|\brevenues?\b|\bsales\b",
    re.IGNORECASE,
)
_BALANCES = pattern(
    r"\bbalances?\b|\bassets?\b|\bliabilit|\bequity\b|\bfinancial statements\b", re.IGNORECASE
)
_OF_FLOWS = frozenset(
    {"income_statement", "cash_flow_statement", "comprehensive_income", "equity_statement"}
)
_PARTS = pattern(
    r"\bsegments?\b|\bdisclosures?\b|\bschedules?\b|\bbusiness units?\b|\bnon-?gaap\b",
    re.IGNORECASE,
)


class Told(Struct, frozen=True, gc=False):
    """A sentence that says of figures reported before what was done to them.

    `years` are the years it names, none where it speaks of all; `kinds` the statements, none
    likewise; `of_parts` is true where it speaks of segments or schedules only.
    """

    change: Change
    years: frozenset[int]
    kinds: frozenset[str]
    of_parts: bool


@lru_cache(maxsize=4096)
def change_in_head(words: str) -> Change | None:
    """What a column's head or a table's title says was done: "As Restated"; else None."""
    if _OTHERWISE.search(words) or is_as_before(words):
        return None
    match = _WORD.search(words)
    change = _change(match) if match else None
    return None if change == "adopted" else change


def is_as_before(words: str) -> bool:
    """True for the head of a column of what was reported before: "As Previously Reported"."""
    return "previously" in qualifiers_of(words)


def changes_told(text: str) -> Iterator[Told]:
    """Every sentence of a text that says that figures reported before were changed."""
    done = 0
    for number, match in enumerate(_WORD.finditer(text)):
        if number >= _MOST:
            return
        if match.start() < done:
            continue
        start, done = _sentence(text, match)
        words = text[start:done]
        change = _change(match)
        if _OTHERWISE.search(words) or _NOT.search(words):
            continue
        if not _BEFORE.search(words.replace(match[0], " ", 1)):
            continue
        if change == "adopted" and not (_STANDARD.search(words) and _RETROSPECTIVE.search(words)):
            continue
        if change == "revised" and match[0].lower() == "as adjusted":
            continue
        kinds = frozenset(kind for kind, said in _STATEMENTS if said.search(words))
        if not kinds and _FLOWS.search(words) and not _BALANCES.search(words):
            kinds = _OF_FLOWS
        years = frozenset(int(year) for year in _YEAR.findall(words))
        yield Told(change, years, kinds, _PARTS.search(words) is not None)


def _sentence(text: str, match: re.Match[str]) -> tuple[int, int]:
    """Where the sentence around a word starts and ends, within reach."""
    low, high = max(0, match.start() - _REACH), match.end() + _REACH
    start = low
    for end in _END.finditer(text, low, match.start()):
        start = end.end()
    stop = _END.search(text, match.end(), high)
    return start, stop.start() if stop else min(high, len(text))


def _change(match: re.Match[str]) -> Change:
    """The change a word names."""
    changes: tuple[Change, ...] = ("reclassified", "adopted", "restated", "revised")
    return next((change for change in changes if match[change]), "re-presented")
