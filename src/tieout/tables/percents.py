"""Columns of percentages whose sign stands in the header, or at the first and last figures only."""

import re
from collections.abc import Sequence

from msgspec import structs

from tieout.lexicon.heads import names_ratio
from tieout.lexicon.things import names_money
from tieout.model.table import Header, Reading, TableRow
from tieout.patterns import pattern

# "Net of 5% tax" heads no percentages; "March 31, 2020 Percent" and "3Q21 %" do.
_PERCENT = pattern(
    r"(?:(?<![0-9])(?<![0-9] )|(?<=(?:19|20)[0-9]{2} )|(?<=Q[0-9]{2} ))"
    r"(?:%|\bpercent(?:age)?s?\b|\bpct\b)",
    re.IGNORECASE,
)
# Yields stand beside balances and interest; an exchange rate is no percentage.
_RATE = pattern(
    r"\byields?\b|\b(?:average|avg\.?|interest)\s+rates?\b|\brates?\s*+(?:/\s*+cost\s*+)?(?:\([^()]*+\))?\Z",
    re.IGNORECASE,
)
_EXCHANGE = pattern(r"\bexchange\b|\bday\s*rates?\b", re.IGNORECASE)
_POINTS = pattern(r"\bbps?\b|\bbasis\s+(?:points?|pts?)\b", re.IGNORECASE)
_CHANGE = pattern(r"\bchanges?\b|\bchg\b|\bvs\b|\binc(?:rease)?\b\.?\s?/", re.IGNORECASE)
_LARGEST = 10_000
_HIGHEST = 40
_WHOLE = 200
_THOUSAND = 1_000
_BETWEEN = 3


def in_percent(headers: Sequence[Header], rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """The rows, with every figure of a column of percentages read as one."""
    told = [
        [row.readings[number] for row in rows if row.readings[number].kind == "number"]
        for number in range(len(headers))
    ]
    columns = [
        number
        for number, header in enumerate(headers)
        if _is_percent(header.text, told[number])
        or _is_common_size(told[number])
        or _begins_and_ends(number, header.text, rows, told[number])
        or (
            number > 0
            and header.text
            and header.text == headers[number - 1].text
            and _begins(told[number])
        )
    ]
    pointed = [n for n, header in enumerate(headers) if _POINTS.search(header.text)]
    if not columns and not pointed:
        return tuple(rows)
    rows = [_in_points(row, pointed) for row in rows]
    plain = [number for number in columns if not _CHANGE.search(headers[number].text)]
    return tuple([_with(row, plain if names_ratio(row.caption) else columns) for row in rows])


def _with(row: TableRow, columns: Sequence[int]) -> TableRow:
    """The row, its figures in these columns read as percentages."""
    readings = list(row.readings)
    for number in columns:
        readings[number] = readings[number].as_percent()
    return structs.replace(row, readings=tuple(readings))


def _in_points(row: TableRow, columns: Sequence[int]) -> TableRow:
    """The row, its changes in these columns in basis points where its other figures are rates."""
    told = [
        one
        for number, one in enumerate(row.readings)
        if number not in columns and one.kind == "number"
    ]
    if not columns or not told or not all(one.is_rate for one in told):
        return row
    return structs.replace(
        row,
        readings=tuple(
            one.as_points() if number in columns and not one.is_percent else one
            for number, one in enumerate(row.readings)
        ),
    )


def _is_percent(header: str, numbers: Sequence[Reading]) -> bool:
    """True where a header and the figures under it say percentages, or yields."""
    said = header.lower()
    if ("%" in said or "percent" in said or "pct" in said) and _PERCENT.search(header):
        return _may_be(numbers)
    if "yield" not in said and "rate" not in said:
        return False
    is_rate = _RATE.search(header) is not None and _EXCHANGE.search(header) is None
    return is_rate and all(
        -3 <= one.amount.exponent < 0 and abs(one.amount.value) < _HIGHEST and not one.currency
        for one in numbers
        if not one.is_percent
    )


def _begins(numbers: Sequence[Reading]) -> bool:
    """True where the first figure of a column has the sign: one header for a change in two ways."""
    return bool(numbers) and numbers[0].is_percent and _may_be(numbers)


def _begins_and_ends(
    number: int, header: str, rows: Sequence[TableRow], told: Sequence[Reading]
) -> bool:
    """True where the first and the last figure of a column have the sign, and none is of money.

    "12.6%" over "12.6", "14.7" and a total of "12.6%": all have as many digits behind the point.
    Whole numbers are percentages only under a header that speaks of a change.
    """
    if len(told) < _BETWEEN or not (told[0].is_percent and told[-1].is_percent):
        return False
    held = [row for row in rows if row.readings[number].kind == "number"]
    compares = _CHANGE.search(header) is not None
    digits = {one.amount.exponent + 2 for one in told if one.is_percent}
    return all(
        one.amount.exponent in digits
        and abs(one.amount.value) < _THOUSAND
        and (compares or (one.amount.exponent < 0 and not _is_of_money(row)))
        for row, one in zip(held, told, strict=True)
        if not one.is_rate
    )


def _is_of_money(row: TableRow) -> bool:
    """True where the row's caption names money and no ratio, or a figure has a currency's sign."""
    is_amount = names_money(row.caption) and not names_ratio(row.caption)
    return is_amount or any(one.currency for one in row.readings)


def _is_common_size(numbers: Sequence[Reading]) -> bool:
    """True for a statement in percent of its first line, which alone prints the sign: 100.0%."""
    if not numbers or not numbers[0].is_percent or numbers[0].amount.value != 1:
        return False
    exponent = numbers[0].amount.exponent + 2
    return all(
        one.amount.exponent == exponent and abs(one.amount.value) <= _WHOLE and not one.currency
        for one in numbers
        if not one.is_percent
    )


def _may_be(numbers: Sequence[Reading]) -> bool:
    """True unless the figures are money, or larger than percentages are."""
    money = [one for one in numbers if one.currency]
    return 2 * len(money) < len(numbers) and all(
        abs(one.amount.value) < _LARGEST for one in numbers if not one.currency
    )
