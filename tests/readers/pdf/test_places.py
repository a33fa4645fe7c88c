"""Figures found again where they are printed, held against the boxes that PDFium has of them."""

from collections.abc import Callable

import pypdfium2

from tieout.readers import open_document
from tieout.readers.pdf.places import placed, places
from tieout.readers.pdf.words import Word
from tieout.readers.pdf.writer import Stretch

PAGE = """
ACME CORPORATION REPORTS RESULTS

Revenue for the second quarter was $7.2 million, or 145% more than a year
before (2.9 million).

                                2008            2007
Revenue                     $  7,219         $ 2,946
Cost of goods sold             7,975           5,282
Gross loss                      (756)         (2,336)
"""


def boxes(raw: bytes, page: int) -> list[tuple[str, float, float, float, float]]:
    """The characters of a page with their left, lower, right and upper sides."""
    document = pypdfium2.PdfDocument(raw)
    sheet = document[page]
    text = sheet.get_textpage()
    count = text.count_chars()
    return [(text.get_text_range(at, 1), *text.get_charbox(at)) for at in range(count)]


def said(raw: bytes, page: int, left: float, right: float, base: float) -> str:
    """What is printed between two sides around a baseline, by PDFium's own boxes."""
    return "".join(
        sign
        for sign, begin, low, end, high in boxes(raw, page)
        if sign.strip()
        if left <= (begin + end) / 2 <= right and low - 3 <= base <= high
    )


def test_each_figure_is_where_its_characters_are(pdf: Callable[..., bytes]) -> None:
    raw = pdf(PAGE, PAGE)
    document = open_document("a.pdf", raw)
    pages, found = places(raw, document.figures)
    assert sorted(found) == list(range(len(document.figures)))
    assert [place.page for place in found.values()].count(1) == len(found) // 2
    for number, figure in enumerate(document.figures):
        (line,) = found[number].lines
        left, base = pages[0].at(line.left, line.base)
        right, _ = pages[0].at(line.right, line.base)
        assert said(raw, found[number].page, left, right, base) == figure.text.replace(" ", "")


def test_a_page_that_is_turned_keeps_its_own_measure(made: Callable[..., bytes]) -> None:
    words = "Revenue was $7.2 million in the quarter, up 145%"
    raw = made(f"BT /F1 10 Tf 0 1 -1 0 100 60 Tm ({words}) Tj ET\n")
    document = open_document("a.pdf", raw)
    pages, found = places(raw, document.figures)
    number = next(n for n, figure in enumerate(document.figures) if figure.text == "145%")
    (line,) = found[number].lines
    across, up = pages[0].at(line.left, line.base)
    assert abs(across - 100) < 1
    assert abs(up - (60 + 6 * words.index("145%"))) < 1


def test_a_figure_over_two_lines_has_two_places() -> None:
    figures = open_document("a.txt", b"Up on September\n30, 2007 again").figures
    words = [Word("September", 90, 144, 50, 10), Word("30,", 10, 28, 62, 10),
             Word("2007", 34, 58, 62, 10)]  # fmt: skip
    stretch = Stretch(6, 24, 0, tuple(words))
    (found,) = dict(placed("Up on September\n30, 2007 again", [stretch], figures)).values()
    sides = [(round(line.left), round(line.right), line.base) for line in found.lines]
    assert sides == [(90, 144, 50), (10, 58, 62)]


def test_leaders_and_hyphens_that_were_left_out_are_passed_over() -> None:
    figures = open_document("a.txt", b"Reported sales 7,219").figures
    words = (Word("Re-", 0, 18, 50, 10), Word("ported", 0, 36, 62, 10),
             Word("sales.....", 42, 102, 62, 10), Word("7,219", 200, 230, 62, 10))  # fmt: skip
    found = dict(placed("Reported sales 7,219", [Stretch(0, 20, 0, words)], figures))
    assert found[0].lines[0].left == 200


def test_words_that_say_something_else_have_no_place() -> None:
    figures = open_document("a.txt", b"Sales 7,219").figures
    words = (Word("Sales", 0, 30, 50, 10), Word("7,218", 36, 66, 50, 10))
    assert not dict(placed("Sales 7,219", [Stretch(0, 11, 0, words)], figures))
    assert not dict(placed("Sales 7,219", [], figures))
