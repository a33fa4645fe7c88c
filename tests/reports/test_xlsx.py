"""The workpaper as a workbook, opened as others open it."""

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from msgspec import structs
from openpyxl.cell.cell import Cell
from openpyxl.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from tieout.engine import check, read
from tieout.model.workpaper import Workpaper, conclude
from tieout.reports import report

EXAMPLES = Path(__file__).parents[2] / "examples"
NOW, BEFORE = "capstone-fy2008q2-8k.txt", "capstone-fy2007q2-8k.txt"


def paper_of(*paths: Path) -> Workpaper:
    subject, *against = [read(path.name, path.read_bytes()) for path in paths]
    return check(subject, against)


def opened(workpaper: Workpaper) -> Workbook:
    return openpyxl.load_workbook(io.BytesIO(report("xlsx").render(workpaper)))


def cells(sheet: Worksheet) -> Iterator[Cell]:
    for row in sheet.iter_rows():
        yield from (cell for cell in row if isinstance(cell, Cell) and cell.value is not None)


def words(sheet: Worksheet) -> set[str]:
    return {str(cell.value) for cell in cells(sheet)}


def row_of(sheet: Worksheet, caption: str) -> list[object]:
    """The values of the first row that begins so."""
    for row in sheet.iter_rows(values_only=True):
        if str(row[0]).startswith(caption):
            return list(row)
    raise AssertionError(caption)


@pytest.fixture(scope="module")
def capstone() -> Workbook:
    return opened(paper_of(EXAMPLES / NOW, EXAMPLES / BEFORE))


