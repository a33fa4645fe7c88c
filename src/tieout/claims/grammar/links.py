"""How a sentence leads into a figure: by a verb, a noun and "of", a comparison, a change."""

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, TypeAlias

from msgspec import Struct

from tieout.claims.grammar.asides import bracketed, dated_aside, past_aside
from tieout.claims.grammar.before import back, noun_before
from tieout.lexicon.qualifiers import qualifiers_of
from tieout.lexicon.spoken import BEFORE, SAME, YEAR_AGO, SpokenPeriod
from tieout.lexicon.words import Token

LinkKind: TypeAlias = Literal[
    "is",
    "noun",
    "to",
    "change-noun",
    "change-verb",
    "change-behind",
    "change-in",
    "from",
    "versus",
    "which",
    "and",
    "or",
    "of",
    "none",
]

DIRECTIONS = {"up": 1, "down": -1, "better": 2, "worse": -2}
NOUNS = frozenset(
    [
        "increase",
        "decrease",
        "improvement",
        "decline",
        "reduction",
        "growth",
        "drop",
        "rise",
        "deterioration",
    ]
)
_BEHIND = NOUNS | {"higher", "lower"}
_ADJECTIVES = frozenset({"higher", "lower", "increased", "decreased", "reduced"})
_CAUSES = frozenset({"due", "related", "relating", "attributable", "owing", "thanks"})
_EXPLAINING = frozenset({"due", "driven", "attributable", "owing", "thanks"})
_RESULTS = frozenset({"income", "loss", "losses", "earnings", "profit", "ebitda"})
_FLAT = frozenset({"flat", "stable", "unchanged", "steady", "level", "record", "high"})
_STANDING = frozenset({"stood", "remained", "ended", "came", "stands", "remains", "closed"})
_PAYS = frozenset({"pay", "paid", "paying", "pays"})
_EXCEEDS = frozenset({"exceeded", "exceeds", "exceed"})
_LONGEST_MOVE = 6
_VALUES = ("amount", "percent")
_LONGEST_OBJECT = 9
_NARROWING = frozenset({"contracted", "compressed"})
_WIDENING = {"expansion": 1, "contraction": -1, "compression": -1}
_BESIDE = {"above": 1, "below": -1}
_THEN = SAME | BEFORE | YEAR_AGO
_IN_AN_OBJECT = ("word", "and", "the", "in", "of")
_IN_A_MOVE = ("word", "by", "the", "about")


class Link(Struct, frozen=True, gc=False):
    """What leads into the figure at a place: the kind, and the token that does it.

    `noun` is the stretch of tokens that a noun before "of" or after "increase in" takes.
    """

    kind: LinkKind
    at: int
    direction: int = 0
    noun: tuple[int, int] = (0, 0)


def link(
    row: Sequence[Token], said: Sequence[SpokenPeriod], start: int, place: int, last: int = -1
) -> Link:
    """How the tokens [start, place) lead into the group of figures at [place, last]."""
    at = back(row, said, start, place, over_periods=False)
    if last > place and (behind := change_behind(row, last)) is not None:
        return behind
    if at < start:
        return change_behind(row, place) or Link("none", start)
    token = row[at]
    if row[place - 1].text in _EXCEEDS:
        return Link("is", place - 1)
    if token.text in _BEHIND and (base := _base_behind(row, at, place)):
        return Link(base, at)
    if token.kind == "open" and dated_aside(row, said, place):
        return Link("versus", at)
    if (driver := _told_in_brackets(row, said, start, place)) is not None:
        return driver
    is_led = token.kind == "of" or (token.kind == "by" and row[at - 1].kind not in DIRECTIONS)
    if is_led and (behind := change_behind(row, place)) is not None:
        return behind
    if token.kind in ("of", "by"):
        return _of(row, said, start, at) if token.kind == "of" else _by(row, said, start, at)
    if token.text == "down" and row[at - 1].text in _PAYS:
        return Link("none", at)
    if token.text in _NARROWING and row[place].kind in _VALUES:
        return Link("change-verb", at, -1)
    if token.kind in DIRECTIONS:
        kind: LinkKind = "change-noun" if _is_noun(row, start, at) else "change-verb"
        return Link(kind, at, DIRECTIONS[token.kind])
    if (behind := change_behind(row, place)) is not None:
        return behind
    if token.kind == "to" and (gives_cause(row, start, at) or _limits(row, start, at)):
        return Link("none", at)
    if token.kind == "to" or token.text == "with":
        return _to(row, start, at)
    if token.text == "at":
        return _at(row, start, at)
    if token.kind == "is" and at > start and row[at - 1].text in NOUNS:
        return Link("change-noun", at - 1, DIRECTIONS[row[at - 1].kind])
    if token.kind in ("is", "from", "versus", "which", "and", "or"):
        if token.kind == "is" and at > start and row[at - 1].kind == "which":
            return Link("which", at - 1)
        return Link(token.kind, at)  # type: ignore[arg-type]  # the kinds of both agree
    if token.kind in ("colon", "dash"):
        return Link("noun", at, noun=noun_before(row, said, start, at))
    return Link("none", at)


