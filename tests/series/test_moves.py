"""Twelve months and growth."""

from datetime import date

from tieout.model.amount import Amount
from tieout.model.series import Value
from tieout.model.unit import DOLLARS
from tieout.series.moves import growth, trailing

SINCE = date(2023, 6, 30)


def value(thousands: int) -> Value:
    amount = Amount(thousands, 3, DOLLARS)
    return Value(amount, amount.interval, 0, ())


def rate(now: int, then: int) -> str:
    moved = growth(value(now), value(then), SINCE)
    assert moved is not None
    return "n/m" if moved.rate is None else str(moved.rate)


def test_growth_is_rounded_to_a_tenth_of_a_percent() -> None:
    assert rate(7219, 2946) == "1.450"
    assert rate(0, 10) == "-1.000"
    assert rate(10_005, 10_000) == "0.001"


def test_across_zero_and_from_a_loss_a_rate_means_nothing() -> None:
    assert [rate(5, -5), rate(-5, 5), rate(-5, -9), rate(5, 0)] == ["n/m"] * 4


def test_without_both_values_there_is_no_growth() -> None:
    assert growth(None, value(1), SINCE) is None
    assert growth(value(1), None, SINCE) is None


def test_twelve_months_are_four_quarters_or_the_year_as_told() -> None:
    quarters = {8: value(1), 9: value(2), 10: value(3), 11: value(4), 12: value(5)}
    four = trailing(quarters, None, 12)
    assert four is not None
    assert (four.amount.mantissa, four.formula) == (14, "Q2 + Q3 + Q4 + Q1")
    assert trailing({11: value(4)}, value(10), 11) == value(10)
    assert trailing({11: value(4)}, None, 11) is None
