"""The sentence or the row that a figure stands in, cut to its room with the figure in sight."""

from bisect import bisect_right

from msgspec import Struct

from tieout.lexicon.markup import clean
from tieout.model.document import Document, Span
from tieout.patterns import pattern

_FARTHEST = 400
"""Characters: a sentence may be as long as a document, an excerpt never is."""
_MARK = "\u2502"
"""What keeps the blanks beside a figure where the words beside it are cleaned; pipes go."""
_SENTENCE_END = pattern('[.!?]["\u201d\u2019)]?\\s(?=[A-Z\u201c"(\u2022])')


class Excerpt(Struct, frozen=True, gc=False):
    """A figure with the words before and after it."""

    before: str
    figure: str
    after: str

    @property
    def quoted(self) -> str:
        """The words as a quotation."""
        return f"\u201c{self.marked('', '')}\u201d"

    def marked(self, opening: str = "\u00bb", closing: str = "\u00ab") -> str:
        """The words with the figure between two signs."""
        return f"{self.before}{opening}{self.figure}{closing}{self.after}"


def sentence_of(document: Document, figure: int) -> Span:
    """The sentence of prose that a figure stands in, or the whole line that is none of prose."""
    one, text = document.figures[figure], document.text
    passages = document.passages
    at = bisect_right(passages, one.start, key=lambda passage: passage.start) - 1
    if at < 0 or passages[at].end < one.end:
        return line_of(document, figure)
    low = max(passages[at].start, one.start - _FARTHEST)
    high = min(passages[at].end, one.end + _FARTHEST)
    ends = [found.end() for found in _SENTENCE_END.finditer(text, low, high)]
    start = max((end for end in ends if end <= one.start), default=low)
    return Span(start, min((end for end in ends if end > one.end), default=high))


def line_of(document: Document, figure: int) -> Span:
    """The line of the text that a figure stands in."""
    one, text = document.figures[figure], document.text
    low, high = max(one.start - _FARTHEST, 0), min(one.end + _FARTHEST, len(text))
    start = text.rfind("\n", low, one.start) + 1 or low
    end = text.find("\n", one.end, high)
    return Span(start, end if end >= 0 else high)


def excerpt_of(document: Document, figure: int, span: Span, room: int) -> Excerpt:
    """The figure in that stretch of the text, cut to so many characters in all."""
    one, text = document.figures[figure], document.text
    low, high = max(span.start, one.start - _FARTHEST), min(span.end, one.end + _FARTHEST)
    before = clean(text[low : one.start].replace("|", " ") + _MARK)[:-1]
    after = clean(_MARK + text[one.end : high].replace("|", " "))[1:]
    aside = max(room - len(one.text), 8)
    if len(before) + len(after) > aside:
        ahead = min(len(before), max(aside - len(after), aside * 2 // 3))
        before = tail(before, ahead)
        after = head(after, aside - len(before))
    return Excerpt(before, clean(one.text), after)


def tail(words: str, room: int) -> str:
    """The end of the words that has room, from a word's beginning."""
    if len(words) <= room:
        return words
    kept = words[max(len(words) - room + 1, 0) :]
    return "\u2026" + kept[kept.find(" ") + 1 if " " in kept.rstrip() else 0 :]


def head(words: str, room: int) -> str:
    """The beginning of the words that has room, to a word's end."""
    if len(words) <= room:
        return words
    kept = words[: max(room - 1, 0)]
    return (kept[: kept.rfind(" ")] if " " in kept.strip() else kept) + "\u2026"
