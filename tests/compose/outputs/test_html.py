"""EDGAR's HTML: what its readers take, and that it reads back."""

import re
from collections.abc import Callable
from pathlib import Path

import arelle
import pytest
from lxml import etree  # type: ignore[import-untyped]

from tieout.compose.blocks import Cell, HeaderCell, Paragraph, Piece, Row, Run, Table, Title
from tieout.compose.book import Book
from tieout.compose.outputs.html import filled, render

HOSTILE = '</p><script>alert(1)</script> "A&B" \u00c9\u20ac\x07 <b'


def page_of(book: Book, *blocks: Paragraph | Title | Table) -> str:
    return render(Piece("EX-99.1", HOSTILE, blocks), book).decode("ascii")


def errors(page: bytes) -> list[str]:
    """What the DTD that Arelle keeps of EDGAR's tags has against a page's body."""
    dtd = etree.DTD(str(Path(arelle.__file__).parent / "config" / "edbody.dtd"))
    body = etree.fromstring(page).find("body")
    assert body is not None
    dtd.validate(body)
    return [str(one.message) for one in dtd.error_log.filter_from_errors()]


def test_a_release_reads_back_as_what_went_in(reads_back: Callable[..., None]) -> None:
    reads_back("html")


def test_the_page_has_no_tag_and_no_attribute_but_edgars(release: Piece, book: Book) -> None:
    assert errors(render(release, book)) == []


def test_the_check_finds_a_tag_that_edgar_strips(release: Piece, book: Book) -> None:
    page = render(release, book).replace(b"<b>", b"<mark>").replace(b"</b>", b"</mark>")
    assert any("mark" in one for one in errors(page))


def test_the_page_is_ascii_in_short_lines_without_links_and_nested_tables(
    release: Piece, book: Book
) -> None:
    page = render(release, book).decode("ascii")
    assert max(map(len, page.splitlines())) < 400
    assert not re.search(r"https?:|src=|href=|<script|<link|class=", page)
    assert not re.search(r"<table(?:(?!</table>).)*<table", page, re.DOTALL)


def test_words_of_the_book_are_never_markup(book: Book) -> None:
    table = Table(
        (HOSTILE,),
        ((HeaderCell(HOSTILE),),),
        (Row(HOSTILE, (Cell(HOSTILE, HOSTILE, HOSTILE),)),),
        1,
    )
    page = page_of(book, Title((Run(HOSTILE),)), Paragraph((Run(HOSTILE),)), table)
    assert "<script" not in page
    assert errors(page.encode()) == []
    assert "&#201;&#8364;?" in page


def test_digits_stand_under_digits_and_rules_over_and_under_totals(book: Book) -> None:
    row = Row("Net loss", (Cell("(756", "$", ")"), Cell()), ruled=True, closed=True)
    page = page_of(book, Table((), (), (row,), 2))
    sign, digits, closing = re.findall(r'<td width="[19]%" style="([^"]*)">([^<&]+)</td>', page)
    assert [sign[1], digits[1], closing[1]] == ["$", "(756", ")"]
    assert "text-align: right" in digits[0]
    for style, _ in (sign, digits):
        assert "border-top: 1px solid" in style
        assert "border-bottom: 3px double" in style


def test_a_header_stands_over_all_cells_of_its_columns(book: Book) -> None:
    header = (HeaderCell("Three Months Ended", 2), HeaderCell(""))
    page = page_of(book, Table((), (header,), (), 3))
    assert 'colspan="7"' in page
    assert 'colspan="3"' in page


@pytest.mark.parametrize(
    ("runs", "markup"),
    [
        ((Run("was "), Run("$7.2 million", bold=True), Run(", up")), "was <b>$7.2 million</b>, up"),
        ((Run("one\ntwo", italic=True),), "<i>one<br/>two</i>"),
        ((Run("a"), Run(" ", bold=True), Run("b")), "a b"),
    ],
)
def test_runs_keep_their_faces_breaks_and_blanks(
    runs: tuple[Run, ...], markup: str, book: Book
) -> None:
    assert f">{markup}</p>" in page_of(book, Paragraph(runs))


def test_lines_break_in_no_tag_and_in_no_fact() -> None:
    fact = '<ix:nonNumeric name="dei:EntityRegistrantName">EXAMPLE POWER</ix:nonNumeric>'
    assert fact in list(filled(f"{'word ' * 40}{fact} {'word ' * 40}"))[1]
