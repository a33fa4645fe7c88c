"""Columns of one table that come out with one context: told apart by their words, or in doubt.

Two columns of one period and one measure are a misreading of the header, never of the figures.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct, structs

from tieout.lexicon.currencies import read_currency
from tieout.lexicon.heads import named_apart
from tieout.lexicon.labels import extension
from tieout.lexicon.units import is_per_share
from tieout.model.period import Period
from tieout.model.statement import Column, Dimensions, Line
from tieout.statements.kinds import Kind

_Context = tuple[Period, str, Dimensions, bool]


class Told(Struct, frozen=True, gc=False):
    """A table's columns and lines, and the kind of statement it is."""

    columns: tuple[Column, ...]
    lines: tuple[Line, ...]
    kind: Kind


def told_apart(columns: Sequence[Column], lines: Sequence[Line]) -> tuple[Column, ...]:
    """The columns, those of one context set apart by the words that only one of them has.

    The one that says that it is the whole, or else the one that says nothing, is the company's
    own; beside a whole one that says nothing is in doubt.
    """
    made = _in_one_currency(columns)
    for group in doubled(made, lines):
        said = named_apart([columns[number].header for number in group])
        wholes = [number for number, (_, is_whole) in zip(group, said, strict=True) if is_whole]
        for number, (words, is_whole) in zip(group, said, strict=True):
            if words and not (is_whole and len(wholes) == 1):
                member = extension(words).name.partition(":")[2]
                apart = (*columns[number].dimensions, ("column", member))
                made[number] = structs.replace(columns[number], dimensions=tuple(sorted(apart)))
            elif not words and len(wholes) == 1:
                doubt = _doubt(number, [group])
                made[number] = structs.replace(columns[number], period=None, doubt=doubt)
    return tuple(made)


def _in_one_currency(columns: Sequence[Column]) -> list[Column]:
    """The columns, those in another currency than most or the first set apart by it.

    A translation for the reader's convenience is no second amount of the company's own.
    """
    told = [read_currency([column.header]) for column in columns]
    named = [one for one in told if one]
    if len(set(named)) < 2:
        return list(columns)
    own = max(dict.fromkeys(named), key=named.count)
    return [
        column
        if one in ("", own)
        else structs.replace(
            column, dimensions=tuple(sorted((*column.dimensions, ("currency", one))))
        )
        for column, one in zip(columns, told, strict=True)
    ]


def doubled(columns: Sequence[Column], lines: Sequence[Line]) -> list[list[int]]:
    """The groups of columns of amounts that have one context and differ in a figure."""
    groups: dict[_Context, list[int]] = {}
    for number, column in enumerate(columns):
        if column.period is not None and column.measure in ("", "share"):
            each = is_per_share(column.header) and _is_in_cents(number, lines)
            context = (column.period, column.measure, column.dimensions, each)
            groups.setdefault(context, []).append(number)
    return [group for group in groups.values() if len(group) > 1 and _differ(group, lines)]


def _is_in_cents(number: int, lines: Sequence[Line]) -> bool:
    """True where most amounts of the column have two digits behind the point.

    "Per share diluted" may be set over two columns, one of amounts and one of amounts per share.
    """
    cells = [line.cells[number] for line in lines if not line.is_heading]
    amounts = [
        one.amount.exponent <= -2 for one in cells if one.kind == "number" and not one.is_rate
    ]
    return 2 * sum(amounts) > len(amounts)


def _differ(group: Sequence[int], lines: Sequence[Line]) -> bool:
    """True where a line has two figures of one sort in the columns, and not the same ones."""
    for line in lines:
        for in_percent in (True, False):
            cells = [line.cells[number] for number in group]
            told = {
                cell.amount.value
                for cell in cells
                if cell.kind == "number" and cell.is_rate == in_percent
            }
            if len(told) > 1:
                return True
    return False


def read_again(tables: Sequence[Told]) -> list[tuple[Column, ...]]:
    """The columns of every table, those of one context read as other tables' columns are.

    A primary statement is read as the others of as many columns, of balances or of flows, where
    these agree, and with what its other columns say. Else the doubled columns have no period,
    and say why.
    """
    groups = [doubled(one.columns, one.lines) for one in tables]
    sure = [
        one for one, found in zip(tables, groups, strict=True) if one.kind.is_face and not found
    ]
    return [
        _reread(one, found, sure) if found else one.columns
        for one, found in zip(tables, groups, strict=True)
    ]


def _reread(
    table: Told, groups: Sequence[Sequence[int]], sure: Iterable[Told]
) -> tuple[Column, ...]:
    """The columns with other tables' periods where these fit, else with none for the doubled."""
    columns = table.columns
    in_doubt = {number for group in groups for number in group}
    plain = [number for number, column in enumerate(columns) if not column.measure]
    alike = {
        tuple(column.period for column in one.columns if not column.measure)
        for one in sure
        if table.kind.is_face
        and one.kind.is_instant == table.kind.is_instant
        and sum(not column.measure for column in one.columns) == len(plain)
    }
    fitting = [
        periods
        for periods in alike
        if len(set(periods)) == len(periods)
        and _fits(dict(zip(plain, periods, strict=True)), columns, groups)
    ]
    if len(fitting) == 1:
        periods = dict(zip(plain, fitting[0], strict=True))
        return tuple(
            structs.replace(column, period=periods[number])
            if number in in_doubt and number in periods
            else column
            for number, column in enumerate(columns)
        )
    return tuple(
        structs.replace(column, period=None, doubt=_doubt(number, groups))
        if number in in_doubt
        else column
        for number, column in enumerate(columns)
    )


def _fits(
    periods: dict[int, Period | None],
    columns: Sequence[Column],
    groups: Sequence[Sequence[int]],
) -> bool:
    """True where the periods are what the columns in no doubt say, and one of every group."""
    in_doubt = {number for group in groups for number in group}
    if any(number not in periods for number in in_doubt):
        return False
    return all(
        columns[number].period == period
        for number, period in periods.items()
        if number not in in_doubt
    ) and all(any(columns[n].period == periods[n] for n in group) for group in groups)


def _doubt(number: int, groups: Sequence[Sequence[int]]) -> str:
    """Why the column has no period: the other column whose header says the same."""
    group = next(one for one in groups if number in one)
    others = [other + 1 for other in group if other != number]
    said = " and ".join(str(other) for other in others)
    return f"has the same period in its header as column {said}, but different figures"
