"""One walk over the tags of a page: visible text, headings, paragraphs and grids."""

import re
from collections.abc import Callable

from tieout.patterns import pattern
from tieout.readers.html import attributes
from tieout.readers.html.attributes import (
    ATTRIBUTES,
    BLANK_CELL,
    BLOCKS,
    CELL,
    DRESS,
    Layout,
    blank_cells,
    hidden,
    layout_of,
    lead_of,
    unescaped,
)
from tieout.readers.html.page import Page

_SKIPPED = frozenset(
    [
        *("script", "style", "head", "title", "noscript", "template", "svg", "math", "iframe"),
        *("object", "embed", "select", "textarea", "button", "ix:header", "nav", "video", "audio"),
        *("canvas", "map"),
    ]
)
_VOID = frozenset(
    [
        *("area", "base", "basefont", "bgsound", "br", "col", "embed", "frame", "hr", "img"),
        *("input", "keygen", "link", "meta", "param", "source", "track", "wbr"),
    ]
)
# The parser has closed every tag, quoted every value and lowered every name, so this matches at
# every place: nothing is looked at twice. Most cells hold nothing or one stretch of words, and a
# third of all other tags only dress words: these are taken at one go, and white space around
# cells, which says nothing, with them.
_RAW = "(?:script|style|iframe|noembed|noframes)"
_TAG = rf"""
      <!--(?>.*?(?:-->|\Z))
    | <{_RAW}[ >](?>.*?(?:</{_RAW}>|\Z))
    | <(/?)([^\s/>]{{1,200}}+)({ATTRIBUTES})>
    | <
"""
_PIECE = pattern(
    rf"""
    (?: \s++ (?=</?t[dhr][\ >])
      | ( (?>(?:{DRESS})*) ) ( [^<]*+ ) ( (?>(?:{DRESS})*) ) )
    ( (?>(?:{BLANK_CELL})*) )
    (?: {CELL} | </tr>\s*+<tr({ATTRIBUTES})> | {_TAG} | )
    """,
    re.VERBOSE | re.DOTALL,
)
_NEXT = pattern(rf"[^<]*+(?:{_TAG}|\Z)", re.VERBOSE | re.DOTALL)


def walk(source: str) -> Page:
    """A page laid out in reading order, from a source in order."""
    page = Page()
    position: int | None = 0
    while position is not None:
        position = _walk_on(page, source, position)
    page.end()
    attributes.forget()
    return page


def _walk_on(page: Page, source: str, position: int) -> int | None:
    """Lays out what stands up to an element that is hidden, and says where that ends."""
    for piece in _PIECE.finditer(source, position):
        before, words, behind, cells, room, lead, held, row, end, name, asked = piece.groups()
        if before and (unseen := hidden(before)) is not None:
            return _past(source, unseen.name, piece.start(1) + unseen.end)
        if words:
            if "&" in words:
                words = unescaped(words)
            if words.isspace():
                page.gap()
            else:
                page.words(words)
        if behind and (unseen := hidden(behind)) is not None:
            return _past(source, unseen.name, piece.start(3) + unseen.end)
        if cells and (rooms := blank_cells(cells)) is not None:
            page.blank_cells(rooms)
        if held:
            if (layout := layout_of(room)).is_hidden:
                continue
            into = lead_of(lead)
            if into is None:
                page.open_cell(layout)
                return piece.start(6)
            page.cell(layout, into, unescaped(held) if "&" in held else held)
        elif row is not None:
            page.close_row()
            if layout_of(row).is_hidden:
                return _past(source, "tr", piece.end())
            page.open_row()
        elif name is None:
            continue
        elif end:
            if (leave := _LEAVE.get(name)) is not None:
                leave(page)
        else:
            layout = layout_of(asked)
            if layout.is_hidden or name in _SKIPPED:
                if name not in _VOID:
                    return _past(source, name, piece.end())
            elif (enter := _ENTER.get(name)) is not None:
                enter(page, layout)
    return None


def _past(source: str, name: str, position: int) -> int:
    """Where the element ends whose first tag ends at the position."""
    depth = 1
    for tag in _NEXT.finditer(source, position):
        if tag[2] == name:
            depth += -1 if tag[1] else 1
            if not depth:
                return tag.end()
    return len(source)


def _enter_cell(page: Page, layout: Layout) -> None:
    """A cell begins, as asked."""
    page.open_cell(layout)


def _enter_block(page: Page, layout: Layout) -> None:
    """A block begins; in a cell it sets in the words of the cell."""
    page.boundary()
    page.indent(layout.indent)


_ENTER: dict[str, Callable[[Page, Layout], None]] = {
    **dict.fromkeys(BLOCKS, _enter_block),
    "sub": lambda page, _: page.gap(),
    "sup": lambda page, _: page.rise(),
    **dict.fromkeys(("td", "th"), _enter_cell),
    "br": lambda page, _: page.line_break(),
    "table": lambda page, _: page.open_table(),
    "tr": lambda page, _: page.open_row(),
}
_LEAVE: dict[str, Callable[[Page], None]] = {
    **dict.fromkeys(BLOCKS, Page.boundary),
    "sub": Page.gap,
    "sup": Page.fall,
    **dict.fromkeys(("td", "th"), Page.close_cell),
    "table": Page.close_table,
    "tr": Page.close_row,
}
"""What a tag begins and what its end ends; other tags do neither."""
