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
