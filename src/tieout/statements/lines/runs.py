"""A caption's figures in runs: "65,077 and 64,741" is one, with the words and dates around it."""

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from msgspec import Struct

from tieout.lexicon.shapes import DASH_SET, SIGN_SET
from tieout.model.document import Document, Span
from tieout.model.figure import Figure
from tieout.model.statement import Column
from tieout.patterns import pattern

_JOINED = pattern(rf"\s*+(?:shares?\s+and|,?\s*and|,?\s*&|,)?[\s\\{SIGN_SET}]*+\Z", re.IGNORECASE)
_SAME_DATES = pattern(r"[\s,]*+(?:and|&)?[\s,]*+(?:at|as\s+of)?\s*+\Z", re.IGNORECASE)
_INTRODUCES = pattern(rf"\s*[:{DASH_SET}]+[\s\\{SIGN_SET}]*\Z")
_IN_BRACKETS = pattern(r"\(\s*\Z")
_AFTER_COMMA = pattern(r"\s*,[\s$\\]*\Z")
_ENDS = pattern(r"[;()]")
# A caption with more figures is no caption, and pairs of them are looked at.
_MOST = 60
# A year of weeks may end in the first days of January.
_LATE = timedelta(days=7)


class Run(Struct, frozen=True, gc=False):
    """Figures in a row, parted by commas and "and" only, at [start, end) of the caption's words.

    `before` are the dates that introduce it ("6/30/23 – 304,751,527"), by their places.
    """

    figures: tuple[int, ...]
    start: int
    end: int
    before: tuple[int, ...] = ()


class _Placed(Struct, frozen=True, gc=False):
    """A figure of the caption, where it stands in the caption's words."""

    number: int
    figure: Figure
    start: int
    end: int


class Remarks:
    """A caption's words, its runs of figures and its dates."""

    def __init__(self, document: Document, spans: Sequence[Span]) -> None:
        """The words are the caption's stretches joined by blanks."""
        pieces: list[str] = []
        length = 0
        self._placed: list[_Placed] = []
        for span in spans:
            for number in document.figures_in(span.start, span.end):
                figure = document.figures[number]
                at = length + figure.start - span.start
                placed = _Placed(number, figure, at, at + figure.end - figure.start)
                self._placed.append(placed)
            pieces.append(span.of(document.text))
            length += span.end - span.start + 1
        del self._placed[_MOST:]
        self.words = " ".join(pieces)
        self.runs = tuple(self._runs())
        self._bound = {place for run in self.runs for place in run.before}

    def lead(self, run: Run, start: int) -> str:
        """The words from a place up to a run, without the dates among them."""
        return self._undated(start, run.start)

    def behind(self, run: Run) -> str:
        """The words behind a run, up to the next figure."""
        later = (one.start for one in self._placed if one.start >= run.end)
        return self.words[run.end : next(later, len(self.words))]

    def dates(self, run: Run, over: Sequence[Run]) -> tuple[int, ...]:
        """The dates, by their places, that a run of figures holds at.

        Those that introduce it; else the first behind it, over the runs given, in its own clause
        and brackets.
        """
        if run.before:
            return run.before
        passable = {number for other in over for number in other.figures}
        found: list[int] = []
        at = run.end
        for place, one in enumerate(self._placed):
            if one.start < run.end:
                continue
            between = self.words[at : one.start]
            if _ENDS.search(between) or place in self._bound:
                break
            if one.figure.kind in ("date", "year"):
                if found and not _SAME_DATES.match(between):
                    break
                found.append(place)
            elif found or one.number not in passable:
                break
            at = one.end
        return tuple(found)

    def column_at(self, place: int, columns: Sequence[Column]) -> int | None:
        """The one column that a date or year names; None for none, or several."""
        figure = self._placed[place].figure
        day = self.day_at(place)
        named = [
            number
            for number, column in enumerate(columns)
            if column.period is not None
            and (
                column.period.end == day
                if figure.kind == "date"
                else str((column.period.end - _LATE).year) == figure.text
            )
        ]
        return named[0] if len(named) == 1 else None

    def day_at(self, place: int) -> date | None:
        """The day a date of the caption names; None for a year."""
        said = self._placed[place].figure.said
        return said.on() if said is not None else None

    def _runs(self) -> Iterator[Run]:
        """Every run of amounts, in reading order."""
        place = 0
        while place < len(self._placed):
            first = last = self._placed[place]
            if first.figure.kind != "amount":
                place += 1
                continue
            numbers = [first.number]
            before = tuple(self._before(place))
            while place + 1 < len(self._placed):
                follower = self._placed[place + 1]
                if follower.figure.kind != "amount" or not self._is_joined(last, follower):
                    break
                numbers.append(follower.number)
                last = follower
                place += 1
            yield Run(tuple(numbers), first.start, last.end, before)
            place += 1

    def _is_joined(self, one: _Placed, other: _Placed) -> bool:
        """True for "$35 and $28", not for "$.01, 5,000 shares"."""
        alike = one.figure.currency == other.figure.currency
        return alike and bool(_JOINED.match(self.words[one.end : other.start]))

    def _before(self, place: int) -> Iterator[int]:
        """The dates that introduce the figure there: "2023 and 2022 – 5", "(2022, $203)"."""
        at, is_first = self._placed[place].start, True
        while place:
            place -= 1
            one = self._placed[place]
            between = self.words[one.end : at]
            if one.figure.kind not in ("date", "year"):
                return
            bracketed = _IN_BRACKETS.search(self.words[: one.start])
            introduces = _INTRODUCES.match(between) or (bracketed and _AFTER_COMMA.match(between))
            if not (introduces if is_first else _SAME_DATES.match(between)):
                return
            yield place
            at, is_first = one.start, False

    def _undated(self, start: int, end: int) -> str:
        """The words of [start, end) with blanks in place of dates."""
        words = self.words[start:end]
        for one in self._placed:
            if one.figure.kind in ("date", "year") and start <= one.start < end:
                at = one.start - start
                words = words[:at] + " " * (one.end - one.start) + words[at + one.end - one.start :]
        return words
