"""What the tags of a page ask for by their attributes: room, an indent, or not to be seen.

A page says the same a thousand times, so that each wording is read once.
"""

from functools import lru_cache

from msgspec import Struct

from tieout.patterns import pattern
from tieout.readers.html.page import Lead, Room, Rooms

BLOCKS = frozenset(
    [
        *("p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd"),
        *("center", "blockquote", "pre", "address", "section", "article", "header", "footer"),
        *("main", "aside", "form", "fieldset", "figure", "figcaption", "hr", "body", "html"),
        *("document", "text"),
    ]
)
"""Tags that begin and end a block of words."""

# Patterns of the parser's own source: every tag closed, every value quoted, names in lower case.
ATTRIBUTES = r'(?>(?:\ =?[^\s=/>]*+="[^"]*+")*)'
DRESS = rf"</?(?:font|span|b|i|u|a|em|strong|small|tbody)(?=[\ >]){ATTRIBUTES}>"
"""A tag that says nothing but how words look."""

_BLANK = rf"(?>(?:\s|&nbsp;)+)|{DRESS}|</?(?:p|div)(?=[\ >]){ATTRIBUTES}>"
_WORDLESS = rf"(?>(?:{_BLANK}|</?(?:br|sup)(?=[\ >]){ATTRIBUTES}>)*)"
BLANK_CELL = rf"<t[dh]{ATTRIBUTES}>{_WORDLESS}</t[dh]>\s*+"
CELL = rf"<t[dh]({ATTRIBUTES})>((?>(?:{_BLANK})*))([^<]++)(?>(?:{_BLANK})*)</t[dh]>\s*+"
"""A cell with one stretch of words: what it asks for, the tags before the words, the words."""

_DRESS = pattern(DRESS)
_OPENED = pattern(rf"<(?!/)([^\s/>]{{1,200}}+)({ATTRIBUTES})>")
_CELLS = pattern(rf"<t[dh]({ATTRIBUTES})>")
_ASKED = pattern(r' (colspan|rowspan|style|hidden)="([^"]*)"')
_HIDDEN = pattern(r"display\s*:\s*none|visibility\s*:\s*hidden")
_INDENT = pattern(r"(?:padding-left|margin-left|text-indent)\s*:\s*([0-9]{1,3})")
_SHORTHAND = pattern(r"padding\s*:[^;:]*?\s([0-9]{1,3})(?:\.[0-9]+)?(?:pt|px)\s*(?:;|\Z)")


class Layout(Room, frozen=True, gc=False):
    """What a tag asks for: room, or no sight."""

    is_hidden: bool = False


_PLAIN = Layout()


class Hidden(Struct, frozen=True, gc=False):
    """An element that no reader sees: its name, and where in a row of tags its first one ends."""

    name: str
    end: int


def unescaped(words: str) -> str:
    """The characters that the parser's source escapes, as they are."""
    words = words.replace("&nbsp;", "\u00a0").replace("&lt;", "<").replace("&gt;", ">")
    return words.replace("&amp;", "&")


@lru_cache(maxsize=4096)
def layout_of(attributes: str) -> Layout:
    """What attributes ask for."""
    said = dict(_ASKED.findall(unescaped(attributes) if "&" in attributes else attributes))
    if not said:
        return _PLAIN
    style = said.get("style", "")
    lowered = style.lower()
    may_hide = "none" in lowered or "hidden" in lowered
    may_indent = "padding" in style or "indent" in style or "margin" in style
    return Layout(
        _count(said["colspan"]) if "colspan" in said else 1,
        _count(said["rowspan"]) if "rowspan" in said else 1,
        _indent(style) if may_indent else 0,
        "hidden" in said or (may_hide and _HIDDEN.search(lowered) is not None),
    )


@lru_cache(maxsize=4096)
def hidden(tags: str) -> Hidden | None:
    """The first hidden element that one of these tags begins."""
    for tag in _OPENED.finditer(tags):
        if layout_of(tag[2]).is_hidden:
            return Hidden(tag[1], tag.end())
    return None


@lru_cache(maxsize=4096)
def lead_of(tags: str) -> Lead | None:
    """What the tags between a cell's own and its words ask for; None where one is hidden."""
    indent = 0
    for tag in _OPENED.finditer(tags):
        layout = layout_of(tag[2])
        if layout.is_hidden:
            return None
        indent = indent or (layout.indent if tag[1] in BLOCKS else 0)
    return Lead(indent, is_apart=bool(_DRESS.sub("", tags)), is_raised="<sup" in tags)


@lru_cache(maxsize=4096)
def blank_cells(cells: str) -> Rooms | None:
    """The room that cells without words take; hidden ones take none."""
    layouts = [layout_of(attributes) for attributes in _CELLS.findall(cells)]
    seen = tuple(layout for layout in layouts if not layout.is_hidden)
    if not seen:
        return None
    is_flat = all(room.height == 1 for room in seen)
    return Rooms(seen, sum(room.width for room in seen), is_flat=is_flat)


def forget() -> None:
    """Keeps no wording of a page that is done: a hostile page has long ones."""
    for memory in (layout_of, hidden, lead_of, blank_cells):
        memory.cache_clear()


def _count(attribute: str) -> int:
    """A colspan or rowspan, between 1 and 1000."""
    digits = attribute.strip()
    return max(1, min(1000, int(digits))) if digits.isdecimal() and len(digits) < 6 else 1


def _indent(style: str) -> int:
    """The indentation a style asks for, in its own units."""
    found = [int(match[1]) for match in _INDENT.finditer(style)]
    if not found and (shorthand := _SHORTHAND.search(style)) is not None:
        found.append(int(shorthand[1]))
    return sum(found)
