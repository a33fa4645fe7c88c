"""The noun a figure is of: before its verb, before "of", or behind the figure."""

from collections.abc import Sequence
from itertools import pairwise, takewhile

from msgspec import structs

from tieout.claims.grammar.asides import past_aside
from tieout.claims.grammar.before import noun_before
from tieout.claims.grammar.behind import (
    described,
    earned,
    earnings_behind,
    noun_behind,
    stray_noun,
)
from tieout.claims.grammar.groups import Group
from tieout.claims.grammar.links import DIRECTIONS, NOUNS, Link, moves
from tieout.claims.grammar.sentence import Before, Sentence
from tieout.claims.grammar.subject import (
    REPORTING,
    Subject,
    adjusted,
    is_known,
    qualifiers,
    qualifying,
    scoped,
    subject_of,
    unowned,
    within_part,
)
from tieout.lexicon.words import Token

_CAUSES = frozenset(["due", "driven", "attributable", "result", "resulted", "reflected"])
_LEADING_TO = frozenset(["by", "to", "reflecting", "reflects", "from", "including", "and"])
_HAVING_DONE = frozenset(["has", "have", "had", "also", "further", "is", "are"])
_SAW = frozenset(["saw", "showed", "experienced", "had", "posted", "recorded"])
_EFFECTS = frozenset(["impact", "effect", "benefit", "charge", "contribution", "adjustment"])
_WITHIN_NAMES = frozenset(["word", "and", "in", "by", "of", "per", "the", "comma", "from"])


_OWNED = frozenset(["attributable", "available", "allocable", "applicable"])
_TAKING_IN = frozenset(["including", "excluding", "includes", "excludes"])
_MOST_OF_SCOPE = 3
_DIVISIONS = frozenset(["division", "segment", "subsidiary", "unit", "region", "business"])
_PHRASES = frozenset(
    [
        *("addition", "total", "general", "fact", "particular", "summary", "contrast", "same"),
        *("comparison", "basis", "aggregate", "part", "spite", "line", "turn", "result", "time"),
    ]
)


def noun_of(
    sentence: Sentence, group: Group, leads: Link, before: Before | None, *, is_first: bool
) -> Subject | None:
    """The subject that leads into the group, if it names one of its own.

    The first figure of a sentence may have it behind, or take over the one of the sentence before.
    A word that qualifies anywhere in front of it makes it another concept.
    """
    found = _named_by(sentence, group, leads, before, is_first=is_first)
    return unowned(found, sentence.setting.company) if found is not None else None


def _named_by(
    sentence: Sentence, group: Group, leads: Link, before: Before | None, *, is_first: bool
) -> Subject | None:
    """The same, with the registrant's own name where it stands in front."""
    found = _moved(sentence, group, leads) or _driving(sentence, group, leads)
    found = found or _in_front(sentence, group, leads, is_first=is_first)
    if found is None:
        found = earned(sentence.row, group.first) or earnings_behind(sentence.row, group)
    if found is None and leads.kind == "none":
        found = described(sentence.row, group)
    if found is None and is_first:
        is_moved = leads.kind == "to" and moves(sentence.row, group.start, leads) >= 0
        inherits = leads.kind.startswith("change") or is_moved
        if inherits:
            own = [one for one in sentence.words(group.start, leads.at) if one.kind == "word"]
            return before.subject if before and len(own) <= _MOST_OF_SCOPE else None
        return noun_behind(sentence, group)
    in_front = sentence.words(group.start, group.first)
    if found is not None and leads.kind == "noun" and _is_cause(sentence.row[: group.first]):
        found = structs.replace(found, is_narrowed=True)
    if found is not None and leads.kind == "noun" and _is_effect(sentence.row, leads.noun[0]):
        return scoped(found, "effect on")
    if found is not None:
        if _may_be_part(sentence, group, leads, in_front, is_first=is_first):
            found = structs.replace(found, is_narrowed=True)
        if leads.kind == "change-in" and sentence.row[leads.at].kind == "by":
            found = _moved_by(sentence, leads, found)
        around, within = qualifiers(_outside(in_front)), qualifying(found.caption)
        if within_part(in_front) and "segment" in around - within:
            around -= {"segment"}
            found = _of_segment(found, sentence.setting.segment)
        if leads.kind == "noun" and _takes_in(sentence.row, leads, found):
            around -= {"including"}
        if around and not within:
            return adjusted(found)
        if not around <= within:
            return structs.replace(found, is_narrowed=True)
        if not is_first and leads.kind == "noun" and found.concept.is_known:
            scope = _reporter(sentence, sentence.words(0, group.first))
            return scoped(found, scope) if scope and _goes_on(sentence.row, leads) else found
        if is_first and (scope := _place(in_front) or _reporter(sentence, in_front)):
            return scoped(found, scope)
    return found


