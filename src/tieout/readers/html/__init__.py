"""HTML exhibits and pages, of every filing agent."""

import codecs
import re

from tieout.errors import Unreadable
from tieout.model.document import Block
from tieout.patterns import pattern
from tieout.readers.passages import Laid

FORMAT = "html"

PRECEDENCE = 40
"""Asked after wrappers and formats with a mark, before Markdown and plain text."""

_FIRST_TAG = pattern(
    rb"<(?:!doctype\s+html|html|head|body|div|table|p|font|title|center|a|hr|h[1-6]|span|img|meta"
    rb"|link|style|section|article|main)\b(?!-)",
    re.IGNORECASE,
)
# A text may begin with light markup, or with a word before the page; these no text has.
_PAGE = pattern(rb"<html[\s>]|</(?:p|div|td|tr|span)\s*>", re.IGNORECASE)
_SNIFFED = 8192
_MOST_SEEN = 10
_OF_THE_WEB = frozenset(
    {
        *("ascii", "iso8859-1", *(f"iso8859-{n}" for n in (*range(2, 9), 10, 13, 14, 15, 16))),
        *(f"cp{n}" for n in (866, 874, *range(1250, 1259))),
        *("koi8-r", "koi8-u", "mac-roman", "mac-cyrillic"),
        *("gb2312", "gbk", "gb18030", "big5", "big5hkscs", "euc_kr", "cp949"),
        *("euc_jp", "iso2022_jp", "shift_jis", "cp932", "utf-8"),
    }
)
"""The codecs of encodings that the web's standard knows, by Python's names for them."""
_CHARSET = pattern(rb"charset\s*+=\s*+(?:[\"']\s*+)?([A-Za-z0-9_-]+)", re.IGNORECASE)


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
    from tieout.readers.html.guard import refuse_hostile
    from tieout.readers.html.ordered import ordered
    from tieout.readers.html.rebuilt import refuse_rebuilding
    from tieout.readers.html.walk import walk

    source = decode(raw)
    refuse_hostile(source)
    refuse_rebuilding(source)
    body = ordered(source)
    page = walk(body)
    _refuse_tags(page.text, body)
    return Laid(FORMAT, page.text, tuple[Block, ...](page.blocks), raised=tuple(page.raised))


def _refuse_tags(text: str, source: str) -> None:
    """Raises Unreadable where tags came out as words: their ends are seen, and no word has them.

    Only a fault in what reads can do that, such as the `re` of Python 3.11.2 once had.
    """
    shown = text.count(">")
    if shown <= _MOST_SEEN:
        return
    seen, tags = shown - source.count("&gt;"), source.count("<")
    if seen > _MOST_SEEN and seen * 10 > tags:
        raise Unreadable(
            f"{seen:,} of its {tags:,} tags came out as words, which is no fault of the page: "
            "read it with another version of Python, and report this"
        )


def decode(raw: bytes) -> str:
    """The page's characters: UTF-8, else the charset it names, else cp1252."""
    named = _CHARSET.search(raw[:4096])
    charset = _codec(named[1].decode("ascii")) if named else "cp1252"
    for encoding in dict.fromkeys(("utf-8-sig", charset, "cp1252")):
        try:
            return raw.decode(encoding)
        except UnicodeDecodeError:
            continue
    return raw.decode("latin-1")


def _codec(label: str) -> str:
    """The codec that a label of the web means; cp1252 for one that means none."""
    try:
        name = codecs.lookup(label).name
    except LookupError:
        return "cp1252"
    return name if name in _OF_THE_WEB else "cp1252"
