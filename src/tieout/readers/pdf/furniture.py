"""What is printed on every page and belongs to none: running heads, feet and page numbers."""

import re
from collections import Counter
from collections.abc import Sequence

from tieout.readers.pdf.figures import is_amount
from tieout.readers.pdf.lines import Line

_DEEP = 4
_MARGIN = 0.14
_FEWEST_PAGES = 3
_STEP = 4.0

_PAGE_NUMBER = re.compile(
    r"[-\u2013\u2014|\s]*(?:page\s*)?(?:[0-9]{1,3}|[ivxl]{1,6}|[A-Z]\s?-\s?[0-9]{1,3})"
    r"(?:\s*(?:of|/)\s*[0-9]{1,3})?[-\u2013\u2014|\s]*\Z",
    re.IGNORECASE,
)
_MORE = re.compile(r"[-\u2013\u2014(\s]*(?:more|continued(?: on (?:the )?(?:next|following) page)?|over)[-\u2013\u2014)\s.]*\Z", re.I)
# What says how a table under it is to be read stays, though every page prints it at its head.
_TELLING = re.compile(
    r"million|thousand|billion|audited|ended|ending|dollars|shares?\b|statements?\b|sheets?\b"
    r"|reconciliation|months|quarter|year",
    re.IGNORECASE,
)
_DIGITS = re.compile("[0-9]+")


def without_furniture(pages: Sequence[list[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """The lines of each page without its running head and foot, and without its number.

    They are taken off from the edge inwards, up to the first line that is the page's own.
    """
    counts = Counter(
        key
        for lines, height in zip(pages, heights, strict=True)
        for key in {_key(line) for line in _outer(lines, height)}
    )
    return [
        _within(lines, height, counts) for lines, height in zip(pages, heights, strict=True)
    ]


def _outer(lines: Sequence[Line], height: float) -> list[Line]:
    """The few lines nearest to the page's upper and lower edges."""
    near = [*lines[:_DEEP], *lines[-_DEEP:]] if len(lines) > 2 * _DEEP else lines
    return [line for line in near if _is_outer(line, height)]


def _is_outer(line: Line, height: float) -> bool:
    """True for a line near the page's upper or lower edge."""
    return not _MARGIN * height < line.base < (1 - _MARGIN) * height


def _key(line: Line) -> tuple[str, int]:
    """Its words but for their numbers, and about where it stands."""
    return _DIGITS.sub("#", line.text).lower(), round(line.base / _STEP)


def _within(lines: list[Line], height: float, counts: Counter[tuple[str, int]]) -> list[Line]:
    """A page's lines without those at its edges that are furniture."""
    first, stop = 0, len(lines)
    while stop > first and stop > len(lines) - _DEEP and _is_foot(lines[stop - 1], height, counts):
        stop -= 1
    while first < min(stop, _DEEP) and _is_furniture(lines[first], height, counts):
        if _TELLING.search(lines[first].text):
            break
        first += 1
    return lines[first:stop]


def _is_foot(line: Line, height: float, counts: Counter[tuple[str, int]]) -> bool:
    """True for furniture, and for a word that the next page goes on."""
    return bool(_MORE.match(line.text)) or _is_furniture(line, height, counts)


def _is_furniture(line: Line, height: float, counts: Counter[tuple[str, int]]) -> bool:
    """True for a line at an edge that numbers the page or that other pages have too."""
    if not _is_outer(line, height):
        return False
    if len(line.pieces) == 1 and _PAGE_NUMBER.match(line.text):
        return True
    if any(is_amount(piece.text) and not piece.text.isdecimal() for piece in line.pieces):
        return False
    words, step = _key(line)
    return sum(counts[words, near] for near in (step - 1, step, step + 1)) >= _FEWEST_PAGES
