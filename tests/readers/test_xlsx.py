"""Workbooks, made here by xlsxwriter."""

import io
import re
import sys
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
import xlsxwriter

from tieout.errors import Unreadable
from tieout.model.document import Grid
from tieout.readers import xlsx as reader
from tieout.readers.xlsx.display import shown


def saved(fill: Callable[[xlsxwriter.Workbook], None]) -> bytes:
    held = io.BytesIO()
    with xlsxwriter.Workbook(held) as book:
        fill(book)
    return held.getvalue()


def income(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet("Income")
    sheet.write_row(1, 1, ["(in thousands)"])
    sheet.merge_range(2, 2, 2, 3, "Three months")
    sheet.write_row(3, 1, ["Revenue", 7219, -2946.5])
    sheet.write_row(7, 1, ["Shares", 145440, 0.1 + 0.2])
    book.add_worksheet("Notes").hide()
    dated = book.add_worksheet("Dates")
    dated.write_datetime(0, 0, date(2007, 9, 30), book.add_format({"num_format": "d/m/yy"}))
    dated.write_boolean(0, 1, True)  # noqa: FBT003 - the library's signature


def test_a_sheet_is_a_heading_and_its_tables() -> None:
    raw = saved(income)
    laid = reader.read(raw)
    assert reader.sniff(raw)
    assert laid.text == (
        "Income\n(in thousands)\t\nThree months\t\nRevenue\t7219\t-2946.5\t\n"
        "Shares\t145440\t0.3\t\nDates\n2007-09-30\tTRUE\t\n"
    )
    grids = [block for block in laid.blocks if isinstance(block, Grid)]
    assert [[title.of(laid.text) for title in grid.titles] for grid in grids] == [
        ["Income"],
        [],
        ["Dates"],
    ]
    assert [
        [(laid.text[one.start : one.end], one.column, one.width) for one in row.cells]
        for row in grids[0].rows
    ] == [
        [("(in thousands)", 0, 1)],
        [("Three months", 1, 2)],
        [("Revenue", 0, 1), ("7219", 1, 1), ("-2946.5", 2, 1)],
    ]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (7219, "7219"),
        (7219.0, "7219"),
        (-0.05, "-0.05"),
        (1e-7, "0.0000001"),
        (1e15, "1000000000000000"),
        (1e300, ""),
        (float("nan"), ""),
        (" Net\nincome ", "Net income"),
        (True, "TRUE"),
        (date(2007, 9, 30), "2007-09-30"),
        (datetime.combine(date(2007, 9, 30), time(16, 5)), "2007-09-30 16:05"),
        (datetime.combine(date(2007, 9, 30), time()), "2007-09-30"),
        (time(16, 5), "16:05"),
        (timedelta(hours=5), "5:00:00"),
        (None, ""),
    ],
)
def test_a_value_is_shown(value: object, words: str) -> None:
    assert shown(value) == words


def test_without_its_library_the_remedy_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    raw = saved(income)
    monkeypatch.setitem(sys.modules, "python_calamine", None)
    with pytest.raises(Unreadable, match=re.escape("pip install 'tieout[excel]'")):
        reader.read(raw)


def test_a_cell_at_the_far_corner_is_refused_before_room_is_made_for_all() -> None:
    def far(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet()
        sheet.write(0, 0, 1)
        sheet.write(1_048_575, 16_383, 2)

    with pytest.raises(Unreadable, match="spans 1,048,576 rows and 16,384 columns"):
        reader.read(saved(far))


@pytest.mark.parametrize(
    "raw", [b"PK\x03\x04 xl/workbook.xml", saved(income)[:-300], saved(income)[:900]]
)
def test_broken_archives_are_refused(raw: bytes) -> None:
    with pytest.raises(Unreadable, match="broken"):
        reader.read(raw)
