"""Workbooks, made here by xlsxwriter."""

import io
import re
import sys
import zipfile
from collections.abc import Callable
from datetime import date, datetime, time, timedelta

import pytest
import xlsxwriter

from tieout.errors import Unreadable
from tieout.extras import installing
from tieout.model.document import Grid, NamedCell
from tieout.readers import xlsx as reader
from tieout.readers.xlsx.display import shown
from tieout.readers.xlsx.names import MOST_NAMES, named_cells


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
    with pytest.raises(Unreadable, match=re.escape(installing("excel"))):
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


# ---------------------------------------------------------------------------------- what swells


def parts_of(raw: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(parts: dict[str, bytes]) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return held.getvalue()


SHEET, BOOK, RELATIONS = (
    "xl/worksheets/sheet1.xml",
    "xl/workbook.xml",
    "xl/_rels/workbook.xml.rels",
)
FAR = {
    "as it is": '<row r="1048576"><c r="XFD1048576"><v>5</v></c></row>',
    "a space": '<row r = "1048576"><c r = "XFD1048576"><v>5</v></c></row>',
    "a bracket before": '<row s="a>b" r="1048576"><c s="a>b" r="XFD1048576"><v>5</v></c></row>',
    "small letters": '<row><c r="xfd1048576"><v>5</v></c></row>',
    "other quotes": "<row r='1048576'><c r='XFD1048576'><v>5</v></c></row>",
    "no row": '<row><c r="B99999999"><v>5</v></c></row>',
    "no place": '<row r="1048576">' + "<c><v>5</v></c>" * 50 + "</row>",
    "a reference": '<row><c r="&#88;FD1048576"><v>5</v></c></row>',
    "a prefix": '<x:row xmlns:x="y"><x:c r="XFD1048576"><x:v>5</x:v></x:c></x:row>',
    "words": '<row><c r="XFD1048576" t="inlineStr"><is><t>5</t></is></c></row>',
}


@pytest.mark.parametrize("how", FAR)
@pytest.mark.parametrize("path", [SHEET, "xl/worksheets/one.two", "xl/worksheets/SHEET1.XML"])
def test_a_far_cell_is_seen_however_it_is_written_and_wherever(how: str, path: str) -> None:
    parts = parts_of(saved(income))
    sheet = parts.pop(SHEET)
    parts[path] = sheet.replace(b"</sheetData>", f"{FAR[how]}</sheetData>".encode())
    target = path.removeprefix("xl/").encode()
    parts[RELATIONS] = parts[RELATIONS].replace(b"worksheets/sheet1.xml", target)
    with pytest.raises(Unreadable, match=r"spans [0-9,]+ rows and [0-9,]+ columns"):
        reader.read(packed(parts))


def test_cells_without_a_value_take_no_room() -> None:
    parts = parts_of(saved(income))
    styled = b'<row r="1048576"><c r="XFD1048576" s="1"/></row></sheetData>'
    parts[SHEET] = parts[SHEET].replace(b"</sheetData>", styled)
    assert reader.read(packed(parts)).text == reader.read(saved(income)).text


def test_a_part_counts_as_often_as_sheets_name_it() -> None:
    def one(book: xlsxwriter.Workbook) -> None:
        book.add_worksheet("Income").write(9_999, 19, 5)

    parts = parts_of(saved(one))
    assert "5" in reader.read(packed(parts)).text
    sheet = re.search(rb"<sheet [^>]*>", parts[BOOK])
    assert sheet is not None
    more = b"".join(sheet[0].replace(b"Income", b"S%d" % n) for n in range(10))
    parts[BOOK] = parts[BOOK].replace(sheet[0], sheet[0] + more)
    with pytest.raises(Unreadable, match="all sheets may span 2,000,000 cells together"):
        reader.read(packed(parts))
    parts[SHEET] = parts[SHEET].replace(b"T10000", b"T1").replace(b"10000", b"1")
    parts[BOOK] = parts[BOOK].replace(more, more * 100)
    with pytest.raises(Unreadable, match="more than 1,000 sheets"):
        reader.read(packed(parts))


def test_a_shared_string_counts_as_often_as_cells_show_it() -> None:
    def one(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Income")
        for row in range(2000):
            sheet.write(row, 0, "9" * 30_000)

    with pytest.raises(Unreadable, match="cells hold more than 33,554,432 characters together"):
        reader.read(saved(one))


@pytest.mark.parametrize("part", ["xl/workbook.bin", "content.xml"])
def test_a_workbook_of_two_formats_is_refused(part: str) -> None:
    with pytest.raises(Unreadable, match="of two formats at once"):
        reader.read(packed({**parts_of(saved(income)), part: b"x"}))


@pytest.mark.parametrize("damage", [b"<c ", b"&x;", b"</row>"])
def test_a_sheet_that_is_no_xml_is_refused(damage: bytes) -> None:
    parts = parts_of(saved(income))
    parts[SHEET] = parts[SHEET].replace(b"</sheetData>", b"<c " * 9 + damage + b"</sheetData>")
    with pytest.raises(Unreadable, match="is no XML"):
        reader.read(packed(parts))


def test_single_cells_keep_their_names() -> None:
    def named(book: xlsxwriter.Workbook) -> None:
        income(book)
        book.add_worksheet("It's")
        book.define_name("Revenue", "=Income!$C$4")
        book.define_name("Dates!Day", "=Dates!$A$1")
        book.define_name("Quoted", "='It''s'!$AB$12")
        book.define_name("Both", "=Income!$C$4:$D$4")
        book.define_name("Rate", "=0.05")

    assert set(named_cells(saved(named))) == {
        NamedCell("Day", "Dates", 1, 1),
        NamedCell("Quoted", "It's", 12, 28),
        NamedCell("Revenue", "Income", 4, 3),
    }


def test_of_names_without_end_some_are_looked_at() -> None:
    many = "".join(f'<definedName name="N{n}">S!$A$1</definedName>' for n in range(MOST_NAMES + 9))
    long = f'<definedName name="L">{"S" * 5000}!$A$1</definedName>'
    hidden = '<definedName name="H" hidden="1">S!$A$1</definedName>'
    built_in = '<definedName name="_xlnm.Print_Area">S!$A$1</definedName>'
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        archive.writestr(
            "xl/workbook.xml",
            f"<workbook><definedNames>{long}{hidden}{built_in}{many}</definedNames></workbook>",
        )
    found = named_cells(held.getvalue())
    assert len(found) == MOST_NAMES - 3
    assert {one.name[0] for one in found} == {"N"}


def test_a_grid_knows_the_rows_of_its_sheet() -> None:
    laid = reader.read(saved(income))
    assert [(one.name, one.left, one.rows) for one in laid.sheets] == [
        ("Income", 2, (2, 3, 4)),
        ("Income", 2, (8,)),
        ("Dates", 1, (1,)),
    ]
