"""Running heads, feet and page numbers are no part of what is read."""

from collections.abc import Callable

from tieout.readers.passages import Laid
from tieout.readers.pdf.furniture import without_furniture
from tieout.readers.pdf.lines import Line, Piece

Printed = Callable[..., Laid]


def line(text: str, base: float) -> Line:
    return Line(base, 10, 400, (Piece(text, 50, 300),))


def kept(*pages: list[Line]) -> list[list[str]]:
    return [[one.text for one in page] for page in without_furniture(pages, [792] * len(pages))]


def test_what_three_pages_print_at_their_edges_goes() -> None:
    pages = [
        [line("Example Corp.", 40), line(f"Body {name}", 300), line("Quarterly release", 750)]
        for name in "abc"
    ]
    assert kept(*pages) == [["Body a"], ["Body b"], ["Body c"]]


def test_page_numbers_go_alone_or_among_words() -> None:
    pages = [
        [line(f"Body {name}", 300), line(f"Example Corp. | {number}", 750)]
        for number, name in enumerate("abc", 4)
    ]
    assert kept(*pages) == [["Body a"], ["Body b"], ["Body c"]]
    for number in ("7", "- 7 -", "Page 7 of 9", "A - 7", "iv"):
        assert kept([line("Body", 300), line(number, 750)]) == [["Body"]]


def test_numbers_that_count_no_pages_stay() -> None:
    pages = [
        [line(f"Exhibit {number}", 40), line("Body", 300)] for number in ("10.1", "10.2", "99.1")
    ]
    assert [page[0] for page in kept(*pages)] == ["Exhibit 10.1", "Exhibit 10.2", "Exhibit 99.1"]


def test_heads_that_say_how_to_read_a_table_stay() -> None:
    pages = [
        [line("Example Corp.", 40), line("(In millions, unaudited)", 52), line(name, 300)]
        for name in "abc"
    ]
    assert kept(*pages)[0] == ["(In millions, unaudited)", "a"]


def test_what_a_browser_prints_over_every_page_goes_whatever_it_tells() -> None:
    # Core Natural Resources and Centene, second quarter of 2026
    for stamp in ("8/14/26, 10:19 AM", "2026-08-14 22:05", "14.08.2026, 9:05:10"):
        head = f"{stamp} Example Reports Second Quarter 2026 Results"
        pages = [[line(head, 40), line(f"Body {name}", 300)] for name in "abc"]
        assert kept(*pages) == [["Body a"], ["Body b"], ["Body c"]]


def test_rows_of_amounts_stay_though_three_pages_have_them() -> None:
    row = Line(80, 10, 400, (Piece("Net income", 50, 110), Piece("$ 1,234", 300, 340)))
    assert kept([row], [row], [row]) == [["Net income\t$ 1,234"]] * 3


def test_a_word_that_the_release_goes_on_is_no_part_of_it() -> None:
    assert kept([line("Body", 300), line("(Continued on following page)", 500)]) == [["Body"]]
    assert kept([line("Body", 300), line("-more-", 500)]) == [["Body"]]


def test_a_paragraph_goes_on_over_the_foot_of_a_page(printed: Printed) -> None:
    foot = "\n" * 56 + "                                   {}\n"
    pages = ["Net income was as reported in the year " + foot.format(n) for n in (1, 2, 3)]
    assert "1" not in printed(*pages).text
