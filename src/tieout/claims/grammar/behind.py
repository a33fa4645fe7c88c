"""The noun a figure is of where it stands behind the figure, or nowhere but in the verb."""

from collections.abc import Sequence
from itertools import takewhile

from msgspec import structs

from tieout.claims.grammar.asides import past_aside
from tieout.claims.grammar.before import goes_through
from tieout.claims.grammar.groups import Group
from tieout.claims.grammar.sentence import Sentence
from tieout.claims.grammar.subject import BELONGING, Subject, is_known, subject_of
from tieout.lexicon.labels import known
from tieout.lexicon.words import Token

_HAVING = frozenset(
    ["had", "has", "have", "with", "reported", "recorded", "generated", "posted", "delivered"]
)
_INCLUDING = frozenset(["included", "includes", "including", "include"])
_LONGEST_NOUN = 5
_STANDING_IN = frozenset(["it", "them", "ours", "us", "which", "whom"])
_LEADING = frozenset(["of", "in", "from", "for", "via"])
_FLOWING = frozenset(["from", "flow", "flows", "by"])
_KEPT_WITH_CASH = frozenset(
    ["investments", "investment", "marketable", "securities", "short-term", "restricted"]
)


def noun_behind(sentence: Sentence, group: Group) -> Subject | None:
    """A subject named behind the figure: "$0.4 million of such benefits", "had $5 million in cash".

    "$2.0 million of revenue was deferred" is no revenue: a name of the lexicon needs its verb.
    """
    row, place = sentence.row, group.first + 1
    if place < len(row) and row[place].kind == "word" and row[group.first].kind == "amount":
        return _named_behind(sentence, group, place)
    if place >= len(row) or row[place].kind not in ("of", "in"):
        return None
    if row[group.first].kind == "percent":
        return None
    stop = place + 1
    while stop < group.stop and (
        row[stop].kind in ("word", "the", "and", "from", "by") or _lists_on(row, stop)
    ):
        stop += 1
    words = sentence.words(place + 1, stop)
    shorter = (words[:length] for length in range(len(words), 0, -1))
    known = next((run for run in shorter if is_known(run)), None)
    before = [token.text for token in row[group.start : group.first][-3:]]
    if known is None:
        found = subject_of(words)
        return _loosely(found) if _INCLUDING & {*before} else found
    is_whole = _ends(words[len(known) :])
    found = subject_of(known)
    return found if _HAVING & {*before} and is_whole else _loosely(found)


def stray_noun(sentence: Sentence, group: Group) -> Subject | None:
    """The noun behind a figure that nothing leads to: "and $71 million in interest expense".

    The words say what it is of and not how much of it, so that a number can prove it alone.
    """
    row, place = sentence.row, past_aside(sentence.row, group.members[-1] + 1)
    if row[group.first].kind == "percent":
        return None
    if place < len(row) and row[place].text in _LEADING:
        place += 1
    elif place >= len(row) or row[place].kind != "word":
        return None
    stop = place
    while stop < group.stop and (_is_in_noun(row, stop) or _lists_on(row, stop)):
        stop += 1
    words = sentence.words(place, stop)
    while words and words[-1].kind != "word":
        words = words[:-1]
    if words and words[0].text in _STANDING_IN:
        return None
    is_led = row[place - 1].text in _LEADING
    return _loosely(subject_of(words)) if is_led or len(words) > 1 else None


def _is_in_noun(row: Sequence[Token], place: int) -> bool:
    """True for a token that goes on with a noun."""
    token = row[place]
    if token.text in BELONGING:
        return False
    return token.kind in ("word", "the", "of", "per") or goes_through(row, 0, place)


def _loosely(subject: Subject | None) -> Subject | None:
    """The subject as one that the words may mean a part of."""
    return structs.replace(subject, is_narrowed=True) if subject is not None else None


def _lists_on(row: Sequence[Token], place: int) -> bool:
    """True for the comma of "cash, cash equivalents and marketable securities"."""
    after = row[place + 1 : place + 3]
    if row[place].kind != "comma" or not after:
        return False
    return any(token.text in _KEPT_WITH_CASH or token.text == "cash" for token in after)


def _ends(rest: Sequence[Token]) -> bool:
    """True where a noun ends before the words: none of "cash from", "cash and investments"."""
    if not rest or rest[0].text in _FLOWING:
        return not rest
    joins = rest[0].kind in ("and", "comma") and len(rest) > 1
    return not joins or _KEPT_WITH_CASH.isdisjoint(token.text for token in rest[1:3])


def _named_behind(sentence: Sentence, group: Group, place: int) -> Subject | None:
    """The noun right behind the figure, if it is a known one: "a $5.8 million provision for …"."""
    stop = place
    while stop < group.stop and sentence.row[stop].kind in ("word", "the", "and", "in"):
        stop += 1
    words = sentence.words(place, stop)
    known = next((words[:n] for n in range(len(words), 0, -1) if is_known(words[:n])), None)
    return _loosely(subject_of(known)) if known else None


def described(row: Sequence[Token], group: Group) -> Subject | None:
    """What a figure with an article describes: "a $1.5 billion revolving credit facility"."""
    is_led = group.first > 0 and row[group.first - 1].kind == "the"
    if not is_led or row[group.first].kind != "amount":
        return None
    words = list(takewhile(_describes, row[group.first + 1 :]))
    return _loosely(subject_of(words)) if 1 < len(words) <= _LONGEST_NOUN else None


def _describes(token: Token) -> bool:
    """True for a word of a noun; "a $20.8 million charge associated with" has one."""
    return token.kind == "word" and token.text not in BELONGING


def earned(row: Sequence[Token], first: int) -> Subject | None:
    """The result, which "the company earned" names without a noun."""
    place = first - 1
    while place > 0 and row[place].kind in ("about", "the", "over"):
        place -= 1
    if place < 0 or row[place].text != "earned" or row[first].kind != "amount":
        return None
    return Subject(known("NetIncomeLoss"), "net income", is_narrowed=True)


def earnings_behind(row: Sequence[Token], group: Group) -> Subject | None:
    """Earnings per share named behind the figure, as headlines do: "$16.96 Diluted EPS"."""
    words: list[Token] = []
    for token in row[group.first + 1 : group.first + 6]:
        if token.kind not in ("word", "per"):
            break
        words.append(token)
    if row[group.first].kind != "amount":
        return None
    named = (words[:length] for length in range(len(words), 0, -1))
    found = next((one for run in named if is_known(run) and (one := subject_of(run))), None)
    return found if found is not None and found.concept.unit.is_per_share else None
