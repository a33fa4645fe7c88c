"""Ranges that tables print, as outlooks do: in one cell, or in columns headed "Low" and "High"."""

import re
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import pairwise

from msgspec import Struct

from tieout.evidence.quantity import Quantity, Style
from tieout.lexicon.captions import words_of
from tieout.lexicon.currencies import sign_of
from tieout.lexicon.numbers import scale_power
from tieout.lexicon.periods import period_of, period_words
from tieout.lexicon.shapes import DASH_SET
from tieout.lexicon.units import powers_of
from tieout.model.amount import Amount
from tieout.model.check import Ref
from tieout.model.document import Cell, Document, Grid, Row
from tieout.model.figure import Figure
from tieout.model.memo import Memo, afresh
from tieout.model.period import Period
from tieout.model.table import Table
from tieout.model.unit import PURE, UNSAID
from tieout.model.workpaper import Release
from tieout.patterns import pattern

_TO = pattern(rf"[\s$(]*(?:[{DASH_SET}]|\bto\b|\band\b)[\s$(]*", re.IGNORECASE)
_LOW = pattern(r"\blow\b|\bminimum\b", re.IGNORECASE)
_HIGH = pattern(r"\bhigh\b|\bmaximum\b", re.IGNORECASE)
_LETTER = pattern(r"[a-z]", re.IGNORECASE)
_COUNTED = frozenset({"amount", "percent"})
_HEADS = 8
"""So many cells over a range are asked for the words over it."""


class Told(Struct, frozen=True, gc=False):
    """A range of a table: its ends, the words of its line, and all that may speak of it."""

    low: Quantity
    high: Quantity
    caption: frozenset[str]
    wide: frozenset[str]
    period: Period | None


def ranges(release: Release, memo: Memo = afresh) -> Iterator[Told]:
    """Every range that a table of the release prints."""
    for grid in release.document.grids:
        yield from memo("ranges", partial(_in_grid, release, grid), grid)
    for table in release.tables:
        yield from memo("columns of ranges", partial(_in_columns, release, table), table)


def _in_grid(release: Release, grid: Grid) -> tuple[Told, ...]:
    """Every range in a cell of a grid."""
    return tuple(_of_grid(release, grid))


def _in_columns(release: Release, table: Table) -> tuple[Told, ...]:
    """Every range of two columns side by side."""
    return tuple(_of_columns(release, table))


def _of_grid(release: Release, grid: Grid) -> Iterator[Told]:
    """Every range in a cell of a grid, with the words of the cells over it that count nothing."""
    document = release.document
    titles = [span.of(document.text) for span in grid.titles]
    pairs = [_pairs_of(document, row) for row in grid.rows]
    heads: list[Cell] = []
    for row, found in zip(grid.rows, pairs, strict=True) if any(pairs) else ():
        if not found:
            plain = [one for one in row.cells if not _counts(document, one)]
            heads = [*heads, *plain][-_HEADS:]
            continue
        caption = document.text[row.cells[0].start : row.cells[0].end]
        for low, high in found if _LETTER.search(caption) else ():
            start = document.figures[low].start
            at = next(one for one in row.cells if start < one.end)
            over = [one for one in heads if one.column <= at.column < one.column + one.width]
            said = " ".join(document.text[one.start : one.end] for one in over)
            yield from _told(release, (low, high), caption, said, titles)


def _of_columns(release: Release, table: Table) -> Iterator[Told]:
    """Every range of two columns side by side, headed low and high."""
    titles = [span.of(release.document.text) for span in table.titles]
    for number, (low, high) in enumerate(pairwise(table.headers)):
        if not (_LOW.search(low.text) and _HIGH.search(high.text)):
            continue
        for row in table.rows:
            ends = row.readings[number], row.readings[number + 1]
            if all(one.kind == "number" for one in ends):
                figures = ends[0].figure, ends[1].figure
                yield from _told(release, figures, row.caption, low.text, titles)


def _counts(document: Document, cell: Cell) -> bool:
    """True for a cell with an amount."""
    numbers = document.figures_in(cell.start, cell.end)
    return any(document.figures[one].kind in _COUNTED for one in numbers)


def _pairs_of(document: Document, row: Row) -> list[tuple[int, int]]:
    """The figures behind the caption of a row that a dash or "to" joins."""
    return list(_pairs(document, row.cells[0].end, row.cells[-1].end)) if row.cells else []


def _pairs(document: Document, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The figures in a stretch of a row that are joined so."""
    taken = -1
    for low, high in pairwise(document.figures_in(start, end)):
        one, other = document.figures[low], document.figures[high]
        is_pair = low != taken and one.kind in _COUNTED and other.kind in _COUNTED
        if is_pair and _TO.fullmatch(document.text, one.end, other.start):
            taken = high
            yield low, high


def _told(
    release: Release, ends: tuple[int, int], caption: str, over: str, titles: Sequence[str]
) -> Iterator[Told]:
    """The range of two figures on a line, at each scale that it may have where nothing says one."""
    title = period_words(" ".join(titles))
    period = period_of(period_words(over), title, release.calendar, instant=False)
    figures = release.document.figures
    wide = words_of(caption, over, *titles)
    said = _said(figures[ends[1]])
    for power in _powers(figures[ends[1]], caption, titles):
        powers = (power if power or _said(figures[ends[0]]) else said), power
        low, high = (
            _quantity(figures[one], Ref(0, one), by, caption, period)
            for one, by in zip(ends, powers, strict=True)
        )
        yield Told(low, high, words_of(caption), wide, period)


def _said(figure: Figure) -> int:
    """The power of ten that the figure's own words say, for both ends: "$120 - $140 million"."""
    words = figure.text.split()
    return scale_power(words[-1]) if figure.kind == "amount" and len(words) > 1 else 0


def _powers(figure: Figure, caption: str, titles: Sequence[str]) -> tuple[int, ...]:
    """The powers of ten that the table may count a line in; 0 where the figure says its own."""
    if figure.kind == "percent" or _LETTER.search(figure.text):
        return (0,)
    return powers_of(caption, titles)


def _quantity(
    figure: Figure, ref: Ref, power: int, caption: str, period: Period | None
) -> Quantity:
    """An end of a range as a number in hand."""
    printed = figure.amount or Amount(0, 0)
    is_percent = figure.kind == "percent"
    amount = printed.times_power(power).in_unit(PURE if is_percent else UNSAID)
    style = Style("", -2, "%") if is_percent else Style(sign_of(figure.currency), power)
    return Quantity(amount, (ref,), amount, caption, period, style)
