"""Every number as it is printed: the spine that cells, claims, subjects and operands refer to."""

from datetime import date
from typing import Literal, TypeAlias

from msgspec import Struct

from tieout.model.amount import Amount
from tieout.model.period import day_of, month_end

FigureKind: TypeAlias = Literal[
    "amount",
    "percent",
    "date",
    "year",
    "time",
    "telephone",
    "reference",
    "ordinal",
    "word",
    "mark",
]
"""What a number is, by its form: money, counts and per-share figures are all `amount`;
`reference` is a number that names (10-Q, Item 2.02, 17 CFR 230.425), `word` a part of a word,
`mark` a raised digit that points to a note."""


class DateSaid(Struct, frozen=True, gc=False):
    """What a date says: its month, its day (0 for "September 2007"), and its year (0 for none)."""

    month: int
    day: int = 0
    year: int = 0

    def on(self, year: int | None = None) -> date | None:
        """The day named; one printed without its year is of the year given.

        None for a month, without any year, and for a day that is none.
        """
        return day_of(self.year or year or 0, self.month, self.day)

    def last(self) -> date | None:
        """The day named with its year, or the last one of the month."""
        if self.day:
            return self.on()
        first = self.first()
        return month_end(first) if first else None

    def first(self) -> date | None:
        """The day named with its year, or the first one of the month."""
        return day_of(self.year, self.month, self.day or 1)

    def nearest(self, near: date | None) -> date | None:
        """The day named; one printed without its year is the nearest to the one given."""
        if self.year or near is None:
            return self.on()
        days = [day for n in (-1, 0, 1) if (day := self.on(near.year + n)) is not None]
        return min(days, key=lambda day: abs(day - near), default=None)

    @property
    def month_and_day(self) -> tuple[int, int] | None:
        """(9, 30) for "September 30" with or without a year; None for what names no day."""
        return (self.month, self.day) if self.on(_LEAP) else None


_LEAP = 2000
"""Every day that is one in some year is one in this."""


class Figure(Struct, frozen=True, gc=False, omit_defaults=True):
    """One number as printed: its span in the visible text, and what it reads as.

    Figures are ordered and never overlap; every digit of the document stands in exactly one.
    The span holds the digits with their "%" or scale word, not the currency sign or brackets,
    which in many tables stand in cells of their own. `amount` is unsigned, "7.2 million" with
    its scale word applied and "28%" as 28 × 10^-2; `None` for what is no quantity. `currency`
    is the unit a sign in front names ("USD" for "$"), empty where there is none. `said` is what a
    date says.
    """

    start: int
    end: int
    text: str
    kind: FigureKind
    amount: Amount | None = None
    currency: str = ""
    said: DateSaid | None = None
