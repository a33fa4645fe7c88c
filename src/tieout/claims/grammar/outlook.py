"""What is expected, told as a range: "revenue of $43.8 billion to $44.5 billion"."""

from collections.abc import Iterator, Sequence

from tieout.claims.grammar.mention import Mention, trailing
from tieout.claims.grammar.subject import Subject, adjusted, is_known, qualifiers, subject_of
from tieout.claims.grammar.when import When
from tieout.claims.setting import Setting
from tieout.lexicon.meant import resolve
from tieout.lexicon.spoken import spoken_periods
from tieout.lexicon.words import Token

_FIGURES = ("amount", "percent")
_TOWARD = frozenset(["to", "dash", "and"])
_IN_RANGE = frozenset(["range", "between", "guidance", "outlook", "expects", "expected"])
_MIDDLE = frozenset(["midpoint", "mid-point", "midpoints", "mid-points"])
_AHEAD = frozenset(
    [
        *("expect", "expects", "expecting", "anticipate", "anticipates", "anticipating"),
        *("forecasts", "guidance", "outlook", "targets", "targeting", "projects"),
    ]
)
_BESIDE = ("over", "under")
_REST = frozenset(["remainder", "rest", "balance"])
_OPENING = _AHEAD | _REST | {"expected"}
_CHANGING = frozenset(
    [
        *("raised", "raises", "raising", "reaffirmed", "reaffirms", "reaffirming", "lowered"),
        *("maintained", "maintains", "reiterated", "reiterates", "updated", "updates", "provided"),
    ]
)
_PROMISING = frozenset(
    [
        *("will", "would", "should", "could", "may", "expected", "guided", "guides", "plans"),
        *("projected", "estimates", "estimated", "forecast", "targeted"),
    ]
)
_STOPS = ("stop", "semicolon", "percent")
_IDLE = frozenset(["range", "expected", "be", "between", "average", "expects"])
_LONGEST_GAP = 3
_LONGEST_NAME = 8
_LONGEST_NOUN = 4

Ends = tuple[int, int, int]
"""Where a range's low, high and middle stand in its sentence; −1 for no middle."""


def parted(sentence: list[Token], *, is_ahead: bool) -> Iterator[tuple[list[Token], bool]]:
    """The sentence in what it tells and what it looks ahead to: what is expected is no fact.

    "Revenue was $5 million, and we expect $6 million next quarter" tells of revenue; what stands
    behind a word of outlook is all ahead.
    """
    first = next(
        (n for n, one in enumerate(sentence) if one.text in _OPENING and _looks_ahead(sentence, n)),
        -1,
    )
    if is_ahead or first < 0:
        yield sentence, is_ahead or first >= 0
        return
    start = _clause_of(sentence, first)
    if start and not any(token.text in _PROMISING for token in sentence[:start]):
        yield sentence[:start], False
        yield sentence[start:], True
    else:
        yield sentence, True


def _looks_ahead(sentence: Sequence[Token], place: int) -> bool:
    """True for a word of outlook, and for "the remainder of 2020"."""
    if sentence[place].text == "expected":
        return [one.kind for one in sentence[place + 1 : place + 2]] == ["to"]
    return sentence[place].text in _AHEAD or _is_rest(sentence, place)


def _is_rest(sentence: Sequence[Token], place: int) -> bool:
    """True for what is left of a year."""
    behind = [one for one in sentence[place + 1 : place + 5] if one.kind != "the"]
    if sentence[place].text not in _REST or [one.kind for one in behind[:1]] != ["of"]:
        return False
    named = [one for one in behind[1:3] if one.text != "fiscal"]
    return bool(named) and (named[0].kind == "year" or named[0].text == "year")


def _clause_of(sentence: Sequence[Token], ahead: int) -> int:
    """Where the clause of a word of outlook begins, behind the last figure told; 0 for nowhere.

    A clause has a verb of its own: "…, up 10%, is expected to" goes on with what it tells.
    """
    told = next((n for n in range(ahead - 1, -1, -1) if sentence[n].kind in _FIGURES), ahead)
    if told < ahead - 1 and sentence[told + 1].kind in _BESIDE:
        lead = [n for n in range(told - 1, max(0, told - 3), -1) if sentence[n].kind == "comma"]
        return lead[0] if lead else 0  # "$1.8 billion, $17 million above the mid-point of"
    for place in range(told + 1, ahead):
        token = sentence[place]
        if token.kind == "comma" and sentence[place + 1].kind in _BESIDE:
            return place
        if token.kind in ("semicolon", "stop") or token.text in ("while", "but"):
            return place + 1
        if token.text in ("as", "because") and sentence[place + 1].kind in ("the", "clause"):
            return place  # "as these rigs are expected to be retired"
        if token.kind == "comma" and sentence[place + 1].text in _CHANGING:
            return place
        joins = token.kind == "and" and sentence[place + 1].kind not in ("is", "which")
        if joins and (sentence[place - 1].kind == "comma" or place + 1 == ahead):
            return place
    return 0


