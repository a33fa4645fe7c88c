"""A text's lines with the pieces of each, found when they are asked for."""

import re
from collections.abc import Sequence

from tieout.patterns import pattern
from tieout.readers.text.lines import Line
from tieout.readers.text.pieces import Spread, spread

WIDEST = 360
"""Characters: no line of a table is longer."""

_PAGE = pattern(r"\s*<PAGE>", re.IGNORECASE)
_LONE_NUMBER = pattern(r"\s*-?\s?[0-9]{1,4}\s?-?\s*\Z")


class Page:
    """The lines of a text, with the pieces of each where they matter."""

    def __init__(self, text: str, lines: Sequence[Line]) -> None:
        """A text with its lines."""
        self.text = text
        self.lines = lines
        self._spreads: dict[int, Spread] = {}

    def words(self, number: int) -> str:
        """The words of a line."""
        return self.text[self.lines[number].start : self.lines[number].end]

    def spread(self, number: int) -> Spread:
        """The pieces of a line of words."""
        found = self._spreads.get(number)
        if found is None:
            found = self._spreads[number] = spread(self.text, self.lines[number])
        return found

    def is_words(self, number: int) -> bool:
        """True for a line of words."""
        return self.lines[number].kind == "words"

    def is_row(self, number: int) -> bool:
        """True for a line that ends in figures, page numbers apart."""
        line = self.lines[number]
        if line.kind != "words" or not self._may_be_row(line):
            return False
        return self.spread(number).is_row and not self.is_page_number(number)

    def is_page_number(self, number: int) -> bool:
        """True for a lone number that stands right above a page's end."""
        if not _LONE_NUMBER.match(self.words(number)):
            return False
        below = number + 1
        while below < len(self.lines) and self.lines[below].kind == "blank":
            if "\f" in self.words(below):
                return True
            below += 1
        return below < len(self.lines) and _PAGE.match(self.words(below)) is not None

    def _may_be_row(self, line: Line) -> bool:
        """True for a line of a table's width with a gap or a leader in it."""
        if line.end - line.start > WIDEST:
            return False
        words = self.text[line.start : line.end].rstrip()
        return "  " in words or ".." in words or ". ." in words
