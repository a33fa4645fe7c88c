"""The names of columns that stand among a table's titles: lines over it, parted as it is."""

from collections.abc import Sequence

from tieout.lexicon.markup import clean
from tieout.lexicon.periods import NOTHING, period_words
from tieout.model.document import Span
from tieout.model.table import Header

_PARTED = "\t"
_LINES = 4
"""So many lines over the figures may name columns."""
_LONGEST = 40


def headed_above(
    text: str, titles: Sequence[Span], headers: Sequence[Header]
) -> tuple[tuple[Span, ...], tuple[Header, ...]]:
    """The titles and the headers, where a page ended between a table's heads and its figures.

    A line of as many periods as there are columns names them in order; one of fewer, over it, by
    groups alike; a word more in front is of the captions.
    """
    count = len(headers)
    if count < 2 or any(header.text for header in headers):
        return tuple(titles), tuple(headers)
    over: list[list[Span]] = [[] for _ in headers]
    kept = list(titles[: -_LINES or None])
    is_named = False
    for title in titles[-_LINES:]:
        parts = _parts(text, title)
        stub, names = _in_groups(text, parts, count)
        kept += [title] if not names else stub
        for number, name in enumerate(names):
            each = count // len(names)
            for spans in over[number * each : (number + 1) * each]:
                spans.append(name)
        is_named = is_named or len(names) == count
    if not is_named:
        return tuple(titles), tuple(headers)
    return tuple(kept), tuple(
        Header(" ".join(clean(span.of(text)) for span in spans), tuple(spans)) for spans in over
    )


def _parts(text: str, title: Span) -> list[Span]:
    """The parts of a title, between tabs."""
    parts: list[Span] = []
    at = title.start
    for words in title.of(text).split(_PARTED):
        if words.strip():
            parts.append(Span(at, at + len(words)))
        at += len(words) + 1
    return parts


def _in_groups(text: str, parts: list[Span], count: int) -> tuple[list[Span], list[Span]]:
    """What stands over the captions, and the names over the columns or over equal groups of them.

    No names where no more than one part is of a time.
    """
    if sum(_is_of_time(part.of(text)) for part in parts) < 2:
        return [], []
    if count % len(parts) == 0:
        return [], parts
    return (parts[:1], parts[1:]) if len(parts) - 1 == count else ([], [])


def _is_of_time(words: str) -> bool:
    """True for a name of a time; a longer line that holds one is a page's heading."""
    return len(words) <= _LONGEST and period_words(words) != NOTHING
