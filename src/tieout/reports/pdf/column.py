"""Words set line by line down pages that are added behind a PDF's own."""

from collections.abc import Iterator

from tieout.reports.pdf.sheets import Face, Sheet, Sheets

_MARGIN = 54.0
_LEADING = 1.3


class Column:
    """A column of lines; where a page is full, the next one begins."""

    def __init__(self, sheets: Sheets, width: float, height: float) -> None:
        """No page yet; all are of this size."""
        self._sheets, self._width, self._height = sheets, width, height
        self._page: Sheet = None
        self._down = 0.0

    def words(self, words: str, size: float, face: Face = "plain", indent: float = 0.0) -> None:
        """Words, as many lines as they take."""
        room = self._width - 2 * _MARGIN - indent
        for line in self._wrapped(words, room, size, face):
            self.room(size * _LEADING)
            at = (_MARGIN + indent, self._height - self._down)
            self._sheets.write(self._page, line, at, size, face)

    def gap(self, height: float) -> None:
        """Nothing for so many points."""
        self._down += height

    def room(self, height: float, least: float = 0.0) -> tuple[Sheet, float, float]:
        """Goes so far down, on a new page where there is not that or the least; where that is."""
        if self._page is None or self._down + max(height, least) > self._height - _MARGIN:
            self.end()
            self._page = self._sheets.fresh(self._width, self._height)
            self._down = _MARGIN
        self._down += height
        return self._page, _MARGIN, self._height - self._down

    def end(self) -> None:
        """The last page is done."""
        if self._page is not None:
            self._sheets.settle(self._page)
            self._page.close()
            self._page = None

    def _wrapped(self, words: str, room: float, size: float, face: Face) -> Iterator[str]:
        """Words as lines that have room."""
        blank, held, taken = self._sheets.width(" ", size, face), "", 0.0
        for word in words.split():
            for piece in self._pieces(word, room, size, face):
                wide = self._sheets.width(piece, size, face)
                if held and taken + blank + wide > room:
                    yield held
                    held, taken = piece, wide
                else:
                    held, taken = f"{held} {piece}" if held else piece, taken + blank + wide
        yield held

    def _pieces(self, word: str, room: float, size: float, face: Face) -> Iterator[str]:
        """A word, cut where it is wider than a line."""
        while self._sheets.width(word, size, face) > room and len(word) > 1:
            kept = max(1, int(len(word) * room / self._sheets.width(word, size, face)))
            yield word[:kept]
            word = word[kept:]
        yield word