def altered(*changes: tuple[str, str]) -> Workpaper:
    """The example with figures that differ."""
    text = (EXAMPLES / NOW).read_text("utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return check(read("altered.txt", text.encode()))


def test_sheets_stand_in_the_order_of_an_auditors_file(capstone: Workbook) -> None:
    assert capstone.sheetnames == [
        *("Summary", "Findings", "Leads", "Balance sheet", "Income statement"),
        *("Claims", "Further tests", "Not tested", "Prior income statement"),
    ]


def test_the_summary_says_what_was_checked_against_what(capstone: Workbook) -> None:
    told = words(capstone["Summary"])
    assert {NOW, BEFORE} <= told
    assert sum(bool(re.fullmatch("SHA-256 [0-9a-f]{64}", one)) for one in told) == 2
    assert "foots: a total equals the sum of its parts" in told
    assert any("live formulas here" in one for one in told)
    assert row_of(capstone["Summary"], "All figures")[2] == "=SUM(C17:C21)"
    assert row_of(capstone["Summary"], "RX003 ")[1] == (
        "A change stated in percent is not the figure now over the figure before, less one."
    )


def test_a_total_is_recomputed_beside_its_figure(capstone: Workbook) -> None:
    told = row_of(capstone["Balance sheet"], "Total current assets")
    assert told[1:5] == [72058, "\u2713 F", 86733, "\u2713 F"]
    assert told[6:10] == ["=SUM(B8:B11)", "=ROUND(B12-G12,0)", "=SUM(D8:D11)", "=ROUND(D12-I12,0)"]
    assert told[11] == "line 123"
    loss = row_of(capstone["Income statement"], "Net loss per share")
    assert loss[10] == "=B19/B21"  # thousands over thousands


def test_a_figure_looks_as_it_is_printed(capstone: Workbook) -> None:
    sheet = capstone["Balance sheet"]
    assert sheet["B8"].number_format == '"$"#,##0_);("$"#,##0)'
    nil = next(row[3] for row in sheet.iter_rows() if row[0].value == "Other current liabilities")
    assert (nil.value, nil.number_format) == (0, '#,##0_);(#,##0);"\u2014"_)')  # as printed: a dash
    assert capstone["Income statement"]["B20"].number_format == '"$"#,##0.00_);("$"#,##0.00)'


def test_a_comparative_ties_to_the_prior_filing_by_a_formula(capstone: Workbook) -> None:
    ties = [c.value for c in cells(capstone["Further tests"]) if "'Prior income" in str(c.value)]
    assert len(ties) >= 10
    assert "='Prior income statement'!B6" in ties


def test_a_claim_is_recomputed_from_the_cells_of_statements(capstone: Workbook) -> None:
    told = [list(row) for row in capstone["Claims"].iter_rows(values_only=True)]
    rose = next(row for row in told if row[2] == 1.45)
    assert str(rose[1]).startswith("Second Quarter Revenue of $7.2 Million Increased 145%")
    assert rose[4] == "='Income statement'!B6/'Income statement'!D6-1"
    assert rose[6] == "= $7,219 / $2,946 \u2212 1"
    assert rose[7] == "RX003"


def test_the_figure_is_bold_in_its_sentence() -> None:
    raw = report("xlsx").render(paper_of(EXAMPLES / NOW))
    rich = openpyxl.load_workbook(io.BytesIO(raw), rich_text=True)["Claims"]
    told = [part for cell in cells(rich) if not isinstance(cell.value, str | int | float)
            for part in cell.value if not isinstance(part, str) and part.font.b]  # fmt: skip
    assert {"145%", "7.2 million"} <= {part.text for part in told}


def test_a_finding_leads_to_its_cell_and_is_recomputed() -> None:
    book = opened(altered(("1,391", "1,319"), ("7,975", "7,957")))
    told = row_of(book["Findings"], "\u2717 error")
    assert told[1] == (
        "Total current assets, September 30, 2007: reported 72,058, expected 71,986, 72 too high; "
        "rounding allows 0"
    )
    assert told[3] == "Total current assets 72,058 86,733"
    assert told[4:7] == ["='Balance sheet'!B12", "=SUM('Balance sheet'!B8:B11)", "=ROUND(E6-F6,0)"]
    assert "very strong evidence" in str(told[8])
    assert "FT001 total-does-not-foot: A total differs from" in str(told[8])
    assert book["Findings"]["C6"].hyperlink.location == "'Balance sheet'!B12"
    held = book["Balance sheet"]["B12"]
    assert held.comment.text.startswith("differs: Total current assets")
    assert held.fill.fgColor.rgb == "FFFBE9E7"
    assert book["Balance sheet"]["C12"].value == "\u2717 F"


def test_a_lead_tells_both_sides() -> None:
    book = opened(altered(("7,975", "7,957")))
    told = row_of(book["Leads"], "? lead")
    assert str(told[8]).startswith("May be wrong: ")
    assert "\nTo settle it: is it computed from" in str(told[8])
    assert words(opened(paper_of(EXAMPLES / NOW))["Leads"]) >= {"There are none."}


def test_what_was_not_tested_stands_under_what_would_settle_it(capstone: Workbook) -> None:
    sheet = capstone["Not tested"]
    told = row_of(sheet, "145,440")
    assert str(told[1]).startswith("line 174, table \u201cCONDENSED CONSOLIDATED STATEMENTS OF")
    assert "row \u201cWeighted average shares" in str(told[1])
    assert "column \u201cThree Months Ended September 30, 2007\u201d" in str(told[1])
    assert str(told[3]).startswith("RX001 uses it")
    assert row_of(sheet, "2 figures used only where the result is rounded")
    assert sheet.row_dimensions[7].outlineLevel == 1


def test_every_figure_of_the_document_is_accounted_for() -> None:
    workpaper = paper_of(EXAMPLES / NOW, EXAMPLES / BEFORE)
    sheet = opened(workpaper)["Not tested"]
    listed = [row for row in sheet.iter_rows(min_row=6, values_only=True) if row[2] is not None]
    assert len(listed) == workpaper.coverage["not-tested"]


def test_a_sheet_prints_and_scrolls_with_its_heads(capstone: Workbook) -> None:
    for name in ("Balance sheet", "Claims", "Not tested"):
        sheet = capstone[name]
        assert sheet.freeze_panes in ("B6", "A6")
        assert sheet.print_title_rows == "$4:$5"
        assert sheet.page_setup.orientation == "landscape"
    assert capstone["Balance sheet"].sheet_properties.pageSetUpPr.fitToPage
    wide = capstone["Income statement"]  # on two pages, its captions on both
    assert wide.print_title_cols == "$A:$A"
    assert [one.id for one in wide.col_breaks.brk] == [9]


def test_a_row_is_as_high_as_its_words(capstone: Workbook) -> None:
    sheet = capstone["Claims"]
    long = next(cell.row for cell in cells(sheet) if len(str(cell.value)) > 200)
    assert sheet.row_dimensions[long].height > 3 * 13


def test_a_bound_is_told_beside_its_difference() -> None:
    book = opened(
        altered(("second quarter was \\$7.2 million", "second quarter was over \\$7 million"))
    )
    told = next(row for row in book["Claims"].iter_rows(values_only=True) if row[2] == 7)
    assert told[3] == "\u2713 T"
    assert told[8] == "a bound: more than this"


def test_a_test_of_another_document_is_listed_with_the_further_ones() -> None:
    workpaper = paper_of(EXAMPLES / NOW, EXAMPLES / BEFORE)
    tie = next(check for check in workpaper.checks if check.rule == "TI003")
    turned = structs.replace(
        tie,
        subject=tie.operands[0].ref,
        operands=(structs.replace(tie.operands[0], ref=tie.subject),),
    )
    sheet = opened(conclude(workpaper.releases, [turned], {}))["Further tests"]
    told = [row for row in sheet.iter_rows(min_row=6, values_only=True) if row[0] is not None]
    assert len(told) == 1
    assert str(told[0][3]).startswith("='Income statement'!")


def test_the_same_workpaper_makes_the_same_bytes(paper: Workpaper) -> None:
    raw = report("xlsx").render(paper)
    assert raw == report("xlsx").render(paper)
    with zipfile.ZipFile(io.BytesIO(raw)) as parts:
        assert not [name for name in parts.namelist() if "external" in name or "macro" in name]


def test_a_changed_draft_is_told(redrafted: Workpaper) -> None:
    assert any("Since the draft" in one for one in words(opened(redrafted)["Summary"]))


# ------------------------------------------------------------------------------------- hostile

HOSTILE = ["=cmd|' /C calc'!A0", "+1+1", "-1+1", "@SUM(A1)", "\t=1+1", "https://evil.example"]


def hostile(caption: str) -> Workpaper:
    text = (EXAMPLES / NOW).read_text("utf-8")
    for words_of in ("Inventories", "Total current assets", "Research and development"):
        text = text.replace(words_of, caption)
    return check(read(f"{caption[:40]}.txt".replace("/", " "), text.encode()))


@pytest.mark.parametrize("caption", [*HOSTILE, "A" * 40_000, "\U0001f600" * 200, "a\x01\x1b[31mb"])
def test_nothing_of_a_document_becomes_a_formula_or_a_link(caption: str) -> None:
    book = opened(hostile(caption))
    for sheet in book:
        for cell in cells(sheet):
            if cell.data_type == "f":
                assert re.fullmatch(r"[=A-Z0-9a-z' !:(),.*/+\-]+", str(cell.value)), cell.value
            if cell.hyperlink is not None:
                assert cell.hyperlink.target is None
                assert cell.hyperlink.location.partition("!")[0].strip("'") in book.sheetnames
        assert not sheet._charts


def test_titles_of_a_document_are_lawful_names_of_sheets(paper: Workpaper) -> None:
    one = paper.subject.statements[0]
    titles = ["=cmd|'!A0", "[x]:*?/\\", "Summary", "summary", "\U0001f600" * 30, "History", ""]
    told = tuple(structs.replace(one, title=title, kind="supplemental") for title in titles)
    subject = structs.replace(paper.subject, statements=told)
    names = opened(structs.replace(paper, releases=(subject,))).sheetnames
    assert len({name.lower() for name in names}) == len(names) == len(titles) + 6
    assert all(len(name.encode("utf-16-le")) <= 62 for name in names)
    assert not any(set(name) & set("[]:*?/\\'") for name in names)


def test_a_number_too_large_for_a_workbook_is_told_in_words() -> None:
    text = (EXAMPLES / NOW).read_text("utf-8").replace("18,515", "9" * 400)
    sheet = opened(check(read("vast.txt", text.encode())))["Balance sheet"]
    assert row_of(sheet, "Inventories")[1] == "9" * 400
