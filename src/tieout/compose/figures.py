"""The figures of a book by line and period: typed, or derived from flows that are typed."""

import re
from datetime import timedelta
from difflib import get_close_matches
from functools import cached_property

from msgspec import Struct

from tieout.compose.book import Book, Column, Kind
from tieout.compose.cells import amount_of, power_of
from tieout.compose.periods import SAID, period_named
from tieout.errors import Misuse
from tieout.lexicon.entries import On
from tieout.lexicon.labels import concept_of
from tieout.model.amount import Amount
from tieout.model.period import Period
from tieout.patterns import pattern

_ON: dict[Kind, On] = {"balance_sheet": "balance", "cash_flow_statement": "cash"}
_DAY = timedelta(days=1)
_IN_BRACKETS = pattern(r"\([^()]*\)")
_OUT = pattern(
    r"\b(?:loss(?:es)?|used|deficit|expenses?|costs?|payments?|purchases?|repayments?)\b", re.I
)
_EITHER_WAY = pattern(
    r"\b(?:income|gain|profit|earnings|provided by)\W(?:[^\w/]*+/|\W*+(?:or|and))\W*+loss", re.I
)


class Origin(Struct, frozen=True):
    """A cell that a quantity is taken from, with the weight it has in it."""

    statement: int
    line: int
    column: int
    weight: int = 1


class Quantity(Struct, frozen=True):
    """A number with what it means: `amount` in whole units, the sign as prose speaks of it.

    A loss printed "(756)" is 756 thousand, its caption saying loss already. `power` is the scale
    it is printed in, as a power of ten.
    """

    amount: Amount
    concept: str
    caption: str
    period: Period
    power: int
    origins: tuple[Origin, ...]


