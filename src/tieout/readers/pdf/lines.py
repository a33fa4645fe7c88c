"""Words made lines, and lines parted into pieces where the gaps are wider than a blank."""

from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from msgspec import Struct

from tieout.lexicon.shapes import DASH_SET
from tieout.patterns import pattern
from tieout.readers.pdf.figures import (
    closes,
    holds_figure,
    is_figure,
    is_sign,
    opens,
    stands_before,
)
from tieout.readers.pdf.words import Word

# In parts of the font's size.
_SAME_BASE = 0.4
_RAISED = 0.8
_LOWERED = 0.45
_RAISED_LEAST = 0.1
_SMALL = 0.82
_BESIDE = 1.0
_OFF_BASE = 0.15
_JOINED = 0.12
_WIDE = 0.85
_BETWEEN_FIGURES = 0.42

_LEADERS = " .\u2026_\u00b7"
_FEWEST_LEADERS = 3
_LAST = 12

# No line of a release has as many marks, or words; what does is not searched for them.
_MOST_MARKS = 24
_MOST_WORDS = 2000
_PLACE, _LEFT = attrgetter("base", "left"), attrgetter("left")
_STROKE = pattern(rf"[=_\u2500-\u2550{DASH_SET}]{{3,}}\Z")
_ENDS = frozenset((")", "%", ")%", ") %", "bps", "pts", "pts.", "ppts", "pp"))
_DIGITS = pattern(r"[0-9,.]+\Z")


class Piece(Struct, frozen=True, gc=False):
    """Words of a line that belong together: a cell, if the line is a table's row."""

    text: str
    left: float
    right: float
    words: tuple[Word, ...] = ()


class Line(Struct, frozen=True, gc=False):
    """What is printed on one baseline, from left to right; `text` is all of it.

    `face` is the weight that most of it is set in; `ruled` is true where a rule is drawn or
    typed right above.
    """

    base: float
    size: float
    face: int
    pieces: tuple[Piece, ...]
    ruled: bool = False

    @property
    def left(self) -> float:
        """Where it begins."""
        return self.pieces[0].left

    @property
    def right(self) -> float:
        """Where it ends."""
        return self.pieces[-1].right

    @property
    def text(self) -> str:
        """Its words, with a tab for a gap too wide for prose."""
        said = self.pieces[0].text
        if len(self.pieces) == 1:
            return said
        for before, piece in zip(self.pieces, self.pieces[1:], strict=False):
            is_wide = piece.left - before.right > 2.5 * self.size and len(before.text) > 3
            said += ("\t" if is_wide else " ") + piece.text
        return said


def lines_of(words: Iterable[Word]) -> list[Line]:
    """The lines of a page from the top down; marks raised over a line belong to it."""
    return [line for row in _rows(words) if (line := _line(row)) is not None]


