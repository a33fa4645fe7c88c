"""What no parser should be given: pages nested or attributed beyond all use.

Lexbor takes time that grows with the square of depth and of attributes, and Python cannot
interrupt it, so such a page is refused by one linear scan before it is parsed.
"""

import re

from tieout.errors import Unreadable
from tieout.patterns import pattern

_DEEPEST = 512
_LONGEST_TAG = 65_536
_MOST_ATTRIBUTES = 2_000
_STRETCH = 16_384
"""A tag of too many attributes has no end for so long."""

# Tags that the parser closes by itself, or that hold nothing: a page may leave them open. Those
# that most pages are made of stand first, where a search finds them soonest. An option is closed
# by the next only where nothing is open in it.
FORMATTING = (
    *("font", "b", "i", "a", "u", "s", "em", "strong", "small", "big", "nobr", "tt", "code"),
    "strike",
)
"""Elements that a parser opens again in the next block where they are left open."""
_UNCOUNTED = [
    *("td", "p", "tr", "br", *FORMATTING),
    *("html", "head", "body", "li", "dt", "dd", "th", "thead", "tbody", "tfoot", "colgroup"),
    *("hr", "img", "input", "meta", "link", "col", "area", "base", "wbr"),
    r"option(?=[^<>]*+>[^<]*+<(?:/?option|/?optgroup|/select)(?![a-z0-9]))",
]
_TAG = pattern(
    rf"<(?!/?(?:{'|'.join(_UNCOUNTED)})(?![a-z0-9]))(/?[a-z][^\s/>]*+)",
    re.ASCII | re.IGNORECASE,
)
_COMMENT = pattern(r"<!--(?>.*?(?:-->|\Z))", re.DOTALL)
# Words in a tag are no tags, however they look.
_TAG_IN_VALUE = pattern(r"=[\"'][^\"'<>]*</")

_SCOPES = frozenset(("table", "template", "object", "applet", "marquee", "select", "button"))
_SPECIAL = _SCOPES | frozenset(
    [
        *("address", "article", "aside", "blockquote", "center", "details", "dir", "div", "dl"),
        *("fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5"),
        *("h6", "header", "hgroup", "listing", "main", "menu", "nav", "ol", "pre", "section"),
        *("summary", "ul", "caption", "iframe", "noembed", "noframes", "noscript", "script"),
        *("style", "textarea", "title", "xmp", "plaintext"),
    ]
)
"""What the end of another element does not reach over, but for that of a block."""

_ATTRIBUTE = (
    r"(?:=[^\s/>=]*+|[^\s/>=]++)"
    r"(?:\s*+=\s*+(?:\"[^\"]*+\"?|'[^']*+'?|[^\s>\"'][^\s>]*+)?)?"
)
_ATTRIBUTES = pattern(rf"<[a-z][^\s/>]*+((?>(?:[\s/]*+{_ATTRIBUTE})*))", re.IGNORECASE)
_ONE = pattern(_ATTRIBUTE)


def refuse_hostile(source: str) -> None:
    """Raises Unreadable for a page too deeply nested, or with a tag too long or too full."""
    shown = _COMMENT.sub("", source) if "<!--" in source else source
    tags = _TAG.findall(shown)
    if sum(tag[0] != "/" for tag in tags) > _DEEPEST:
        deepest = _deepest(tags) + len(_TAG_IN_VALUE.findall(shown))
        if deepest > _DEEPEST:
            raise Unreadable(f"its tags are nested {deepest:,} deep; {_DEEPEST} is the limit")
    if _has_stretch(source, _STRETCH):
        for tag in _ATTRIBUTES.finditer(source):
            length = tag.end() - tag.start()
            if length > _LONGEST_TAG:
                raise Unreadable(f"a tag is longer than {_LONGEST_TAG:,} characters")
            if length > _STRETCH and (count := len(_ONE.findall(tag[1]))) > _MOST_ATTRIBUTES:
                limit = f"{_MOST_ATTRIBUTES:,} is the limit"
                raise Unreadable(f"a tag has {count:,} attributes; {limit}")


def _deepest(tags: list[str]) -> int:
    """How deep tags are nested at most; each begins an element or, with a slash, ends one."""
    deepest = 0
    stack: list[str] = []
    for tag in tags:
        if tag[0] != "/":
            stack.append(tag)
            if len(stack) > deepest:
                deepest = len(stack)
        elif stack:
            if stack[-1] == tag[1:]:
                stack.pop()
            elif deepest <= _DEEPEST:
                _end(stack, tag[1:].lower())
    return deepest


def _end(stack: list[str], name: str) -> None:
    """Closes the last element of the name and all inside of it, where its end reaches it."""
    barred = _SCOPES if name in _SPECIAL else _SPECIAL
    for place in range(len(stack) - 1, -1, -1):
        element = stack[place].lower()
        if element == name:
            del stack[place:]
            return
        if element in barred:
            return


def _has_stretch(source: str, length: int) -> bool:
    """False where a tag ends in every stretch of half the length: any longer one covers one."""
    half = length // 2
    starts = range(0, len(source) - half + 1, half)
    return any(source.find(">", start, start + half) < 0 for start in starts)
