"""What no parser should be given: pages nested or attributed beyond all use.

Lexbor takes time that grows with the square of depth and of attributes, and Python cannot
interrupt it, so such a page is refused by one linear scan before it is parsed.
"""

import re

from tieout.errors import Unreadable

_DEEPEST = 512
_LONGEST_TAG = 65_536
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]*)")
# Tags that the parser closes by itself, or that hold nothing: a page may leave them open.
_UNCOUNTED = frozenset(
    [
        "p",
        "li",
        "dt",
        "dd",
        "tr",
        "td",
        "th",
        "thead",
        "tbody",
        "tfoot",
        "colgroup",
        "option",
        "br",
        "hr",
        "img",
        "input",
        "meta",
        "link",
        "col",
        "area",
        "base",
        "wbr",
        "font",
        "b",
        "i",
        "u",
        "s",
        "em",
        "strong",
        "small",
        "big",
        "a",
        "nobr",
        "tt",
        "code",
        "strike",
    ]
)


def refuse_hostile(source: str) -> None:
    """Raises Unreadable for a page too deeply nested, or with a tag too long."""
    depth = deepest = 0
    for tag in _TAG.finditer(source):
        if tag[2].lower() in _UNCOUNTED:
            continue
        depth = max(0, depth - 1) if tag[1] else depth + 1
        deepest = max(deepest, depth)
    if deepest > _DEEPEST:
        raise Unreadable(f"its tags are nested {deepest:,} deep; {_DEEPEST} is the limit")
    start = source.find("<")
    while start >= 0:
        end = source.find(">", start)
        if (end if end >= 0 else len(source)) - start > _LONGEST_TAG and source[
            start + 1 : start + 2
        ].isalpha():
            raise Unreadable(f"a tag is longer than {_LONGEST_TAG:,} characters")
        if end < 0:
            return
        start = source.find("<", end)
