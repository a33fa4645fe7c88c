"""Markdown for circulation."""

from collections.abc import Callable

import pytest

from tieout.compose.blocks import (
    Bullets,
    Cell,
    HeaderCell,
    PageBreak,
    Paragraph,
    Piece,
    Row,
    Run,
    Table,
    Title,
)
from tieout.compose.book import Book
from tieout.compose.outputs.markdown import render


def text_of(book: Book, *blocks: Paragraph | Title | Table | Bullets | PageBreak) -> str:
    return render(Piece("8-K", "", blocks), book).decode()


def test_a_release_reads_back_as_what_went_in(reads_back: Callable[..., None]) -> None:
    reads_back("markdown")


def test_a_statement_is_a_pipe_table_under_its_first_header_level(book: Book) -> None:
    table = Table(
        ("EXAMPLE CORP.", "(In thousands)"),
        ((HeaderCell("Three Months Ended", 2),), (HeaderCell("2007"), HeaderCell("2006"))),
        (
            Row("Expenses:", (Cell(), Cell()), bold=True),
            Row("Other", (Cell("(756", "$", ")"), Cell("--")), depth=1),
        ),
        2,
    )
    assert text_of(book, table).splitlines() == [
        "**EXAMPLE CORP.**  ",
        "**(In thousands)**",
        "",
        "|  | Three Months Ended |  |",
        "| --- | ---: | ---: |",
        "|  | 2007 | 2006 |",
        "| **Expenses:** |  |  |",
        r"| &nbsp;&nbsp;&nbsp;&nbsp;Other | \$ (756) | -- |",
    ]


@pytest.mark.parametrize(
    ("words", "line"),
    [
        ("a*b_c|d<e>$5", r"a\*b\_c\|d\<e\>\$5"),
        ("# no heading", r"\# no heading"),
        ("- no entry", r"\- no entry"),
        ("---", r"\---"),
        ("1. no entry", r"1\. no entry"),
        ("1.5 million", "1.5 million"),
        ("one\n2) two", "one  \n2\\) two"),
    ],
)
def test_words_are_nothing_but_words(words: str, line: str, book: Book) -> None:
    assert text_of(book, Paragraph((Run(words),))) == line + "\n"


def test_faces_leave_the_blanks_at_their_ends_out(book: Book) -> None:
    runs = (Run("was"), Run(" 7.2 ", bold=True), Run("up", bold=True, italic=True))
    assert text_of(book, Paragraph(runs)) == "was **7.2** ***up***\n"


def test_headings_lists_and_pages_are_markdowns_own(book: Book) -> None:
    blocks = (Title((Run("Financial\nSummary"),), 2), Bullets(((Run("one"),), (Run("two"),))))
    text = text_of(book, *blocks, PageBreak(), Paragraph((Run("end"),)))
    assert text == "## Financial Summary\n\n- one\n- two\n\n---\n\nend\n"
