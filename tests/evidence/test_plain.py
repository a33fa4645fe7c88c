"""A schedule's cells as integers in units of the finest of them."""

from tieout.evidence.plain import AMOUNT, NOTHING, PERCENT, POINTS, plain
from tieout.evidence.quantity import Quantity, Style
from tieout.model.amount import Amount
from tieout.model.check import Ref
from tieout.model.unit import BASIS_POINTS, DOLLARS, PURE, Unit


def cell(mantissa: int, exponent: int, unit: Unit = DOLLARS, *, nil: bool = False) -> Quantity:
    sources = () if nil else (Ref(0, 1),)
    return Quantity(Amount(mantissa, exponent, unit), sources, "", "", None, Style())


def test_cells_stand_by_column_in_units_of_the_finest() -> None:
    cells = (
        (cell(7219, 3), cell(45, -3, PURE)),
        (cell(0, 3, nil=True), None),
        (cell(-12, 2), cell(20, 0, BASIS_POINTS)),
    )
    made = plain(cells, 2)
    assert made.sizes == [[7_219_000_000, 0, -1_200_000], [45, 0, 20_000]]
    assert made.steps == [[10**6, 10**6, 10**5], [1, 0, 1000]]
    assert made.reaches == [[10**6, 0, 10**5], [1, 0, 1000]]
    assert made.kinds == [[AMOUNT, NOTHING, AMOUNT], [PERCENT, NOTHING, POINTS]]
    assert made.units == [[1, 1, 1], [2, 0, 3]]
    assert made.whole == 1000
    assert made.has_rates


def test_a_schedule_without_figures_has_no_rates() -> None:
    made = plain(((None,), (None,)), 1)
    assert (made.sizes, made.whole, made.has_rates) == ([[0, 0]], 1, False)
    assert not plain(((cell(7, 0),),), 1).has_rates
