"""The scale of a table: said over it or right under its header, else borrowed from another."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TypeAlias

from msgspec import structs

from tieout.lexicon.currencies import dollars_of, names_dollars, read_currency
from tieout.lexicon.units import Scale, read_scale
from tieout.model.statement import Fact, Line
from tieout.model.table import Table

# So many figures alike, of so many digits each, stand in two tables of one scale only.
_ALIKE = 2
_DIGITS = 3


def scale_of(table: Table, titles: Sequence[str], spoken: str = "") -> Scale:
    """The scale that the titles say, or the headers, or the headings over the first figures.

    So with the currency, which the signs beside the figures tell where no words do; where nothing
    in the table names one, it is the one `spoken` in its document.
    """
    opening = list(_opening(table))
    headers = [header.text for header in table.headers]
    scale = read_scale([*titles, *headers, *opening])
    signs = {cell.currency for row in table.rows for cell in row.readings if cell.currency}
    lines = [*titles, *opening]
    currency = read_currency(lines) or (signs.pop() if len(signs) == 1 else "")
    if not currency:
        said = [header for header in headers if read_scale([header]).is_said]
        currency = read_currency(said) if len(said) * 2 >= len(headers) else ""
    if not currency and names_dollars(lines):
        currency = dollars_of(spoken)
    return structs.replace(scale, currency=currency or spoken)


Printed: TypeAlias = dict[tuple[str, int, int], set[Scale]]
"""Figures with their lines' concepts, and the scales of the tables that print them."""


def printed_in(tables: Iterable[tuple[Scale, Sequence[Line]]]) -> Printed:
    """What the tables that say a scale print."""
    printed: Printed = {}
    for scale, lines in tables:
        for figure in _figures(lines) if scale.is_said else ():
            printed.setdefault(figure, set()).add(scale)
    return printed


def borrowed(lines: Sequence[Line], printed: Printed) -> Scale | None:
    """The scale of the tables that print the same figures on lines of the same concepts.

    None where fewer than two figures of three digits are alike, or in tables of several scales.
    """
    alike = Counter(scale for one in set(_figures(lines)) for scale in printed.get(one, ()))
    found = [scale for scale, count in alike.items() if count >= _ALIKE]
    return found[0] if len({scale.money for scale in found}) == 1 else None


@lru_cache(maxsize=2048)
def power_over(header: str, table: Scale) -> int:
    """The power of ten of money in a column: its header's own, "Thousands of U.S. dollars"."""
    own = read_scale([header]) if table.is_said and read_currency([header]) else table
    return own.money if own.is_said else table.money


def needs_scale(fact: Fact, lines: Sequence[Line]) -> bool:
    """True for an amount that means nothing without a scale.

    Amounts per share, percentages and lines that are in a scale of their own need none.
    """
    line = lines[fact.line]
    return not line.power and (fact.amount.unit.is_money or fact.amount.unit.is_shares)


def _opening(table: Table) -> Iterator[str]:
    """The captions of the headings that stand over the first row with figures."""
    for row in table.rows:
        if not row.is_heading:
            return
        yield row.caption


def _figures(lines: Sequence[Line]) -> Iterator[tuple[str, int, int]]:
    """Every figure of money of some length, with its line's concept."""
    for line in lines:
        for cell in line.cells:
            digits = abs(cell.amount.mantissa)
            if cell.kind == "number" and not cell.is_rate and digits >= 10 ** (_DIGITS - 1):
                yield line.concept, digits, cell.amount.exponent
