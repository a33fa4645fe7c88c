"""What is printed on every page and belongs to none: running heads, feet and page numbers."""

import re
from collections import Counter
from collections.abc import Sequence

from tieout.readers.pdf.lines import Line

_DEEP = 4
_MARGIN = 0.16
_NUMBER_MARGIN = 0.12
_FEWEST_PAGES = 3
_STEP = 4.0

_PAGE_NUMBER = re.compile(
    r"[-\u2013\u2014|\s]*(?:page\s*)?(?:[0-9]{1,3}|[ivxl]{1,6}|[A-Z]-\s?[0-9]{1,3})"
    r"(?:\s*(?:of|/)\s*[0-9]{1,3})?[-\u2013\u2014|\s]*\Z",
    re.IGNORECASE,
)
_MORE = re.compile(r"[-\u2013\u2014(\s]*(?:more|continued|over)[-\u2013\u2014)\s.]*\Z", re.I)
# What says how a table under it is to be read stays, though every page prints it at its head.
_TELLING = re.compile(
    r"million|thousand|billion|audited|ended|ending|dollars|shares?\b|statements?\b|sheets?\b"
    r"|reconciliation|months|quarter|year",
    re.IGNORECASE,
)
_DIGITS = re.compile("[0-9]+")


def without_furniture(pages: Sequence[list[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """The lines of each page without its running head and foot, and without its number."""
    counts = Counter(
        key
        for lines, height in zip(pages, heights, strict=True)
        for key in {_key(line) for line in _outer(lines, height)}
    )
    return [
        [line for place, line in enumerate(lines) if not _is_furniture(lines, place, height, counts)]
        for lines, height in zip(pages, heights, strict=True)
    ]


def _outer(lines: Sequence[Line], height: float) -> list[Line]:
    """The few lines nearest to the page's upper and lower edges."""
    near = [*lines[:_DEEP], *lines[-_DEEP:]] if len(lines) > 2 * _DEEP else lines
    return [line for line in near if not _MARGIN * height < line.base < (1 - _MARGIN) * height]


def _key(line: Line) -> tuple[str, int]:
    """Its words but for their numbers, and about where it stands."""
    return _DIGITS.sub("#", line.text).lower(), round(line.base / _STEP)


def _is_furniture(
    lines: Sequence[Line], place: int, height: float, counts: Counter[tuple[str, int]]
) -> bool:
    """True for a line at an edge that other pages have too, or that only numbers the page."""
    line = lines[place]
    if not (place < _DEEP or place >= len(lines) - _DEEP):
        return False
    is_last, is_first = place == len(lines) - 1, place == 0
    in_margin = not _NUMBER_MARGIN * height < line.base < (1 - _NUMBER_MARGIN) * height
    if (is_last or is_first) and in_margin and len(line.pieces) == 1:
        if _PAGE_NUMBER.match(line.text) or _MORE.match(line.text):
            return True
    if _MARGIN * height < line.base < (1 - _MARGIN) * height:
        return False
    words, step = _key(line)
    if sum(counts[words, near] for near in (step - 1, step, step + 1)) < _FEWEST_PAGES:
        return False
    return line.base > height / 2 or not _TELLING.search(words)
