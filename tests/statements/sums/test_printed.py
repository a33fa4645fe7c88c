"""Readings tried on the amounts of a statement: what columns must show of them."""

from msgspec import structs

from tieout.engine import read
from tieout.model.unit import SHARES, Unit
from tieout.statements.sums.printed import FOUND, Demand, Printed

HEAD = (
    "EXAMPLE CORP.\nCONSOLIDATED BALANCE SHEETS\n(In thousands)\n\n"
    "\tMarch 31, 2020\tDecember 31, 2019\tSeptember 30, 2019\n"
)
SUM = ((0, 1), (1, 1))


def printed(rows: str, unit: Unit | None = None) -> Printed:
    release = read("release.txt", f"{HEAD}{rows}Total assets\t9\t9\t9\n".encode())
    lines = release.statements[0].lines
    return Printed([structs.replace(line, unit=unit or line.unit) for line in lines], unit)


def foots(one: Printed, demand: Demand) -> bool:
    return one.foots(2, SUM, one.apart(2, SUM), one.slack(2, SUM), demand)


def test_all_columns_foot_or_one_in_three_misses() -> None:
    right = printed("Cash\t310\t320\t330\nStock\t100\t200\t300\nLiquid\t410\t520\t630\n")
    wrong = printed("Cash\t310\t320\t330\nStock\t100\t200\t300\nLiquid\t410\t520\t639\n")
    assert foots(right, FOUND)
    assert not foots(wrong, FOUND)
    assert foots(wrong, structs.replace(FOUND, misses=True))
    assert right.first(2, [((0, 1),), SUM]) == 1
    assert wrong.first(2, [((0, 1),), SUM]) == 1
    assert right.is_exact(2, SUM)


def test_a_column_that_prints_one_part_adds_nothing_up() -> None:
    """Net income and net income attributable are one figure where others hold nothing."""
    one = printed("Cash\t41,000\t52,000\t63,000\nStock\t10\t-\t-\nLiquid\t41,010\t52,000\t63,000\n")
    assert not foots(one, FOUND)
    assert one.first(2, [SUM]) == 0


def test_small_figures_foot_by_accident() -> None:
    one = printed("Cash\t1\t2\t3\nStock\t2\t3\t4\nLiquid\t3\t5\t7\n")
    assert not foots(one, FOUND)


def test_a_line_that_foots_nowhere_sums_nothing_printed() -> None:
    one = printed("Cash\t310\t320\t330\nStock\t100\t200\t300\nLoans\t900\t920\t930\n")
    assert one.foots_nowhere(2, [SUM, ((1, 1),)])
    assert one.first(2, [SUM]) == -1


def test_amounts_of_another_unit_are_tried_apart() -> None:
    rows = "Basic\t310\t320\t330\nOptions\t100\t200\t300\nDiluted\t410\t520\t630\n"
    assert foots(printed(rows, SHARES), FOUND)