def ranges(row: Sequence[Token], setting: Setting, *, is_ahead: bool) -> Iterator[Mention]:
    """Both ends of every range in a sentence, and its middle where one is told.

    Their period is the one the sentence or its heading names, never the quarter announced.
    """
    ends = list(_ends(row, is_ahead=is_ahead))
    said = spoken_periods(row) if ends else []
    own = {resolve(one, setting.calendar, None) for one in said}
    period = own.pop() if len(own) == 1 else setting.about if setting.is_ahead else None
    if period is not None and setting.calendar and period.end <= setting.calendar.period_end:
        period = None
    for low, high, middle in ends:
        subject = _subject(row, low)
        for place in (low, high, *([middle] if middle >= 0 else ())):
            yield Mention(
                row[place],
                "middle" if place == middle else "range",
                subject,
                When(period),
                0,
                "",
                (*_scale(row, low, high), *trailing(row, high))
                if place == low
                else tuple(trailing(row, place)),
                row[low].figure,
                -1 if place == low else row[low].figure,
            )


def _ends(row: Sequence[Token], *, is_ahead: bool) -> Iterator[Ends]:
    """Where the ranges of a sentence stand."""
    places = [n for n, token in enumerate(row) if token.kind in _FIGURES]
    number = 0
    while number + 1 < len(places):
        low, high = places[number : number + 2]
        if not _joined(row, low, high, is_ahead=is_ahead):
            number += 1
            continue
        third = places[number + 2] if number + 2 < len(places) else -1
        middle = third if third >= 0 and _is_middle(row, low, high, third) else -1
        yield low, high, middle
        number += 2 if middle < 0 else 3


def _joined(row: Sequence[Token], low: int, high: int, *, is_ahead: bool) -> bool:
    """True for two figures of a kind with "to" or a dash between, or "and" behind "between"."""
    between = [token for token in row[low + 1 : high] if token.kind not in ("the", "about")]
    if row[low].kind != row[high].kind or len(between) > 1 or high - low > _LONGEST_GAP:
        return False
    if not (row[high].is_money or row[high].kind == "percent" or row[high].text[-1:].isalpha()):
        return False
    before = {token.text for token in row[max(0, low - 12) : low]}
    joint = between[0].kind if between else ""
    if joint not in _TOWARD or (row[low - 1].kind == "from" and low and "range" not in before):
        return False
    if joint == "and":
        return "between" in before
    return joint == "dash" or is_ahead or not _IN_RANGE.isdisjoint(before)


def _scale(row: Sequence[Token], low: int, high: int) -> Iterator[Token]:
    """The scale that the low end takes from the high one: "$28 to $30 million"."""
    low_word, high_word = (row[n].text.split()[-1] for n in (low, high))
    if high_word.isalpha() and not low_word[-1:].isalpha():
        yield Token("word", high_word, row[low].end, row[low].end)


def _is_middle(row: Sequence[Token], low: int, high: int, third: int) -> bool:
    """True for the figure behind a slash, or beside the word "midpoint"."""
    between = row[high + 1 : third]
    if row[third].kind != row[low].kind:
        return False
    if [token.kind for token in between] == ["slash"]:
        return True
    near = [token.text for token in (*between, *row[third + 1 : third + 4])]
    return len(between) <= 2 * _LONGEST_GAP and not _MIDDLE.isdisjoint(near)


def _subject(row: Sequence[Token], low: int) -> Subject | None:
    """The last name in front of the range, the longest that the lexicon has, else its noun."""
    start = low
    while start and not _stops(row[start - 1]):
        start -= 1
    timed = {n for one in spoken_periods(row) for n in range(one.first, one.last)}
    words = [row[n] for n in range(start, low) if n not in timed]
    words = [one for one in words if one.figure < 0 and one.text not in _MIDDLE]
    is_apart = bool(qualifiers(words))
    for end in range(len(words), 0, -1):
        for first in range(max(0, end - _LONGEST_NAME), end):
            if is_known(words[first:end]) and (found := subject_of(words[first:end])):
                return adjusted(found) if is_apart else found
    while words and (words[-1].kind != "word" or words[-1].text in _IDLE):
        words = words[:-1]
    first = len(words)
    while first and words[first - 1].kind == "word" and len(words) - first < _LONGEST_NOUN:
        first -= 1
    return subject_of(words[first:])


def _stops(token: Token) -> bool:
    """True where a noun cannot go on: at a stop, and at a figure of money or percent."""
    return token.kind in _STOPS or (token.kind == "amount" and token.is_money)
