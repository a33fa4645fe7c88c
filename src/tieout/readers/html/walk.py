"""One walk over the tree of a page: visible text, headings, paragraphs and grids."""

import re
from typing import TYPE_CHECKING

from tieout.model.document import Block
from tieout.readers.html.page import Page

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

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
# An empty element of these has an end that matters too.
_ENDING = _BLOCKS | {"table", "tr", "td", "th"}
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_INDENT = re.compile(r"(?:padding-left|margin-left|text-indent)\s*:\s*([0-9]{1,3})")
_SHORTHAND = re.compile(r"padding\s*:[^;]*?\s([0-9]{1,3})(?:\.[0-9]+)?(?:pt|px)\s*(?:;|\Z)")


def walk(body: "LexborNode") -> tuple[str, list[Block]]:
    """The visible text of a page and its blocks in reading order."""
    page = Page()
    # Nodes are told apart by depth: comparing two of them compares their source.
    open_nodes: list[LexborNode] = []
    node: LexborNode | None = body
    while node is not None:
        inner = node.first_child if _enter(page, node) else None
        if inner is not None:
            open_nodes.append(node)
            node = inner
            continue
        after = node.next if open_nodes else None
        if node.tag in _ENDING:
            _leave(page, node)
        while after is None and open_nodes:
            ended = open_nodes.pop()
            _leave(page, ended)
            after = ended.next if open_nodes else None
        node = after
    page.end()
    return page.text, page.blocks


def _enter(page: Page, node: "LexborNode") -> bool:
    """Takes in what begins with a node; False where nothing in it is visible."""
    tag = node.tag
    if tag == "-text":
        page.words(node.text_content or "")
        return False
    if tag is None or tag in _SKIPPED or not node.is_element_node:
        return False
    attributes = node.attributes
    style = attributes.get("style") or ""
    if "hidden" in attributes or (style and _HIDDEN.search(style)):
        return False
    if tag == "br":
        page.line_break()
    elif tag == "table":
        page.open_table()
    elif tag == "tr":
        page.open_row()
    elif tag in ("td", "th"):
        page.open_cell(_count(attributes.get("colspan")), _count(attributes.get("rowspan")))
        page.indent(_indent(style))
    elif tag in _RAISED:
        page.gap()
    elif tag in _BLOCKS:
        page.boundary()
        if style and page.in_cell:
            page.indent(_indent(style))
    return True


def _leave(page: Page, node: "LexborNode") -> None:
    """Takes in what ends with a node."""
    tag = node.tag
    if tag == "table":
        page.close_table()
    elif tag == "tr":
        page.close_row()
    elif tag in ("td", "th"):
        page.close_cell()
    elif tag in _RAISED:
        page.gap()
    elif tag in _BLOCKS:
        page.boundary()


def _count(attribute: str | None) -> int:
    """A colspan or rowspan, between 1 and 1000."""
    digits = (attribute or "").strip()
    return max(1, min(1000, int(digits))) if digits.isdecimal() and len(digits) < 6 else 1


def _indent(style: str) -> int:
    """The indentation a style asks for, in its own units."""
    found = [int(match[1]) for match in _INDENT.finditer(style)]
    if not found and (shorthand := _SHORTHAND.search(style)) is not None:
        found.append(int(shorthand[1]))
    return sum(found)
