"""Where a header ends, what is a sign, and what stands over what."""

import pytest

from tieout.model.document import Cell, Document, Grid, Row
from tieout.readers import open_document
from tieout.reports.html.layout import Layout
from tieout.reports.html.markup import Words


def grid(*rows: list[str]) -> tuple[Grid, Document]:
    """A grid of these cells, "" being an empty one."""
    document = open_document("a.txt", "\n".join("\t".join(row) for row in rows).encode())
    made, start = [], 0
    for row in rows:
        cells = []
        for column, words in enumerate(row):
            cells.append(Cell(start, start + len(words), column))
            start += len(words) + 1
        made.append(Row(tuple(cells)))
    return Grid(0, len(document.text), tuple(made)), document


def layout(*rows: list[str]) -> Layout:
    made, document = grid(*rows)
    return Layout(made, document, Words(document))


CASH = layout(
    ["", "Three Months Ended", "", ""],
    ["", "2025", "2024", ""],
    ["Cash", "$", "43", ""],
    ["Debt", "", "(17", ")"],
)


def test_the_header_ends_before_the_first_quantity() -> None:
    assert CASH.head == 2
    assert CASH.has_figures
    assert not layout(["Delaware", "Commission"], ["1934", "8-K"]).has_figures


def test_a_column_of_brackets_closes_figures() -> None:
    assert CASH.closing == {3}


@pytest.mark.parametrize(
    ("words", "is_sign"), [("$", True), (")", True), ("%", True), ("\u2014", False), ("5", False)]
)
def test_a_dash_is_a_figure_and_a_sign_is_not(words: str, is_sign: bool) -> None:  # noqa: FBT001
    made, document = grid(["Cash", words, "5"])
    assert Layout(made, document, Words(document)).is_sign(made.rows[0].cells[1]) is is_sign


def test_a_header_groups_those_under_it() -> None:
    assert CASH.grouped(0, 1, 3) == "next"
    assert CASH.grouped(0, 1, 2) == ""
    assert CASH.grouped(1, 1, 3) == ""
    stacked = layout(
        ["", "Six Months", ""], ["", "June", ""], ["", "2025", "2024"], ["Cash", "4", "3"]
    )
    assert stacked.grouped(0, 1, 3) == "later"
