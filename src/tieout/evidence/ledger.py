"""Ledgers: labelled rows of tables that are no statements, with balances or debits and credits."""

from collections.abc import Iterator, Mapping

from msgspec import Struct

from tieout.lexicon.books import (
    CLOSING,
    CREDIT,
    DEBIT,
    is_otherwise,
    is_planned,
    with_months,
    without_account,
)
from tieout.lexicon.canonical import normal
from tieout.lexicon.periods import NOTHING, period_of, period_words
from tieout.lexicon.units import own_power, read_scale
from tieout.model.amount import Amount, less
from tieout.model.document import Document, Row
from tieout.model.period import FiscalCalendar, Period
from tieout.model.table import Table

MOST_PARTS = 200
"""An amount that more rows make is shown by no workpaper."""

_FEWEST = 2
_TITLES = 4


class Entry(Struct, frozen=True, gc=False):
    """An amount of a ledger: what it is called, and the figures that make it.

    `power` is the power of ten that its row or the sheet says; None where neither does.
    """

    words: str
    amount: Amount
    figures: tuple[int, ...]
    power: int | None


class Ledger(Struct, frozen=True, gc=False):
    """The entries of a column, of the period it says; None where neither it nor the sheet says one.

    `is_signed` is true where debits and credits stand apart: an amount is a debit less a credit;
    `is_dated` where the column itself says the period.
    """

    column: int
    entries: tuple[Entry, ...]
    is_signed: bool
    is_dated: bool
    period: Period | None


class _Line(Struct, frozen=True, gc=False):
    """A row: its words and its numbers, by the columns they stand in."""

    words: dict[int, str]
    numbers: dict[int, tuple[int, Amount]]


def ledgers(document: Document, table: Table, calendar: FiscalCalendar | None) -> Iterator[Ledger]:
    """The columns of the table that say when they are of, else the one of balances.

    None of a plan, nor of a time that is not said; none where it is not clear which is meant.
    """
    grid = document.grids[table.number - 1]
    read = {
        reading.figure: reading.amount
        for row in table.rows
        for reading in row.readings
        if reading.kind == "number" and not reading.is_rate
    }
    lines = [_line(document, row, read) for row in grid.rows]
    first = next((at for at, one in enumerate(lines) if one.numbers), len(lines))
    titles = [span.of(document.text) for span in grid.titles]
    headers = _headers(lines[:first], lines[first:])
    titles += [
        words
        for line in lines[:first]
        for column, words in line.words.items()
        if column not in headers
    ]
    if is_otherwise(*titles):
        return
    scale = read_scale([*titles, *headers.values()])
    power = scale.money if scale.is_said else None
    title = period_words(". ".join(titles[:_TITLES]))
    said = {column: period_words(with_months(words)) for column, words in headers.items()}
    dated: dict[int, tuple[int, ...]] = {
        column: (column,)
        for column, words in said.items()
        if words != NOTHING and not is_planned(headers[column])
    }
    balances = _balances(headers)
    columns = dated or ({balances[0]: balances} if balances is not None else {})
    for column, places in columns.items():
        period = period_of(said[column], title, calendar, instant=None)
        if period is not None or not dated:
            entries = tuple(_entries(lines[first:], places, power))
            yield Ledger(column, entries, len(places) > 1, bool(dated), period)


def _line(document: Document, row: Row, read: Mapping[int, Amount]) -> _Line:
    """A row's words and numbers."""
    words: dict[int, str] = {}
    numbers: dict[int, tuple[int, Amount]] = {}
    for cell in row.cells:
        figures = [n for n in document.figures_in(cell.start, cell.end) if n in read]
        if figures:
            numbers[cell.column] = figures[0], read[figures[0]]
        else:
            words[cell.column] = document.text[cell.start : cell.end]
    return _Line(words, numbers)


def _headers(over: list[_Line], body: list[_Line]) -> dict[int, str]:
    """The words over each column of numbers."""
    columns = sorted({column for line in body for column in line.numbers})
    return {
        column: " ".join(line.words[column] for line in over if column in line.words)
        for column in columns
    }


def _balances(headers: Mapping[int, str]) -> tuple[int, ...] | None:
    """The column of the balances, or those of debits and credits; None where it is not clear."""
    said = {column: frozenset(normal(words).split()) for column, words in headers.items()}
    debits = [column for column, words in said.items() if words & DEBIT]
    credits_ = [column for column, words in said.items() if words & CREDIT]
    if len(debits) == len(credits_) == 1 and debits != credits_:
        return debits[0], credits_[0]
    if debits or credits_:
        return None
    closing = [column for column, words in said.items() if words & CLOSING]
    found = list(said) if len(said) == 1 else closing
    return (found[0],) if len(found) == 1 and not is_otherwise(headers[found[0]]) else None


def _entries(lines: list[_Line], columns: tuple[int, ...], power: int | None) -> Iterator[Entry]:
    """Each row under its label; rows that a further column maps to one line, summed under that."""
    labels, groups = _worded(lines)
    mapped: dict[str, list[tuple[_Line, Amount]]] = {}
    for line in lines:
        amount = _amount(line, columns)
        if amount is None:
            continue
        keys = {key for at in groups if (key := normal(line.words.get(at, "")))}
        for key in keys:
            mapped.setdefault(key, []).append((line, amount))
        label = without_account(line.words.get(labels, "")) if labels is not None else ""
        own = own_power(" ".join(line.words.values()))
        if label and not keys:
            figures = _figures(line, columns)
            yield Entry(label, amount, figures, power if own is None else own)
    for key, held in mapped.items():
        if len(held) <= MOST_PARTS:
            figures = tuple(one for line, _ in held for one in _figures(line, columns))
            yield Entry(key, _sum([amount for _, amount in held]), figures, power)


def _worded(lines: list[_Line]) -> tuple[int | None, list[int]]:
    """The column of labels, the first one with words, and those behind it that map rows."""
    counts: dict[int, int] = {}
    for line in lines:
        for column, words in line.words.items() if line.numbers else ():
            counts[column] = counts.get(column, 0) + any(sign.isalpha() for sign in words)
    worded = sorted(column for column, count in counts.items() if count)
    if not worded:
        return None, []
    return worded[0], [column for column in worded[1:] if counts[column] >= _FEWEST]


def _amount(line: _Line, columns: tuple[int, ...]) -> Amount | None:
    """The balance of a row; None where it has none."""
    held = [line.numbers[column][1] for column in columns if column in line.numbers]
    if not held:
        return None
    if len(columns) == 1:
        return held[0]
    zero = Amount(0, held[0].exponent, held[0].unit)
    debit, credit = (line.numbers.get(column, (-1, zero))[1] for column in columns)
    return less(debit, credit)


def _figures(line: _Line, columns: tuple[int, ...]) -> tuple[int, ...]:
    """The figures of a row's balance."""
    return tuple(line.numbers[column][0] for column in columns if column in line.numbers)


def _sum(amounts: list[Amount]) -> Amount:
    """The sum of amounts, exact."""
    total = amounts[0]
    for one in amounts[1:]:
        total = less(total, -one)
    return total
