"""Periods as prose speaks of them: "the same period last year", "the prior quarter", "in 2018"."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct, structs

from tieout.lexicon.numbers import COUNTS
from tieout.lexicon.periods import NOTHING, period_words
from tieout.lexicon.words import Token

# The words periods are spoken of with. What a run of them means is read off the sets they are in.
_COUNTED = ("first 1st q1", "second 2nd q2", "third 3rd q3", "fourth 4th q4")
ORDINALS = {word: number for number, words in enumerate(_COUNTED, 1) for word in words.split()}
MONTHS = {"three": 3, "six": 6, "nine": 9, "twelve": 12, "3": 3, "6": 6, "9": 9, "12": 12}
WEEKS = {
    **{str(count): count for count in range(12, 54)},
    **{word: count for word, count in COUNTS.items() if count >= MONTHS["twelve"]},
}
_SPANS = {f"{word}-{unit}" for word in (*MONTHS, *WEEKS) for unit in ("month", "week")}
UNITS = frozenset(["months", "month", "weeks", "week"])
SAME = frozenset(["same", "comparable", "corresponding", "comparative", "like"])
BEFORE = frozenset(["linked", "prior", "previous", "preceding", "last", "past"])
YEAR_AGO = frozenset(["year-ago", "prior-year", "year-earlier", "last-year", "previous-year"])
HEADS = frozenset(
    ["quarter", "period", "year", "half", "quarter's", "year's", "quarters", "periods", "years"]
) | {*UNITS}
QUARTER = frozenset(["quarter", "quarters", "quarter's"])
YEAR_OVER_YEAR = frozenset(
    ["year-over-year", "year over year", "year-on-year", "year on year", "yoy", "y/y", "y-o-y"]
)
SEQUENTIALLY = frozenset(
    ["sequentially", "sequential", "quarter-over-quarter", "quarter over quarter", "qoq", "q/q"]
) | {"quarter-on-quarter", "linked-quarter", "q-o-q"}
TO_DATE = frozenset(["year-to-date", "year to date", "ytd"])
SHORT = frozenset(["q1", "q2", "q3", "q4"])
_JOINED = frozenset(f"{word}-{unit}" for word in ORDINALS for unit in ("quarter", "half")) | {
    "full-year",
    "half-year",
    "fiscal-year",
    "quarter-end",
    "period-end",
    "year-end",
}
_COMPOUND = _JOINED | _SPANS
HALVES = {
    "h1": "first",
    "1h": "first",
    "hy": "first",
    "half-yearly": "first",
    "h2": "second",
    "2h": "second",
}
"""Halves of a year by their short names; "HY" is the first, whose report it heads."""
_STANDING = YEAR_AGO | TO_DATE | _JOINED | SHORT | _SPANS | {"half year", *HALVES}
"""Words that are a period by themselves."""
_DUE = frozenset(["due", "maturing", "matures", "mature", "expiring", "expires", "expire"])
"""Words before a day or year on which something falls due, which no figure is of."""
_STARTS = (
    frozenset(ORDINALS)
    | frozenset(MONTHS)
    | frozenset(WEEKS)
    | SAME
    | BEFORE
    | _STANDING
    | frozenset(
        ["quarter", "quarters", "period", "year", "years", "fiscal", "end", "current", "full"]
    )
)
_INSIDE = (
    _STARTS
    | HEADS
    | frozenset(["the", "of", "ended", "ending", "ago", "a", "earlier", "in", "this", "results"])
)
_TRAILING = frozenset(["the", "of", "ended", "ending", "a", "in", "this", "results", "end"])
_BEFORE_YEAR = frozenset(["in", "versus", "from", "over", "than", "to", "and"])
_AHEAD = frozenset(["in", "the", "stop", "comma", "is", "than", "from", "quote"])
_YEARLY = frozenset(
    ["revenue", "revenues", "sales", "net", "earnings", "income", "ebitda", "results", "adjusted"]
)


class SpokenPeriod(Struct, frozen=True, gc=False):
    """A run of period words at tokens [first, last) of a sentence, and what they say.

    `start` is the first day of a stretch named by both: "1 January 2025 to 30 June 2025".
    """

    first: int
    last: int
    words: frozenset[str]
    day: date | None
    year: int | None
    start: date | None = None

    @property
    def is_base(self) -> bool:
        """True where the words themselves compare: "year over year", "sequentially"."""
        return bool(self.words & (YEAR_OVER_YEAR | SEQUENTIALLY))

    @property
    def is_bare(self) -> bool:
        """True for a year's number alone: "in 2018"."""
        return self.year is not None and len(self.words) == 1

    @property
    def is_counted(self) -> bool:
        """True for a stretch that needs no other to be known: a quarter by number, nine months."""
        return not self.words.isdisjoint(ORDINALS) or not self.words.isdisjoint(UNITS)

    @property
    def is_closing(self) -> bool:
        """True where a day or an end is meant, not a stretch: "at the end of the quarter"."""
        return "end" in self.words or (self.day is not None and not (self.words & HEADS))


