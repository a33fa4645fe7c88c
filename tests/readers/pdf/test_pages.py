"""What is no page to read is refused in a sentence."""

import re
import sys
from collections.abc import Callable

import pytest

from tieout.errors import Unreadable
from tieout.extras import installing
from tieout.readers.pdf import pages
from tieout.readers.pdf.pages import open_pages

Make = Callable[..., bytes]
At = Callable[..., str]


def test_a_page_has_its_words_from_its_upper_left_corner(made: Make, at: At) -> None:
    (page,) = open_pages(made(at(50, 700, "Net income was $5 million")))
    assert (page.width, page.height) == (612, 792)
    assert [word.text for word in page.words] == ["Net", "income", "was", "$5", "million"]
    assert [round(page.words[0].left), round(page.words[0].base)] == [50, 92]
    assert page.words[0].size == 10


def test_a_thin_path_is_a_rule_and_a_box_is_none(made: Make, at: At) -> None:
    (page,) = open_pages(
        made(at(50, 700, "Net income was $5 million") + "300 690 80 0.5 re f 50 600 80 40 re f")
    )
    assert [(round(rule.left), round(rule.right)) for rule in page.rules] == [(300, 380)]
    assert round(page.rules[0].top) == 102


def test_a_page_turned_on_its_side_reads_as_one_upright(made: Make) -> None:
    turned = "BT /F1 10 Tf 0 1 -1 0 100 50 Tm (Net income was $5 million) Tj ET\n"
    (page,) = open_pages(made(turned))
    assert [word.text for word in page.words] == ["Net", "income", "was", "$5", "million"]
    assert (page.width, page.height) == (792, 612)
    assert round(page.words[0].left) == 50
    assert round(page.words[0].base) == 100


def test_a_watermark_at_a_slant_is_left_out(made: Make, at: At) -> None:
    slanted = "BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (DRAFT) Tj ET\n"
    (page,) = open_pages(made(at(50, 700, "Net income was $5 million") + slanted))
    assert "DRAFT" not in [word.text for word in page.words]


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b"%PDF-1.4\nnothing more", "damaged"),
        (b"%PDF-1.4\n" + b"\x00\xff" * 500, "damaged"),
    ],
)
def test_a_damaged_pdf_is_refused(raw: bytes, reason: str) -> None:
    with pytest.raises(Unreadable, match=reason):
        open_pages(raw)


def test_an_encrypted_pdf_is_refused(made: Make, at: At) -> None:
    locked = "/Encrypt<</Filter/Standard/V 1/R 2/P -4/O(" + "a" * 32 + ")/U(" + "b" * 32 + ")>>"
    words = at(50, 700, "Net income was $5 million")
    with pytest.raises(Unreadable, match="encrypted"):
        open_pages(made(words, trailer=f"{locked}/ID[(a)(a)]"))


def test_a_scan_has_no_text_and_is_refused(made: Make) -> None:
    with pytest.raises(Unreadable, match="pictures without text"):
        open_pages(made("0 0 100 100 re f"))


PICTURE = "q 600 0 0 780 5 5 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \x7f EI Q\n"


def test_a_page_that_a_picture_fills_is_one(made: Make, at: At) -> None:
    words = "Net income was $5 million"
    prose = "".join(at(50, 700 - 12 * line, f"{words} in the quarter.") for line in range(20))
    stamped = PICTURE + at(50, 20, "Page 2")
    found = open_pages(made(prose, stamped, PICTURE + prose, at(50, 700, words)))
    assert [page.is_picture for page in found] == [False, True, False, False]


def test_pictures_with_a_stamp_on_each_are_refused_as_pictures(made: Make, at: At) -> None:
    stamped = PICTURE + at(50, 20, "Downloaded on August 14, 2026 from example.com")
    with pytest.raises(Unreadable, match="pictures without text"):
        open_pages(made(stamped, stamped))


def test_more_pages_than_a_release_has_are_refused(
    made: Make, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "MOST_PAGES", 2)
    with pytest.raises(Unreadable, match="3 pages; the limit is 2"):
        open_pages(made(*[at(50, 700, "Net income was $5 million")] * 3))


def test_more_characters_than_a_release_has_are_refused(
    made: Make, at: At, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pages, "MOST_CHARACTERS", 30)
    with pytest.raises(Unreadable, match="more than 30 characters"):
        open_pages(made(*[at(50, 700, "Net income was $5 million")] * 2))


def test_without_pypdfium2_the_refusal_says_how_to_get_it(
    made: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    with pytest.raises(Unreadable, match=re.escape(installing("pdf"))):
        open_pages(made(""))
