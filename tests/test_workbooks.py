"""What every workbook has in common: its names, its words, its bytes."""

import io
import re
import sys

import openpyxl
import pytest

from tieout.errors import Misuse
from tieout.extras import installing
from tieout.workbooks import cut, filled, in_sheet, put, sheet_names

HOSTILE = ["=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "\t=1+1", "https://example.com", "a\x00b"]


def made() -> bytes:
    file = io.BytesIO()
    with filled(file, "A title") as book:
        sheet = book.add_worksheet("Words")
        for row, words in enumerate(HOSTILE):
            put(sheet, row, 0, words)
    return file.getvalue()


def test_words_are_words_whatever_they_look_like() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(made()))["Words"]
    cells = [row[0] for row in sheet.iter_rows()]
    assert [cell.value for cell in cells] == [*HOSTILE[:-1], "a\ufffdb"]
    assert {cell.data_type for cell in cells} == {"s"}
    assert not any(cell.hyperlink for cell in cells)


def test_the_same_content_makes_the_same_bytes() -> None:
    assert made() == made()


def test_a_cell_holds_so_much_and_no_more() -> None:
    assert len(in_sheet("\U0001f600" * 40_000)) == 32_767 // 2
    assert cut("a\U0001f600", 2) == "a"


@pytest.mark.parametrize(
    ("captions", "names"),
    [
        (["Sales", "sales", "SALES"], ["Sales", "sales (2)", "SALES (3)"]),
        (["a[b]:*?/\\'c", "", "\ufffd"], ["a b       c", "Sheet", "Sheet (2)"]),
        (["History", "Summary"], ["History (2)", "Summary (2)"]),
        (["x" * 40, "x" * 40], ["x" * 31, "x" * 27 + " (2)"]),
        (["\U0001f600" * 20], ["\U0001f600" * 15]),
    ],
)
def test_a_sheet_has_a_lawful_name_of_its_own(captions: list[str], names: list[str]) -> None:
    assert sheet_names(captions, ["Summary"]) == names


def test_a_missing_library_is_named_with_its_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "xlsxwriter", None)
    with pytest.raises(Misuse, match=re.escape(installing("excel"))), filled(io.BytesIO()):
        pass