def _at(row: Sequence[Token], start: int, at: int) -> Link:
    """A verb for "stood at" and "was flat at"; any other "at" leads nowhere."""
    if at > start and row[at - 1].text in _STANDING:
        return Link("is", at - 1)
    verb = next((n for n in range(at - 1, start - 1, -1) if row[n].kind == "is"), -1)
    return Link("is", verb) if row[at - 1].text in _FLAT and verb > start else Link("none", at)


def _to(row: Sequence[Token], start: int, at: int) -> Link:
    """A comparison for "compared to", "with", "compares with"; else what "to" alone leads to."""
    before = row[at - 1] if at > start else None
    if before is not None and (before.kind == "versus" or before.text == "compares"):
        return Link("versus", at - 1)
    return Link("to" if row[at].kind == "to" else "none", at)


def gives_cause(row: Sequence[Token], start: int, at: int) -> bool:
    """True where the "to" at a place gives the cause: "due primarily to", "attributable to"."""
    return any(one.text in _CAUSES for one in row[max(start, at - 3) : at])


def explains(words: Sequence[Token]) -> bool:
    """True where words lead from what happened to its cause: "was primarily attributable to"."""
    return any(
        one.text in _EXPLAINING and before.text not in _RESULTS for before, one in pairwise(words)
    )


def _told_in_brackets(
    row: Sequence[Token], said: Sequence[SpokenPeriod], start: int, place: int
) -> Link | None:
    """A change for "higher driver pay ($1,495,000)" and "growth in loans (2.1 percent)"."""
    if not bracketed(row, place) or place - 2 <= start:
        return None
    first, last = noun_before(row, said, start, place - 1)
    if first == last or first <= start:
        return None
    if row[first - 1].text in _ADJECTIVES:
        return Link("change-in", place - 1, DIRECTIONS[row[first - 1].kind], (first, last))
    if _changes(row, start, first):
        nearest = next(n for n in range(first - 1, start - 1, -1) if row[n].kind in DIRECTIONS)
        return Link("change-in", place - 1, DIRECTIONS[row[nearest].kind], (first, last))
    return None


def _limits(row: Sequence[Token], start: int, at: int) -> bool:
    """True for "provides for up to": the most it may be, and no move."""
    is_most = at > start and row[at - 1].text == "up"
    return is_most and at - 1 > start and row[at - 2].kind != "is"


def moves(row: Sequence[Token], start: int, leads: Link) -> int:
    """Where what moves to the figure stands; −1 for none.

    The verb of "declined by two points to", the noun of "a decline in utilization to".
    """
    if leads.kind != "to":
        return -1
    for place in range(leads.at - 1, max(start, leads.at - _LONGEST_MOVE) - 1, -1):
        if row[place].kind in DIRECTIONS:
            return place
        is_told = row[place].figure >= 0
        if is_told or not (row[place].kind in _IN_A_MOVE or row[place].text == "in"):
            return -1
    return -1


def _of(row: Sequence[Token], said: Sequence[SpokenPeriod], start: int, at: int) -> Link:
    """What stands before "of": a change, a noun, or nothing but a stop."""
    before = back(row, said, start, at, over_periods=False)
    if before >= start and row[before].kind == "comma" and any(one.last == before for one in said):
        first, last = noun_before(row, said, start, before)
        if first == last:
            return Link("of", before)
        before -= 1  # "revenue for the quarter ended June 30, 2022, of"
    if before >= start and row[before].kind in DIRECTIONS:
        return Link("change-noun", before, DIRECTIONS[row[before].kind])
    if before >= start and row[before].text in _WIDENING:
        return Link("change-noun", before, _WIDENING[row[before].text])
    if before >= start and row[before].kind in ("comma", "close"):
        return Link("of", before)
    if before < start:
        return Link("of", at)
    first, last = noun_before(row, said, start, at)
    if first == last:
        return Link("none", at)
    if first - 1 >= start and row[first - 1].text in _ADJECTIVES:
        return Link("change-in", at, DIRECTIONS[row[first - 1].kind], (first, last))
    if (
        first - 2 >= start
        and row[first - 1].kind in ("in", "the", "to")
        and _changes(row, start, first)
    ):
        direction = next(
            row[n] for n in range(first - 1, start - 1, -1) if row[n].kind in DIRECTIONS
        )
        return Link("change-in", at, DIRECTIONS[direction.kind], (first, last))
    return Link("noun", at, noun=(first, last))


