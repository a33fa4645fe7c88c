"""The noun phrase in a stretch of words: what is measured, without the verbs around it."""

from collections.abc import Sequence

from tieout.lexicon.words import Token

_SPEAKING = frozenset(
    [
        *("has", "have", "does", "did", "will", "would", "should", "could", "can", "might", "must"),
        *("be", "been", "include", "excludes", "exclude", "consists", "consist", "consisted"),
        *("consisting", "reflect", "expects", "expect", "anticipates", "believes", "drove"),
        *("allowed", "helped", "helping", "continue", "remain", "contributed", "resulted"),
        *("deliver", "provides", "provide", "require", "became", "stated", "make", "took", "take"),
        *("reflects", "reflecting"),
    ]
)
"""Verbs that no name of a measure holds."""
_MODAL = frozenset(["may", "will", "would", "can", "could", "should", "have", "has"])
_PASSIVE = frozenset(["be", "been"])
_OPENING = frozenset(
    [
        *("paid", "repaid", "sold", "completed", "added", "raised", "announced", "declared"),
        *("returned", "provided", "opened", "excluded"),
    ]
)
"""Verbs in front of their object, or behind "and"; behind a noun they are its participle."""
_AROUND = ("the", "and", "about")
_PREPOSITIONS = ("to", "from", "in", "of", "by")
_RELATIVE = frozenset(["that", "which", "who", "to"])
_LEFT_OVER = frozenset(
    [
        *("primarily", "mainly", "largely", "partially", "partly", "mostly", "chiefly", "now"),
        *("also", "estimated", "approximately", "nearly", "not", "still", "strong", "solid"),
        *("related", "relating", "attributable", "driven", "resulting", "negatively", "positively"),
    ]
)
"""Words that say how, and of what kind, but not what."""


def noun_phrase(words: list[Token]) -> list[Token]:
    """The object of the last verb, else what stands before it; empty where nothing is named."""
    at = next((n for n in range(len(words) - 1, -1, -1) if _is_verb(words, n)), -1)
    is_passive = at >= 0 and words[at].text in _PASSIVE
    found = [] if is_passive else _object(words[at + 1 :]) if at >= 0 else _whole(words)
    if any(_names(token) for token in found):
        return found
    return noun_phrase(words[:at]) if at > 0 else []


def _is_verb(words: Sequence[Token], place: int) -> bool:
    """True for a verb that speaks; that of a relative clause belongs to its noun."""
    said, before = words[place].text, words[place - 1].text if place else ""
    if said in _OPENING:
        return before in ("", "and")
    subject = place - 1
    while subject >= 0 and (words[subject].text in _MODAL or words[subject].kind == "is"):
        subject -= 1
    return said in _SPEAKING and not (subject >= 0 and words[subject].text in _RELATIVE)


def _object(words: list[Token]) -> list[Token]:
    """The words behind a verb as its object; empty where a preposition opens them."""
    first = 0
    while first < len(words) and (words[first].kind in _AROUND or _is_left(words[first])):
        first += 1
    is_noun = first < len(words) and words[first].kind not in _PREPOSITIONS
    return _whole(words[first:]) if is_noun else []


def _whole(words: list[Token]) -> list[Token]:
    """The words without those at their end that only lead on to the figure."""
    stop = len(words)
    while stop and (words[stop - 1].kind == "and" or _is_left(words[stop - 1])):
        stop -= 1
    return words[:stop]


def _is_left(token: Token) -> bool:
    """True for a word that says how and not what."""
    return token.text in _LEFT_OVER


def _names(token: Token) -> bool:
    """True for a word that may name something."""
    return token.kind == "word" and not _is_left(token)