def _may_be_part(
    sentence: Sentence, group: Group, leads: Link, in_front: Sequence[Token], *, is_first: bool
) -> bool:
    """True where what stands around a noun says that it may be a part's, or another's."""
    if not is_first and _owned_by(sentence, group, leads):
        return True
    is_change = leads.kind == "to" and _is_of_change(in_front)
    return is_change or _is_parted(sentence, group, leads)


def _of_segment(subject: Subject, segment: str) -> Subject:
    """The subject as that of the segment a heading names, else of one that no word names."""
    if not segment or segment in subject.caption:
        return structs.replace(subject, is_narrowed=True)
    return scoped(subject, segment)


def _outside(words: Sequence[Token]) -> Sequence[Token]:
    """The words behind a bracket that opens or closes among them without its other half.

    "(up 15% in constant currency) driven by cloud revenue": the currency is of the figure before.
    """
    opened: list[int] = []
    start = 0
    for place, token in enumerate(words, 1):
        if token.kind == "open":
            opened.append(place)
        elif token.kind == "close" and opened:
            opened.pop()
        elif token.kind == "close":
            start = place
    return words[max([start, *opened]) :]


def _takes_in(row: Sequence[Token], leads: Link, found: Subject) -> bool:
    """True for "including a loss of": the noun is what is taken in, and is no other measure."""
    start, named = leads.noun[0], set(found.caption.split())
    while start and (row[start - 1].kind == "the" or row[start - 1].text in named):
        start -= 1
    return start > 0 and row[start - 1].text in _TAKING_IN


def _goes_on(row: Sequence[Token], leads: Link) -> bool:
    """True for a noun behind a comma or "and", which is of whoever the sentence began with."""
    return leads.noun[0] > 0 and row[leads.noun[0] - 1].kind in ("and", "comma")


def _is_cause(before: Sequence[Token]) -> bool:
    """True behind "The increase in expenses was due to": what is listed are parts of a change."""
    opens = any(token.kind in DIRECTIONS for token in before[:3] if token.text in NOUNS)
    return opens and any(token.text in _CAUSES for token in before)


def _is_parted(sentence: Sentence, group: Group, leads: Link) -> bool:
    """True for "a net loss of $2 million in other gain": what is behind says which part it is."""
    place = group.first + 1
    if [token.kind for token in sentence.row[place : place + 1]] == ["close"]:
        place += 2  # "$(2,463) million in other gain"
    behind = sentence.row[place : place + 2]
    if leads.kind == "is" and _names_whole(sentence.row, place):
        return True  # "salaries expense was $38.3 million of salaries and employee benefits"
    if leads.kind != "noun" or len(behind) < 2 or behind[0].text not in ("in", "on", "from"):
        return False
    timed = any(one.first <= place + 2 and place < one.last for one in sentence.said)
    return not timed and behind[1].kind == "word"


def _names_whole(row: Sequence[Token], place: int) -> bool:
    """True where "of" and a noun behind the figure say what it is a part of."""
    behind = [token.kind for token in row[place : place + 3] if token.kind != "the"]
    return behind[:2] == ["of", "word"]