class Figures:
    """Every figure of a book, by the key of its line and its period."""

    def __init__(self, book: Book) -> None:
        """The figures of a book."""
        self.book = book
        self._at = {
            line.key: (number, place)
            for number, statement in enumerate(book.statements)
            for place, line in enumerate(statement.lines)
            if line.key
        }

    @property
    def keys(self) -> list[str]:
        """The keys of all lines, in order."""
        return list(self._at)

    @cached_property
    def _by_concept(self) -> dict[str, str]:
        """The first line of each concept, by key."""
        found: dict[str, str] = {}
        for key, (number, place) in self._at.items():
            found.setdefault(self.concept(number, place), key)
        return found

    def key_of(self, name: str) -> str:
        """The key of the line of that key or concept; raises Misuse with the near ones."""
        key = name if name in self._at else self._by_concept.get(name)
        if key is None:
            near = get_close_matches(name, [*self._at, *self._by_concept], n=3, cutoff=0.5)
            guess = f": did you mean {' or '.join(near)}?" if near else ""
            raise Misuse(f"no line has the key {name!r}{guess}")
        return key

    def period(self, key: str, words: str = "", about: Period | None = None) -> Period:
        """The period that words mean for a line: a balance is of the day on which it ends.

        Without words, the quarter announced; raises Misuse for words that name no period.
        """
        number, _ = self._at[self.key_of(key)]
        columns = self.book.statements[number].columns
        periods = [column.period for column in columns if column.period is not None]
        if not periods:
            raise Misuse(f"{key} stands in no column with a period")
        calendar = self.book.calendar
        if words:
            asked = self.named(words, about)
        else:
            asked = calendar.current if calendar is not None else periods[0]
        return asked.closing() if all(one.is_instant for one in periods) else asked

    def named(self, words: str, about: Period | None) -> Period:
        """The period that words mean; raises Misuse for words that name none."""
        asked = period_named(words, self.book.calendar, about)
        if asked is None:
            raise Misuse(f"{words!r} names no period: say one as {', '.join(map(repr, SAID))}")
        return asked

    def closing(self) -> Period:
        """The day on which the quarter announced ends; raises Misuse for a book without one."""
        if self.book.calendar is None:
            raise Misuse("the book has no [quarter]: say which is announced")
        return Period(self.book.calendar.period_end)

    def quantity(self, key: str, period: Period) -> Quantity:
        """The figure of a line in a period; raises Misuse where it is neither typed nor derived."""
        number, place = self._at[self.key_of(key)]
        typed = self._typed(number, place, period)
        if typed is None:
            typed = self._derived(number, place, period)
        if typed is None:
            raise Misuse(
                f"{key} has no figure for {period.spoken()} ({period}): "
                f"it has {self._known(number, place)}"
            )
        amount, found, origins = typed
        line = self.book.statements[number].lines[place]
        if self._is_out(number, place):
            amount = -amount
        return Quantity(
            amount,
            self.concept(number, place),
            line.caption,
            found,
            self.power(number, place),
            origins,
        )

    def cell(self, number: int, place: int, column: int) -> Amount | None:
        """The number a cell prints, in whole units with the sign as printed; None for none."""
        statement = self.book.statements[number]
        line = statement.lines[place]
        if not line.cells:
            return None
        unit = statement.unit_of(line)
        cell, nil = line.cells[column], self.book.style.nil
        return amount_of(cell, self.power(number, place), unit, nil)

    def derived(self, number: int, place: int, column: Column) -> Amount | None:
        """The number that a derived column has in a line; None for what is never derived."""
        words = column.derived.split(" - ")
        whole, *rest = [period_named(one, None) for one in words]
        if whole is None or len(rest) != 1 or rest[0] is None:
            raise Misuse(
                f"{column.derived!r} derives no column: write two periods with ' - ' between them, "
                "such as 2007-04-01/2007-09-30 - 2007-07-01/2007-09-30"
            )
        if not self._is_flow(number, place):
            return None
        found = self._typed(number, place, whole)
        part = self._typed(number, place, rest[0])
        return _less(found[0], part[0]) if found and part else None

    def power(self, number: int, place: int) -> int:
        """The scale a line is printed in, as a power of ten."""
        statement = self.book.statements[number]
        line = statement.lines[place]
        if line.scale is not None:
            return power_of(line.scale) or 0
        return power_of(statement.scale) or 0 if statement.unit_of(line).is_scaled else 0

    def concept(self, number: int, place: int) -> str:
        """The concept of a line: its own, else what the lexicon makes of its caption."""
        statement = self.book.statements[number]
        line = statement.lines[place]
        if line.concept:
            return line.concept
        caption = line.caption.partition("{{")[0]
        return concept_of(caption, _ON.get(statement.kind, "income")).name

    def _is_out(self, number: int, place: int) -> bool:
        """True where the caption says loss or cost, and brackets around figures only repeat it."""
        line = self.book.statements[number].lines[place]
        caption = _IN_BRACKETS.sub(" ", line.caption)
        if not _OUT.search(caption) or _EITHER_WAY.search(caption):
            return False
        amounts = [self.cell(number, place, column) for column in range(len(line.cells))]
        return all(one.mantissa <= 0 for one in amounts if one is not None)

    def _typed(
        self, number: int, place: int, period: Period
    ) -> tuple[Amount, Period, tuple[Origin, ...]] | None:
        """The number typed for a period, or for one whose ends lie within a few days."""
        columns = self.book.statements[number].columns
        near = [
            (column.period != period, at, column.period)
            for at, column in enumerate(columns)
            if column.period is not None and not column.derived and column.period.is_near(period)
        ]
        for _, at, found in sorted(near, key=lambda one: one[:2]):
            amount = self.cell(number, place, at)
            if amount is not None:
                return amount, found, (Origin(number, place, at),)
        return None

    def _derived(
        self, number: int, place: int, period: Period
    ) -> tuple[Amount, Period, tuple[Origin, ...]] | None:
        """A flow as a longer one less the rest of it: six months less a quarter."""
        if period.start is None or not self._is_flow(number, place):
            return None
        for column in self.book.statements[number].columns:
            whole = column.period
            if whole is None or whole.start is None or column.derived:
                continue
            if abs(whole.start - period.start) <= 6 * _DAY and whole.end > period.end:
                rest = Period(whole.end, period.end + _DAY)
            elif abs(whole.end - period.end) <= 6 * _DAY and whole.start < period.start:
                rest = Period(period.start - _DAY, whole.start)
            else:
                continue
            found, part = self._typed(number, place, whole), self._typed(number, place, rest)
            if found and part:
                less = tuple(Origin(one.statement, one.line, one.column, -1) for one in part[2])
                return _less(found[0], part[0]), period, found[2] + less
        return None

    def _is_flow(self, number: int, place: int) -> bool:
        """True for money that flows: averages, amounts per share and ratios never add up."""
        statement = self.book.statements[number]
        return statement.unit_of(statement.lines[place]).is_money

    def _known(self, number: int, place: int) -> str:
        """The periods a line has figures for."""
        columns = self.book.statements[number].columns
        told = [
            str(column.period)
            for at, column in enumerate(columns)
            if column.period is not None and self.cell(number, place, at) is not None
        ]
        return ", ".join(told) if told else "none at all"


def _less(whole: Amount, part: Amount) -> Amount:
    """The whole less a part of it."""
    exponent = min(whole.exponent, part.exponent)
    return Amount(whole.at(exponent) - part.at(exponent), exponent, whole.unit)
