"""Which styles of a Word document are headings, by name, by level, or by what they build on."""

import re

from tieout.readers.docx.elements import Element, attribute, child, local, setting

_HEADING = re.compile(r"heading\b|title\b|subtitle\b", re.IGNORECASE)
_DEEPEST = 16
_BODY_LEVEL = "9"


def heading_styles(styles: Element | None) -> frozenset[str]:
    """The ids of the styles that make a paragraph a heading."""
    named: set[str] = set()
    bases: dict[str, str] = {}
    for style in styles if styles is not None else ():
        if local(style) != "style":
            continue
        key = attribute(style, "styleId")
        bases[key] = setting(style, "basedOn")
        properties = child(style, "pPr")
        level = setting(properties, "outlineLvl") if properties is not None else ""
        if _HEADING.match(setting(style, "name")) or (level and level != _BODY_LEVEL):
            named.add(key)
    return frozenset(key for key in bases if _builds_on(key, bases, named))


def _builds_on(key: str, bases: dict[str, str], named: set[str]) -> bool:
    """True where a style or one it builds on is a heading's."""
    for _ in range(_DEEPEST):
        if key in named:
            return True
        key = bases.get(key, "")
    return False
