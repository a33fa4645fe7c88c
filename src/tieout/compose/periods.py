"""Periods as the narrative names them: in ISO, or as prose speaks of them."""

import re

from tieout.lexicon.meant import resolve
from tieout.lexicon.spoken import spoken_periods
from tieout.lexicon.tokens import figures
from tieout.lexicon.words import Token, tokens
from tieout.model.document import Document
from tieout.model.period import FiscalCalendar, Period, day_in_iso
from tieout.patterns import pattern

_ISO = pattern(r"(\d{4}-\d{2}-\d{2})(?:/(\d{4}-\d{2}-\d{2}))?\Z", re.ASCII)
_LONGEST = 200
_LEADING = frozenset(["the", "in", "for", "at", "of"])
SAID = (
    "same period last year",
    "prior quarter",
    "second quarter",
    "six months",
    "March 31, 2007",
    "2007-07-01/2007-09-30",
)
"""How a period may be said, for sentences that refuse another."""


def period_named(
    words: str, calendar: FiscalCalendar | None, about: Period | None = None
) -> Period | None:
    """The period that words mean beside the quarter announced; None where they name none.

    `about` is the period spoken of, which "the same period last year" looks back from.
    """
    if _ISO.match(words.strip()):
        return dated_period(words)
    row = _row(words)
    while row and row[0].kind in _LEADING:
        row = row[1:]
    said = spoken_periods(row)
    if len(said) != 1 or (said[0].first, said[0].last) != (0, len(row)):
        return None
    return resolve(said[0], calendar, about)


def dated_period(words: str) -> Period | None:
    """The period of "2007-09-30" or "2007-07-01/2007-09-30", both days inside; else None."""
    found = _ISO.match(words.strip())
    start = day_in_iso(found[1]) if found else None
    if found is None or start is None or found[2] is None:
        return Period(start) if start else None
    end = day_in_iso(found[2])
    return Period(end, start) if end and start <= end else None


def _row(words: str) -> list[Token]:
    """The words as tokens of prose."""
    text = words[:_LONGEST]
    return tokens(_document(text), 0, len(text))


def _document(text: str) -> Document:
    """A document of these words alone."""
    return Document("words", "", "text", text, (), (), figures(text))
