"""A PDF read: text, blocks and grids, each word with its address."""

from collections.abc import Callable

from tieout.model.document import Grid, Heading, Paragraph
from tieout.readers.passages import Laid
from tieout.readers.pdf import read, sniff

Printed = Callable[..., Laid]

BALANCE_SHEET = """
               Consolidated Balance Sheets
                      (In thousands)

                               September 30,    March 31,
                                    2023          2023
Assets
 Cash and cash equivalents       $    1,234    $    (567)
 Accounts receivable, net of
   allowance of $87                      12           --
Total assets                     $    1,246    $    (567)

The accompanying notes are an integral part of these statements.
"""


def test_the_mark_of_a_pdf_may_stand_behind_some_junk() -> None:
    assert sniff(b"%PDF-1.7\n")
    assert sniff(b"\xef\xbb\xbf HTTP/1.1 200 OK\r\n\r\n%PDF-1.4\n")
    assert not sniff(b"x" * 1024 + b"%PDF-1.4\n")
    assert not sniff(b"A letter about %PDF files")


def test_a_page_is_text_in_lines_with_tabs_between_cells(printed: Printed) -> None:
    laid = printed(BALANCE_SHEET)
    assert laid.format == "pdf"
    assert laid.text.split("\n") == [
        "Consolidated Balance Sheets",
        "(In thousands)",
        "",
        "\tSeptember 30,\tMarch 31,",
        "\t2023\t2023",
        "Assets",
        "Cash and cash equivalents\t$ 1,234\t$ (567)",
        "Accounts receivable, net of",
        "allowance of $87\t12\t--",
        "Total assets\t$ 1,246\t$ (567)",
        "",
        "The accompanying notes are an integral part of these statements.",
        "",
        "",
    ]


def test_a_page_is_headings_grids_and_paragraphs(printed: Printed) -> None:
    laid = printed(BALANCE_SHEET)
    assert [type(block) for block in laid.blocks] == [Heading, Grid, Paragraph]
    said = [laid.text[block.start : block.end] for block in laid.blocks]
    assert said[0] == "Consolidated Balance Sheets\n(In thousands)"
    assert said[2].endswith("statements.")


def test_a_grid_is_measured_in_points_and_knows_its_titles(printed: Printed) -> None:
    laid = printed(BALANCE_SHEET)
    grid = next(block for block in laid.blocks if isinstance(block, Grid))
    assert grid.is_measured
    assert [title.of(laid.text) for title in grid.titles] == [
        "Consolidated Balance Sheets",
        "(In thousands)",
    ]
    cash = grid.rows[3]
    assert cash.indent == 6
    assert [(cell.column, cell.width) for cell in cash.cells] == [(56, 150), (248, 60), (332, 60)]
    assert [laid.text[cell.start : cell.end] for cell in grid.rows[4].cells] == [
        "Accounts receivable, net of\nallowance of $87",
        "12",
        "--",
    ]


def test_the_same_bytes_give_the_same_reading(pdf: Callable[..., bytes]) -> None:
    raw = pdf(BALANCE_SHEET)
    assert read(raw) == read(raw)
