"""What is printed on every page and belongs to none: running heads, feet and page numbers."""

import re
from collections import Counter
from collections.abc import Sequence
from typing import TypeAlias

from msgspec import Struct

from tieout.lexicon.shapes import DASH_SET, DASHES
from tieout.patterns import pattern
from tieout.readers.pdf.figures import is_amount
from tieout.readers.pdf.lines import Line

_DEEP = 4
_MARGIN = 0.14
_FEWEST_PAGES = 3
_STEP = 4.0
_LONGEST = 200

_PAGE_NUMBER = pattern(
    rf"[{DASH_SET}|\s]*(?:page\s*)?(?:[0-9]{{1,3}}|[ivxl]{{1,6}}|[A-Z]\s?-\s?[0-9]{{1,3}})"
    rf"(?:\s*(?:of|/)\s*[0-9]{{1,3}})?[{DASH_SET}|\s]*\Z",
    re.IGNORECASE,
)
_MORE = pattern(
    rf"[{DASH_SET}(\s]*(?:more|over|continued(?: on (?:the )?(?:next|following) page)?)"
    rf"[{DASH_SET})\s.]*\Z",
    re.IGNORECASE,
)
# What says how a table under it is to be read stays, though every page prints it at its head.
_TELLING = pattern(
    r"million|thousand|billion|audited|ended|ending|dollars|shares?\b|statements?\b|sheets?\b"
    r"|reconciliation|months|quarter|year",
    re.IGNORECASE,
)
# A browser prints the hour at the head of its pages, and with it the page's title.
_HOUR = pattern(r"\b[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?:\s?[AP]M)?\b", re.IGNORECASE)
_DIGITS = pattern("[0-9]{1,4}")

_Key: TypeAlias = tuple[str, int]


def without_furniture(pages: Sequence[list[Line]], heights: Sequence[float]) -> list[list[Line]]:
    """The lines of each page without its running head and foot, and without its number.

    They are taken off from the edge inwards, up to the first line that is the page's own.
    """
    sheets = list(enumerate(zip(pages, heights, strict=True)))
    counts = Counter(
        key
        for number, (lines, height) in sheets
        for key in {key for line in _outer(lines, height) for key in _keys(line, number)}
    )
    common = frozenset(key for key, count in counts.items() if count >= _FEWEST_PAGES)
    return [_Sheet(number, height, common).within(lines) for number, (lines, height) in sheets]


def _outer(lines: Sequence[Line], height: float) -> list[Line]:
    """The few lines nearest to the page's upper and lower edges."""
    near = [*lines[:_DEEP], *lines[-_DEEP:]] if len(lines) > 2 * _DEEP else lines
    return [line for line in near if _is_outer(line, height)]


def _is_outer(line: Line, height: float) -> bool:
    """True for a line near the page's upper or lower edge."""
    return not _MARGIN * height < line.base < (1 - _MARGIN) * height


def _keys(line: Line, number: int) -> list[_Key]:
    """What a line says and about where it stands, as it is and counted from its page's number."""
    words, step = line.text.lower(), round(line.base / _STEP)
    if len(words) > _LONGEST:
        return []
    said = [words]
    for digits in _DIGITS.finditer(words):
        offset = int(digits[0]) - number
        said.append(f"{words[: digits.start()]}#{offset}{words[digits.end() :]}")
    return [(one, near) for one in said for near in (step, step + 1)]


class _Sheet(Struct, frozen=True):
    """A page, and what its edges have in common with other pages'."""

    number: int
    height: float
    common: frozenset[_Key]

    def within(self, lines: list[Line]) -> list[Line]:
        """The lines without those at its edges that are furniture."""
        first, stop = 0, len(lines)
        while stop > max(first, len(lines) - _DEEP) and self._is_foot(lines[stop - 1]):
            stop -= 1
        while first < min(stop, _DEEP) and self._is_furniture(lines[first]):
            words = lines[first].text
            if _TELLING.search(words) and not _HOUR.search(words):
                break
            first += 1
        return lines[first:stop]

    def _is_foot(self, line: Line) -> bool:
        """True for furniture, and for a word that the next page goes on."""
        return bool(_MORE.match(line.text)) or self._is_furniture(line)

    def _is_furniture(self, line: Line) -> bool:
        """True for a line at an edge that numbers the page or that other pages have too."""
        if line.text.strip(DASHES + " ") in (str(self.number), str(self.number + 1)):
            return True
        if not _is_outer(line, self.height):
            return False
        if len(line.pieces) == 1 and _PAGE_NUMBER.match(line.text):
            return True
        if any(is_amount(piece.text) and not piece.text.isdecimal() for piece in line.pieces):
            return False
        return any(key in self.common for key in _keys(line, self.number))
