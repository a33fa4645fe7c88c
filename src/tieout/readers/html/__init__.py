"""HTML exhibits and pages, of every filing agent."""

import re

from tieout.errors import Unreadable
from tieout.model.document import Block
from tieout.readers.html.guard import refuse_hostile
from tieout.readers.html.rebuilt import refuse_rebuilding
from tieout.readers.passages import Laid

FORMAT = "html"

PRECEDENCE = 40
"""Asked after wrappers and formats with a mark, before Markdown and plain text."""

_FIRST_TAG = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|div|table|p|font|title|center|a|hr|h[1-6]|span|img|meta"
    rb"|link|style|section|article|main)\b(?!-)",
    re.IGNORECASE,
)
# A text may begin with light markup, or with a word before the page; these no text has.
_PAGE = re.compile(rb"<html[\s>]|</(?:p|div|td|tr|span)\s*>", re.IGNORECASE)
_SNIFFED = 8192
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)


def sniff(raw: bytes) -> bool:
    """True where the first tag is one of HTML, or markup stands further on that only HTML has.

    Comments and declarations are passed over.
    """
    head = raw[:_SNIFFED].removeprefix(b"\xef\xbb\xbf")
    position = 0
    while position < len(head):
        position += len(head[position:]) - len(head[position:].lstrip())
        if head.startswith(b"<!--", position):
            end, mark = head.find(b"-->", position), 3
        elif head.startswith(b"<?", position):
            end, mark = head.find(b">", position), 1
        else:
            return _is_page(head, position)
        if end < 0:
            return False
        position = end + mark
    return False


def _is_page(head: bytes, position: int) -> bool:
    """True where what begins there is marked up as only HTML is."""
    if _FIRST_TAG.match(head, position):
        return True
    found = _PAGE.search(head, position)
    return found is not None and (head.startswith(b"<", position) or found[0][1:2] != b"/")


def read(raw: bytes) -> Laid:
    """The page's visible text and blocks; raises Unreadable for what no browser should open.

    White space is collapsed, a tab stands after a cell, a newline after a row or block, and what
    is hidden is left out.
    """
    from selectolax.lexbor import LexborHTMLParser, SelectolaxError

    from tieout.readers.html.walk import walk

    source = decode(raw)
    refuse_hostile(source)
    refuse_rebuilding(source)
    try:
        body = LexborHTMLParser(source).body
    except SelectolaxError:  # it says no more than that
        raise Unreadable("its parser gave up, for want of memory: save it again") from None
    if body is None:
        raise Unreadable("the page has no body")
    page = walk(body.html or "")
    return Laid(FORMAT, page.text, tuple[Block, ...](page.blocks), raised=tuple(page.raised))


def decode(raw: bytes) -> str:
    """The page's characters: UTF-8, else the charset it names, else cp1252."""
    named = _CHARSET.search(raw[:4096])
    charset = named[1].decode("ascii") if named else "cp1252"
    for encoding in ("utf-8-sig", charset, "cp1252"):
        try:
            return raw.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    return raw.decode("latin-1")
