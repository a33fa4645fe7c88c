"""Periods as prose speaks of them: "the same period last year", "the prior quarter", "in 2018"."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from tieout.lexicon.dates import read_date
from tieout.lexicon.words import Token
from tieout.model.period import FiscalCalendar, Period, duration, weeks

# The words periods are spoken of with. What a run of them means is read off the sets they are in.
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "q1": 1, "q2": 2, "q3": 3, "q4": 4}
_MONTHS = {"three": 3, "six": 6, "nine": 9, "twelve": 12, "3": 3, "6": 6, "9": 9, "12": 12}
_WEEKS = {
    **{str(count): count for count in range(12, 54)},
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "sixteen": 16,
    "twenty-four": 24,
    "twenty-six": 26,
    "twenty-seven": 27,
    "twenty-eight": 28,
    "thirty-six": 36,
    "thirty-nine": 39,
    "forty": 40,
    "fifty-two": 52,
    "fifty-three": 53,
}
_SPANS = {f"{word}-{unit}" for word in (*_MONTHS, *_WEEKS) for unit in ("month", "week")}
_UNITS = frozenset(["months", "month", "weeks", "week"])
_SAME = frozenset(["same", "comparable", "corresponding", "comparative", "like"])
_BEFORE = frozenset(["linked", "prior", "previous", "preceding", "last", "past"])
_YEAR_AGO = frozenset(["year-ago", "prior-year", "year-earlier", "last-year", "previous-year"])
_HEADS = frozenset(
    ["quarter", "period", "year", "half", "quarter's", "year's", "quarters", "periods", "years"]
) | {*_UNITS}
_QUARTER = frozenset(["quarter", "quarters", "quarter's"])
_YEAR_OVER_YEAR = frozenset(
    ["year-over-year", "year over year", "year-on-year", "year on year", "yoy", "y/y", "y-o-y"]
)
_SEQUENTIALLY = frozenset(
    ["sequentially", "sequential", "quarter-over-quarter", "quarter over quarter", "qoq", "q/q"]
) | {"quarter-on-quarter", "linked-quarter", "q-o-q"}
_TO_DATE = frozenset(["year-to-date", "year to date", "ytd"])
_SHORT = frozenset(["q1", "q2", "q3", "q4"])
_JOINED = frozenset(f"{word}-{unit}" for word in _ORDINALS for unit in ("quarter", "half")) | {
    "full-year",
    "fiscal-year",
    "year-end",
}
_STANDING = _YEAR_AGO | _TO_DATE | _JOINED | _SHORT | _SPANS
"""Words that are a period by themselves."""
_STARTS = (
    frozenset(_ORDINALS)
    | frozenset(_MONTHS)
    | frozenset(_WEEKS)
    | _SAME
    | _BEFORE
    | _STANDING
    | frozenset(
        ["quarter", "quarters", "period", "year", "years", "fiscal", "end", "current", "full"]
    )
)
_INSIDE = (
    _STARTS
    | _HEADS
    | frozenset(["the", "of", "ended", "ending", "ago", "a", "earlier", "in", "this", "results"])
)
_TRAILING = frozenset(["the", "of", "ended", "ending", "a", "in", "this", "results", "end"])
_BEFORE_YEAR = frozenset(["in", "versus", "from", "over", "than", "to", "and"])
_AHEAD = frozenset(["in", "the", "stop", "comma", "is", "than", "from", "quote"])
_YEARLY = frozenset(
    ["revenue", "revenues", "sales", "net", "earnings", "income", "ebitda", "results", "adjusted"]
)
_YEARS_APART = 6


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
    def is_bare(self) -> bool:
        """True for a year's number alone: "in 2018"."""
        return self.year is not None and len(self.words) == 1

    @property
    def is_closing(self) -> bool:
        """True where a day or an end is meant, not a stretch: "at the end of the quarter"."""
        return "end" in self.words or (self.day is not None and not (self.words & _HEADS))


_DATED = ("date", "year")
_OPENERS = _YEAR_OVER_YEAR | _SEQUENTIALLY | _STARTS
"""The words that a run of period words may start with."""


def spoken_periods(row: Sequence[Token]) -> list[SpokenPeriod]:
    """Every run of period words in a sentence, in order."""
    found: list[SpokenPeriod] = []
    place = 0
    while place < len(row):
        token = row[place]
        opens = token.kind in _DATED or token.text in _OPENERS
        last = _run(row, place) if opens else place
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
    found = _relative(said, calendar, about)
    return found.closing() if found is not None and said.is_closing else found


def _run(row: Sequence[Token], first: int) -> int:
    """Where the period words that start here end; `first` where none do."""
    token = row[first]
    if token.text in _YEAR_OVER_YEAR or token.text in _SEQUENTIALLY:
        return first + 1
    if token.kind == "year":
        if first + 1 < len(row) and row[first + 1].text in _STARTS | _HEADS:
            last = _run_on(row, first + 1)
            return last if last > first + 1 or row[first + 1].text in _HEADS else first
        return first + 1 if _is_bare_year(row, first) else first
    if token.kind == "amount" and not _counts(row, first):
        return first
    return _run_on(row, first)


def _run_on(row: Sequence[Token], first: int) -> int:
    """Where the period words that start here end, where one of them is a period's name."""
    if row[first].kind != "date" and row[first].text not in _STARTS:
        return first
    last = first
    while last < len(row) and (row[last].kind in ("date", "year") or row[last].text in _INSIDE):
        if row[last].figure >= 0 and row[last].kind == "amount" and not _counts(row, last):
            break
        last += 1
    while last > first and row[last - 1].text in _TRAILING and not _is_end(row, first, last):
        last -= 1
    return last if any(_names(row, first, place) for place in range(first, last)) else first


