"""The noun a figure is of: before its verb, before "of", or behind the figure."""

from collections.abc import Sequence

from tieout.claims.groups import Group
from tieout.claims.links import Link, noun_before
from tieout.claims.sentence import Sentence
from tieout.claims.subject import Subject, adjusted, is_known, is_qualifier, scoped, subject_of
from tieout.lexicon.words import Token

_HAVING = frozenset(
    ["had", "has", "have", "with", "reported", "recorded", "generated", "posted", "delivered"]
)
_WITHIN_NAMES = frozenset(["word", "and", "in", "by", "of", "per", "the", "comma", "from"])


_MOST_OF_SCOPE = 3
_PHRASES = frozenset(
    [
        *("addition", "total", "general", "fact", "particular", "summary", "contrast", "same"),
        *("comparison", "basis", "aggregate", "part", "spite", "line", "turn", "result", "time"),
    ]
)


def noun_of(
    sentence: Sentence, group: Group, leads: Link, before: Subject | None, *, is_first: bool
) -> Subject | None:
    """The subject that leads into the group, if it names one of its own.

    The first figure of a sentence may have it behind, or take over the one of the sentence before.
    A word that qualifies anywhere in front of it makes it another concept.
    """
    found = _in_front(sentence, group, leads, is_first=is_first)
    if found is None and is_first:
        inherits = leads.kind.startswith("change") or leads.kind == "to"
        return before if inherits else _behind(sentence, group)
    in_front = sentence.words(group.start, group.first)
    if found is not None and found.concept.is_known:
        if any(map(is_qualifier, in_front)):
            return adjusted(found)
        if is_first and (scope := _scope(in_front)):
            return scoped(found, scope)
    return found


def _scope(words: Sequence[Token]) -> str:
    """The part of the company that a sentence begins with: "In the Americas, revenue …"."""
    if not words or words[0].text not in ("in", "within", "at"):
        return ""
    stop = next((n for n, token in enumerate(words) if token.kind == "comma"), 0)
    named = [token.text for token in words[1:stop] if token.kind == "word"]
    return " ".join(named) if 0 < len(named) <= _MOST_OF_SCOPE and not _PHRASES & {*named} else ""


def _in_front(sentence: Sentence, group: Group, leads: Link, *, is_first: bool) -> Subject | None:
    """The noun before the verb, before "of", or before a noun of change ("loan growth of")."""
    row = sentence.row
    if leads.kind in ("noun", "change-in"):
        first, last = leads.noun
        return _longest(row[group.start : last], first - group.start)
    if leads.kind == "change-noun" and leads.at > group.start and row[leads.at - 1].kind == "word":
        return subject_of(row[slice(*noun_before(row, sentence.said, group.start, leads.at))])
    at = leads.at
    if leads.kind == "change-behind":  # "revenue was 12% higher than"
        at = group.first - 1
        while at > group.start and row[at].kind in ("the", "about", "over", "under"):
            at -= 1
    if (
        leads.kind in ("is", "change-verb")
        or (leads.kind in ("to", "which") and is_first)
        or (leads.kind == "change-behind" and row[at].kind == "is")
    ):
        verb = verb_start(row, group.start, at)
        words = sentence.words(group.start, verb)
        own = sentence.words(clause_start(row, group, verb), verb)
        return _longest(words, len(words) - len(own))
    return None


def verb_start(row: Sequence[Token], start: int, at: int) -> int:
    """Where the verb begins that ends at `at`: "was", "increased", "increased to"."""
    while at - 1 >= start and row[at - 1].kind in ("is", "up", "down", "better", "worse", "to"):
        at -= 1
    return at


def clause_start(row: Sequence[Token], group: Group, verb: int) -> int:
    """Where the subject's words may begin: behind the last figure's own description."""
    if group.start == 0 or group.has_own_period:
        return group.start
    for place in range(verb - 1, group.start - 1, -1):
        if row[place].kind in ("comma", "and", "semicolon", "clause", "close"):
            return place + 1
    return verb


def _behind(sentence: Sentence, group: Group) -> Subject | None:
    """A subject named behind the figure: "$0.4 million of such benefits", "had $5 million in cash".

    "$2.0 million of revenue was deferred" is no revenue: a name of the lexicon needs its verb.
    """
    row, place = sentence.row, group.first + 1
    if place >= len(row) or row[place].kind not in ("of", "in"):
        return None
    if row[group.first].kind == "percent":
        return None
    stop = place + 1
    while stop < group.stop and row[stop].kind in ("word", "the", "and"):
        stop += 1
    words = sentence.words(place + 1, stop)
    shorter = (words[:length] for length in range(len(words), 0, -1))
    known = next((run for run in shorter if is_known(run)), None)
    if known is None:
        return subject_of(words)
    before = row[group.start : group.first]
    has_verb = any(token.text in _HAVING for token in before[-3:])
    return subject_of(known) if has_verb else None


def _longest(words: Sequence[Token], first: int) -> Subject | None:
    """The subject that ends the words and begins at `first`, or before it if so it is known.

    "cash used in operations" and "selling, general and administrative expenses" are one name.
    """
    start = first
    while start and words[start - 1].figure < 0 and words[start - 1].kind in _WITHIN_NAMES:
        start -= 1
    for longer in range(start, first) if first < len(words) else ():
        is_whole = words[longer].kind != "per" and not (longer and is_qualifier(words[longer - 1]))
        if is_whole and is_known(words[longer:]):
            return subject_of(words[longer:])
    return subject_of(words[first:])
