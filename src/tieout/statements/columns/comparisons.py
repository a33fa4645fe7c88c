"""Columns that compare: changes in money or percent, and shares of sales.

Such a column tells nothing of a line in a period; its figures are of a concept of their own.
"""

import re
from collections import Counter
from collections.abc import Sequence
from itertools import takewhile

from msgspec import structs

from tieout.lexicon.heads import compares_columns, names_ratio
from tieout.lexicon.labels import extension
from tieout.lexicon.qualifiers import RESTATED, qualifiers_of
from tieout.lexicon.units import is_per_share
from tieout.model.amount import Amount, less, prints
from tieout.model.period import Period
from tieout.model.statement import Column, Dimensions, Line, Measure
from tieout.model.table import Reading
from tieout.model.unit import PURE
from tieout.patterns import pattern

_PERCENT = pattern(r"%|\bpercent(?:age)?s?\b|\bpct\b|\bbps\b", re.IGNORECASE)
_SHARE = pattern(
    r"(?:%|\bpercent(?:age)?|\bpct)\s+(?:of|to)\s+(?:(?:net|total)\s+){0,2}(?:sales|revenues?|assets)\b",
    re.IGNORECASE,
)
# "% Change from Dec 31, 2020" says it of every figure, however the signs are printed.
_PERCENT_CHANGE = pattern(
    r"(?:%|\bpercent(?:age)?|\bpct\b)\s*(?:change|chg|inc|dec|growth|var)"
    r"|\b(?:change|chg|growth)\s*+(?:\(\s*+)?(?:%|in\s+%|percent)",
    re.IGNORECASE,
)
# "In millions, except per share amounts" is no name of a column.
_EXCEPT = pattern(r"\bexcept\b.*", re.IGNORECASE)
_OTHERWISE = RESTATED | {"organic", "constant-currency", "underlying"}
_LONGEST = 100
# So many rows without one that the arithmetic bears out disprove a header's words.
_ENOUGH = 3
_MOST_APART = 2
"""Last units that the rounding of two numbers sets their difference apart."""


def compared(columns: Sequence[Column], lines: Sequence[Line]) -> tuple[Column, ...]:
    """The columns, those that compare told as such, with the period that they speak of.

    Words in the header tell them; figures that are no change of any two columns disprove the
    words. A column of changes speaks of the later of the two columns beside it.
    """
    told = [_measure(column, number, lines) for number, column in enumerate(columns)]
    if all(told):
        return tuple(columns)
    told = _shares(told, columns)
    plain = [number for number, measure in enumerate(told) if not measure]
    borne = [_borne_out(measure, number, plain, lines) for number, measure in enumerate(told)]
    if any(now == "percent change" != was for was, now in zip(told, borne, strict=True)):
        # what is no change of two columns is a part of the growth beside it: without currency
        borne = [
            "percent change" if was == "change" and not now else now
            for was, now in zip(told, borne, strict=True)
        ]
    told = borne
    made = [
        structs.replace(
            column,
            measure=measure,
            period=_spoken_of(column, measure, number, plain, columns),
            dimensions=_set_apart(column),
        )
        if measure
        else column
        for number, (column, measure) in enumerate(zip(columns, told, strict=True))
    ]
    said = Counter((one.measure, one.period, one.dimensions) for one in made if one.measure)
    return tuple(
        structs.replace(one, dimensions=())
        if one.measure and said[one.measure, one.period, one.dimensions] > 1
        else one
        for one in made
    )


def _set_apart(column: Column) -> Dimensions:
    """What a column that compares is of but the reported figures: growth in constant currency.

    It says nothing where it comes out over two columns of one period.
    """
    names = sorted(qualifiers_of(column.header) & _OTHERWISE)
    return (("column", extension(" ".join(names)).name.partition(":")[2]),) if names else ()


def in_percent(lines: Sequence[Line], columns: Sequence[Column]) -> tuple[Line, ...]:
    """The lines, with figures of columns that measure shares or percent read as percentages."""
    places = {
        n: one.measure
        for n, one in enumerate(columns)
        if one.measure in ("share", "percent change")
    }
    if not places:
        return tuple(lines)
    return tuple(
        structs.replace(
            line,
            cells=tuple(
                cell.as_percent()
                if place in places and (places[place] == "share" or not names_ratio(line.caption))
                else cell
                for place, cell in enumerate(line.cells)
            ),
        )
        for line in lines
    )


def per_share(lines: Sequence[Line], columns: Sequence[Column]) -> tuple[Line, ...]:
    """The lines, with figures of money read as amounts per share in columns that say so."""
    places = {
        n
        for n, one in enumerate(columns)
        if one.measure not in ("share", "percent change")
        and len(one.header) <= _LONGEST
        and is_per_share(_EXCEPT.sub("", one.header))
    }
    if not places:
        return tuple(lines)
    return tuple(
        structs.replace(
            line,
            cells=tuple(
                structs.replace(cell, is_per_share=True)
                if place in places and _is_in_cents(cell)
                else cell
                for place, cell in enumerate(line.cells)
            ),
        )
        if line.is_money and not line.is_heading
        else line
        for line in lines
    )


