"""CSV files: cells of one sheet, whatever parts them."""

import pytest

from tieout.errors import Unreadable
from tieout.model.document import Grid
from tieout.readers import all_readers, csv


@pytest.mark.parametrize(
    "raw",
    [
        b'Account,Balance\nCash,"7,219"\n',
        b"\xef\xbb\xbfAccount;Balance\r\nCash;7,219\r\n",
        b"Account\tBalance\nCash\t7,219\n",
    ],
)
def test_what_parts_the_cells_is_told_by_the_lines(raw: bytes) -> None:
    laid = csv.read(raw)
    assert laid.text == "Account\tBalance\t\nCash\t7,219\t\n"
    (grid,) = (block for block in laid.blocks if isinstance(block, Grid))
    assert [[cell.column for cell in row.cells] for row in grid.rows] == [[0, 1], [0, 1]]
    assert [(one.name, one.left, one.rows) for one in laid.sheets] == [("", 1, (1, 2))]


def test_what_windows_saved_is_read() -> None:
    assert csv.read(b"Fianc\xe9,7\n").text == "Fianc\u00e9\t7\t\n"


@pytest.mark.parametrize("raw", [b"\n" * 3000 + b"," * 3000, b"a,b\n" * 1_000_001])
def test_a_file_that_spans_too_many_cells_is_refused(raw: bytes) -> None:
    with pytest.raises(Unreadable, match="2,000,000 cells"):
        csv.read(raw)


def test_a_cell_of_no_end_is_refused() -> None:
    with pytest.raises(Unreadable, match="no CSV file"):
        csv.read(b'"' + b"7" * 200_000)


def test_no_text_is_taken_for_csv_by_its_content() -> None:
    assert not csv.sniff(b"Account,Balance\nCash,7\n")
    assert csv not in all_readers()


@pytest.mark.parametrize("sign", ["\t", ";"])
def test_thousands_are_no_cells(sign: str) -> None:
    raw = f"Revenue{sign}7,219{sign}2,946\nCost{sign}7,975{sign}5,282\n".encode()
    assert csv.read(raw).text == "Revenue\t7,219\t2,946\t\nCost\t7,975\t5,282\t\n"


def test_what_excel_calls_unicode_text_is_read() -> None:
    assert csv.read("Cash\t7,219\n".encode("utf-16")).text == "Cash\t7,219\t\n"
