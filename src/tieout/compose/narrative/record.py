"""What the numbers that expressions print mean: each is marked in the text and kept here."""

import re
from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from tieout.compose.figures import Origin
from tieout.errors import Misuse
from tieout.model.amount import Amount
from tieout.model.period import Period
from tieout.patterns import pattern

_FIRST = 0xF0000
_LAST = 0xFFFF0
_CLOSE = "\U0010fffd"
_MARK = pattern(rf"([{chr(_FIRST)}-{chr(_LAST)}])([^{_CLOSE}]*+)(?:{_CLOSE}|\Z)")
STATEMENT = "\ue010"
"""Stands around the number of a statement where it is to be placed."""

_ANY = pattern(rf"[{chr(_FIRST)}-{_CLOSE}]")


class Told(Struct, frozen=True):
    """A number that an expression printed, with what it means.

    `amount` is in whole units and rounded as printed; `kind` says how it was made of the cells in
    `origins`. `place` is where the expression stands.
    """

    text: str
    amount: Amount
    kind: str
    concept: str
    caption: str
    period: Period
    since: Period | None
    origins: tuple[Origin, ...]
    place: str = ""


class Record:
    """The numbers told so far."""

    def __init__(self) -> None:
        """Nothing told yet."""
        self.told: list[Told] = []
        self._told, self._most = 0, _LAST - _FIRST

    def at_most(self, most: int) -> None:
        """No more numbers than these are told from here on."""
        self._told = len(self.told)
        self._most = min(most, _LAST - _FIRST - self._told)

    def mark(self, told: Told) -> str:
        """The number's text with its mark around it; raises Misuse for more than any release."""
        if len(self.told) - self._told >= self._most:
            raise Misuse(f"the expressions print more than {self._most:,} numbers: take some out")
        self.told.append(told)
        return f"{chr(_FIRST + len(self.told) - 1)}{told.text}{_CLOSE}"

    def stand(self, text: str, place: str) -> None:
        """Keeps where the numbers marked in a text stand."""
        for found in _marks(text):
            number = ord(found[1]) - _FIRST
            self.told[number] = replace(self.told[number], place=place)


def marked(text: str) -> Iterator[tuple[str, int]]:
    """The text in stretches, each with the number of what it tells, −1 for words."""
    place = 0
    for found in _marks(text):
        if found.start() > place:
            yield _ANY.sub("", text[place : found.start()]), -1
        yield _ANY.sub("", found[2]), ord(found[1]) - _FIRST
        place = found.end()
    if place < len(text):
        yield _ANY.sub("", text[place:]), -1


def _marks(text: str) -> Iterator[re.Match[str]]:
    """Every mark that is closed."""
    return _MARK.finditer(text, 0, text.rfind(_CLOSE) + 1)


def unmarked(text: str) -> str:
    """The text as a reader sees it."""
    return _ANY.sub("", text)


def is_marked(text: str) -> bool:
    """True for a text that holds marks, which no narrative may bring along."""
    return STATEMENT in text or _ANY.search(text) is not None
