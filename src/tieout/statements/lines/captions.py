"""Figures inside captions: allowances, par values, shares authorised, issued and outstanding."""

import re
from collections.abc import Iterator, Sequence

from tieout.lexicon.units import Scale
from tieout.model.amount import Amount
from tieout.model.document import Document
from tieout.model.figure import Figure
from tieout.model.period import Period
from tieout.model.statement import Column, Fact, Line
from tieout.statements.lines.meanings import Meaning, Told, told_in
from tieout.statements.lines.runs import Remarks

_FOOTNOTE = re.compile(r"\s*(?:\(\w{1,2}\)|\*|[0-9]{1,2}[.)])\s")

_Places = tuple[tuple[int, Period | None], ...]
"""Columns and periods that a run's figures stand for."""


def caption_facts(
    document: Document,
    line: Line,
    columns: Sequence[Column],
    scale: Scale,
    anchor: str,
    above: str = "",
) -> Iterator[Fact]:
    """The facts told inside a line's caption, in reading order; `above` is the last line's.

    Figures in a row, one a column, take the columns' periods in order, or the dates behind them;
    one figure takes the dates of its clause; one without any holds at every column's date that
    no other figure of the same meaning takes.
    """
    if not line.spans or (line.is_heading and _FOOTNOTE.match(line.caption)):
        return
    remarks = Remarks(document, line.spans)
    told = tuple(told_in(document, remarks, line, columns, scale, above))
    dated = [_dated(remarks, one, told, columns) for one in told]
    for one, places in zip(told, dated, strict=True):
        if places is None:
            taken = {
                place
                for other, theirs in zip(told, dated, strict=True)
                if other.meaning == one.meaning
                for figure in theirs or ()
                for place, _ in figure
            }
            left = tuple((n, c.period) for n, c in enumerate(columns) if n not in taken)
            places = (left,) if len(one.run.figures) == 1 else ()
        for number, held in zip(one.run.figures, places, strict=False):
            yield from _facts(document, line, number, one.meaning, held, anchor)


def _dated(
    remarks: Remarks, told: Told, others: Sequence[Told], columns: Sequence[Column]
) -> tuple[_Places, ...] | None:
    """For each figure of a run the columns it stands for; None where nothing says so."""
    figures = len(told.run.figures)
    over = [one.run for one in others if not set(one.meaning.concepts) & set(told.meaning.concepts)]
    at = [_place(remarks, date, columns) for date in remarks.dates(told.run, over)]
    named = [place for place in at if place is not None]
    if named and figures == 1:
        return (tuple(named),)
    if len(named) == len(at) == figures:
        return tuple((place,) for place in named)
    if figures == len(columns) > 1:
        return tuple(((n, column.period),) for n, column in enumerate(columns))
    return None


def _place(
    remarks: Remarks, date: int, columns: Sequence[Column]
) -> tuple[int, Period | None] | None:
    """The column a date names with its period; a day of no column stands by itself."""
    column = remarks.column_at(date, columns)
    if column is not None:
        return column, columns[column].period
    day = remarks.day_at(date)
    return (0, Period(day)) if day is not None else None


def _facts(
    document: Document, line: Line, number: int, meaning: Meaning, held: _Places, anchor: str
) -> Iterator[Fact]:
    """A caption figure's facts: one a concept and period."""
    printed = _amount(document.figures[number], meaning)
    for concept in meaning.concepts:
        for place, period in held:
            yield Fact(
                concept,
                line.caption,
                period,
                meaning.dimensions,
                printed,
                printed,
                number,
                f"{anchor}.C0",
                -1,
                -1,
                place,
                in_caption=True,
            )


def _amount(figure: Figure, meaning: Meaning) -> Amount:
    """The figure in whole units; "16.1 million" has its scale with it."""
    assert figure.amount is not None  # runs are made of amounts
    power = 0 if figure.text[-1].isalpha() else meaning.power
    return Amount(figure.amount.mantissa, figure.amount.exponent + power, meaning.unit)
