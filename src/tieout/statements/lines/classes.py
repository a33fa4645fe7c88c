"""Classes of stock that lines speak of: their results per share and counts stand side by side."""

import re
from collections.abc import Sequence

from msgspec import structs

from tieout.model.statement import CLASS_OF_STOCK, DEPOSITARY, Dimensions, Line
from tieout.patterns import pattern

_CLASS = pattern(r"\b(?P<kind>[Cc]lass|[Ss]eries|CLASS|SERIES)\s+(?P<name>[A-Z](?:-?[0-9])?)\b")
_VOTING = pattern(r"\b(?P<non>non-?\s?)?voting\b", re.IGNORECASE)
_WHOLE = (
    (pattern(r"\bordinary\s+shares?\b", re.IGNORECASE), "OrdinaryShares"),
    (pattern(r"\bcommon\s+(?:stock|shares?|units?)\b", re.IGNORECASE), "CommonStock"),
)
_DEPOSITARY = pattern(
    r"\bper\s+(?:\w+\s+){0,2}(?:ads|adr|american\s+depositary\s+(?:share|receipt))\b"
    r"|\bnumber\s+of\s+adss?\b",
    re.IGNORECASE,
)
_ALONE = pattern(
    r"(?:\W|\b(?:basic|diluted|common|ordinary|stock|shares?|units?|ads|adss|american|depositary|and"
    r"|weighted|average|number|of|outstanding|per|earnings|net|income|loss)\b)*\Z",
    re.IGNORECASE,
)


def class_named(words: str) -> str:
    """The class or series of stock that words name: "ClassA", "Nonvoting"; "" for none."""
    named = _CLASS.search(words)
    if named is not None:
        return f"{named['kind'].capitalize()}{named['name']}"
    voting = _VOTING.search(words)
    if voting is not None:
        return "Nonvoting" if voting["non"] else "Voting"
    return DEPOSITARY if _DEPOSITARY.search(words) else ""


def of_class(member: str) -> Dimensions:
    """The qualifier of a class; none for none."""
    return ((CLASS_OF_STOCK, member),) if member else ()


def classed(lines: Sequence[Line]) -> tuple[Line, ...]:
    """The lines, those of several classes' results per share and counts each with its class.

    Where only one class is named, nothing is told apart but what is of a depositary share, which
    stands for several shares or for a part of one.
    """
    asked = [n for n, line in enumerate(lines) if line.unit.is_of_shares and not line.is_heading]
    members = {n: _named(lines[n]) for n in asked}
    if any(members.values()):
        members |= {n: _plain(lines[n]) for n in asked if not members[n]}
    if len({member for member in members.values() if member}) < 2:
        members = {n: member for n, member in members.items() if member == DEPOSITARY}
    return tuple(
        structs.replace(line, dimensions=of_class(members.get(n, ""))) if members.get(n) else line
        for n, line in enumerate(lines)
    )


def _named(line: Line) -> str:
    """The class that a caption names, or the heading over it."""
    return class_named(line.caption) or class_named(line.heading)


def _plain(line: Line) -> str:
    """The stock that a caption is of, where other lines name classes beside it."""
    if not _ALONE.match(line.caption):
        return ""
    return next((member for words, member in _WHOLE if words.search(line.caption)), "")
