"""The visible text, and the blocks that address it."""

from collections.abc import Callable

import pytest

from tieout.model.document import Grid
from tieout.readers.passages import Laid

Printed = Callable[..., Laid]

BEFORE = "Net sales rose in the year as more of the stores were opened "


@pytest.mark.parametrize(
    ("page", "said"),
    [
        (f"{BEFORE}by the com-\npany. The company grew.", "by the company. The company grew."),
        (f"{BEFORE}on a non-\nGAAP basis in the year.", "on a non-GAAP basis"),
        (f"{BEFORE}in the mid-\nand long term.", "in the mid-\nand long term."),
    ],
    ids=["a word known whole", "a compound", "a listing"],
)
def test_a_hyphen_at_a_lines_end(printed: Printed, page: str, said: str) -> None:
    assert said in printed(page).text


def test_pages_are_parted_by_form_feeds(printed: Printed) -> None:
    text = printed("Net sales rose.", "Costs fell too.").text
    assert text == "Net sales rose.\n\n\fCosts fell too.\n\n"


def test_every_block_and_cell_addresses_words(printed: Printed) -> None:
    laid = printed(
        """
The Results

                          2023      2022
Net sales               $ 9,583  $ 10,329
Cost of sales             7,363     8,042

Costs rose in the year.
""",
        "Taxes fell in the year.",
    )
    last = 0
    for block in laid.blocks:
        assert last <= block.start < block.end <= len(laid.text)
        last = block.end
        said = laid.text[block.start : block.end]
        assert said == said.strip()
        if isinstance(block, Grid):
            for row in block.rows:
                for cell in row.cells:
                    words = laid.text[cell.start : cell.end]
                    assert words == words.strip() != ""
                    assert "\t" not in words
