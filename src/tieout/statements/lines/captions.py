"""Figures inside captions: allowances, par values, shares authorised, issued and outstanding."""

from collections.abc import Iterator, Sequence

from msgspec import Struct

from tieout.lexicon.units import Scale
from tieout.model.amount import Amount
from tieout.model.document import Document
from tieout.model.period import Period
from tieout.model.statement import Column, Dimensions, Line
from tieout.patterns import pattern
from tieout.statements.lines.meanings import Meaning, Told, told_in
from tieout.statements.lines.runs import Remarks

_FOOTNOTE = pattern(r"\s*(?:\(\w{1,2}\)|\*|[0-9]{1,2}[.)])\s")

_Places = tuple[tuple[int, Period | None], ...]
"""Columns and periods that a run's figures stand for."""


class Aside(Struct, frozen=True, gc=False):
    """An amount told inside a caption, with the column and the period it holds at.

    `is_scaled` is true where it has the statement's scale; "16.1 million" has its own.
    """

    concept: str
    dimensions: Dimensions
    amount: Amount
    figure: int
    column: int
    period: Period | None
    is_scaled: bool


def asides_of(
    document: Document, line: Line, columns: Sequence[Column], scale: Scale, above: str = ""
) -> Iterator[Aside]:
    """What is told inside a line's caption, in reading order; `above` is the last line's caption.

    Figures in a row, one a column, take the columns' periods in order, or the dates behind them;
    one figure takes the dates of its clause; one without any holds at every column's date that
    no other figure of the same meaning takes.
    """
    if not any(document.figures_in(span.start, span.end) for span in line.spans):
        return
    if line.is_heading and _FOOTNOTE.match(line.caption):
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
            yield from _asides(document, number, one.meaning, held)


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


def _asides(document: Document, number: int, meaning: Meaning, held: _Places) -> Iterator[Aside]:
    """A figure of a caption: once a concept and period."""
    figure = document.figures[number]
    assert figure.amount is not None  # runs are made of amounts
    is_scaled = not figure.text[-1].isalpha()
    power = figure.amount.exponent + (meaning.power if is_scaled else 0)
    amount = Amount(figure.amount.mantissa, power, meaning.unit)
    for concept in meaning.concepts:
        for place, period in held:
            yield Aside(concept, meaning.dimensions, amount, number, place, period, is_scaled)
