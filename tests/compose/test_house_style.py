"""Amounts in house style."""

from fractions import Fraction

import pytest

from tieout.compose.book import Style
from tieout.compose.house_style import percentage, rounded_in, told
from tieout.errors import Misuse
from tieout.model.amount import Amount
from tieout.model.unit import DOLLARS, PER_SHARE, PURE, SHARES

THOUSANDS = Amount(7219, 3, DOLLARS)


@pytest.mark.parametrize(
    ("amount", "scale", "decimals", "words"),
    [
        (THOUSANDS, None, None, "$7.2 million"),
        (THOUSANDS, "million", 3, "$7.219 million"),
        (THOUSANDS, "thousand", 0, "$7,219 thousand"),
        (THOUSANDS, "whole", None, "$7,219,000"),
        (Amount(7250, 3, DOLLARS), None, None, "$7.3 million"),
        (-THOUSANDS, None, None, "$(7.2) million"),
        (Amount(-6, -2, PER_SHARE), None, None, "$(0.06)"),
        (Amount(145440, 3, SHARES), None, None, "145.4 million"),
        (Amount(145, -3, PURE), None, None, "14.5%"),
    ],
)
def test_an_amount_is_told(
    amount: Amount, scale: str | None, decimals: int | None, words: str
) -> None:
    assert told(Style(), rounded_in(Style(), amount, scale, decimals), scale) == words


def test_digits_that_nobody_knows_are_refused() -> None:
    with pytest.raises(
        Misuse, match="4 decimals of a million are finer than the figure, which is "
    ):
        rounded_in(Style(), THOUSANDS, "million", 4)
    with pytest.raises(Misuse, match="9 decimals: say 0 to 6"):
        rounded_in(Style(), THOUSANDS, "million", 9)
    with pytest.raises(Misuse, match="'lakh' is no scale: say 'whole', 'thousand', 'million'"):
        rounded_in(Style(), THOUSANDS, "lakh")
    with pytest.raises(Misuse, match="-1 decimals"):
        percentage(Fraction(1, 3), -1)


def test_halves_go_away_from_zero() -> None:
    assert percentage(Fraction(5, 1000), 0) == Amount(1, -2, PURE)
