"""Elements that are one line over the years."""

from collections import Counter
from datetime import date
from fractions import Fraction

from tieout.model.amount import Amount
from tieout.model.period import Period
from tieout.model.series import Source, Value
from tieout.model.unit import DOLLARS, PER_SHARE, PURE, Unit
from tieout.series.joined import joined
from tieout.series.tellings import Key, Told

NARROW = "us-gaap:RevenueFromContractWithCustomerExcludingAssessedTax"
WIDE = "us-gaap:Revenues"


def told(name: str, unit: Unit, *values: tuple[int, int, int, int]) -> tuple[Key, Told]:
    """A line of quarter, filing, number and figure."""
    held: dict[tuple[int, int], dict[int, Value]] = {}
    for quarter, filing, number, figure in values:
        amount = Amount(number, 3, unit)
        source = Source(filing, figure, f"T1.R{figure}", "", "", Period(date(2024, 3, 31)), amount)
        value = Value(amount, amount.interval, filing, (source,))
        held.setdefault((quarter, quarter), {})[filing] = value
    places = {filing: (0, Fraction(0)) for _, filing, _, _ in values}
    return (name, unit, True), Told(
        name, unit, is_flow=True, values=held, captions={}, places=places, powers=Counter()
    )


def names(*lines: tuple[Key, Told]) -> list[tuple[str, ...]]:
    return [one for one, _ in joined(dict(lines))]


def test_revenue_told_under_a_new_element_is_one_series() -> None:
    before, after = (
        told(WIDE, DOLLARS, (0, 0, 5, 1)),
        told(NARROW, DOLLARS, (0, 1, 5, 1), (4, 1, 6, 2)),
    )
    assert names(after, before) == [(WIDE, NARROW)]


def test_what_one_filing_tells_apart_stays_apart() -> None:
    # Net sales and total revenues, membership fees between them.
    lines = told(WIDE, DOLLARS, (0, 0, 5, 1)), told(NARROW, DOLLARS, (0, 0, 4, 2))
    assert names(*lines) == [(WIDE,), (NARROW,)]


def test_a_column_of_shares_of_sales_is_no_series_beside_the_amounts() -> None:
    lines = told(WIDE, DOLLARS, (0, 0, 5, 1)), told(WIDE, PURE, (0, 0, 1, 2))
    assert names(*lines) == [(WIDE,)]


def test_two_elements_that_rest_on_the_same_figures_are_one_line() -> None:
    basic, diluted = "us-gaap:EarningsPerShareBasic", "us-gaap:EarningsPerShareDiluted"
    lines = (told(one, PER_SHARE, (0, 0, 5, 1)) for one in (basic, diluted))
    assert names(*lines) == [(basic, diluted)]
