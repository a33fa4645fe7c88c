"""Tables whose cells stand in one line of words each."""

import pytest

from tieout.model.document import Grid
from tieout.readers import open_document


def _grids(*lines: str) -> list[list[list[str]]]:
    """The cells of the tables of a page with these paragraphs."""
    page = "".join(f"<p>{line}</p>" for line in lines)
    document = open_document("x.htm", page.encode())
    return [
        [[document.text[cell.start : cell.end] for cell in row.cells] for row in block.rows]
        for block in document.blocks
        if isinstance(block, Grid)
    ]


@pytest.mark.parametrize(
    ("heads", "rows"),
    [
        # Cardinal Health, fourth quarter of fiscal 2026
        (["Q4 FY26", "Q4 FY25", "Y/Y"],
         [["Revenue", "$58.8 billion", "$55.4 billion", "6%"],
          ["Segment profit", "$645 million", "$535 million", "N.M."]]),
        (["2025", "2024", "% change"],
         [["Net sales", "$ 1,204", "$ 1,101", "9.4 %"], ["Net loss", "(14)", "(22)", "(36.4)%"]]),
        (["June 30, 2025", "Dec. 31, 2024"],
         [["Cash and equivalents", "$4.1 million", "$3.9 million"], ["Total debt", "12.0", "-"]]),
    ],
)  # fmt: skip
def test_rows_under_the_names_of_their_columns(heads: list[str], rows: list[list[str]]) -> None:
    lines = [" ".join(one) for one in (heads, *rows)]
    assert _grids("Segment results", *lines, "Revenue increased 6%.") == [[heads, *rows]]


@pytest.mark.parametrize(
    "lines",
    [
        ("2025 2024 2023", "Revenue 14 12", "Costs 9 8"),
        ("2025 2024", "Revenue 14 12 11", "Costs 9 8 7"),
        ("In 2025 and 2024", "Revenue 14 12", "Costs 9 8"),
        ("2025 2024", "Revenue 14 12", "Costs rose from 8 to 9."),
        ("Y/Y Q/Q", "Revenue 14 12", "Costs 9 8"),
    ],
)
def test_lines_that_are_no_table(lines: tuple[str, ...]) -> None:
    assert _grids(*lines) == []
