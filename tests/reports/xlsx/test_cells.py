"""Numbers in cells: where they stand and how they look."""

from fractions import Fraction

import pytest

from tieout.evidence.quantity import Quantity, Style
from tieout.model.amount import Amount
from tieout.model.check import Ref
from tieout.model.unit import BASIS_POINTS, DOLLARS, PURE, Unit
from tieout.reports.xlsx.cells import Look, as_float, cell_of, letters


@pytest.mark.parametrize(("column", "told"), [(0, "A"), (25, "Z"), (26, "AA"), (702, "AAA")])
def test_a_column_has_its_letters(column: int, told: str) -> None:
    assert letters(column) == told


@pytest.mark.parametrize(
    ("look", "told"),
    [
        (Look(), "#,##0_);(#,##0)"),
        (Look("$", 2), '"$"#,##0.00_);("$"#,##0.00)'),
        (Look("", 1, "%"), "#,##0.0%_);(#,##0.0%)"),
        (Look("", 1, "% points"), '#,##0.0%" points"_);(#,##0.0%" points")'),
        (Look("$", 1, " million", brackets=False), '"$"#,##0.0" million";-"$"#,##0.0" million"'),
        (Look(nil="\u2014"), '#,##0_);(#,##0);"\u2014"_)'),
    ],
)
def test_a_number_looks_as_it_is_printed(look: Look, told: str) -> None:
    assert look.format == told


@pytest.mark.parametrize(
    ("amount", "exponent", "unit", "style", "value", "power"),
    [
        (-756, 3, DOLLARS, Style("$", 3, brackets=True), Fraction(-756), 3),
        (654, -3, PURE, Style("", -2, "%"), Fraction(654, 1000), 0),
        (72, 5, DOLLARS, Style("$", 6, " million"), Fraction(72, 10), 6),
        (190, 0, BASIS_POINTS, Style("", 0, " basis points"), Fraction(190), -4),
    ],
)
def test_a_cell_holds_the_number_in_the_units_it_is_printed_in(
    amount: int, exponent: int, unit: Unit, style: Style, value: Fraction, power: int
) -> None:
    told = Amount(amount, exponent, unit)
    cell = cell_of(Quantity(told, (Ref(0, 1),), told, "", None, style), "Sheet", 4, 1)
    assert cell is not None
    assert (cell.value, cell.power, cell.name) == (value, power, "B5")
    assert cell.seen_from("Sheet") == "B5"
    assert cell.seen_from("Another") == "'Sheet'!B5"


def test_a_nil_is_a_zero_that_looks_like_none() -> None:
    nil = cell_of(Quantity(Amount(0, 3), (), "nil", "", None, Style(power=3)), "Sheet", 0, 0)
    assert nil is not None
    assert nil.value == 0
    assert nil.look.nil == "\u2014"


def test_a_number_that_no_workbook_can_hold_has_no_cell() -> None:
    assert as_float(Fraction(10) ** 400) is None
    assert as_float(1 / Fraction(10) ** 400) is None
    assert as_float(Fraction(1, 3)) == 1 / 3
    for told in (Amount(1, 400), Amount(1234567890123456, 0), Amount(1, -400)):
        quantity = Quantity(told, (Ref(0, 1),), told, "", None, Style())
        assert cell_of(quantity, "Sheet", 0, 0) is None
