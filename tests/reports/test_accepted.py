"""What people said of a workpaper stands in every format, and so does what does not hold."""

import io
from collections.abc import Callable
from datetime import date

import docx
import openpyxl
import pypdfium2
import pytest
from msgspec import structs

from tieout.engine import read
from tieout.model.accepted import Accepted, Entry
from tieout.model.check import Check, Ref
from tieout.model.workpaper import Workpaper, conclude
from tieout.reports import formats, rendered, report
from tieout.reports.pdf.marking import marks


def draft() -> bytes:
    """A Word draft, as every format can be made of one."""
    made, held = docx.Document(), io.BytesIO()
    made.add_paragraph("Gross loss was 757 apples. Backlog was $10.4 million.")
    made.save(held)
    return held.getvalue()


def said_of(raw: bytes) -> Workpaper:
    """The draft's workpaper with one difference accepted, one figure ticked, and one lapsed."""
    release = read("d.docx", raw)
    loss, backlog = (Ref(0, number) for number in range(2))
    differs = Check(
        "FT001", "total-does-not-foot", "F", "differs", "error", loss,
        reported="757", expected="756", message="Gross loss: reported 757, expected 756",
    )  # fmt: skip
    day = date(2026, 11, 30)
    entry = Entry(
        "accepted", "d", "FT001", "", "", (), "757", reason="rounded apart", by="AB", on=day
    )
    tick = Entry(
        "ticked", "d", "", "", "", (), "10.4 million", support="backlog list", by="CD", on=day
    )
    old = structs.replace(entry, rule="RX003", reason="as told", by="EF")
    accepted = (
        Accepted(entry, "holds", (0,), loss),
        Accepted(tick, "holds", (), backlog),
        Accepted(old, "lapsed", (), backlog, "it was 758"),
    )
    return structs.replace(conclude([release], [differs], {}), accepted=accepted)


def of_docx(raw: bytes) -> str:
    return "\n".join(one.text for one in docx.Document(io.BytesIO(raw)).comments)


def of_pdf(raw: bytes) -> str:
    return "\n".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(raw))


def of_xlsx(raw: bytes) -> str:
    sheets = openpyxl.load_workbook(io.BytesIO(raw))
    rows = (row for sheet in sheets for row in sheet.iter_rows(values_only=True))
    return "\n".join(str(value) for row in rows for value in row if value is not None)


READ: dict[str, Callable[[bytes], str]] = {"docx": of_docx, "pdf": of_pdf, "xlsx": of_xlsx}
LAPSED = {"json": '"standing":"lapsed"'}


@pytest.mark.parametrize("name", formats())
def test_every_format_says_who_and_why_and_that_something_lapsed(name: str) -> None:
    raw = draft()
    made = rendered(name, said_of(raw), raw)
    said = " ".join(READ.get(name, bytes.decode)(made).split())
    for word in ("AB", "rounded apart", "CD", "backlog list", "EF", "as told", "it was 758"):
        assert word in said
    assert LAPSED.get(name, "1 sign-off does not hold any more") in said


def test_what_lapsed_stands_first_in_a_draft_and_in_red_in_a_workbook() -> None:
    raw = draft()
    workpaper = said_of(raw)
    first = of_docx(rendered("docx", workpaper, raw)).splitlines()
    assert first[0] == "1 sign-off does not hold any more:"
    assert "A Gross loss: reported 757, expected 756. Accepted by AB" in "\n".join(first)
    sheet = openpyxl.load_workbook(io.BytesIO(report("xlsx").render(workpaper)))["Summary"]
    told = [cell for row in sheet.iter_rows(max_col=1) for cell in row if cell.value]
    kept = [one for one in told if str(one.value).startswith(("\u2717 A ", "A 757", "M "))]
    assert [one.font.color.rgb for one in kept[:2]] == ["FFB3261E", "FF7A1F6B"]


def test_an_answered_figure_has_its_letter_in_a_pdf_and_in_a_workbook(answered: Workpaper) -> None:
    letters = {
        answered.subject.document.figures[mark.figure].text: mark.shape.letters
        for mark in marks(answered, ())
        if mark.shape.look == "by-people"
    }
    assert letters == {"757": "A", "10.4 million": "M"}
    book = openpyxl.load_workbook(io.BytesIO(report("xlsx").render(answered)))
    rows = book["Summary"].iter_rows(max_col=1)
    link = next(row[0].hyperlink for row in rows if row[0].value == "A (757)")
    sheet, _, cell = str(link.location).rpartition("!")
    assert book[sheet.strip("'")][cell].value == -757
    assert book[sheet.strip("'")][cell].offset(0, 1).value == "A"
