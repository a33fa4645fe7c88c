"""Figures of a sentence in groups: "$5.1 million, or 96%", "$5.2 million ($0.31 per share)"."""

from collections.abc import Sequence

from msgspec import Struct

from tieout.claims.grammar.asides import dated_aside
from tieout.claims.grammar.links import change_behind
from tieout.lexicon.spoken import SpokenPeriod
from tieout.lexicon.words import Token

_PER_SHARE = frozenset(["per", "share", "diluted", "basic", "common", "ads", "unit"])
_BEFORE_JOINED = frozenset({"about", "over", "under", "the", "up", "down", "open"})


class Group(Struct, frozen=True):
    """Figures joined by "or", the first of them, and the tokens that lead into it or trail."""

    members: tuple[int, ...]
    first: int
    start: int
    stop: int
    has_own_period: bool = False


def groups(row: Sequence[Token], said: Sequence[SpokenPeriod]) -> list[Group]:
    """The figures of the sentence in groups joined by "or"."""
    joined: list[list[int]] = []
    for place, token in enumerate(row):
        if token.kind == "percent" or (token.kind == "amount" and _counts(row, place)):
            if joined and _joins(row, said, joined[-1][-1], place):
                joined[-1].append(place)
            else:
                joined.append([place])
    starts = [0, *(members[-1] + 1 for members in joined)]
    stops = [*(members[0] for members in joined[1:]), len(row)]
    return [
        Group(tuple(members), members[0], start, stop)
        for members, start, stop in zip(joined, starts, stops, strict=False)
    ]


def _counts(row: Sequence[Token], place: int) -> bool:
    """True where the figure says how much: with a currency's sign, scale word or unit, or in cents.

    A bare number counts things where its thousands are parted: "to 3,842,667".
    """
    token, after = row[place], row[place + 1 : place + 2]
    is_cents = bool(after) and after[0].text in ("cent", "cents")
    is_said = token.is_money or token.is_measured or token.text[-1:].isalpha()
    return is_said or is_cents or "," in token.text


def _joins(row: Sequence[Token], said: Sequence[SpokenPeriod], first: int, second: int) -> bool:
    """True where "or", or a bracket, joins the second figure to the first.

    A bracket with a period of its own tells the same of another time: "16.1% (15.2% in Q2)".
    """
    place = second - 1
    if row[first].kind == row[second].kind and dated_aside(row, said, second):
        return False
    if _is_told_again_per_share(row, first, second):
        return True
    if [token.kind for token in row[first + 1 : second]] == ["comma"]:
        is_share = row[first].kind == "amount" and row[second].kind == "percent"
        return is_share and change_behind(row, second) is None  # "$11.5 billion, 20% higher than"
    if all(token.kind in ("open", "about") for token in row[first + 1 : second]):
        return place > first
    while place > first and row[place].kind in _BEFORE_JOINED:
        place -= 1
    if row[place].kind != "or":
        return False
    between = row[first + 1 : place]
    return not any(token.kind in ("is", "versus", "semicolon", "stop") for token in between)


def _is_told_again_per_share(row: Sequence[Token], first: int, second: int) -> bool:
    """True for "$0.89 per share ($0.88 per share on a diluted basis)"."""
    between = row[first + 1 : second]
    if len(between) < 2 or between[-1].kind != "open":
        return False
    return between[0].kind == "per" and all(one.text in _PER_SHARE for one in between[:-1])
