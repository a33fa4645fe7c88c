"""Percentages as quotients, in integers: what may be one, what it weighs, what a miss is."""

from datetime import date
from fractions import Fraction

from tieout.evidence.quantity import Quantity, Style
from tieout.model.amount import Amount
from tieout.model.period import Period
from tieout.model.unit import DOLLARS
from tieout.proof.formula import Formula
from tieout.rules.quotient import factors, is_near_quotient, per_year, severity_of, weigh_quotient


def dollars(number: int) -> Quantity:
    return Quantity(Amount(number, 0, DOLLARS), (), str(number), "", None, Style())


def percent(tenths: int) -> Quantity:
    return Quantity(Amount(tenths, -3), (), "", "", None, Style())


def test_a_share_may_be_what_it_rounds_to() -> None:
    assert is_near_quotient(Amount(311, -3), Amount(2244, 3), Amount(7219, 3))
    assert not is_near_quotient(Amount(351, -3), Amount(2244, 3), Amount(7219, 3))


def test_a_change_is_of_the_size_of_what_was_before() -> None:
    assert is_near_quotient(Amount(1450, -3), Amount(7219, 0), Amount(2946, 0), less_one=True)
    assert is_near_quotient(Amount(3, 0), Amount(10, 0), Amount(-5, 0), less_one=True)


def test_small_amounts_leave_a_percentage_little_weight() -> None:
    assert weigh_quotient(Amount(311, -3), Amount(22440, 0), Amount(72190, 0)) == 7
    assert weigh_quotient(Amount(333, -3), Amount(1, 0), Amount(3, 0)) == 0
    assert weigh_quotient(Amount(333, -3), Amount(1, 0), Amount(0, 0)) == 0


def test_a_unit_that_explains_a_miss_makes_it_a_warning() -> None:
    def formula(now: int, before: int) -> Formula:
        return Formula("", (dollars(now), dollars(before)), lambda a, b: a / b - 1)

    assert severity_of(percent(18), formula(678, 668)) == "warning"  # 1.497%, told as 1.8%
    assert severity_of(percent(211), formula(24975, 22282)) == "error"
    assert severity_of(percent(211), formula(5, 0)) == "error"


def test_a_quarter_is_a_fourth_of_a_year_or_its_days() -> None:
    quarter = Period(date(2020, 3, 31), date(2020, 1, 1))
    assert factors(quarter)[:3] == (Fraction(1), Fraction(4), Fraction(365, 91))
    assert factors(Period(date(2020, 3, 31))) == factors(None) == (Fraction(1),)


def test_the_formula_says_how_often_it_is_taken() -> None:
    two = (dollars(5), dollars(-10))
    assert per_year(*two, Fraction(366, 91)).text == "{0} / {1} \u00d7 366/91"
    assert per_year(*two, Fraction(4)).text == "{0} / {1} \u00d7 4"
    assert per_year(*two, Fraction(1), of_size=True).computed() == Fraction(1, 2)
