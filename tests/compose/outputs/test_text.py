"""Plain text as EDGAR takes it."""

from collections.abc import Callable

from tieout.compose.ascii import plain
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
from tieout.compose.outputs.text import render, wrapped
from tieout.compose.statements import laid_out

MONTHS = "Months Ended September 30,"
BALANCE = """\
<TABLE>
<CAPTION>
                                              September 30, 2007  March 31, 2007
                                                   --------         ---------
<S>                                                <C>              <C>
ASSETS
Current assets:
  Cash and cash equivalents                        $ 46,276         $ 60,322
  Accounts receivable, net of allowance for
   doubtful accounts and sales returns
   of $835 at September 30, 2007 and $789
   at March 31, 2007                                  5,876            3,514
                                                   --------         ---------
    Total current assets                             52,152           63,836
Property, plant and equipment, net                    5,619            6,256
                                                   --------         ---------
Total assets                                       $ 57,771         $ 70,092
                                                   ========         =========

LIABILITIES AND STOCKHOLDERS' EQUITY
"""


def text_of(book: Book, *blocks: Paragraph | Title | Table | Bullets | PageBreak) -> str:
    return render(Piece("8-K", "", blocks), book).decode("ascii")


def test_a_release_reads_back_as_what_went_in(reads_back: Callable[..., None]) -> None:
    def spell(words: str) -> str:
        words = plain(words)  # a dot behind a caption may be a leader's
        return words.rstrip(".") if words.endswith("U.S.") else words

    reads_back("text", spell)


def test_a_statement_stands_in_columns_between_its_tags(book: Book) -> None:
    table = laid_out(book.statements[0], book.style)
    assert BALANCE in text_of(book, table)


def test_no_line_is_longer_than_eighty_characters(release: Piece, book: Book) -> None:
    text = render(release, book).decode("ascii")
    assert max(map(len, text.splitlines())) <= 80
    assert text.splitlines()[0].strip() == "Exhibit 99.1"
    assert "\n<PAGE>\n" in text


def test_a_table_of_many_columns_takes_up_to_132_characters(book: Book) -> None:
    header = tuple(HeaderCell(f"March 31, {year}") for year in range(2000, 2007))
    row = Row("Total liabilities and equity", (Cell("999,999,999", "$"),) * 7)
    text = text_of(book, Table((), (header,), (row,), 7))
    assert 80 < max(map(len, text.splitlines())) <= 132


def test_words_of_the_book_are_never_tags(book: Book) -> None:
    hostile = "</TEXT> <DOCUMENT> <PAGE>"
    row = Row(hostile, (Cell(hostile),))
    text = text_of(book, Paragraph((Run(hostile),)), Table((hostile,), (), (row,), 1))
    assert "</TEXT>" not in text
    assert "<DOCUMENT>" not in text
    assert "<PAGE>" not in text


def test_a_line_never_begins_like_an_entry_of_a_list() -> None:
    words = "Loss per share of common stock -- basic (a) and 1. diluted"
    for width in range(18, 60):
        assert not any(line.startswith(("--", "(a)", "1.")) for line in wrapped(words, width))


def test_a_word_longer_than_the_line_is_cut() -> None:
    assert list(wrapped("see " + "x" * 25, 10)) == ["see", "x" * 10, "x" * 10, "x" * 5]


def test_a_caption_breaks_where_it_is_seen_to_go_on(book: Book) -> None:
    """A line that is but a day would read as a caption of its own."""
    figure = Cell("999,999,999,999,999,999")
    row = Row("Net of Allowance for Bad Debts at March 31, 2007", (figure, figure))
    text = text_of(book, Table((), (), (row,), 2))
    assert "Net of Allowance for Bad Debts\n at March 31, 2007  " in text


def test_no_line_of_a_caption_ends_in_a_figure_if_it_can_end_elsewhere(book: Book) -> None:
    """At the end of a line a figure would stand beside those of the columns."""
    figure = Cell("999,999,999,999,999,999")
    row = Row("Net of allowance of $789 at March 31, 2007", (figure, figure))
    text = text_of(book, Table((), (), (row,), 2))
    assert "Net of allowance\n of $789 at March 31, 2007  " in text


def test_headers_break_before_a_day_and_keep_it_whole(book: Book) -> None:
    header = (HeaderCell(f"Three {MONTHS}", 2), HeaderCell(f"Six {MONTHS}"))
    row = Row("Selling, general and administrative", (Cell("(1,234,567", "$", ")"),) * 3)
    lines = text_of(book, Table((), (header,), (row,), 3)).splitlines()
    assert lines[3].split() == ["Three", "Months", "Ended", "Six", "Months", "Ended"]
    assert lines[4].split() == ["September", "30,", "September", "30,"]


def test_lists_hang_and_titles_stand_in_the_middle(book: Book) -> None:
    entries = Bullets(((Run("word " * 30),),))
    title = Title((Run("Results"),), 1)
    lines = text_of(book, title, entries).splitlines()
    assert lines[0] == "Results".center(80).rstrip()
    assert lines[2].startswith("*   word")
    assert lines[3].startswith("    word")
