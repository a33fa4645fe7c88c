"""What no parser should be given: pages nested or attributed beyond all use.

Lexbor takes time that grows with the square of depth and of attributes, and Python cannot
interrupt it, so such a page is refused by one linear scan before it is parsed.
"""

import re

from tieout.errors import Unreadable

_DEEPEST = 512
_LONGEST_TAG = 65_536
# Tags that the parser closes by itself, or that hold nothing: a page may leave them open. Those
# that most pages are made of stand first, where a search finds them soonest.
_UNCOUNTED = [
    *("td", "font", "p", "tr", "br", "b", "i", "a"),
    *("html", "head", "body", "li", "dt", "dd", "th", "thead", "tbody", "tfoot", "colgroup"),
    *("option", "hr", "img", "input", "meta", "link", "col", "area", "base", "wbr", "u", "s", "em"),
    *("strong", "small", "big", "nobr", "tt", "code", "strike"),
]
_TAG = re.compile(
    rf"<(?=/?[a-z])(/?+)(?!(?:{'|'.join(_UNCOUNTED)})(?![a-z0-9]))", re.IGNORECASE | re.ASCII
)


def refuse_hostile(source: str) -> None:
    """Raises Unreadable for a page too deeply nested, or with a tag too long."""
    depth = deepest = 0
    for ends in _TAG.findall(source):
        if ends:
            depth -= depth > 0
        else:
            depth += 1
            if depth > deepest:
                deepest = depth
    if deepest > _DEEPEST:
        raise Unreadable(f"its tags are nested {deepest:,} deep; {_DEEPEST} is the limit")
    if _may_have_long_tag(source):
        for piece in source.split(">"):
            if len(piece) > _LONGEST_TAG and _is_long_tag(piece):
                raise Unreadable(f"a tag is longer than {_LONGEST_TAG:,} characters")


def _may_have_long_tag(source: str) -> bool:
    """False where a tag ends in every stretch of half the longest: any longer one covers one."""
    half = _LONGEST_TAG // 2
    starts = range(0, len(source) - half + 1, half)
    return any(source.find(">", start, start + half) < 0 for start in starts)


def _is_long_tag(piece: str) -> bool:
    """True where a tag begins in time to be too long before the piece ends."""
    start = piece.find("<")
    while 0 <= start < len(piece) - _LONGEST_TAG:
        if piece[start + 1].isalpha():
            return True
        start = piece.find("<", start + 1)
    return False
