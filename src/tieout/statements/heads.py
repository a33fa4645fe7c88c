"""Tables whose columns are headed anew further down: three months above, twelve months below."""

from collections.abc import Iterator, Sequence

from msgspec import structs

from tieout.lexicon.markup import clean
from tieout.lexicon.periods import NOTHING, PeriodWords, period_words
from tieout.model.document import Document, Span
from tieout.model.table import Header, Reading, Table, TableRow

_FEWEST = 2
"""Rows with figures over a head and under it."""
_TALLEST = 6


def headed_anew(document: Document, table: Table) -> Iterator[Table]:
    """The table in parts, each under the heads that stand over its own rows.

    Rows of words part it where they name a period over every column that has one, and not the
    periods named before; a column that they leave out keeps its name.
    """
    headers, start = table.headers, 0
    for first, stop in _blocks(document, table.rows):
        over = _over(document, table.rows[first:stop], headers)
        is_between = min(_figured(table, start, first), _figured(table, stop)) >= _FEWEST
        if is_between and _is_of_others(over, headers):
            yield _part(table, headers, start, first)
            headers, start = over, first
    yield _part(table, headers, start, len(table.rows)) if start else table


def _part(table: Table, headers: tuple[Header, ...], start: int, stop: int) -> Table:
    """The rows from one to another, under these headers."""
    rows = table.rows[start:stop]
    return structs.replace(table, headers=headers, rows=rows, first_row=table.first_row + start)


def _blocks(document: Document, rows: Sequence[TableRow]) -> Iterator[tuple[int, int]]:
    """Where rows stand, few together, that name columns and have no figures.

    Captions alone stand over them and between them.
    """
    start = stop = None
    for number, row in enumerate(rows):
        if _names(document, row):
            start = number if start is None else start
            stop = number + 1
        elif row.is_heading:
            start = number if start is None else start
        else:
            if start is not None and stop is not None and number - start <= _TALLEST:
                yield start, stop
            start = stop = None


def _names(document: Document, row: TableRow) -> bool:
    """True for a row with words or years in its columns and no figures."""
    told = [one for one in row.readings if one.kind != "blank"]
    return bool(told) and all(one.kind == "text" or _is_year(document, one) for one in told)


def _is_year(document: Document, one: Reading) -> bool:
    """True for a number that is a year, and nothing else."""
    return one.kind == "number" and document.figures[one.figure].kind == "year"


def _over(
    document: Document, rows: Sequence[TableRow], before: Sequence[Header]
) -> tuple[Header, ...]:
    """The headers that these rows make; those before where they have none and name no period."""
    made: list[Header] = []
    for number, header in enumerate(before):
        spans = tuple(
            Span(one.start, one.end)
            for row in rows
            if (one := row.readings[number]).kind != "blank"
        )
        words = " ".join(clean(span.of(document.text)) for span in spans)
        is_kept = not words and period_words(header.text) == NOTHING
        made.append(header if is_kept else Header(words, spans))
    return tuple(made)


def _is_of_others(over: Sequence[Header], before: Sequence[Header]) -> bool:
    """True where every column that named a period names one, and they are other periods."""
    now, was = _said(over), _said(before)
    dated = [n for n, one in enumerate(was) if one != NOTHING]
    return bool(dated) and all(now[n] != NOTHING for n in dated) and now != was


def _said(headers: Sequence[Header]) -> list[PeriodWords]:
    """What each header says of its period."""
    return [period_words(header.text) for header in headers]


def _figured(table: Table, start: int, stop: int | None = None) -> int:
    """How many of the rows have a number."""
    return sum(row.has_number for row in table.rows[start:stop])
