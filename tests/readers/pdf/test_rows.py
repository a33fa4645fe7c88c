"""Captions that run over several lines."""

from collections.abc import Callable

from tieout.model.document import Grid
from tieout.readers.passages import Laid
from tieout.readers.pdf import read

Make = Callable[..., bytes]
At = Callable[..., str]
Printed = Callable[..., Laid]


def rows(laid: Laid) -> list[list[str]]:
    (grid,) = (block for block in laid.blocks if isinstance(block, Grid))
    return [[laid.text[cell.start : cell.end] for cell in row.cells] for row in grid.rows]


def test_the_figures_may_stand_beside_the_last_line(printed: Printed) -> None:
    laid = printed("""
Net sales                                1,234     2,345
Adjustments to reconcile net income
  to net cash provided by operations       567       678
Income taxes                                96        58
""")
    assert rows(laid)[1] == [
        "Adjustments to reconcile net income\nto net cash provided by operations",
        "567",
        "678",
    ]


def test_the_figures_may_stand_beside_the_first_line(printed: Printed) -> None:
    laid = printed("""
Net sales                                1,234     2,345
Earnings before tax and equity in          567       678
  income of affiliates
Income taxes                                96        58
""")
    assert rows(laid)[1] == [
        "Earnings before tax and equity in\nincome of affiliates",
        "567",
        "678",
    ]


def test_the_figures_may_stand_between_the_lines(printed: Printed, made: Make, at: At) -> None:
    shown = ""
    for y, caption in [
        (700, "Net sales"),
        (670, "Gain on sale of"),
        (658, "businesses"),
        (628, "Taxes"),
    ]:
        shown += at(50, y, caption)
    for y in (700, 664, 628):
        shown += at(300, y, "1,234") + at(400, y, "2,345")
    assert rows(read(made(shown)))[1] == ["Gain on sale of\nbusinesses", "1,234", "2,345"]


def test_a_section_is_no_caption_that_runs_on(printed: Printed) -> None:
    laid = printed("""
Net sales            1,234     2,345
Cost of sales:
  stores               567       678
Operations
  Stores               567       678
""")
    assert [row[0] for row in rows(laid)] == [
        "Net sales",
        "Cost of sales:",
        "stores",
        "Operations",
        "Stores",
    ]


def test_indentation_is_told_in_points(printed: Printed) -> None:
    laid = printed("""
Cash                 1,234     2,345
  Restricted           567       678
                     1,801     3,023
""")
    (grid,) = (block for block in laid.blocks if isinstance(block, Grid))
    assert [row.indent for row in grid.rows] == [0, 12, 0]
    assert laid.text.split("\n")[2] == "\t1,801\t3,023"


def test_a_number_and_what_it_counts_name_no_two_columns(made: Make, at: At) -> None:
    shown = at(302, 740, "THREE MONTHS") + at(305, 728, "2019") + at(344, 728, "2018")
    shown += at(50, 716, "Lease revenue") + at(302, 716, "3,730") + at(341, 716, "3,498")
    shown += at(50, 704, "Royalties") + at(302, 704, "2,633") + at(341, 704, "2,055")
    first, *_ = rows(read(made(shown)))
    assert [" ".join(cell.split()) for cell in first] == ["THREE MONTHS"]
