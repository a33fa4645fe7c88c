"""The pieces of a line that blanks or dot leaders part, and which of them are figures."""

import re
from collections.abc import Iterator
from functools import lru_cache

from msgspec import Struct

from tieout.lexicon.markup import trim
from tieout.lexicon.shapes import DASH_SET, MINUS_SET, NUMBER, SIGN, YEAR
from tieout.patterns import pattern
from tieout.readers.text.lines import Line

_GAP = pattern(
    r"[ \u00a0]*+(?:\.[ \u00a0]){2,}[. \u00a0]*|[ \u00a0]*+\.{2,}[. \u00a0]*|\.?[ \u00a0]{2,}"
)
_ONE = rf"[(\[]?[+{MINUS_SET}]?{SIGN}?\ ?[(\[]?-?{NUMBER}(?:\ ?[)\]])?%?[)\]]?"
_FIGURE = pattern(
    rf"""
    (?: \(? [+{MINUS_SET}]?\s*+ (?:{SIGN}\s*+)? (?:[(\[]\s*+)? [+{MINUS_SET}]? {NUMBER} \s*+
        (?:[)\]]\s*+)? (?:%|[xX]|bps?|pts?\.?|\u00a2)?[)\]]?
        (?:(?:(?<=\s)|\ )?\([0-9a-zA-Z*]{{1,3}}\)|(?:(?<=\s)|\ )?\*++)*
      | \(? {SIGN}?\s* (?:-\ ?-|-{{1,5}}|[{DASH_SET}]{{1,3}}) \s*%?\)?
        (?:\([0-9a-zA-Z*]{{1,3}}\))?
      | n\.?/?[ma]\.? | nil | \*{{1,3}}
    )\Z
    """,
    re.VERBOSE | re.IGNORECASE,
)
_SEVERAL = pattern(rf"(?:{_ONE}|--+)(?>(?:\ (?:{_ONE}|--+))*)(?:\ {SIGN})?\Z", re.VERBOSE)
_BETWEEN = pattern(rf" (?=[(\[]?[+{MINUS_SET}]?(?:{SIGN}|[0-9.]|--))")
_OPENS = pattern(rf"[(\[]?{SIGN}?\s?[(\[]?\Z")
_CLOSES = pattern(r"[)\]%]{1,2}\Z")
_YEAR = pattern(rf"{YEAR}\*?\Z")
_LONGEST_FIGURE = 48
_LONGEST_MARK = 4
_LONGEST_BESIDE = 30
_WIDEST_SIGN_GAP = 16
_WIDEST_CAPTION_GAP = 3
# A figure with no caption before it stands well away from the margin.
_STUB = 14


class Piece(Struct, frozen=True, gc=False):
    """A stretch of a line, and the character of the line it starts at."""

    start: int
    end: int
    column: int
    is_figure: bool = False

    @property
    def stop(self) -> int:
        """The character of the line it ends before."""
        return self.column + self.end - self.start


class Spread(Struct, frozen=True, gc=False):
    """A line of words as its pieces."""

    pieces: tuple[Piece, ...]
    is_all_years: bool = False

    @property
    def figures(self) -> tuple[Piece, ...]:
        """The figures behind the caption, or well away from the margin."""
        return tuple(
            piece
            for place, piece in enumerate(self.pieces)
            if piece.is_figure and (place or piece.column >= _STUB)
        )

    @property
    def is_row(self) -> bool:
        """True where the line ends in figures."""
        figures = self.figures
        if not figures:
            return False
        beside = [piece for piece in self.pieces if piece.column >= figures[0].column]
        words = [piece.end - piece.start for piece in beside if not piece.is_figure]
        counted = [length for length in words if length > _LONGEST_MARK]
        return len(counted) * 2 <= len(figures) and max(words, default=0) <= _LONGEST_BESIDE


def spread(text: str, line: Line) -> Spread:
    """The line in pieces: a sign belongs to its figure, a caption holds no gap of note."""
    margin = _tabs(text[line.start : line.end])
    pieces = list(_joined(text, _parted(text, _split(text, line, margin))))
    figures = [piece for piece in pieces if piece.is_figure]
    years = [piece for piece in figures if _YEAR.match(text[piece.start : piece.end])]
    return Spread(tuple(_captioned(pieces)), bool(figures) and len(years) == len(figures))


def reads_as_figure(words: str) -> bool:
    """True for an amount, a percentage, a dash, or "n/m", with signs and footnote marks."""
    return len(words) <= _LONGEST_FIGURE and _reads_as_figure(words)


@lru_cache(maxsize=4096)
def _reads_as_figure(words: str) -> bool:
    """The same for few characters, which a table has again and again."""
    return _FIGURE.match(words) is not None


def _tabs(line: str) -> int:
    """How much wider than they are the tabs in front of a line make it."""
    lead = line[: len(line) - len(line.lstrip())]
    return len(lead.expandtabs(8)) - len(lead) if "\t" in lead else 0


def _split(text: str, line: Line, margin: int) -> Iterator[Piece]:
    """The stretches between gaps."""
    position = line.start
    for gap in [*_GAP.finditer(text, line.start, line.end), None]:
        stop = gap.start() if gap else line.end
        # "Inc.    5" and "Inc. ....5": one dot may be the word's own, it is left with the leader.
        start, end = trim(text, position, stop)
        if start < end:
            is_figure = reads_as_figure(text[start:end])
            yield Piece(start, end, start - line.start + margin, is_figure)
        position = gap.end() if gap else line.end


def _parted(text: str, pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces, with figures that a single blank parts as several."""
    for piece in pieces:
        words = text[piece.start : piece.end]
        if piece.is_figure or not words[-1:].isascii() or not _SEVERAL.match(words):
            yield piece
            continue
        start = 0
        for stop in [*(blank.start() for blank in _BETWEEN.finditer(words)), len(words)]:
            opens = _OPENS.match(words[start:stop]) is not None
            if opens and stop < len(words):
                continue  # "$ 1,075,900 $ 1,291,024": a sign goes with the figure behind it
            yield Piece(piece.start + start, piece.start + stop, piece.column + start, not opens)
            start = stop + 1


def _joined(text: str, pieces: Iterator[Piece]) -> Iterator[Piece]:
    """The pieces, with the signs that stand apart from their figure joined to it."""
    held: Piece | None = None
    for piece in pieces:
        if held is None:
            held = piece
            continue
        gap = piece.column - held.stop
        before, words = text[held.start : held.end], text[piece.start : piece.end]
        opens = piece.is_figure and len(before) < 6 and _OPENS.match(before)
        closes = held.is_figure and gap <= 4 and _CLOSES.match(words)
        if gap <= _WIDEST_SIGN_GAP and (opens or closes):
            held = Piece(held.start, piece.end, held.column, is_figure=True)
        else:
            yield held
            held = piece
    if held is not None:
        yield held


def _captioned(pieces: list[Piece]) -> Iterator[Piece]:
    """The pieces, with words before the first figure joined over a gap that means nothing."""
    first = next((place for place, piece in enumerate(pieces) if place and piece.is_figure), 0)
    held: Piece | None = None
    for piece in pieces[:first]:
        if held is not None and piece.column - held.stop <= _WIDEST_CAPTION_GAP:
            held = Piece(held.start, piece.end, held.column)
        else:
            if held is not None:
                yield held
            held = piece
    if held is not None:
        yield held
    yield from pieces[first:]
