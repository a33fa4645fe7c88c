"""Header rows of measured tables, as (start, end, words) of names and (start, end) of columns."""

import pytest

from tieout.model.document import Cell
from tieout.model.table import Reading
from tieout.tables.cells import ReadCell
from tieout.tables.centred import widened
from tieout.tables.columns import Lane

Names = list[tuple[int, int, str]]


def reach(names: Names, columns: list[tuple[int, int]]) -> list[tuple[int, int]]:
    cells = [
        ReadCell(Cell(0, 0, start, end - start), words, Reading("text", 0, 0))
        for start, end, words in names
    ]
    found = widened(cells, [Lane(start, end) for start, end in columns])
    return [(one.cell.column, one.cell.column + one.cell.width) for one in found]


# Johnson & Johnson, fourth quarter of 2022: amounts and percent to sales, two years and a change.
QUARTER = [(391, 443), (480, 505), (540, 591), (628, 653), (711, 736)]
# Pericom, fiscal 2003, in characters: three quarters and two years.
YEARS = [(33, 41), (42, 50), (51, 59), (60, 68), (69, 77)]


@pytest.mark.parametrize(
    ("names", "columns", "reached"),
    [
        ([(522, 603, "FOURTH QUARTER")], QUARTER, [(391, 736)]),
        (
            [(437, 457, "2022"), (586, 605, "2021"), (705, 736, "Percent")],
            QUARTER,
            [(391, 505), (540, 653), (705, 736)],
        ),
        ([(61, 74, "Twelve Months")], YEARS, [(60, 77)]),
        ([(33, 40, "Jun 30,"), (42, 49, "Mar 31,")], YEARS[:2], [(33, 40), (42, 49)]),
        ([(36, 54, "Increase (decrease)")], YEARS, [(36, 54)]),
    ],
)
def test_a_period_reaches_over_the_columns_it_is_centred_on(
    names: Names, columns: list[tuple[int, int]], reached: list[tuple[int, int]]
) -> None:
    assert reach(names, columns) == reached