def _rows(words: Iterable[Word]) -> list[list[Word]]:
    """The words by baseline."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=_PLACE):
        if rows and (rows[-1][0].base == word.base or _is_level(rows[-1][0], word)):
            rows[-1].append(word)
        else:
            rows.append([word])
    return list(_with_raised(rows))


def _is_level(first: Word, word: Word) -> bool:
    """True for two words on one baseline; those of unlike size have little room for a doubt."""
    small, large = sorted((first.size, word.size))
    room = _SAME_BASE * small if small > _SMALL * large else _RAISED_LEAST * large
    return word.base - first.base <= room


def _with_raised(rows: list[list[Word]]) -> Iterator[list[Word]]:
    """The rows, with small marks put into the line that they stand a little above or below."""
    place = 0
    while place < len(rows):
        row = rows[place]
        following = rows[place + 1] if place + 1 < len(rows) else None
        if following is not None and _hangs(row, following, _RAISED):
            following.extend(row)
        elif following is not None and _hangs(following, row, _LOWERED):
            row.extend(following)
            rows[place + 1] = row
        else:
            yield row
        place += 1


def _hangs(marks: Sequence[Word], line: Sequence[Word], most: float) -> bool:
    """True where every word of `marks` is small and stands beside a word of the line."""
    if len(marks) > _MOST_MARKS or len(line) > _MOST_WORDS:
        return False
    size = max(word.size for word in line)
    if abs(marks[0].base - line[0].base) > most * size:
        return False
    return all(
        (mark.size <= _SMALL * size or len(mark.text) <= 3)
        and any(
            -0.3 * size < mark.left - word.right < _BESIDE * size
            or -0.3 * size < word.left - mark.right < _BESIDE * size
            for word in line
        )
        for mark in marks
    )


def _line(words: list[Word]) -> Line | None:
    """The words of a baseline as pieces; None where all of it is leaders or a typed rule."""
    words.sort(key=_LEFT)
    size, base = max((word.size, word.base) for word in words)
    pieces = [piece for piece in _pieces(words, base) if piece.text]
    if not pieces:
        return None
    faces: dict[int, int] = {}
    for word in words:
        faces[word.face] = faces.get(word.face, 0) + len(word.text)
    return Line(base, size, max(faces, key=lambda face: faces[face]), tuple(_figures(pieces)))


def is_stroke(line: Line) -> bool:
    """True for a rule made of characters."""
    return all(_STROKE.match(piece.text) for piece in line.pieces)


def _pieces(words: Sequence[Word], base: float) -> Iterator[Piece]:
    """The words joined wherever the gap is no wider than a blank may be."""
    held = [words[0]]
    right = words[0].right
    for word in words[1:]:
        last = held[-1]
        gap = (word.left - right) / (word.size if word.size < last.size else last.size)
        if gap > _WIDE or (gap > _JOINED and _parts(gap, last.text, word.text)):
            yield piece_of(held, base)
            held, right = [word], word.right
        else:
            held.append(word)
            right = word.right if word.right > right else right
    yield piece_of(held, base)


def _parts(gap: float, last: str, word: str) -> bool:
    """True where a gap no wider than a blank stands between two numbers, or before a sign."""
    return opens(word) and (gap > _BETWEEN_FIGURES or is_sign(word)) and closes(last)


def piece_of(words: Sequence[Word], base: float) -> Piece:
    """Words as one piece; a blank parts them where one was typed or is seen."""
    text, right = words[0].text, words[0].right
    for word in words[1:]:
        gap = (word.left - right) / word.size
        is_plain = gap >= _JOINED and word.text not in _ENDS
        text += (" " if is_plain else _blank(gap, text, word, base)) + word.text
        right = word.right if word.right > right else right
    return Piece(_without_leaders(text), words[0].left, right, tuple(words))


def _blank(gap: float, before: str, word: Word, base: float) -> str:
    """What stands between a word and those before it, which end a gap to its left."""
    if word.text in _ENDS and not word.text[0].isalpha() and closes(before[-_LAST:]):
        return ""
    is_raised = abs(word.base - base) > _OFF_BASE * word.size and bool(_DIGITS.match(word.text))
    return "" if gap < _JOINED and not is_raised and not word.is_apart else " "


def _without_leaders(text: str) -> str:
    """The words without the dots that lead on to a figure."""
    kept = text.rstrip(_LEADERS)
    leaders = text[len(kept) :].replace(" ", "")
    return kept if len(leaders) >= _FEWEST_LEADERS else text


def _figures(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The pieces, with the signs that stand apart from their number joined to it."""
    held: Piece | None = None
    for place, piece in enumerate(pieces):
        following = pieces[place + 1] if place + 1 < len(pieces) else None
        if held is None:
            held = piece
        elif stands_before(held.text) and _is_number_of(held.text, piece.text):
            blank = "" if held.text.endswith("(") else " "
            held = _both(held, blank, piece)
        elif piece.text in _ENDS and holds_figure(held.text):
            held = _both(held, " " if piece.text[0].isalpha() else "", piece)
        else:
            yield held
            held = piece
        if following is None:
            yield held


def _is_number_of(signs: str, text: str) -> bool:
    """True for the number that a currency sign or a bracket stands before, or its bracket."""
    if any(sign in signs and sign in text for sign in "$("):
        return False
    return is_figure(text) or text in ("(", "$")


def _both(before: Piece, blank: str, piece: Piece) -> Piece:
    """Two pieces as one."""
    text = before.text + blank + piece.text
    return Piece(text, before.left, piece.right, before.words + piece.words)
