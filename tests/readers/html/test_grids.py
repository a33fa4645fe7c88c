"""Which tables hold figures."""

from collections.abc import Callable

from tieout.model.document import Grid
from tieout.readers.passages import Laid

Page = Callable[[str], Laid]


def rows(laid: Laid) -> list[list[str]]:
    (grid,) = (block for block in laid.blocks if isinstance(block, Grid))
    return [
        [laid.text[cell.start : cell.end] for cell in row.cells if cell.start < cell.end]
        for row in grid.rows
    ]


def test_a_table_of_figures_is_a_grid_with_its_columns(page: Page) -> None:
    laid = page(
        "<table><tr><td></td><td colspan=3>Three Months Ended</td></tr>"
        "<tr><td>Sales</td><td>$</td><td>7</td><td>)</td></tr></table>"
    )
    grid = next(block for block in laid.blocks if isinstance(block, Grid))
    assert [(cell.column, cell.width) for cell in grid.rows[0].cells] == [(1, 3)]
    assert [cell.column for cell in grid.rows[1].cells] == [0, 1, 2, 3]


def test_bullets_in_a_table_are_paragraphs(page: Page) -> None:
    laid = page(
        "<table><tr><td>•</td><td>Net sales rose 5%.</td></tr></table>"
        "<table><tr><td>•</td><td>Costs fell 2%.</td></tr></table>"
    )
    assert not any(isinstance(block, Grid) for block in laid.blocks)
    assert "•\tNet sales rose 5%." in [laid.text[b.start : b.end] for b in laid.blocks]


def test_a_table_that_holds_a_table_only_places_it(page: Page) -> None:
    laid = page(
        "<table><tr><td>Results<table><tr><td>Cash</td><td>1</td></tr>"
        "<tr><td>Debt</td><td>2</td></tr></table></td></tr></table>"
    )
    assert rows(laid) == [["Cash", "1"], ["Debt", "2"]]
