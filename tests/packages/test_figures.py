"""Figures as they are printed, and to what they are rounded."""

from typing import Any

import pytest

from tieout.model.amount import Amount
from tieout.model.check import Ref
from tieout.model.unit import DOLLARS, PURE, Unit
from tieout.packages.figures import Figures, precision


@pytest.mark.parametrize(
    ("exponent", "unit", "words"),
    [
        (5, DOLLARS, "$0.1 million"),
        (4, DOLLARS, "$0.01 million"),
        (3, DOLLARS, "$1 thousand"),
        (-2, DOLLARS, "$0.01"),
        (-2, PURE, "1%"),
        (-3, PURE, "0.1%"),
    ],
)
def test_a_precision_in_words(exponent: int, unit: Unit, words: str) -> None:
    assert precision(Amount(72, exponent, unit), exponent) == words


def test_a_figure_has_the_brackets_and_the_sign_it_is_printed_with(gathered: Any) -> None:
    made = gathered()
    figures = Figures(made.releases)
    texts = {figures.text(Ref(0, number)) for number in made.rows[0].cells[0].figures}
    assert texts == {"$7.2 Million", "$7.2 million", "7,219"}
    loss = next(row for row in made.rows if row.caption == "Net loss")
    assert "(8,453)" in {figures.text(Ref(4, number)) for number in loss.cells[4].figures}
