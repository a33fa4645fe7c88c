"""Blocks and rows as they are laid out."""

from collections.abc import Callable

from tieout.model.document import Grid, Heading, Paragraph
from tieout.readers.passages import Laid

Page = Callable[[str], Laid]


def test_paragraphs_and_headings(page: Page) -> None:
    laid = page("<h1>Results</h1><p>Net sales rose. They rose again.</p>")
    assert [type(block) for block in laid.blocks] == [Heading, Paragraph]


def test_two_line_breaks_part_paragraphs(page: Page) -> None:
    laid = page("<p>Net sales rose.<br><br>Costs fell.</p>")
    assert [laid.text[b.start : b.end] for b in laid.blocks] == ["Net sales rose.", "Costs fell."]


def test_a_row_span_holds_its_column(page: Page) -> None:
    laid = page(
        "<table><tr><td rowspan=2>a</td><td>1</td></tr><tr><td>2</td><td>3</td></tr></table>"
    )
    grid = next(block for block in laid.blocks if isinstance(block, Grid))
    assert [cell.column for cell in grid.rows[1].cells] == [1, 2]


def test_the_lines_over_a_table_are_its_titles(page: Page) -> None:
    laid = page(
        "<p>Balance Sheets</p><p>(In thousands)</p>"
        "<table><tr><td>Cash</td><td>1</td></tr><tr><td>Debt</td><td>2</td></tr></table>"
    )
    grid = next(block for block in laid.blocks if isinstance(block, Grid))
    assert [span.of(laid.text) for span in grid.titles] == ["Balance Sheets", "(In thousands)"]


def test_cells_held_by_rows_of_rows_cost_what_their_number_is(page: Page) -> None:
    # Every row searched all columns held for a free one: minutes.
    laid = page("<table><tr>" + "<td rowspan=999>x" * 20_000 + "<tr><td>5" * 20_000)
    grid = next(block for block in laid.blocks if isinstance(block, Grid))
    assert grid.rows[1].cells[0].column == 256


def test_a_hidden_cell_takes_no_column(page: Page) -> None:
    laid = page(
        "<table><tr><td>Cash</td><td style='display:none'> </td><td>1</td></tr>"
        "<tr><td>Debt</td><td></td><td>2</td></tr></table>"
    )
    grid = next(block for block in laid.blocks if isinstance(block, Grid))
    assert [[cell.column for cell in row.cells] for row in grid.rows] == [[0, 1], [0, 2]]