def _counts(row: Sequence[Token], place: int) -> bool:
    """True for the number of "13 weeks" and "9 months"."""
    return place + 1 < len(row) and row[place + 1].text in _UNITS


def _names(row: Sequence[Token], first: int, place: int) -> bool:
    """True for a word by which its run is a period."""
    token = row[place]
    before = row[place - 1].text if place > first else ""
    return (
        token.kind == "date"
        or token.text in _HEADS
        or token.text in _STANDING
        or (token.kind == "year" and before in ("fiscal", "end", "of"))
    )


def _is_bare_year(row: Sequence[Token], place: int) -> bool:
    """True for a year that stands for a period: "in 2018", "compared with 2018", "for 2018"."""
    before = row[place - 1] if place else None
    after = row[place + 1] if place + 1 < len(row) else None
    if after is not None and after.text in _YEARLY and (before is None or before.kind in _AHEAD):
        return True
    is_led = before is not None and (before.kind in _BEFORE_YEAR or before.text == "with")
    ends = (
        after is None or after.kind != "word" or after.text in ("included", "includes", "results")
    )
    return is_led and ends


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
    words |= {part for word in words & (_JOINED | _SPANS) for part in word.rsplit("-", 1)}
    return SpokenPeriod(first, last, frozenset(words), day, year)


def _dated(said: SpokenPeriod) -> Period | None:
    """A period named with its last day."""
    assert said.day is not None  # the caller has looked
    if said.is_closing:
        return Period(said.day)
    return _stretch(said.words, said.day) or Period(said.day)


def _stretch(words: frozenset[str], end: date) -> Period | None:
    """The stretch of time up to a day whose length the words name; None where they name none."""
    if words & {"weeks", "week"}:
        count = next((count for word, count in _WEEKS.items() if word in words), 0)
        return weeks(end, count) if count else None
    months = next((count for word, count in _MONTHS.items() if word in words), 0)
    if not (months and words & _UNITS):
        months = 3 if words & _QUARTER else 12 if words & {"year", "years"} else 0
    return duration(end, months) if months else None


def _relative(
    said: SpokenPeriod, calendar: FiscalCalendar, spoken_of: Period | None
) -> Period | None:
    """A period named by its place in the fiscal calendar or beside another."""
    words, about = said.words, spoken_of or calendar.current
    if words & _YEAR_OVER_YEAR:
        return about.earlier(12)
    if words & _SEQUENTIALLY:
        return calendar.current.earlier(3)
    ordinal = next((number for word, number in _ORDINALS.items() if word in words), 0)
    years_back = _years_back(words)
    if ordinal and words & (_QUARTER | _SHORT):
        return calendar.quarter(ordinal, said.year or _latest(ordinal, calendar) - years_back)
    if words & _TO_DATE:
        return calendar.year_to_date.earlier(12 * years_back)
    if ordinal and "half" in words:
        last = calendar.quarter(2 * ordinal, (said.year or calendar.fiscal_year) - years_back)
        return duration(last.end, 6)
    if words & _UNITS:
        shift = years_back if said.year is None else calendar.fiscal_year - said.year
        found = _stretch(words, calendar.period_end)
        return found.earlier(12 * shift) if found is not None and shift else found
    if words & _SAME or words & _YEAR_AGO or ("quarter" in words and years_back):
        shift = 1 if said.year is None else max(1, calendar.fiscal_year - said.year)
        return about.earlier(12 * shift)
    if words & _QUARTER:
        if words & _BEFORE:
            return calendar.current.earlier(3)
        shift = 0 if said.year is None else calendar.fiscal_year - said.year
        return calendar.current.earlier(12 * shift)
    if said.year is not None and "period" in words:
        return _of_year(said.year, calendar, about)
    if "year" in words or said.year is not None:
        return _year(said, calendar, spoken_of, years_back)
    return None


def _years_back(words: frozenset[str]) -> int:
    """1 where the words look a year back, else 0."""
    looks_back = bool(words & {"year", "year's"}) and bool(words & (_BEFORE | {"ago", "earlier"}))
    return 1 if looks_back or words & _YEAR_AGO else 0


def _latest(ordinal: int, calendar: FiscalCalendar) -> int:
    """The fiscal year of the last such quarter that has ended."""
    return calendar.fiscal_year - (1 if ordinal > calendar.fiscal_quarter else 0)


def _of_year(year: int, calendar: FiscalCalendar, about: Period) -> Period | None:
    """The stretch spoken of, in another year: "the 2019 period"."""
    shift = calendar.fiscal_year - year
    return about.earlier(12 * shift) if 0 <= shift <= _YEARS_APART else None


def _year(
    said: SpokenPeriod, calendar: FiscalCalendar, spoken_of: Period | None, years_back: int
) -> Period | None:
    """A whole fiscal year, or the same stretch of the year before.

    A year's bare number beside a shorter stretch is that stretch in that year: "for the first
    quarter, compared with $5 million in 2018".
    """
    if said.year is not None:
        if said.is_bare and spoken_of is not None and spoken_of.months < 12:
            return _of_year(said.year, calendar, spoken_of)
        return calendar.year(said.year)
    if "end" in said.words and not years_back and calendar.fiscal_quarter != 4:
        return calendar.year(calendar.fiscal_year - 1)
    if years_back:
        return (spoken_of or calendar.current).earlier(12)
    return calendar.year() if calendar.fiscal_quarter == 4 else None
