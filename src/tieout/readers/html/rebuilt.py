"""How many elements a parser would make again for tags left open, counted before it does.

HTML has a parser open anew, in each block, every formatting element that the block before left
open: 3,000 of them and 3,000 paragraphs are nine million elements of a page of 59 KB.
"""

import re
from collections.abc import Iterator

from tieout.errors import Unreadable
from tieout.patterns import pattern
from tieout.readers.html.guard import FORMATTING

MOST_REBUILT = 100_000
"""Elements: forty megabytes of them, and a hundred times those of any page seen."""

_NAMES = "|".join(FORMATTING)
# Most tags are others, and are passed over by their first letter.
_FIRST = "<(?=[a-cefinstuA-CEFINSTU])"
_WORDS = r"(?:\s[^<>]*+)?>(?>[^<]*+(?:<br\s*+/?>[^<]*+)*)"
_WHOLE = pattern(rf"{_FIRST}(?i:({_NAMES}|span|su[bp]){_WORDS}</\1>)", re.ASCII)
"""An element that ends where it began: nothing in it can leave it open."""
_FORMATTING = pattern(rf"{_FIRST}(?i:({_NAMES})(?=[\s/>])(?!{_WORDS}</\1>))", re.ASCII)
"""The beginning of any other, of those that may be opened again."""
_ROUNDS = 2
"""So often elements that are whole are taken out, the inner ones first."""
_TAG = pattern(
    r"<(?:(/?)([a-z][^\s/>]*)((?:[^<>\"']|\"[^<>\"]*\"|'[^<>']*')*)(>?)|!--)",
    re.IGNORECASE | re.ASCII,
)
_PART = pattern(r">|=\s*([\"'])")
_RAW = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"))
"""In these, nothing is a tag but their own end."""
_NAMED = frozenset(FORMATTING)
_CELLS = frozenset(("td", "th", "caption", "object", "applet", "marquee", "template"))
"""What is left open before or inside of these is not opened anew on their other side."""
_ALONE = frozenset(("a", "nobr"))
"""One of these ends the one before it."""
_ALIKE = 3
"""So many of the same attributes are opened anew, and no more."""


class _Open:
    """The formatting elements left open since a cell began, in order."""

    def __init__(self) -> None:
        """None yet."""
        self.open: list[tuple[str, str]] = []
        self._counts: dict[str | tuple[str, str], int] = {}

    def begin(self, name: str, attributes: str) -> int:
        """An element begins; how many that may make again."""
        made = self.end(name) if name in _ALONE else 0
        one = (name, attributes)
        if self._counts.get(one, 0) < _ALIKE:
            self.open.append(one)
            self._count(one, 1)
        return made

    def end(self, name: str) -> int:
        """The last element of the name ends; how many inside of it are open still."""
        if not self._counts.get(name):
            return 0
        place = len(self.open) - 1
        while self.open[place][0] != name:
            place -= 1
        self._count(self.open.pop(place), -1)
        return len(self.open) - place

    def _count(self, one: tuple[str, str], step: int) -> None:
        """Counts it under its name, and with those alike."""
        for key in (one, one[0]):
            self._counts[key] = self._counts.get(key, 0) + step


def refuse_rebuilding(source: str) -> None:
    """Raises Unreadable for a page whose open tags would be made again beyond all use."""
    tags, rest = source.count("<"), source
    for left in range(_ROUNDS, -1, -1):
        if len(_FORMATTING.findall(rest)) * tags <= MOST_REBUILT:
            return  # each of those that may be left open, in each of the others
        rest = _WHOLE.sub("", rest) if left else rest
    if rebuilt(source) > MOST_REBUILT:
        raise Unreadable(
            "its tags for fonts and the like are left open, and would be opened again more than "
            f"{MOST_REBUILT:,} times: save the page again from a browser"
        )


def rebuilt(source: str) -> int:
    """The most elements that may be made again, counted no further than beyond the limit."""
    made = depth = 0
    is_choice = False
    open_ = _Open()
    cells: list[tuple[int, _Open]] = []
    for ends, name, attributes in _tags(source):
        if name in _NAMED:
            if not ends:
                made += open_.begin(name, attributes)
            elif not is_choice:
                made += open_.end(name)
            continue
        if name == "select":
            is_choice = not ends  # ends nothing that began before it
        if name == "table":
            depth += -1 if ends else 1
        if name in _CELLS or name == "table":
            while cells and (cells[-1][0] > depth or (cells[-1][0] == depth and name != "table")):
                open_ = cells.pop()[1]
            if name != "table" and not ends:
                cells.append((depth, open_))
                open_ = _Open()
        made += len(open_.open)
        if made > MOST_REBUILT:
            break
    return made


def _tags(source: str) -> Iterator[tuple[str, str, str]]:
    """Every tag where a parser sees one: "/" if it ends an element, the name, the attributes."""
    position = 0
    while found := _TAG.search(source, position):
        position = found.end()
        if found[2] is None:
            position = _behind(source, "-->", position - 2)  # "<!-->" is whole
            continue
        if not found[4]:
            position = _end_of_tag(source, found.end(2))
        name = found[2].lower()
        yield found[1], name, source[found.end(2) : position]
        if name in _RAW and not found[1]:
            ending = pattern(rf"</{name}(?=[\s/>])", re.IGNORECASE).search(source, position)
            position = ending.start() if ending else len(source)


def _behind(source: str, mark: str, position: int) -> int:
    """Where what the mark ends has ended."""
    end = source.find(mark, position)
    return len(source) if end < 0 else end + len(mark)


def _end_of_tag(source: str, position: int) -> int:
    """The end of a tag whose attributes hold what ends others."""
    while found := _PART.search(source, position):
        position = found.end()
        if found[0] == ">":
            return position
        position = _behind(source, found[1], position)
    return len(source)
