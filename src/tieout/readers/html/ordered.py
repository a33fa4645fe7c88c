"""The tags of a page put in order by a parser: Lexbor, or another where there is none."""

from collections.abc import Callable
from typing import TypeAlias

from tieout.errors import Unreadable

Parser: TypeAlias = Callable[[str], str | None]
"""The source of a page's body, written out again from the tree of it; None where it has none.

Every tag is closed, every value quoted, every name in lower case. The words of `xmp` and
`plaintext` are words, with their signs escaped, and not those elements.
"""

_given: list[Parser] = []
"""The parser in Lexbor's place, where there is one."""


def give(parser: Parser | None) -> None:
    """Pages are parsed by this parser from now on; by Lexbor for None."""
    _given[:] = [] if parser is None else [parser]


def ordered(source: str) -> str:
    """The source of a page's body in order; raises Unreadable where the page has no body."""
    body = _given[0](source) if _given else _by_lexbor(source)
    if body is None:
        raise Unreadable("the page has no body")
    return body


def _by_lexbor(source: str) -> str | None:
    """The body as Lexbor writes it; raises Unreadable where there is no memory for it."""
    from selectolax.lexbor import LexborHTMLParser, SelectolaxError

    try:
        body = LexborHTMLParser(source).body
    except SelectolaxError:  # it says no more than that
        raise Unreadable("its parser gave up, for want of memory: save it again") from None
    if body is None:
        return None
    html = body.html or ""
    if "<xmp" in html or "<plaintext" in html:
        for shown in body.css("xmp, plaintext"):  # the parser's source has their words as they are
            shown.replace_with(shown.text())
        html = body.html or ""
    return html
