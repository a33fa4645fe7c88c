"""Figures over one another are one column, however far apart their first digits stand."""

from tieout.model.document import Cell, Grid
from tieout.readers import open_document
from tieout.reports.html.columns import counted

TEXT = """
                                Jun 30,       Jun 30,
                                  2008          2007
                                --------      --------
Revenue                         $  7,219      $  2,946
Cost of goods sold, about 3        1,975         5,282
Gross loss                            (7)       (2,336)
"""


def grid_of(text: str) -> tuple[Grid, list[list[tuple[str, int, int]]]]:
    document = open_document("a.txt", text.encode())
    grid = counted(document.grids[0], document)

    def told(cell: Cell) -> tuple[str, int, int]:
        return document.text[cell.start : cell.end], cell.column, cell.width

    return grid, [[told(cell) for cell in row.cells] for row in grid.rows]


def test_measured_columns_are_counted() -> None:
    grid, rows = grid_of(TEXT)
    assert not grid.is_measured
    assert rows[-3:] == [
        [("Revenue", 0, 1), ("$  7,219", 1, 1), ("$  2,946", 2, 1)],
        [("Cost of goods sold, about 3", 0, 1), ("1,975", 1, 1), ("5,282", 2, 1)],
        [("Gross loss", 0, 1), ("(7)", 1, 1), ("(2,336)", 2, 1)],
    ]


def test_headers_stand_over_their_columns() -> None:
    _, rows = grid_of(TEXT)
    assert [("Jun 30,", 1, 1), ("Jun 30,", 2, 1)] in rows


def test_counted_columns_stay() -> None:
    document = open_document("a.txt", b"\t2008\t2007\nCash\t1\t2\nDebt\t3\t4\n")
    assert counted(document.grids[0], document) is document.grids[0]
