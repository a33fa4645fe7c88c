"""Columns of percentages whose sign stands in the header, or at the first and last figures only."""

import re
from collections.abc import Sequence

from msgspec import structs

from tieout.model.table import Header, Reading, TableRow

# "Net of 5% tax" heads no percentages.
_PERCENT = re.compile(r"(?<![0-9])(?<![0-9] )(?:%|\bpercent(?:age)?s?\b|\bpct\b)", re.IGNORECASE)
_LARGEST = 10_000


def in_percent(headers: Sequence[Header], rows: Sequence[TableRow]) -> tuple[TableRow, ...]:
    """The rows, with every figure of a column of percentages read as one."""
    columns = [
        number
        for number, header in enumerate(headers)
        if _PERCENT.search(header.text) and _may_be([row.readings[number] for row in rows])
    ]
    if not columns:
        return tuple(rows)
    return tuple(
        structs.replace(
            row,
            readings=tuple(
                one.as_percent() if number in columns else one
                for number, one in enumerate(row.readings)
            ),
        )
        for row in rows
    )


def _may_be(readings: Sequence[Reading]) -> bool:
    """True unless the figures are money, or larger than percentages are."""
    numbers = [one for one in readings if one.kind == "number"]
    money = [one for one in numbers if one.currency]
    return 2 * len(money) < len(numbers) and all(
        abs(one.amount.value) < _LARGEST for one in numbers if not one.currency
    )