def _owned_by(sentence: Sentence, group: Group, leads: Link) -> bool:
    """True for "its": whose the noun is, the words before it say, where they name another.

    "Bank-level Tier 1 capital was 12.5%, and its tangible common equity was 9.1%".
    """
    row = sentence.row
    first = leads.noun[0] if leads.kind == "noun" else group.start
    lead = row[max(0, first - 1) : leads.at]
    if not any(token.text in ("its", "their") for token in lead):
        return False
    told = takewhile(lambda token: token.kind in _WITHIN_NAMES, row[: group.start])
    owner = subject_of([token for token in told if token.kind != "the"])
    named = [token.text for token in row[: group.start] if token.kind == "word"]
    is_measure = owner is None or owner.concept.is_known
    return not (is_measure or sentence.setting.is_self(named))


def _is_of_change(words: Sequence[Token]) -> bool:
    """True for "resulting in a decrease in revenue to": whose, the words before it tell."""
    return any(token.kind in DIRECTIONS and after.text == "in" for token, after in pairwise(words))


def _is_effect(row: Sequence[Token], first: int) -> bool:
    """True for "an after-tax impact to net income of": what moves the noun is not the noun."""
    before = row[max(0, first - 3) : first]
    return any(token.text in _EFFECTS for token in before) and before[-1].kind in (
        "to",
        "in",
        "the",
    )


def _place(words: Sequence[Token]) -> str:
    """The part of the company that a sentence begins with: "In the Americas, revenue …"."""
    if not words or words[0].text not in ("in", "within", "at"):
        return ""
    stop = next((n for n, token in enumerate(words) if token.kind == "comma"), 0)
    named = [token.text for token in words[1:stop] if token.kind == "word"]
    return " ".join(named) if 0 < len(named) <= _MOST_OF_SCOPE and not _PHRASES & {*named} else ""


def _reporter(sentence: Sentence, words: Sequence[Token]) -> str:
    """Who reports, where it is not the registrant: "Global Markets generated net revenues of"."""
    verb = next((n for n, token in enumerate(words) if token.text in REPORTING), 0)
    named = [token.text for token in words[:verb] if token.kind == "word"]
    if not named or len(named) > 3 * _MOST_OF_SCOPE:
        return ""
    if _DIVISIONS.isdisjoint(named) and sentence.setting.is_self(named):
        return ""
    return " ".join(named)


def _in_front(sentence: Sentence, group: Group, leads: Link, *, is_first: bool) -> Subject | None:
    """The noun before the verb, before "of", or before a noun of change ("loan growth of")."""
    row = sentence.row
    if leads.kind in ("noun", "change-in"):
        first, last = leads.noun
        return _longest(row[group.start : last], first - group.start)
    if leads.kind == "change-noun" and leads.at > group.start and row[leads.at - 1].kind == "word":
        return _last_noun(row[slice(*noun_before(row, sentence.said, group.start, leads.at))])
    if leads.kind == "change-noun" and (owner := _seeing(sentence, group, leads)):
        return subject_of(owner)
    at = leads.at
    if leads.kind == "change-behind":  # "revenue was 12% higher than"
        at = group.first - 1
        while at > group.start and row[at].kind in ("the", "about", "over", "under"):
            at -= 1
    moved = moves(row, group.start, leads)
    if moved >= 0 and row[moved].text in NOUNS and row[moved + 1].text == "in":
        return subject_of(sentence.words(moved + 2, leads.at))
    if moved >= 0:
        at = moved
    if (
        leads.kind in ("is", "change-verb")
        or moved >= 0
        or (leads.kind in ("to", "which", "from") and is_first)
        or (leads.kind == "change-behind" and row[at].kind == "is")
    ):
        verb = verb_start(row, group.start, at)
        words = sentence.words(group.start, verb)
        own = sentence.words(clause_start(row, group, verb), verb)
        return _longest(words, len(words) - len(own))
    return None


def _seeing(sentence: Sentence, group: Group, leads: Link) -> list[Token]:
    """The words of what saw the change: "corporate overhead saw an increase of"."""
    words = sentence.words(group.start, leads.at)
    verb = next((n for n, token in enumerate(words) if token.text in _SAW), 0)
    named = [token.text for token in words[:verb] if token.kind == "word"]
    return words[:verb] if named and not sentence.setting.is_self(named) else []


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
        if place + 1 == verb and row[place].kind == "comma":
            continue  # "and for the year ended June 30, 2025, were"
        if row[place].kind in ("comma", "and", "semicolon", "clause", "close"):
            return place + 1
    return verb


