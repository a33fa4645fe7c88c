from tieout.model.amount import Amount
from tieout.model.statement import Line
from tieout.model.table import Reading
from tieout.model.unit import DOLLARS, Unit


def line(*cells: Reading, power: int = 3, unit: Unit = DOLLARS) -> Line:
    return Line("Revenue", (), "us-gaap:Revenues", cells, power=power, unit=unit)


def test_a_cell_is_told_in_whole_units_and_as_printed() -> None:
    one = line(Reading("number", 0, 5, 0, Amount(-7219, 0)))
    assert one.printed(0) == Amount(-7219, 3, DOLLARS)


def test_nil_is_zero_to_the_precision_of_the_statement_and_blank_is_nothing() -> None:
    one = line(*(Reading(kind, 0, 0) for kind in ("nil", "blank", "text", "not-meaningful")))
    assert [one.printed(column) for column in range(4)] == [Amount(0, 3, DOLLARS), None, None, None]
