"""Word drafts, made here by python-docx and then marked up as Word does."""

import io
import sys
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.document import Document

from tieout.errors import Unreadable
from tieout.model.document import Grid, Heading
from tieout.readers import docx as reader
from tieout.readers.passages import Laid
from tieout.readers.written import Written

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def saved(draft: Document) -> bytes:
    held = io.BytesIO()
    draft.save(held)
    return held.getvalue()


def marked(body: str) -> bytes:
    """A document whose body is this markup."""
    raw = saved(docx.Document())
    return swapped(
        raw, "word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>"
    )


def swapped(raw: bytes, name: str, part: str) -> bytes:
    """The archive with one part put in another's place."""
    held = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(raw)) as old, zipfile.ZipFile(held, "w", 8) as new:
        for info in old.infolist():
            new.writestr(info.filename, part if info.filename == name else old.read(info))
    return held.getvalue()


def paragraph(words: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr>{run(words)}</w:p>"


def run(words: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{words}</w:t></w:r>'


def kinds(laid: Laid) -> list[tuple[str, str]]:
    return [(type(one).__name__, laid.text[one.start : one.end]) for one in laid.blocks]


def rows(laid: Laid) -> list[list[tuple[str, int, int]]]:
    (grid,) = (block for block in laid.blocks if isinstance(block, Grid))
    return [
        [(laid.text[one.start : one.end], one.column, one.width) for one in row.cells]
        for row in grid.rows
    ]


def test_a_draft_in_the_order_of_its_body() -> None:
    draft = docx.Document()
    draft.add_heading("Acme reports second quarter revenue of $7.2 million.", level=1)
    draft.add_paragraph("Revenue was $7.2 million, up 5%, in a quarter that was good.")
    draft.add_paragraph("Five new stores", style="List Bullet")
    draft.add_paragraph("CONDENSED BALANCE SHEETS")
    table = draft.add_table(rows=2, cols=3)
    for cell, words in zip(table._cells, ["", "2007", "2006", "Cash", "5", "6"], strict=True):
        cell.text = words
    draft.add_paragraph("The table above ends here.")
    laid = reader.read(saved(draft))
    assert reader.sniff(saved(draft))
    assert kinds(laid) == [
        ("Heading", "Acme reports second quarter revenue of $7.2 million."),
        ("Paragraph", "Revenue was $7.2 million, up 5%, in a quarter that was good."),
        ("Paragraph", "Five new stores"),
        ("Heading", "CONDENSED BALANCE SHEETS"),
        ("Grid", "2007\t2006\t\nCash\t5\t6"),
        ("Paragraph", "The table above ends here."),
    ]
    (grid,) = (block for block in laid.blocks if isinstance(block, Grid))
    assert [title.of(laid.text) for title in grid.titles] == ["CONDENSED BALANCE SHEETS"]


def test_merged_cells_cover_the_columns_of_all() -> None:
    draft = docx.Document()
    table = draft.add_table(rows=4, cols=5)
    table.cell(0, 1).merge(table.cell(0, 2)).text = "Three Months"
    table.cell(0, 3).merge(table.cell(0, 4)).text = "Six Months"
    table.cell(1, 0).merge(table.cell(2, 0)).text = "in thousands"
    for column in range(1, 5):
        table.cell(1, column).text = "June 30"
        table.cell(2, column).text = str(2008 - column % 2)
        table.cell(3, column).text = f"{column},000"
    table.cell(3, 0).text = "Revenue"
    assert rows(reader.read(saved(draft))) == [
        [("", 0, 1), ("Three Months", 1, 2), ("Six Months", 3, 2)],
        [("in thousands", 0, 1), *(("June 30", column, 1) for column in range(1, 5))],
        [("2007", 1, 1), ("2008", 2, 1), ("2007", 3, 1), ("2008", 4, 1)],
        [("Revenue", 0, 1), *((f"{column},000", column, 1) for column in range(1, 5))],
    ]


def test_tracked_changes_read_as_accepted() -> None:
    body = (
        "<w:p>"
        + run("Revenue was ")
        + '<w:del w:id="1"><w:r><w:delText>$7.1 million</w:delText></w:r></w:del>'
        + f'<w:ins w:id="2">{run("$7.2 million")}</w:ins>'
        + f'<w:moveFrom w:id="3">{run(" and 9%")}</w:moveFrom>'
        + f'<w:moveTo w:id="4">{run(", up 5%")}</w:moveTo>'
        + run(".")
        + "</w:p>"
    )
    assert reader.read(marked(body)).text == "Revenue was $7.2 million, up 5%.\n"


def test_rows_deleted_are_no_rows_and_rows_inserted_are() -> None:
    def row(words: str, mark: str) -> str:
        cells = "".join(f"<w:tc>{paragraph(one)}</w:tc>" for one in words.split())
        return f"<w:tr><w:trPr>{mark}</w:trPr>{cells}</w:tr>"

    body = row("Cash 5 6", "") + row("Debt 7 8", "<w:del/>") + row("Total 5 6", "<w:ins/>")
    found = rows(reader.read(marked(f"<w:tbl>{body}</w:tbl>")))
    assert [row[0][0] for row in found] == ["Cash", "Total"]


def test_comments_fields_and_hidden_text_are_left_out() -> None:
    body = (
        "<w:p>"
        + run("Net 5")
        + run(" (check this: 6)", "<w:vanish/>")
        + run(" and", '<w:vanish w:val="0"/>')
        + '<w:r><w:fldChar w:fldCharType="begin"/><w:instrText>PAGE 7</w:instrText></w:r>'
        + '<w:hyperlink><w:r><w:t xml:space="preserve"> more</w:t></w:r></w:hyperlink>'
        + '<w:r><w:commentReference w:id="0"/></w:r>'
        + "<w:r><w:noBreakHyphen/></w:r><w:r><w:br/></w:r>"
        + run("on 8.")
        + "</w:p>"
    )
    assert reader.read(marked(body)).text == "Net 5 and more-\non 8.\n"


def test_a_control_and_a_style_that_builds_on_a_heading_are_seen_through() -> None:
    raw = marked(
        "<w:sdt><w:sdtContent>"
        + paragraph("Outlook for 2008.", '<w:pStyle w:val="Mine"/>')
        + "</w:sdtContent></w:sdt>"
    )
    styles = (
        f'<w:styles {W}><w:style w:styleId="Mine"><w:basedOn w:val="H"/></w:style>'
        '<w:style w:styleId="H"><w:name w:val="heading 2"/><w:basedOn w:val="Mine"/></w:style>'
        "</w:styles>"
    )
    (heading,) = reader.read(swapped(raw, "word/styles.xml", styles)).blocks
    assert isinstance(heading, Heading)


def test_lines_over_figures_rule_a_row_and_indents_are_points() -> None:
    line = '<w:tcPr><w:tcBorders><w:top w:val="single"/></w:tcBorders></w:tcPr>'
    plain = [f"<w:tc>{paragraph(one)}</w:tc>" for one in ("Cash", "5")]
    total = [
        "<w:tc>" + paragraph("Total", '<w:ind w:left="360"/>') + "</w:tc>",
        f"<w:tc>{line}{paragraph('5')}</w:tc>",
    ]
    body = "".join(f"<w:tr>{''.join(row)}</w:tr>" for row in (plain, plain, total))
    (grid,) = reader.read(marked(f"<w:tbl>{body}</w:tbl>")).blocks
    assert isinstance(grid, Grid)
    assert [(row.ruled, row.indent) for row in grid.rows] == [(False, 0), (False, 0), (True, 18)]


def test_paragraphs_with_tabs_are_rows_and_a_layout_table_is_paragraphs() -> None:
    tab = "</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>"
    body = "".join(paragraph(words.replace("|", tab)) for words in ("Cash|5|6", "Debt|7|8"))
    assert [row[1][0] for row in rows(reader.read(marked(body)))] == ["5", "7"]
    layout = f"<w:tbl><w:tr><w:tc>{paragraph('Only words of 5 lines.')}</w:tc></w:tr></w:tbl>"
    assert kinds(reader.read(marked(layout))) == [("Paragraph", "Only words of 5 lines.")]


def test_it_needs_no_library(monkeypatch: pytest.MonkeyPatch) -> None:
    made = docx.Document()
    made.add_paragraph("Revenue was $5 million.")
    raw = saved(made)
    for name in ("docx", "docx.oxml.parser", "lxml", "lxml.etree"):
        monkeypatch.setitem(sys.modules, name, None)
    assert reader.read(raw).text == "Revenue was $5 million.\n"


def test_depth_does_no_harm() -> None:
    deep = "<w:p><w:ins>" * 20_000 + paragraph("5") + "</w:ins></w:p>" * 20_000
    assert reader.read(marked(deep)).text == "5\n"


def bomb() -> bytes:
    return swapped(saved(docx.Document()), "word/document.xml", " " * 300 * 1024 * 1024)


def entities() -> bytes:
    part = '<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>'
    return swapped(saved(docx.Document()), "word/document.xml", part)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (bomb, "limit"),
        (entities, "declares entities"),
        (lambda: marked("<w:p>" * 100_000), "no XML"),
        (lambda: b"PK\x03\x04 word/document.xml [Content_Types].xml", "broken"),
        (lambda: saved(docx.Document())[:-400], "broken"),
        (lambda: swapped(saved(docx.Document()), "word/document.xml", ""), "no XML"),
    ],
    ids=["a bomb", "entities", "unclosed", "no archive", "cut", "empty"],
)
def test_hostile_archives_are_refused(raw: Callable[[], bytes], reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        reader.read(raw())


def test_a_part_of_relations_that_are_none_is_refused_at_once() -> None:
    relations = "".join(f"<Relationship a{number} " for number in range(100_000))
    raw = swapped(saved(docx.Document()), "_rels/.rels", relations)
    with pytest.raises(Unreadable, match=r"'_rels/.rels' is no XML"):
        reader.read(raw)


def test_tables_of_tabs_are_cut_from_a_text_joined_once(monkeypatch: pytest.MonkeyPatch) -> None:
    joined: list[int] = []

    def whole(sheet: Written) -> str:
        joined.append(sheet.length)
        return "".join(sheet._pieces)

    monkeypatch.setattr(Written, "text", property(whole))
    row = "<w:p><w:r><w:t>a</w:t><w:tab/><w:t>5</w:t></w:r></w:p>"
    laid = reader.read(marked((row * 2 + paragraph("Words.")) * 50))
    assert sum(isinstance(block, Grid) for block in laid.blocks) == 50
    assert len(joined) <= 2
