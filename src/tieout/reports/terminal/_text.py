"""Words in styles, broken into lines for a page that has no tables, and so no need of rich."""

import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from tieout.patterns import pattern

if TYPE_CHECKING:
    from rich.text import Text as RichText

_WORD = pattern(r"\S+")
_ATTRIBUTES = {"bold": "1", "italic": "3", "reverse": "7"}
_COLOURS = {
    "red": "31",
    "green": "32",
    "yellow": "33",
    "magenta": "35",
    "cyan": "36",
    "bright_black": "90",
}
_UNSEEN = ("Mn", "Me", "Cf", "Cc")
_WIDE = ("W", "F")


class Text:
    """Pieces of words, each in a style; the style of the first holds for what is added too.

    A style is words as rich has them: "bold red". Of two colours the later one holds.
    """

    def __init__(self, words: str = "", style: str = "") -> None:
        """The words in the style."""
        self.style = style
        self.pieces = [(words, style)] if words else []

    @property
    def plain(self) -> str:
        """The words without their styles."""
        return "".join(words for words, _ in self.pieces)

    @property
    def cell_len(self) -> int:
        """How many columns of a terminal it fills."""
        return cells(self.plain)

    def __len__(self) -> int:
        """How many characters it has."""
        return sum(len(words) for words, _ in self.pieces)

    def append(self, words: str, style: str = "") -> "Text":
        """This, with words added."""
        return self.append_text(Text(words, style))

    def append_text(self, other: "Text") -> "Text":
        """This, with another's pieces added."""
        for words, own in other.pieces:
            style = f"{self.style} {own}".strip()
            if self.pieces and self.pieces[-1][1] == style:
                words = self.pieces.pop()[0] + words
            self.pieces.append((words, style))
        return self

    def truncate(self, room: int) -> None:
        """Leaves what fills so many columns, a sign that there was more in the last of them."""
        if self.cell_len > room:
            kept = self.cut(0, fitting(self.plain, 0, room - 1))
            self.pieces = kept.append("\u2026").pieces

    def cut(self, start: int, end: int) -> "Text":
        """The characters [start, end) in their styles."""
        found = Text(style=self.style)
        for words, style in self.pieces:
            if start < len(words) and end > 0:
                found.pieces.append((words[max(start, 0) : end], style))
            start, end = start - len(words), end - len(words)
        return found

    def lines(self, room: int, then: int) -> "Iterator[Text]":
        """Lines of whole words: the first fills so many columns at most, the others `then`."""
        for start, end in broken(self.plain, room, then):
            yield self.cut(start, end)

    def on_a_line(self) -> "Text":
        """The same, with a blank in place of what parts lines in it, and of a tab."""
        found = Text(style=self.style)
        found.pieces = [(_on_a_line(words), style) for words, style in self.pieces]
        return found

    def drawn(self, *, colour: bool) -> str:
        """The words, with the codes of their styles where colour is asked for."""
        if not colour:
            return self.plain
        return "".join(_styled(words, style) for words, style in self.pieces)

    def __rich__(self) -> "RichText":
        """The same for rich, as it asks for it where this stands in a table."""
        from rich.text import Text as RichText

        made = RichText(style=self.style)
        for words, style in self.pieces:
            made.append(words, None if style == self.style else style)
        return made


def cells(words: str) -> int:
    """How many columns of a terminal the words fill."""
    return len(words) if words.isascii() else sum(map(_cells, words))


@lru_cache(maxsize=4096)
def _cells(character: str) -> int:
    """How many columns a character fills: East Asian ones two, what stands on others none."""
    if unicodedata.category(character) in _UNSEEN:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


def fitting(words: str, start: int, room: int) -> int:
    """The end of what fills so many columns from there on."""
    for end in range(start, len(words)):
        room -= _cells(words[end])
        if room < 0:
            return end
    return len(words)


def broken(words: str, room: int, then: int) -> Iterator[tuple[int, int]]:
    """The characters [start, end) of each line; a word that is longer than a line is broken."""
    start = end = filled = 0
    for found in _WORD.finditer(words):
        taken = cells(words[end : found.end()])
        if filled + taken > room and end:
            yield start, end
            start, filled, room = found.start(), 0, then
            taken = cells(found[0])
        while taken > room:
            parted = fitting(words, start, room)
            yield start, parted
            start, taken, room = parted, taken - cells(words[start:parted]), then
        filled, end = filled + taken, found.end()
    if end > start:
        yield start, end


def _on_a_line(words: str) -> str:
    """Words that may stand on several lines of a document, on one."""
    first, *others = words.replace("\t", " ").split("\n")
    return " ".join([first.rstrip(), *(other.strip() for other in others)]) if others else first


def _styled(words: str, style: str) -> str:
    """Words between the codes that begin and end their style."""
    named = style.split()
    codes = [code for name, code in _ATTRIBUTES.items() if name in named]
    codes += [_COLOURS[name] for name in named if name in _COLOURS][-1:]
    return f"\x1b[{';'.join(codes)}m{words}\x1b[0m" if codes and words else words
