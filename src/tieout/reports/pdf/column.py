"""Words set line by line down new pages, each with the place that it was set at."""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from tieout.readers.pdf.words import Word
from tieout.reports.pdf.sheets import Face, Sheet, Sheets

MARGIN = 54.0
LEADING = 1.3
_NARROWEST = 0.15
"""Of a letter's size: no letter of the faces in use is as narrow."""
_LOOSE = 0.01
"""Points: what is as wide as its room has room."""


class Token(Struct, frozen=True, gc=False):
    """A word to be set, and where it begins in the text that it is of."""

    start: int
    text: str


class Spot(Struct, frozen=True, gc=False):
    """A word that was set: its page by number from 0, and where on it."""

    start: int
    page: int
    word: Word


class Column:
    """A column of lines; where a page is full, the next one begins."""

    def __init__(self, sheets: Sheets, width: float, height: float) -> None:
        """No page yet; all are of this size."""
        self.sheets, self.width, self.height = sheets, width, height
        self.sizes: list[tuple[float, float]] = []
        self._page: Sheet = None
        self._down = 0.0

    def words(self, words: str, size: float, face: Face = "plain", indent: float = 0.0) -> None:
        """Words, as many lines as they take."""
        tokens = [Token(0, word) for word in words.split()]
        for line in self.lines(tokens, self.width - 2 * MARGIN - indent, size, face):
            self.down(size * LEADING)
            self.line(line, MARGIN + indent, size, face)

    def line(self, tokens: Sequence[Token], left: float, size: float, face: Face) -> list[Spot]:
        """Words on the line that was gone down to, and where each stands."""
        spots: list[Spot] = []
        blank = self.sheets.width(" ", size, face)
        self.write(" ".join(token.text for token in tokens), left, size, face)
        for token in tokens:
            right = left + self.sheets.width(token.text, size, face)
            word = Word(token.text, left, right, self._down, size)
            spots.append(Spot(token.start, len(self.sizes) - 1, word))
            left = right + blank
        return spots

    def write(self, words: str, left: float, size: float, face: Face) -> None:
        """Words on the line that was gone down to."""
        self.sheets.write(self._page, words, (left, self.height - self._down), size, face)

    def rule(self, left: float, right: float, over: float) -> None:
        """A line drawn over the line that was gone down to."""
        high = self.height - self._down + over
        self.sheets.rule(self._page, (left, high, right, high + 0.5))

    def gap(self, height: float) -> None:
        """Nothing for so many points."""
        self._down += height

    def down(
        self, height: float, least: float = 0.0, width: float = 0.0
    ) -> tuple[Sheet, float, float]:
        """Goes so far down, on a new page where there is not that or the least; where that is.

        A new page is as wide as all, or as wide as is asked for.
        """
        if self._page is None or self._down + max(height, least) > self.height - MARGIN:
            self.end()
            size = (max(self.width, width), self.height)
            self._page = self.sheets.fresh(*size)
            self.sizes.append(size)
            self._down = MARGIN
        self._down += height
        return self._page, MARGIN, self.height - self._down

    def end(self) -> None:
        """The page is done."""
        if self._page is not None:
            self.sheets.settle(self._page)
            self._page.close()
            self._page = None

    def lines(
        self, tokens: Iterable[Token], room: float, size: float, face: Face
    ) -> Iterator[list[Token]]:
        """Words as lines that have room."""
        blank, held, taken = self.sheets.width(" ", size, face), list[Token](), 0.0
        for token in tokens:
            for piece in self._pieces(token, room, size, face):
                wide = self.sheets.width(piece.text, size, face)
                if held and taken + blank + wide > room + _LOOSE:
                    yield held
                    held, taken = [piece], wide
                else:
                    taken += blank * bool(held) + wide
                    held.append(piece)
        if held:
            yield held

    def _pieces(self, token: Token, room: float, size: float, face: Face) -> Iterator[Token]:
        """A word, cut where it is wider than a line."""
        most = max(2, int((room + _LOOSE) / (_NARROWEST * size)) + 2)  # never so many on a line
        while len(head := token.text[:most]) > 1:
            wide = self.sheets.width(head, size, face)
            if wide <= room + _LOOSE:
                break
            kept = max(1, int(len(head) * room / wide))
            yield Token(token.start, token.text[:kept])
            token = Token(token.start + kept, token.text[kept:])
        yield token
