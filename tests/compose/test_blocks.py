"""The nouns of a composed document."""

import pytest

from tieout.compose.blocks import Cell


@pytest.mark.parametrize(
    ("cell", "words"),
    [
        (Cell("(756", "$", ")"), "$ (756)"),
        (Cell("10.5", closing="%"), "10.5%"),
        (Cell("n/m"), "n/m"),
        (Cell(), ""),
    ],
)
def test_a_cell_reads_as_it_is_printed(cell: Cell, words: str) -> None:
    assert cell.words == words
