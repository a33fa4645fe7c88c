"""Word documents for circulation."""

import io
import re
from collections.abc import Callable
from typing import Any

import docx
import pytest
from docx.enum.text import WD_ALIGN_PARAGRAPH

from tieout.compose.blocks import Bullets, Cell, HeaderCell, Paragraph, Piece, Row, Run, Table
from tieout.compose.book import Book
from tieout.compose.outputs import word
from tieout.compose.outputs.word import render
from tieout.errors import Misuse
from tieout.extras import installing

TABLE = Table(
    ("EXAMPLE CORP.", "(In thousands)"),
    ((HeaderCell("Three Months Ended", 2),), (HeaderCell("2007"), HeaderCell("2006"))),
    (
        Row("Net loss", (Cell("(756", "$", ")"), Cell("1,204", "$")), 1, ruled=True, closed=True),
        Row("Shares", (Cell("145"), Cell("103")), 1),
    ),
    2,
)


def made(book: Book, *blocks: Paragraph | Table | Bullets) -> Any:
    return docx.Document(io.BytesIO(render(Piece("8-K", "Form 8-K", blocks), book)))


def test_a_release_reads_back_as_what_went_in(reads_back: Callable[..., None]) -> None:
    reads_back("word")


def test_a_statement_is_a_real_table_whose_headers_repeat(book: Book) -> None:
    document = made(book, TABLE)
    (table,) = document.tables
    first, second, row, _ = table.rows
    for header in (first, second):
        assert "w:tblHeader" in header._tr.xml
    assert first.cells[1]._tc is first.cells[2]._tc
    assert [cell.text for cell in row.cells] == ["Net loss", "$ (756)", "$ 1,204"]
    titles = next(one for one in document.paragraphs if one.text)
    assert (titles.style.name, titles.text) == ("Statement Title", "EXAMPLE CORP.\n(In thousands)")


def test_figures_are_set_right_with_room_for_a_bracket_and_rules(book: Book) -> None:
    row, below = made(book, TABLE).tables[0].rows[2:]
    closed, free = (one.cells[1].paragraphs[0] for one in (row, below))
    assert closed.alignment == free.alignment == WD_ALIGN_PARAGRAPH.RIGHT
    assert closed.paragraph_format.right_indent is None
    assert free.paragraph_format.right_indent > 0
    borders = row.cells[1]._tc.xml
    assert '<w:top w:val="single"' in borders
    assert '<w:bottom w:val="double"' in borders


def test_equal_documents_are_equal_bytes_that_tell_no_clock(release: Piece, book: Book) -> None:
    raw = render(release, book)
    assert raw == render(release, book)
    told = docx.Document(io.BytesIO(raw)).core_properties
    assert told.created is not None
    assert told.created.date() == book.heading.date
    assert told.author == book.company.name


def test_characters_that_xml_has_no_place_for_are_replaced(book: Book) -> None:
    document = made(book, Paragraph((Run("a\x07b\ud800c", italic=True),)), Bullets(((Run("d"),),)))
    assert document.paragraphs[0].text == "a\ufffdb\ufffdc"
    assert document.paragraphs[1].style.name == "List Bullet"


def test_without_python_docx_it_says_what_to_install(
    release: Piece, book: Book, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(__import__("sys").modules, "docx", None)
    with pytest.raises(Misuse, match=re.escape(installing("word"))):
        word.render(release, book)