def _is_in_cents(cell: Reading) -> bool:
    """True for an amount with cents, or none."""
    is_amount = cell.kind == "number" and not cell.is_rate and cell.amount.exponent <= -2
    return is_amount or cell.kind == "nil"


def _measure(column: Column, number: int, lines: Sequence[Line]) -> Measure:
    """What the words over a column say that its figures measure; "" for amounts of a period."""
    if len(column.header) > _LONGEST:
        return ""
    says_percent = _PERCENT.search(column.header) is not None
    if says_percent and _SHARE.search(column.header):
        return "share"
    compares = compares_columns(column.header)
    if not compares and not says_percent:
        return ""
    cells = [line.cells[number] for line in lines if not line.is_heading]
    figures = [cell for cell in cells if cell.kind == "number"]
    in_percent = 2 * sum(cell.is_rate for cell in figures) > len(figures)
    if compares:
        is_said = _PERCENT_CHANGE.search(column.header) and "$" not in column.header
        return "percent change" if in_percent or is_said else "change"
    if not in_percent:
        return ""
    is_whole = figures[0].amount.value == 1
    return "share" if is_whole else "percent change"


def _shares(told: Sequence[Measure], columns: Sequence[Column]) -> list[Measure]:
    """The measures, columns of percent read as shares that stand one behind each of amounts.

    What compares two columns of amounts stands behind both, or says of what it is a change.
    """
    found = list(told)
    behind = [
        number
        for number, measure in enumerate(told)
        if measure == "percent change"
        and not compares_columns(columns[number].header)
        and number
        and not told[number - 1]
    ]
    every = sum(not measure for measure in told)
    for number in behind:
        left = columns[number - 1].header
        is_of_left = _PERCENT.sub("", columns[number].header).strip() == left
        if is_of_left or len(behind) == every > 1:
            found[number] = "share"
    return found


def _borne_out(
    measure: Measure, number: int, plain: Sequence[int], lines: Sequence[Line]
) -> Measure:
    """The measure, none for changes that enough lines show to be no difference of two columns.

    They are in percent where enough lines show that, whether or not the signs are printed.
    """
    if measure != "change":
        return measure
    near = sorted(plain, key=lambda other: abs(other - number))[:4]
    pairs = [(a, b) for a in near for b in near if a < b]
    tested = borne = growth = 0
    for line in lines:
        change = _amount(line, number)
        if change is None or not change.mantissa:
            continue
        held = {n: one for n in near if (one := _amount(line, n)) is not None}
        both = [(held[a], held[b]) for a, b in pairs if a in held and b in held]
        if not both:
            continue
        tested += 1
        borne += any(_is_difference(change, one, other) for one, other in both)
        stated = abs(line.cells[number].as_percent().amount)
        growth += any(_is_growth(stated, one, other) for one, other in both)
    if growth >= max(_ENOUGH, borne + 1) and 2 * growth > tested:
        return "percent change"
    return measure if borne > 0 or tested < _ENOUGH else ""


def _is_difference(change: Amount, one: Amount, other: Amount) -> bool:
    """True for the difference of two numbers, either way round."""
    apart = less(one, other)
    exponent = min(apart.exponent, change.exponent)
    return abs(abs(apart.at(exponent)) - abs(change.at(exponent))) <= _MOST_APART


def _is_growth(stated: Amount, one: Amount, other: Amount) -> bool:
    """True for the percent by which one of two numbers is more than the other, or less."""
    apart = less(one, other)
    return any(
        under.mantissa and prints(abs(apart.mantissa), abs(under.at(apart.exponent)), stated)
        for under in (other, one)
    )


def _amount(line: Line, number: int) -> Amount | None:
    """A number of the line as printed."""
    cell = line.cells[number]
    if cell.kind != "number":
        return None
    return (cell.amount.times_power(-4) if cell.is_points else cell.amount).in_unit(PURE)


def _spoken_of(
    column: Column,
    measure: Measure,
    number: int,
    plain: Sequence[int],
    columns: Sequence[Column],
) -> Period | None:
    """The period of the amounts that a comparing column stands beside; None for none."""
    left = [n for n in plain if n < number and columns[n].period is not None]
    if measure == "share":
        return column.period or (columns[left[-1]].period if left else None)
    if column.period is not None:  # "% change from September 30, 2021"
        later = [period for n in plain if (period := columns[n].period) is not None]
        later = [one for one in later if one.months == column.period.months]
        later = [one for one in later if one.end > column.period.end]
        return max(later, key=lambda period: period.end, default=column.period)
    right = [n for n in plain if n > number and columns[n].period is not None]
    if len(left) == 1 and right:  # a change between the two that it compares
        own, other = columns[left[0]].period, columns[right[0]].period
        is_after = own and other and own.months == other.months and own.end > other.end
        return own if is_after else None
    beside = [period for n in left[::-1] or right if (period := columns[n].period) is not None]
    alike = list(takewhile(lambda period: period.months == beside[0].months, beside))
    return max(alike, key=lambda period: period.end) if len(alike) > 1 else None
