from datetime import date
from fractions import Fraction

import pytest

from tieout.evidence.quantity import Quantity, Style, as_exact, less
from tieout.model.amount import Amount
from tieout.model.check import Ref
from tieout.model.period import duration
from tieout.model.unit import DOLLARS

SECOND = duration(date(2007, 9, 30), 3)
FIRST = duration(date(2007, 6, 30), 3)


def known(mantissa: int, exponent: int = 3, figure: int = 0) -> Quantity:
    style = Style(power=3, brackets=True)
    amount = Amount(mantissa, exponent, DOLLARS)
    return Quantity(amount, (Ref(0, figure),), style.show(amount), "Revenue", SECOND, style)


@pytest.mark.parametrize(
    ("style", "amount", "shown"),
    [
        (Style("$", 6, " million"), Amount(72, 5), "$7.2 million"),
        (Style("$", 3, brackets=True), Amount(-8453, 3), "$(8,453)"),
        (Style("", -2, "%"), Amount(145, -2), "145%"),
        (Style("", -2, "%", brackets=True), Amount(-5, -2), "(5%)"),
        (Style("$"), Amount(-6, -2), "−$0.06"),
        (Style(power=3), Amount(0, 3), "0"),
    ],
)
def test_an_amount_is_shown_as_it_was_printed(style: Style, amount: Amount, shown: str) -> None:
    assert style.show(amount) == shown


@pytest.mark.parametrize(
    ("number", "shown"),
    [
        (Fraction(2_000_000), "$2.0 million"),
        (Fraction(1_966_000), "$1.966 million"),
        (Fraction(1_960_000), "$1.96 million"),
        (Fraction(20_000_000, 3), "$6.667 million"),
    ],
)
def test_a_computed_number_shows_two_more_digits_at_most(number: Fraction, shown: str) -> None:
    assert Style("$", 6, " million").show_number(number, 5) == shown


def test_a_magnitude_has_no_sign_in_amount_or_reach() -> None:
    loss = known(-8453).magnitude()
    assert loss.value == 8_453_000
    assert loss.reach.low == 8_452_500


def test_a_derived_number_rests_on_both_and_reaches_further() -> None:
    derived = less(known(12834, figure=1), known(7219, figure=2), FIRST)
    assert derived.is_derived
    assert derived.value == 5_615_000
    assert derived.sources == (Ref(0, 1), Ref(0, 2))
    assert derived.reach.width == 2000
    assert derived.shown == "(12,834 − 7,219)"
    assert derived.period == FIRST
    assert derived.ref == Ref(0, 1)
    assert less(known(10, 4), known(5, 3), FIRST).amount == Amount(95, 3, DOLLARS)


def test_an_exact_number_was_never_rounded() -> None:
    assert as_exact(known(5)).reach.width == 0


def test_two_percentages_are_points_apart() -> None:
    percent = Style("", -2, "%")
    assert [percent.apart(one) for one in ("2.51%", "1%")] == [
        "2.51 percentage points", "1 percentage point",
    ]  # fmt: skip
    assert Style("$").apart("$2.51") == "$2.51"
