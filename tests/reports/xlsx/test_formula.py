"""Formulas as checks write them, read back."""

from fractions import Fraction

import pytest

from tieout.reports.xlsx.formula import Number, Product, Size, Sum, expression, shown

ONE = Number(-1, 1)


def n(operand: int) -> Number:
    return Number(operand)


@pytest.mark.parametrize(
    ("text", "operands", "told"),
    [
        ("7,219", [7219], n(0)),
        ("46,276 + 5,876 \u2212 12", [46276, 5876, 12], Sum(((1, n(0)), (1, n(1)), (-1, n(2))))),
        ("\u2212 7,527 + 7,171", [7527, 7171], Sum(((-1, n(0)), (1, n(1))))),
        ("8 \u2212 1 \u2212 \u221255", [8, 1, 55], Sum(((1, n(0)), (-1, n(1)), (-1, n(2))))),
        ("$(6.4) + CHF8.0", [64, 80], Sum(((1, n(0)), (1, n(1))))),
        ("nil \u2212 12", [12], Sum(((1, Number(-1, 0)), (-1, n(0))))),
        ("7 / 2 \u2212 1", [7, 2], Sum(((1, Product(((1, n(0)), (-1, n(1))))), (-1, ONE)))),
        ("$3,600,000,000 / 2.0%", [36, 200], Product(((1, n(0)), (-1, n(1))))),
        ("20 / |(125)|", [20, 125], Product(((1, n(0)), (-1, Size(n(1)))))),
        (
            "39,810 / 3,677,017 \u00d7 366/91",
            [39810, 3677017],
            Product(((1, n(0)), (-1, n(1)), (1, Number(-1, 366)), (-1, Number(-1, 91)))),
        ),
        (
            "1 / ($8.5 million / 2.0% + 1)",
            [85, 20],
            Product(((1, ONE), (-1, Sum(((1, Product(((1, n(0)), (-1, n(1))))), (1, ONE)))))),
        ),
    ],
)  # fmt: skip
def test_a_formula_is_read(text: str, operands: list[int], told: object) -> None:
    assert expression(text, operands) == told


@pytest.mark.parametrize(
    ("text", "operands"),
    [
        ("", []),
        ("Thursday", []),
        ("7,219 +", [7219]),
        ("(7,219 + 1", [7219]),
        ("7,219 7,219", [7219, 7219]),
        ("7,219 + 12", [7219, 13]),  # a figure that is not there
        ("7,219 + $12", [7219]),  # a figure that is none of the operands
        ("17 / 1 \u2212 1", [17, 1]),  # which of the two is the figure?
        ("(" * 40 + "1 + 1" + ")" * 40, []),
        ('=HYPERLINK("http://a")', []),
    ],
)
def test_what_is_not_plainly_a_formula_is_none(text: str, operands: list[int]) -> None:
    assert expression(text, operands) is None


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("$7.2 million", Fraction(72, 10)),
        ("\u2212$0.2 billion", Fraction(-2, 10)),
        ("(423.438%)", Fraction(-423438, 100000)),
        ("$(0.06)", Fraction(-6, 100)),
        ("(9 basis points)", Fraction(-9)),
        ("18,515", Fraction(18515)),
    ],
)
def test_a_number_is_read_in_the_units_it_is_shown_in(text: str, value: Fraction) -> None:
    number = shown(text)
    assert number is not None
    assert number.value == value


@pytest.mark.parametrize("text", ["", "Thursday", "an increase", "1 + 2", "September 30, 2007"])
def test_words_are_no_number(text: str) -> None:
    assert shown(text) is None
