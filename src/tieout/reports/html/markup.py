"""Words of the document as HTML: everything escaped, light markup left out."""

import re
from bisect import bisect_left
from html import escape

from tieout.harmless import kept
from tieout.model.document import Document
from tieout.patterns import pattern

_TAG = r"</?(?:i|b|u|em|strong|sup|sub|font|center|page|table|caption|s|c|fn|f[0-9]{1,2}|r|text)/?>"
_MARKUP = pattern(rf"\\(?=[^\w\s])|{_TAG}", re.IGNORECASE)
_EMPHASIS = pattern(r"(\*{1,3})(?=[^\s*])[^*\n]{1,400}(?<=[^\s*])(\*{1,3})")
_FORMATS = frozenset({"text", "markdown", "submission"})


def safe(words: str) -> str:
    """The words with nothing in them that HTML could take for its own, or that no page may hold."""
    return escape(kept(words), quote=True)


def plain(words: str) -> str:
    """The same for text between tags, where quotes may stay."""
    return escape(kept(words), quote=False)


class Words:
    """A document's visible text, as HTML, stretch by stretch."""

    def __init__(self, document: Document) -> None:
        """The words of this document; only plain texts carry light markup."""
        self._text = document.text
        self._marks = _marks(document.text) if document.format in _FORMATS else []
        self._starts = [start for start, _ in self._marks]

    def between(self, start: int, end: int) -> str:
        """The stretch, escaped, without light markup; white space as it stands."""
        pieces, position = [], start
        mark = bisect_left(self._starts, start)
        while mark < len(self._marks) and self._starts[mark] < end:
            mark_start, mark_end = self._marks[mark]
            if mark_start >= position:
                pieces.append(self._text[position:mark_start])
                position = min(mark_end, end)
            mark += 1
        pieces.append(self._text[position:end])
        return plain("".join(pieces))

    def is_silent(self, start: int, end: int) -> bool:
        """True where the stretch holds no letter and no digit: white space, rules, markup."""
        return not any(ch.isalnum() for ch in self.between(start, end))


def _marks(text: str) -> list[tuple[int, int]]:
    """The stretches of light markup, in order: escapes, known tags, stars around words."""
    found = [match.span() for match in _MARKUP.finditer(text)]
    for match in _EMPHASIS.finditer(text):
        if match[1] == match[2]:
            found += [match.span(1), match.span(2)]
    return sorted(found)
