"""The lines of a text, each with what it is."""

import re
from collections.abc import Iterator
from typing import Literal, TypeAlias

from msgspec import Struct

from tieout.lexicon.shapes import YEAR
from tieout.patterns import pattern

LineKind: TypeAlias = Literal["blank", "tag", "rule", "row", "words"]
"""`row` is parted by tabs; `tag` holds SGML tags only, which are structure and no words."""

RULE = pattern(r"[\s\-=_\u2500-\u2550]*\Z")
_STROKE = pattern(r"[-=_\u2500-\u2550]{2}")
_TAGS = pattern(
    r"(?>(?:\s*+</?(?:PAGE|TABLE|CAPTION|S|C|FN|F[0-9]{1,2}|TEXT|DOCUMENT|R|L)>)+)"
    r"(?:(?<=<PAGE>)\s*+[0-9]{1,4})?\s*\Z",
    re.IGNORECASE,
)

_NAMES_COLUMN = pattern(rf"\bended\b|\b{YEAR}\s*\Z", re.IGNORECASE)

# A file whose every other line is blank was wrapped before it was spaced.
_FEWEST_WRAPS = 10
_WIDEST = 140


class Line(Struct, frozen=True, gc=False):
    """A line of the file, without its line break."""

    start: int
    end: int
    kind: LineKind


def lines(text: str) -> list[Line]:
    """Every line with its kind; of a double-spaced text without the blanks that spacing added."""
    found = _headed(text, list(_lines(text)))
    return _single_spaced(found) if _is_double_spaced(text, found) else found


def _lines(text: str) -> Iterator[Line]:
    """Every line with its kind."""
    start = 0
    for piece in text.split("\n"):
        words = piece.rstrip("\r")
        yield Line(start, start + len(words), _kind(words))
        start += len(piece) + 1


def _headed(text: str, found: list[Line]) -> list[Line]:
    """The lines, one that names the only column of the rows right under it made a row."""
    for number in range(len(found) - 2, -1, -1):
        line = found[number]
        if line.kind != "words" or found[number + 1].kind != "row":
            continue
        words = text[line.start : line.end]
        if words.startswith("\t") and len(words) < _WIDEST and _NAMES_COLUMN.search(words):
            found[number] = Line(line.start, line.end, "row")
    return found


def _kind(line: str) -> LineKind:
    """What a line is: blank, tags, a rule, a row of cells, or words."""
    words = line.strip()
    if not words:
        return "blank"
    if words[0] == "<" and _TAGS.match(words):
        return "tag"
    if RULE.match(words) and _STROKE.search(words):
        return "rule"
    if "\t" in line.lstrip():
        return "row"
    return "words"


def _is_double_spaced(text: str, found: list[Line]) -> bool:
    """True where hardly two lines touch, and blank lines stand in the middle of sentences."""
    touching = wraps = alone = 0
    for above, line, below in zip(found, found[1:], found[2:], strict=False):
        if above.kind in ("blank", "tag"):
            continue
        if above.kind == "row" or above.end - above.start > _WIDEST:
            return False
        if line.kind not in ("blank", "tag"):
            touching += 1
        elif line.kind == "blank" and below.kind == "words":
            alone += 1
            first = text[below.start : below.end].lstrip()[:1]
            wraps += first.islower() and text[above.end - 1] not in ".:;!?"
    return wraps >= _FEWEST_WRAPS and wraps * 6 >= alone and touching * 50 <= alone


def _single_spaced(found: list[Line]) -> list[Line]:
    """The lines without the first blank of every gap."""
    kept: list[Line] = []
    above = "blank"
    for line in found:
        if line.kind != "blank" or above == "blank":
            kept.append(line)
        above = line.kind
    return kept
