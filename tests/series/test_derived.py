"""Quarters that follow from longer stretches."""

from fractions import Fraction

from tieout.model.amount import Amount
from tieout.model.series import Value
from tieout.model.unit import DOLLARS
from tieout.series.derived import derived, total

YEAR = 2024 * 4


def value(thousands: int, filing: int = 0) -> Value:
    amount = Amount(thousands, 3, DOLLARS)
    return Value(amount, amount.interval, filing, ())


def ways(told: dict[tuple[int, int], int], quarter: int) -> dict[str, int]:
    """How a quarter is derived, with the thousands it comes to."""
    stretches = {(YEAR + a, YEAR + b): {0: value(n)} for (a, b), n in told.items()}
    return {one.formula: one.amount.mantissa for one in derived(stretches, YEAR + quarter)}


def test_a_first_quarter_is_six_months_less_the_second() -> None:
    assert ways({(0, 1): 12834, (1, 1): 7219}, 0) == {"six months \u2212 Q2": 5615}


def test_a_fourth_quarter_is_the_year_less_nine_months_or_less_the_others() -> None:
    assert ways({(0, 3): 100, (0, 2): 70}, 3) == {"year \u2212 nine months": 30}
    others = {(0, 3): 100, (0, 0): 10, (1, 1): 20, (2, 2): 40}
    assert ways(others, 3) == {"year \u2212 Q1 \u2212 Q2 \u2212 Q3": 30}


def test_a_middle_quarter_is_what_the_others_leave() -> None:
    told = {(0, 3): 100, (0, 1): 30, (3, 3): 30}
    assert ways(told, 2) == {"year \u2212 six months \u2212 Q4": 40}


def test_a_stretch_that_opens_no_fiscal_year_derives_nothing() -> None:
    # Johnson & Johnson, July 2023, with its columns dated two quarters early by a misread calendar.
    assert ways({(2, 3): 50, (3, 3): 30}, 2) == {}


def test_rounding_is_one_unit_wider_for_each_part() -> None:
    (one,) = derived({(YEAR, YEAR + 1): {0: value(20)}, (YEAR, YEAR): {0: value(12)}}, YEAR + 1)
    assert (one.reach.low, one.reach.high) == (Fraction(7000), Fraction(9000))
    summed = total([value(1), value(2), value(3), value(4)], DOLLARS, "Q1 + Q2 + Q3 + Q4")
    assert (summed.amount.mantissa, summed.reach.width) == (10, Fraction(4000))


def test_the_part_is_taken_from_the_same_filing_before_any_other() -> None:
    told = {
        (YEAR, YEAR + 1): {0: value(20, 0), 1: value(21, 1)},
        (YEAR + 1, YEAR + 1): {0: value(8, 0), 1: value(9, 1)},
    }
    assert [one.amount.mantissa for one in derived(told, YEAR)] == [12, 12]
