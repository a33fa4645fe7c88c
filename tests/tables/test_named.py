"""Header rows of measured tables, as (start, end, words), over columns of figures."""

import pytest

from tieout.model.document import Cell
from tieout.model.table import Reading
from tieout.tables.cells import ReadCell
from tieout.tables.columns import Frame, Lane
from tieout.tables.named import named

Names = list[tuple[int, int, str]]


def over(names: Names, columns: list[tuple[int, int]], margin: int = 39) -> list[tuple[str, int]]:
    """The words that name columns, each with the column of figures it stands over."""
    row = [
        ReadCell(Cell(0, 0, start, end - start), words, Reading("text", 0, 0))
        for start, end, words in names
    ]
    lanes = tuple(Lane(start, end) for start, end in columns)
    found = named(row, Frame(lanes, margin, is_measured=True, outer=lanes))
    return [
        (
            one.words,
            max(
                range(len(lanes)),
                key=lambda n: lanes[n].overlap(one.cell.column, one.cell.column + one.cell.width),
            ),
        )
        for one in found
    ]


@pytest.mark.parametrize(
    ("names", "columns", "found"),
    [
        # Salesforce, first quarter of fiscal 2024: signs set far left, years left of the figures
        ([(383, 399, "2023"), (497, 513, "2022")], [(419, 442), (533, 556)],
         [("2023", 0), ("2022", 1)]),
        # Amcor, fiscal 2023: the oldest first, behind what stands in the stub
        ([(39, 76, "($ million)"), (429, 447, "2022"), (512, 530, "2023")],
         [(454, 474), (533, 558)], [("2022", 0), ("2023", 1)]),
        # PepsiCo, first quarter of 2023: one column, its name left of it
        ([(497, 538, "12/31/2022")], [(540, 562)], [("12/31/2022", 0)]),
        # FRP Holdings, first quarter of 2017: a year and a sign in one cell, far apart
        ([(54, 140, "(in thousands)"), (288, 378, "2017%"), (440, 530, "2016%")],
         [(268, 323), (375, 406), (452, 475), (527, 558)],
         [("2017", 0), ("%", 1), ("2016", 2), ("%", 3)]),
        # a single name beside two columns is not theirs in order
        ([(383, 399, "2023")], [(419, 442), (533, 556)], []),
        # what stands at the margin is a caption
        ([(39, 60, "2023"), (497, 513, "2022")], [(419, 442), (533, 556)], [("2022", 1)]),
        # names that stand unevenly are not in order
        ([(383, 399, "2023"), (425, 441, "2022")], [(419, 442), (533, 556)], [("2022", 0)]),
    ],
)  # fmt: skip
def test_names_beside_their_columns(
    names: Names, columns: list[tuple[int, int]], found: list[tuple[str, int]]
) -> None:
    assert over(names, columns) == found


@pytest.mark.parametrize(
    ("names", "found"),
    [
        # BP, second quarter of 2026: the first name stands over the captions, and a gap further on
        ([(0, "2026"), (1, "2025"), (3, "2026"), (4, "2025")], [1, 2, 3, 4]),
        ([(0, "Second"), (1, "Second"), (3, "First"), (4, "First")], [1, 2, 3, 4]),
        ([(0, "In millions"), (1, "2025"), (3, "2026"), (4, "2025")], [1, 3, 4]),
        ([(0, "March 31,"), (1, "2026"), (2, "2025"), (3, "2024")], [1, 2, 3]),
        # GoPro, second quarter of 2026: the open column is the last
        ([(0, "2026"), (1, "2025"), (2, "2024"), (3, "% Change")], [1, 2, 3, 4]),
        ([(0, "Q2 2026"), (1, "Q2 2025"), (2, "Increase"), (3, "% Change")], [1, 2, 3, 4]),
        ([(0, "2026"), (1, "Q1"), (2, "Q2"), (3, "Q3")], [1, 2, 3]),
        ([(0, "2026"), (1, "2025"), (2, "Retail"), (3, "Total")], [1, 2, 3]),
    ],
)
def test_names_may_begin_over_the_captions(names: list[tuple[int, str]], found: list[int]) -> None:
    row = [ReadCell(Cell(0, 0, at, 1), words, Reading("text", 0, 0)) for at, words in names]
    lanes = tuple(Lane(at, at + 1) for at in range(1, 5))
    over = named(row, Frame(lanes, 0, is_measured=False, outer=lanes))
    assert [one.cell.column for one in over] == found


@pytest.mark.parametrize(
    ("names", "found"),
    [
        (["30 June", "31 December"], [1, 2]),  # BP: a day set over both, another over the captions
        (["June 30, 2026", "June 30, 2025"], [1, 2]),
        (["In millions", "31 December"], [1]),
        (["Three months ended", "June 30"], [1]),
    ],
)
def test_a_name_over_all_columns_leaves_one_over_the_captions(
    names: list[str], found: list[int]
) -> None:
    places = [Cell(0, 0, 0, 1), Cell(0, 0, 1, 2)]
    row = [
        ReadCell(cell, words, Reading("text", 0, 0))
        for cell, words in zip(places, names, strict=True)
    ]
    lanes = (Lane(1, 2), Lane(2, 3))
    over = named(row, Frame(lanes, 0, is_measured=False, outer=lanes))
    assert [one.cell.column for one in over] == found
