"""Figures in brackets and between commas: whose they are, and what stands behind them."""

from collections.abc import Sequence

from tieout.claims.grammar.before import SKIPPED
from tieout.lexicon.spoken import SpokenPeriod
from tieout.lexicon.words import Token

_LONGEST_ASIDE = 9
_VALUES = ("amount", "percent")


def dated_aside(row: Sequence[Token], said: Sequence[SpokenPeriod], place: int) -> bool:
    """True for a figure in brackets with a period behind it: "(€91 million in Q2'24)"."""
    ahead = range(place + 1, min(len(row), place + _LONGEST_ASIDE))
    close = next((n for n in ahead if row[n].kind == "close" or row[n].kind in _VALUES), 0)
    if not close or row[close].kind != "close":
        return False
    if any(token.kind == "per" for token in row[place:close]):
        return False
    return any(place < one.first < close for one in said)


def bracketed(row: Sequence[Token], place: int) -> bool:
    """True for a figure alone in brackets behind a word: "lower health expense ($657,000)"."""
    around = [row[n].kind for n in (place - 1, place + 1) if 0 < n < len(row)]
    return around == ["open", "close"] and place > 1 and row[place - 2].kind == "word"


def past_aside(row: Sequence[Token], at: int) -> int:
    """The place behind what parts a second figure from the noun of both.

    "$1.5 million, or 4.7%, increase", "$159 million (5.9 percent) lower".
    """
    if at + 1 >= len(row) or row[at].kind not in ("comma", "close"):
        return at
    place = at - 2
    while place >= 0 and (row[place].kind in SKIPPED or row[place].kind == "up"):
        place -= 1
    is_aside = place >= 0 and row[place].kind == ("or" if row[at].kind == "comma" else "open")
    return at + 1 if is_aside else at
