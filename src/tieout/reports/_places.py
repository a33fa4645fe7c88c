"""Where figures stand, in words: the line of the text, the caption, the words around."""

from bisect import bisect_right
from functools import cached_property

from msgspec import Struct

from tieout.lexicon.markup import clean
from tieout.model.check import Ref
from tieout.model.statement import Fact
from tieout.model.workpaper import Release, Workpaper
from tieout.patterns import pattern

_ANCHOR = pattern(r"T([0-9]+)\.R([0-9]+)(?:\.C([0-9]+))?")
_LONGEST_CAPTION = 64
_FARTHEST = 400
"""Characters: a line may be as long as a document, an excerpt never is."""


class Excerpt(Struct, frozen=True, gc=False):
    """A figure with the words before and after it."""

    before: str
    figure: str
    after: str


class Places:
    """Every figure's place in the documents of a workpaper."""

    def __init__(self, workpaper: Workpaper) -> None:
        """The places of this workpaper's figures."""
        self._documents = [_Stand(release) for release in workpaper.releases]

    def caption(self, ref: Ref) -> str:
        """The statement line and period, or the claim's subject; empty where neither is known."""
        return self._documents[ref.document].caption(ref.figure)

    def line(self, ref: Ref) -> str:
        """The line of the text, or the cell in the document's tables; names another document."""
        stand = self._documents[ref.document]
        place = stand.place(ref.figure)
        if ref.document == 0:
            return place
        return f"{stand.release.document.name} {place}".strip()

    def text(self, ref: Ref) -> str:
        """The figure as printed."""
        return self._documents[ref.document].release.document.figures[ref.figure].text

    def printed(self, ref: Ref) -> str:
        """The figure with the bracket or minus it is printed behind in a table."""
        return self._documents[ref.document].printed(ref.figure)

    def excerpt(self, ref: Ref, room: int) -> Excerpt:
        """The figure in its row or sentence, cut to so many characters in all."""
        return self._documents[ref.document].excerpt(ref.figure, room)


class _Stand:
    """The places of one document's figures."""

    def __init__(self, release: Release) -> None:
        """The places of this release's figures."""
        self.release = release
        self._facts: dict[int, Fact] = {}
        for fact in release.facts:
            self._facts.setdefault(fact.figure, fact)
        self._claims = {claim.figure: claim for claim in release.claims}

    def caption(self, figure: int) -> str:
        """What the figure is a figure of, and when."""
        one = self._facts.get(figure) or self._claims.get(figure)
        if one is None:
            return ""
        words = _head(clean(one.caption).partition(";")[0], _LONGEST_CAPTION)
        return f"{words}, {one.period.spoken()}" if one.period else words

    def printed(self, figure: int) -> str:
        """The figure, in brackets where it is a negative one."""
        text, fact = self.release.document.figures[figure].text, self._facts.get(figure)
        return f"({text})" if fact is not None and fact.printed.mantissa < 0 else text

    def place(self, figure: int) -> str:
        """A line of a plain text, a cell of any other format."""
        document = self.release.document
        if document.format == "text":
            return f"line {bisect_right(self._line_starts, document.figures[figure].start)}"
        fact = self._facts.get(figure)
        return _spelt(fact.anchor) if fact is not None else ""

    def excerpt(self, figure: int, room: int) -> Excerpt:
        """The figure's line of text with the figure kept in sight."""
        text, one = self.release.document.text, self.release.document.figures[figure]
        low, high = max(one.start - _FARTHEST, 0), min(one.end + _FARTHEST, len(text))
        start = text.rfind("\n", low, one.start) + 1 or low
        end = text.find("\n", one.end, high)
        before = clean(text[start : one.start] + "\u2502")[:-1]
        after = clean("\u2502" + text[one.end : end if end >= 0 else high])[1:]
        aside = max(room - len(one.text), 8)
        if len(before) + len(after) > aside:
            ahead = min(len(before), max(aside - len(after), aside * 2 // 3))
            before = _tail(before, ahead)
            after = _head(after, aside - len(before))
        return Excerpt(before, one.text, after)

    @cached_property
    def _line_starts(self) -> list[int]:
        """Where every line of the text begins."""
        text = self.release.document.text
        return [0, *(place + 1 for place, ch in enumerate(text) if ch == "\n")]


def _spelt(anchor: str) -> str:
    """The place of a cell in words: "table 2, row 5, column 1" for T2.R5.C1."""
    found = _ANCHOR.fullmatch(anchor)
    if found is None:
        return anchor
    column = f", column {found[3]}" if found[3] else ""
    return f"table {found[1]}, row {found[2]}{column}"


def _tail(words: str, room: int) -> str:
    """The end of the words that has room, from a word's beginning."""
    if len(words) <= room:
        return words
    kept = words[max(len(words) - room + 1, 0) :]
    return "\u2026" + kept[kept.find(" ") + 1 if " " in kept.rstrip() else 0 :]


def _head(words: str, room: int) -> str:
    """The beginning of the words that has room, to a word's end."""
    if len(words) <= room:
        return words
    kept = words[: max(room - 1, 0)]
    return (kept[: kept.rfind(" ")] if " " in kept.strip() else kept) + "\u2026"
