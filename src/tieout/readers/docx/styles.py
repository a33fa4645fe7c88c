"""Which styles of a Word document make headings and entries of lists, by what they build on."""

import re

from msgspec import Struct

from tieout.patterns import pattern
from tieout.readers.docx.elements import Element, attribute, child, local, setting

_HEADING = pattern(r"heading\b|title\b|subtitle\b", re.IGNORECASE)
_ENTRY = pattern(r"list\b", re.IGNORECASE)
_DEEPEST = 16
_BODY_LEVEL = "9"


class Styles(Struct, frozen=True):
    """The ids of the styles of headings, and of those of lists."""

    headings: frozenset[str] = frozenset()
    entries: frozenset[str] = frozenset()


def styles_of(root: Element | None) -> Styles:
    """The styles that a document's part of styles tells of."""
    headings: set[str] = set()
    entries: set[str] = set()
    bases: dict[str, str] = {}
    for style in root if root is not None else ():
        if local(style) != "style":
            continue
        key = attribute(style, "styleId")
        bases[key] = setting(style, "basedOn")
        name = setting(style, "name")
        properties = child(style, "pPr")
        level = setting(properties, "outlineLvl")
        if _HEADING.match(name) or (level and level != _BODY_LEVEL):
            headings.add(key)
        elif _ENTRY.match(name) or child(properties, "numPr") is not None:
            entries.add(key)
    return Styles(_with_heirs(headings, bases), _with_heirs(entries, bases))


def _with_heirs(named: set[str], bases: dict[str, str]) -> frozenset[str]:
    """The styles named, and those that build on one of them."""
    return frozenset(key for key in bases if _builds_on(key, bases, named))


def _builds_on(key: str, bases: dict[str, str], named: set[str]) -> bool:
    """True where a style or one it builds on is named."""
    for _ in range(_DEEPEST):
        if key in named:
            return True
        key = bases.get(key, "")
    return False
