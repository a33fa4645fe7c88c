"""What a line is a line of, told by the statement around it where its caption does not say."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias

from msgspec import structs

from tieout.lexicon.labels import extension
from tieout.model.statement import Dimensions, Line

Lines: TypeAlias = Sequence[Line]
Names: TypeAlias = Mapping[int, str]
"""Concepts of lines, by their numbers."""


def of_member(axis: str, words: str) -> Dimensions:
    """The qualifier that words are on an axis: ("segment", "Gaming")."""
    return ((axis, extension(words).name.partition(":")[2]),)


def renamed(lines: Lines, names: Names) -> tuple[Line, ...]:
    """The lines, those of these numbers under these concepts."""
    found = list(lines)
    for number, name in names.items():
        if 0 <= number < len(found) and found[number].concept != name:
            found[number] = structs.replace(found[number], concept=name)
    return tuple(found)