def _changes(row: Sequence[Token], start: int, first: int) -> bool:
    """True for "an increase in" right before the noun."""
    place = first - 1
    if row[place].kind not in ("in", "the", "to"):
        return False
    while place >= start and row[place].kind in ("in", "the", "to"):
        place -= 1
    return place >= start and row[place].text in NOUNS and row[place + 1].text in ("in", "to")


def _by(row: Sequence[Token], said: Sequence[SpokenPeriod], start: int, at: int) -> Link:
    """A change for "decreased by" and "decreased year over year by"; any other leads nowhere."""
    before = back(row, said, start, at, over_periods=True)
    if before >= start and row[before].kind in DIRECTIONS:
        if _is_described(row, at):
            return Link("none", at)  # "net income was reduced by a $2.0 million provision"
        return Link("change-verb", before, DIRECTIONS[row[before].kind])
    if before >= start and row[before].text in _NARROWING:
        return Link("change-verb", before, -1)
    if before >= start and row[before].kind == "or":
        return Link("or", before)  # "by 21.4%, or by 31.6% on a constant currency basis"
    return _object_moved(row, start, at)


def _is_described(row: Sequence[Token], at: int) -> bool:
    """True for "by a $2.0 million provision": the figure is of what it describes."""
    if at + 3 >= len(row) or row[at + 1].text not in ("a", "an") or row[at + 2].kind != "amount":
        return False
    return row[at + 3].kind == "word"


def _object_moved(row: Sequence[Token], start: int, at: int) -> Link:
    """A change for "increased net sales by" and "a rise in card revenue by"."""
    place = at - 1
    while place > start and at - place <= _LONGEST_OBJECT and row[place].kind in _IN_AN_OBJECT:
        place -= 1
    if place < start or row[place].kind not in DIRECTIONS or place + 1 == at:
        return Link("none", at)
    first = place + 1
    while first < at and row[first].kind != "word":
        first += 1
    return Link("change-in", at, DIRECTIONS[row[place].kind], (first, at))


def change_behind(row: Sequence[Token], place: int) -> Link | None:
    """A change named behind the figure: "a 6% increase", "$2 million lower than"."""
    if place + 1 >= len(row):
        return None
    if row[place].kind == "percent" and (at := growth_behind(row, place)):
        return Link("change-behind", at, DIRECTIONS[row[at].kind])
    at = past_aside(row, place + 1)
    behind = row[at]
    after = [token.text for token in row[at + 1 : at + 4] if token.kind != "the"][:1]
    if behind.text == "ahead" and after == ["of"]:
        return Link("change-behind", at, 1)
    if behind.text in _BESIDE and not _THEN.isdisjoint(after):
        return Link("change-behind", at, _BESIDE[behind.text])
    if behind.kind not in DIRECTIONS or behind.text not in _BEHIND:
        return None
    if behind.text in ("higher", "lower") and [one.kind for one in row[at + 1 :]][:1] == ["word"]:
        return None  # "$5 million higher revenue"
    return Link("change-behind", at, DIRECTIONS[behind.kind])


def growth_behind(row: Sequence[Token], place: int) -> int:
    """Where the noun of change stands in "116% revenue growth"; 0 for none.

    In "4% organic growth" no noun stands between.
    """
    at = place + 1
    while at < len(row) and row[at].kind == "word" and at - place <= _LONGEST_MOVE:
        at += 1
    if at == place + 1 or at >= len(row) or row[at].text not in NOUNS:
        return 0
    return 0 if qualifiers_of(" ".join(token.text for token in row[place + 1 : at])) else at


def _base_behind(row: Sequence[Token], at: int, place: int) -> Literal["from", "versus"] | None:
    """What the figure is to "a 12% increase over the": the base of the change before it."""
    over = row[at + 1].kind in ("over", "than")
    is_told = row[at - 1].figure >= 0 if at else False
    return "from" if over and is_told and at + 1 < place else None


def _is_noun(row: Sequence[Token], start: int, at: int) -> bool:
    """True where a word of direction is a noun: "an increase", not "increased"."""
    return row[at].text in NOUNS and at > start and row[at - 1].kind == "the"
