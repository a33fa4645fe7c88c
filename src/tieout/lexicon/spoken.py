"""Periods as prose speaks of them: "the same period last year", "the prior quarter"."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from tieout.lexicon.dates import read_date
from tieout.lexicon.words import Token
from tieout.model.period import FiscalCalendar, Period, duration

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "q1": 1, "q2": 2, "q3": 3, "q4": 4}
_COUNTS = {
    "three": 3,
    "six": 6,
    "nine": 9,
    "twelve": 12,
    "three-month": 3,
    "six-month": 6,
    "nine-month": 9,
    "twelve-month": 12,
}
_SAME = frozenset(["same", "comparable", "corresponding", "comparative", "like"])
_BEFORE = frozenset(["linked", "prior", "previous", "preceding", "last", "past"])
_YEAR_AGO = frozenset(["year-ago", "prior-year", "year-earlier", "last-year", "previous-year"])
_HEADS = frozenset(
    ["quarter", "period", "year", "months", "month", "half", "quarter's", "year's", "quarters"]
)
_YEAR_OVER_YEAR = frozenset(["year-over-year", "year over year", "yoy"])
_SEQUENTIALLY = frozenset(
    ["sequentially", "quarter-over-quarter", "quarter over quarter", "qoq", "quarter-on-quarter"]
)
_TO_DATE = frozenset(["year-to-date", "year to date"])
_SHORT = frozenset(["q1", "q2", "q3", "q4"])
_QUARTERS = frozenset(f"{word}-quarter" for word in _ORDINALS) | {"full-year"}
_STARTS = (
    frozenset(_ORDINALS)
    | frozenset(_COUNTS)
    | _SAME
    | _BEFORE
    | _YEAR_AGO
    | _TO_DATE
    | _QUARTERS
    | frozenset(["quarter", "period", "year", "fiscal", "end", "current", "full"])
)
_INSIDE = (
    _STARTS
    | _HEADS
    | frozenset(["the", "of", "ended", "ending", "ago", "a", "earlier", "in", "this", "results"])
)
_TRAILING = frozenset(["the", "of", "ended", "ending", "a", "in", "this", "results", "end"])


class SpokenPeriod(Struct, frozen=True, gc=False):
    """A run of period words at tokens [first, last) of a sentence, and what they say."""

    first: int
    last: int
    words: frozenset[str]
    day: date | None
    year: int | None

    @property
    def is_base(self) -> bool:
        """True where the words themselves compare: "year over year", "sequentially"."""
        return bool(self.words & (_YEAR_OVER_YEAR | _SEQUENTIALLY))

    @property
    def is_closing(self) -> bool:
        """True where a day or an end is meant, not a stretch: "at the end of the quarter"."""
        return "end" in self.words or (self.day is not None and not (self.words & _HEADS))


def spoken_periods(row: Sequence[Token]) -> list[SpokenPeriod]:
    """Every run of period words in a sentence, in order."""
    found: list[SpokenPeriod] = []
    place = 0
    while place < len(row):
        last = _run(row, place)
        if last > place:
            found.append(_spoken(row, place, last))
            place = last
        else:
            place += 1
    return found


def resolve(
    said: SpokenPeriod, calendar: FiscalCalendar | None, about: Period | None
) -> Period | None:
    """The period meant, where `about` is the one the sentence speaks of; None if unclear."""
    if said.day is not None:
        return _dated(said)
    if calendar is None:
        return None
    found = _relative(said, calendar, about or calendar.current)
    return found.closing() if found is not None and said.is_closing else found


def _run(row: Sequence[Token], first: int) -> int:
    """Where the period words that start here end; `first` where none do."""
    token = row[first]
    if token.text in _YEAR_OVER_YEAR or token.text in _SEQUENTIALLY:
        return first + 1
    if token.kind != "date" and token.text not in _STARTS:
        return first
    last = first
    while last < len(row) and (row[last].kind in ("date", "year") or row[last].text in _INSIDE):
        last += 1
    while last > first and row[last - 1].text in _TRAILING and not _is_end(row, first, last):
        last -= 1
    headed = any(
        row[place].kind == "date"
        or row[place].text in _HEADS
        or row[place].text in _YEAR_AGO
        or row[place].text in _TO_DATE
        or row[place].text in _QUARTERS
        or row[place].text in _SHORT
        or (row[place].kind == "year" and row[place - 1].text == "fiscal")
        for place in range(first, last)
    )
    return last if headed else first


def _is_end(row: Sequence[Token], first: int, last: int) -> bool:
    """True for "quarter end" as a day: the word "end" right behind a stretch of time."""
    return last - 2 >= first and row[last - 1].text == "end" and row[last - 2].text in _HEADS


def _spoken(row: Sequence[Token], first: int, last: int) -> SpokenPeriod:
    """The words of a run, with the day and year figures in it."""
    day: date | None = None
    year: int | None = None
    for token in row[first:last]:
        if token.kind == "date":
            day = day or read_date(token.text)
        elif token.kind == "year":
            year = int(token.text)
    words = {token.text for token in row[first:last]}
    words |= {part for word in words & _QUARTERS for part in word.split("-")}
    return SpokenPeriod(first, last, frozenset(words), day, year)


def _dated(said: SpokenPeriod) -> Period | None:
    """A period named with its last day."""
    assert said.day is not None  # the caller has looked
    months = _months(said.words)
    if said.is_closing or not months:
        return Period(said.day)
    return duration(said.day, months)


def _months(words: frozenset[str]) -> int:
    """The length the words name, in months; 0 for none."""
    for word, count in _COUNTS.items():
        if word in words and words & {"months", "month", word}:
            return count
    if words & {"quarter", "quarter's"}:
        return 3
    return 12 if "year" in words else 0


def _relative(said: SpokenPeriod, calendar: FiscalCalendar, about: Period) -> Period | None:
    """A period named by its place in the fiscal calendar or beside another."""
    words = said.words
    if words & _YEAR_OVER_YEAR:
        return about.earlier(12)
    if words & _SEQUENTIALLY:
        return calendar.current.earlier(3)
    ordinal = next((number for word, number in _ORDINALS.items() if word in words), 0)
    years_back = _years_back(words)
    if ordinal and words & {"quarter", "quarter's", *_SHORT}:
        return calendar.quarter(ordinal, said.year or _latest(ordinal, calendar) - years_back)
    if words & _TO_DATE:
        return calendar.year_to_date.earlier(12 * years_back)
    if ordinal and "half" in words:
        last = calendar.quarter(2 * ordinal, (said.year or calendar.fiscal_year) - years_back)
        return duration(last.end, 6)
    months = next((count for word, count in _COUNTS.items() if word in words), 0)
    if months:
        shift = years_back if said.year is None else calendar.fiscal_year - said.year
        return duration(calendar.period_end, months).earlier(12 * shift)
    if words & _SAME or words & _YEAR_AGO or ("quarter" in words and years_back):
        shift = 1 if said.year is None else max(1, calendar.fiscal_year - said.year)
        return about.earlier(12 * shift)
    if words & {"quarter", "quarter's"}:
        if words & _BEFORE:
            return calendar.current.earlier(3)
        return calendar.current
    if "year" in words or said.year is not None:
        return _year(said, calendar, about, years_back)
    return None


def _years_back(words: frozenset[str]) -> int:
    """1 where the words look a year back, else 0."""
    looks_back = bool(words & {"year", "year's"}) and bool(words & (_BEFORE | {"ago", "earlier"}))
    return 1 if looks_back or words & _YEAR_AGO else 0


def _latest(ordinal: int, calendar: FiscalCalendar) -> int:
    """The fiscal year of the last such quarter that has ended."""
    return calendar.fiscal_year - (1 if ordinal > calendar.fiscal_quarter else 0)


def _year(
    said: SpokenPeriod, calendar: FiscalCalendar, about: Period, years_back: int
) -> Period | None:
    """A whole fiscal year, or the same stretch of the year before."""
    if said.year is not None:
        return calendar.year(said.year)
    if years_back:
        return about.earlier(12)
    return calendar.year() if calendar.fiscal_quarter == 4 else None