_UNTIL = ("to", "through", "until")
_DATED = ("date", "year")
_OPENERS = YEAR_OVER_YEAR | SEQUENTIALLY | _STARTS
"""The words that a run of period words may start with."""


def spoken_periods(row: Sequence[Token]) -> list[SpokenPeriod]:
    """Every run of period words in a sentence, in order."""
    found: list[SpokenPeriod] = []
    place = 0
    for at, token in enumerate(row):
        is_dated = token.kind in _DATED
        if at < place or not (is_dated or token.text in _OPENERS):
            continue
        if is_dated and _falls_due(row, at):
            continue
        last = _run(row, at)
        if last > at:
            found.append(_stretched(row, _spoken(row, at, last)))
            place = found[-1].last
    return found


def _falls_due(row: Sequence[Token], place: int) -> bool:
    """True for the day or year of "notes due 2027" and "maturing in June 2031"."""
    before = [one for one in row[max(0, place - 3) : place] if one.kind != "the"]
    before = before[:-1] if before and before[-1].kind == "in" else before
    return bool(before) and before[-1].text in _DUE


def _stretched(row: Sequence[Token], said: SpokenPeriod) -> SpokenPeriod:
    """The run with the last day behind it, where it ends with the first: "1 May to 30 June"."""
    first, ahead = row[said.last - 1].said, row[said.last : said.last + 2]
    if first is None or len(ahead) < 2 or ahead[0].text not in _UNTIL or ahead[1].said is None:
        return said
    end = ahead[1].said.on()
    start = first.on() or (first.on(end.year) if end is not None else None)
    if end is None or start is None or not start < end:
        return said
    return structs.replace(said, last=said.last + 2, day=end, start=start)


def _run(row: Sequence[Token], first: int) -> int:
    """Where the period words that start here end; `first` where none do."""
    token = row[first]
    if token.text in YEAR_OVER_YEAR or token.text in SEQUENTIALLY:
        return first + 1
    if token.kind == "year":
        if first + 1 < len(row) and row[first + 1].text in _STARTS | HEADS:
            last = _run_on(row, first + 1)
            return last if last > first + 1 or row[first + 1].text in HEADS else first
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
    return place + 1 < len(row) and row[place + 1].text in UNITS


def _names(row: Sequence[Token], first: int, place: int) -> bool:
    """True for a word by which its run is a period."""
    token = row[place]
    before = row[place - 1].text if place > first else ""
    return (
        token.kind == "date"
        or token.text in HEADS
        or token.text in _STANDING
        or (token.kind == "year" and before in ("fiscal", "end", "of"))
    )


def _is_bare_year(row: Sequence[Token], place: int) -> bool:
    """True for a year that stands for a period: "in 2018", "compared with 2018", "for 2018"."""
    before = row[place - 1] if place else None
    after = row[place + 1] if place + 1 < len(row) else None
    if after is not None and after.text in _YEARLY and (before is None or before.kind in _AHEAD):
        return True
    if before is not None and before.kind == "open":
        return after is not None and after.kind in ("colon", "dash")
    is_led = before is not None and (before.kind in _BEFORE_YEAR or before.text == "with")
    ends = (
        after is None or after.kind != "word" or after.text in ("included", "includes", "results")
    )
    return is_led and ends


def _is_end(row: Sequence[Token], first: int, last: int) -> bool:
    """True for "quarter end" as a day: the word "end" right behind a stretch of time."""
    return last - 2 >= first and row[last - 1].text == "end" and row[last - 2].text in HEADS


def _spoken(row: Sequence[Token], first: int, last: int) -> SpokenPeriod:
    """The words of a run, with the day and year figures in it."""
    day: date | None = None
    year: int | None = None
    is_long = any(token.text in HEADS for token in row[first:last])
    for token in row[first:last]:
        if token.said is not None:  # "the September 2024 quarter" ends with its month
            day = day or (token.said.last() if is_long else token.said.on())
        elif token.kind == "year":
            year = int(token.text)
    words = {token.text for token in row[first:last]}
    words |= {part for word in words & _COMPOUND for part in word.rsplit("-", 1)}
    words |= {"half"} if "half year" in words else set()
    for short in words & HALVES.keys():
        words |= {HALVES[short], "half"}
    return SpokenPeriod(first, last, frozenset(words), day, year)


def is_of_time(words: str) -> bool:
    """True for a period, and for a line of one: "Second" over "quarter" over "2026"."""
    lowered = words.lower()
    return lowered in HEADS or lowered in ORDINALS or period_words(words) != NOTHING