def _moved(sentence: Sentence, group: Group, leads: Link) -> Subject | None:
    """The noun behind a change: "a $217,000 decrease in gain on sale of loans"."""
    row, place, last = sentence.row, leads.at + 2, group.members[-1]
    if leads.kind == "change-behind" and leads.at > last + 1 and row[last].kind == "percent":
        return subject_of(row[last + 1 : leads.at])  # "116% revenue growth"
    if leads.kind != "change-behind" or place >= len(row) or row[place - 1].text != "in":
        return None
    stop = place
    while stop < min(group.stop, len(row)) and not _closes(row, stop):
        stop += 1
    words = sentence.words(place, stop)
    known = next((words[:n] for n in range(len(words), 0, -1) if is_known(words[:n])), words)
    found = subject_of(known)
    return structs.replace(found, is_narrowed=True) if found is not None else None


def _driving(sentence: Sentence, group: Group, leads: Link) -> Subject | None:
    """The noun behind a change that is told of no other: "increases of $9.7 million in wages".

    What grew before, "revenue growth of $3 million in April", is its own noun.
    """
    row, place = sentence.row, past_aside(sentence.row, group.members[-1] + 1)
    if leads.kind != "change-noun" or place >= len(row) or row[place].text != "in":
        return None
    before = [token.text for token in row[group.start : leads.at] if token.kind != "the"]
    return stray_noun(sentence, group) if not _LEADING_TO.isdisjoint(before[-1:]) else None


def _moved_by(sentence: Sentence, leads: Link, found: Subject) -> Subject:
    """The subject as that of who moved it: "Dealers increased inventories by $1.3 billion"."""
    row, verb = sentence.row, leads.noun[0] - 1
    while verb > 0 and row[verb].kind not in DIRECTIONS:
        verb -= 1
    if row[verb].text in NOUNS or not verb:
        return found
    first = verb
    while first and row[first - 1].kind in ("word", "the"):
        first -= 1
    actor = [token.text for token in row[first:verb] if token.text not in _HAVING_DONE]
    actor = [word for word in actor if word not in ("the", "our", "its")]
    if not actor or (_DIVISIONS.isdisjoint(actor) and sentence.setting.is_self(actor)):
        return found
    return structs.replace(scoped(found, " ".join(actor)), is_narrowed=True)


def _closes(row: Sequence[Token], place: int) -> bool:
    """True where a noun ends: at a stop, a figure, a preposition of time or cause, "and a"."""
    token = row[place]
    if token.kind == "and":
        return place + 1 < len(row) and row[place + 1].kind in ("the", "up", "down")
    return token.figure >= 0 or token.kind not in ("word", "the", "of", "in", "per")


def _last_noun(words: Sequence[Token]) -> Subject | None:
    """The noun before "growth of": the last of those joined by "and", unless they are one name."""
    start = max((n for n, token in enumerate(words) if token.kind == "and"), default=-1)
    return subject_of(words if is_known(words) else words[start + 1 :])


def _longest(words: Sequence[Token], first: int) -> Subject | None:
    """The subject that ends the words and begins at `first`, or before it if so it is known.

    "cash used in operations" and "selling, general and administrative expenses" are one name, and
    so is "net loss attributable to the Company".
    """
    start = first
    while start and words[start - 1].figure < 0 and _is_within(words, start - 1):
        start -= 1
    for longer in range(start, first) if first < len(words) else ():
        is_whole = words[longer].kind != "per" and not (
            longer and qualifiers(words[longer - 1 : longer])
        )
        if is_whole and is_known(words[longer:]):
            return subject_of(words[longer:])
    return subject_of(words[first:])


def _is_within(words: Sequence[Token], place: int) -> bool:
    """True for a token that may stand in the middle of a name."""
    if words[place].kind == "to":
        return place > 0 and words[place - 1].text in _OWNED
    return words[place].kind in _WITHIN_NAMES
