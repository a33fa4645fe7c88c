from tieout.model.document import Cell
from tieout.model.table import Reading
from tieout.readers import open_document
from tieout.tables import understand
from tieout.tables.cells import ReadCell
from tieout.tables.columns import Frame, Lane, frame, in_lanes


def figure(column: int, width: int = 1) -> ReadCell:
    return ReadCell(Cell(0, 1, column, width), "1", Reading("number", 0, 1, 0))


def test_figures_whose_cells_overlap_share_a_column() -> None:
    rows = [[figure(2, 2), figure(6)], [figure(3), figure(5, 2)]]
    assert frame(rows, is_measured=False).lanes == (Lane(2, 4), Lane(5, 7))


def test_a_figure_far_wider_than_the_others_makes_no_column() -> None:
    rows = [[figure(1), figure(2), figure(3)], [figure(1, 9)]]
    assert len(frame(rows, is_measured=False).lanes) == 3


def test_a_year_names_a_column_and_makes_none() -> None:
    document = open_document("x.txt", b"Sales\t2007\t5\nCosts\t2006\t6\n")
    assert len(understand(document, 0).rows[0].readings) == 1


def test_a_caption_that_reaches_under_the_figures_is_still_one() -> None:
    laid = Frame((Lane(4, 6),), 0, is_measured=False)
    assert laid.is_stub(Cell(0, 9, 0, 8))
    assert not laid.is_stub(Cell(0, 9, 3, 3))


def test_a_figure_stands_before_words_in_its_column() -> None:
    words = ReadCell(Cell(0, 1, 2, 3), "see note", Reading("text", 0, 1))
    assert in_lanes([words, figure(3)], [Lane(2, 5)]) == [figure(3)]
    assert in_lanes([figure(9)], [Lane(2, 5)]) == [None]


def test_a_header_stands_half_way_beside_its_column_at_most() -> None:
    lanes = (Lane(40, 46), Lane(52, 58))
    assert Frame(lanes, 0, is_measured=True).reach == 6
    assert Frame(lanes, 0, is_measured=False).reach == 0


def test_a_table_of_more_columns_than_any_statement_has_none() -> None:
    assert len(frame([[figure(n) for n in range(1, 129)]], is_measured=False).lanes) == 128
    assert frame([[figure(n) for n in range(1, 130)]], is_measured=False).lanes == ()


def test_one_row_whose_cells_span_others_bridges_no_columns() -> None:
    # NVIDIA, second quarter of fiscal 2024: "Up 218%" and "Up 1,263%" span columns of their own
    usual = [figure(10, 3), figure(13)]
    rows = [usual, usual, [figure(11), figure(12, 2)], usual]
    assert frame(rows, is_measured=False).lanes == (Lane(10, 13), Lane(13, 14))


def test_a_figure_beside_another_in_one_row_parts_no_column() -> None:
    rows = [[figure(2, 3)], [figure(2), figure(4)], [figure(2, 3)]]
    assert frame(rows, is_measured=False).lanes == (Lane(2, 5),)


def test_a_number_on_a_line_of_its_own_in_a_caption_makes_no_column() -> None:
    # Horizon Financial, third quarter of fiscal 2009: a caption of 14 letters, broken six times
    words = "".join(f"{word:17}{7 + n:>8}{6 + n:>9}\n" for n, word in enumerate(("Loans", "Cash")))
    stock = "Common stock,\n10,000,000\nshares issued           5        6\n"
    text = f"{'':17}    2008     2007\n{words}{stock}{words}"
    made = understand(open_document("x.txt", text.encode()), 0)
    assert [len(row.readings) for row in made.rows] == [2] * len(made.rows)
