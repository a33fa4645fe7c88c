"""One walk over the tags of a page: visible text, headings, paragraphs and grids."""

import re
from collections.abc import Callable
from functools import lru_cache

from msgspec import Struct

from tieout.model.document import Block
from tieout.readers.html.page import Page

_SKIPPED = frozenset(
    [
        "script",
        "style",
        "head",
        "title",
        "noscript",
        "template",
        "svg",
        "math",
        "iframe",
        "object",
        "embed",
        "select",
        "textarea",
        "button",
        "ix:header",
        "nav",
        "video",
        "audio",
        "canvas",
        "map",
    ]
)
_BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "ul",
        "ol",
        "li",
        "dl",
        "dt",
        "dd",
        "center",
        "blockquote",
        "pre",
        "address",
        "section",
        "article",
        "header",
        "footer",
        "main",
        "aside",
        "form",
        "fieldset",
        "figure",
        "figcaption",
        "hr",
        "body",
        "html",
        "document",
        "text",
    ]
)
_RAISED = frozenset(("sup", "sub"))
_VOID = frozenset(
    [
        "area",
        "base",
        "basefont",
        "bgsound",
        "br",
        "col",
        "embed",
        "frame",
        "hr",
        "img",
        "input",
        "keygen",
        "link",
        "meta",
        "param",
        "source",
        "track",
        "wbr",
    ]
)
# The parser has closed every tag, quoted every value and lowered every name, so this matches at
# every place: nothing is looked at twice. Half of all tags make cells without words, which are
# taken at one go.
_ATTRIBUTES = r'(?:\ =?[^\s=/>]*+="[^"]*+")*+'
_WORDLESS = rf"(?:\s++|</?(?:font|p|b|i|u|a|em|strong|span|div|br|sup)(?=[\ >]){_ATTRIBUTES}>)*+"
_RAW = "(?:script|style|iframe|noembed|noframes)"
_PIECE = re.compile(
    rf"""
    ( [^<]*+ )
    (?: <t[dh]({_ATTRIBUTES})>{_WORDLESS}</t[dh]>
      | <!--.*?-->
      | <{_RAW}[ >].*?</{_RAW}>
      | <(/?)([^\s/>]++)({_ATTRIBUTES})>
      | <
      | \Z )
    """,
    re.VERBOSE | re.DOTALL,
)
_ATTRIBUTE = re.compile(r' (=?[^\s=/>]*)="([^"]*)"')
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_INDENT = re.compile(r"(?:padding-left|margin-left|text-indent)\s*:\s*([0-9]{1,3})")
_SHORTHAND = re.compile(r"padding\s*:[^;]*?\s([0-9]{1,3})(?:\.[0-9]+)?(?:pt|px)\s*(?:;|\Z)")


class _Layout(Struct, frozen=True, gc=False):
    """What a tag's attributes ask for: columns and rows to cover, room at the left, or no sight."""

    width: int = 1
    height: int = 1
    indent: int = 0
    is_hidden: bool = False


def walk(source: str) -> tuple[str, list[Block]]:
    """The visible text of a page and its blocks in reading order, from a source in order."""
    page = Page()
    hidden, depth = "", 0
    pieces = _PIECE.finditer(source.replace("&nbsp;", "\u00a0"))
    for words, wordless, end, name, attributes in map(re.Match.groups, pieces):
        if hidden:
            if name == hidden:
                depth += -1 if end else 1
                hidden = hidden if depth else ""
            continue
        if words.isspace():
            page.gap()
        elif words:
            page.words(_unescaped(words) if "&" in words else words)
        if wordless is not None:
            if not (layout := _layout(wordless)).is_hidden:
                page.open_cell(layout.width, layout.height, layout.indent)
                page.close_cell()
            continue
        if name is None:
            continue
        if end:
            if (leave := _LEAVE.get(name)) is not None:
                leave(page)
            continue
        layout = _layout(attributes)
        if layout.is_hidden or name in _SKIPPED:
            hidden, depth = ("", 0) if name in _VOID else (name, 1)
        elif (enter := _ENTER.get(name)) is not None:
            enter(page, layout)
    page.end()
    return page.text, page.blocks


def _unescaped(words: str) -> str:
    """The characters that the parser's source escapes, as they are."""
    return words.replace("&lt;", "<").replace("&gt;", ">").replace("&amp;", "&")


@lru_cache(maxsize=4096)
def _layout(attributes: str) -> _Layout:
    """What attributes ask for; a page says the same a thousand times."""
    said = {name: value.replace("&amp;", "&") for name, value in _ATTRIBUTE.findall(attributes)}
    style = said.get("style", "")
    return _Layout(
        _count(said.get("colspan", "")),
        _count(said.get("rowspan", "")),
        _indent(style),
        "hidden" in said or _HIDDEN.search(style) is not None,
    )


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


def _enter_cell(page: Page, layout: _Layout) -> None:
    """A cell begins, as asked."""
    page.open_cell(layout.width, layout.height, layout.indent)


def _enter_block(page: Page, layout: _Layout) -> None:
    """A block begins; in a cell it sets in the words of the cell."""
    page.boundary()
    page.indent(layout.indent)


_ENTER: dict[str, Callable[[Page, _Layout], None]] = {
    **dict.fromkeys(_BLOCKS, _enter_block),
    **dict.fromkeys(_RAISED, lambda page, _: page.gap()),
    **dict.fromkeys(("td", "th"), _enter_cell),
    "br": lambda page, _: page.line_break(),
    "table": lambda page, _: page.open_table(),
    "tr": lambda page, _: page.open_row(),
}
_LEAVE: dict[str, Callable[[Page], None]] = {
    **dict.fromkeys(_BLOCKS, Page.boundary),
    **dict.fromkeys(_RAISED, Page.gap),
    **dict.fromkeys(("td", "th"), Page.close_cell),
    "table": Page.close_table,
    "tr": Page.close_row,
}
"""What a tag begins and what its end ends; other tags do neither."""
