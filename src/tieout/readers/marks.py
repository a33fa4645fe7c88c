"""Raised digits, which point to notes and are no amounts."""

import re
from collections.abc import Iterator, Sequence

from msgspec import structs

from tieout.model.document import Span
from tieout.model.figure import Figure
from tieout.patterns import pattern

_MARK = pattern(r"[1-9][0-9]?\Z")
_MEASURE = pattern(r"(?<![A-Za-z0-9.,])(?:[kcm]?m|ft|in|sq|mi|yd|10)[ \u00a0]?\Z", re.IGNORECASE)
_NEAR = 6


def marked(text: str, figures: Sequence[Figure], raised: Sequence[Span]) -> Iterator[Figure]:
    """The figures in order, those that are raised as marks; "m2" and a power of ten are none."""
    place = 0
    for figure in figures:
        while place < len(raised) and raised[place].end <= figure.start:
            place += 1
        is_raised = place < len(raised) and raised[place].start <= figure.start
        if is_raised and figure.end <= raised[place].end and _is_mark(text, figure):
            yield structs.replace(figure, kind="mark", amount=None, currency="")
        else:
            yield figure


def _is_mark(text: str, figure: Figure) -> bool:
    """True for one digit or two behind no unit of measure."""
    before = text[max(0, figure.start - _NEAR) : figure.start]
    return _MARK.match(figure.text) is not None and not _MEASURE.search(before)
