"""A history as rows, one a quarter of each series: what the formats for machines have in common."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from msgspec import Struct

from tieout.model.amount import Amount
from tieout.model.series import Growth, History, Quarter, Series, Value
from tieout.series.outputs._words import agreement, expression, provenance, scale


class Row(Struct, frozen=True, gc=False):
    """A quarter of a series. Values are whole units with XBRL's sign, rates are fractions."""

    concept: str
    caption: str
    statement: str
    unit: str
    quarter: str
    fiscal_year: int
    fiscal_quarter: int
    period_end: date | None
    value: Decimal | None
    decimals: int | None
    kind: str
    is_changed: bool
    split_ratio: str
    first_reported: Decimal | None
    first_document: str
    last_reported: Decimal | None
    last_document: str
    derived: Decimal | None
    agreement: str
    trailing_twelve_months: Decimal | None
    growth_on_year: Decimal | None
    growth_on_quarter: Decimal | None
    formula: str
    provenance: str


def rows(history: History) -> Iterator[Row]:
    """Every quarter of which something is told, series by series."""
    for series in history.series:
        for quarter in series.quarters:
            if quarter.value is not None or quarter.trailing is not None:
                yield _row(history, series, quarter)


def _row(history: History, series: Series, quarter: Quarter) -> Row:
    """One quarter as a row."""
    value, power = quarter.value, scale(series)
    return Row(
        concept=" ".join(series.names),
        caption=series.caption,
        statement=series.statement,
        unit=series.unit.text,
        quarter=quarter.label,
        fiscal_year=quarter.fiscal_year,
        fiscal_quarter=quarter.number,
        period_end=quarter.end,
        value=_number(value),
        decimals=value.amount.decimals if value else None,
        kind=("derived" if value.is_derived else "reported") if value else "",
        is_changed=quarter.cause == "changed",
        split_ratio=str(value.ratio) if value and value.is_adjusted else "",
        first_reported=_number(quarter.first),
        first_document=_document(history, quarter.first),
        last_reported=_number(quarter.last),
        last_document=_document(history, quarter.last),
        derived=_number(quarter.derived or (value if value and value.is_derived else None)),
        agreement=agreement(quarter),
        trailing_twelve_months=_number(quarter.trailing),
        growth_on_year=_rate(quarter.on_year),
        growth_on_quarter=_rate(quarter.on_quarter),
        formula=expression(value, power) if value else "",
        provenance=provenance(value, power) if value else "",
    )


def decimal(amount: Amount) -> Decimal:
    """The amount, exact, with the digits it was printed with."""
    return Decimal(str(amount))


def _number(value: Value | None) -> Decimal | None:
    """A value's number."""
    return None if value is None else decimal(value.amount)


def _rate(growth: Growth | None) -> Decimal | None:
    """A rate as a fraction; None where it means nothing or is unknown."""
    return None if growth is None or growth.rate is None else decimal(growth.rate)


def _document(history: History, value: Value | None) -> str:
    """The name of the filing a value was told in."""
    return "" if value is None else history.filings[value.filing].name
