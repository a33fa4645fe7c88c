"""PDFium asked in bulk tells what it tells asked one by one."""

from collections.abc import Callable, Iterator
from ctypes import byref
from typing import Any

import pypdfium2
import pytest
from pypdfium2 import raw

from tieout.readers.pdf.native import (
    boxes_of,
    drawn,
    floats_of,
    origin_of,
    origins_of,
    text_of,
)

Make = Callable[..., bytes]
At = Callable[..., str]


@pytest.fixture
def page(made: Make, at: At) -> Iterator[Any]:
    rule = "0 0 m 9 9 l S\n"
    words = "".join(
        at(50, 30 + 2 * line, f"Net {line} income \007 1,234", size=1) for line in range(350)
    )
    document = pypdfium2.PdfDocument(made(rule + words + rule))
    yield document[0]
    document.close()


def test_characters_are_told_as_one_by_one(page: Any) -> None:
    text = page.get_textpage()
    count = text.count_chars()
    assert count > 4096  # more than are asked for at once
    codes = [raw.FPDFText_GetUnicode(text.raw, number) for number in range(count)]
    assert [ord(letter) for letter in text_of(raw, text.raw, count)] == codes
    alone = text_of(
        raw, text.raw, count + 1
    )  # not as many as the page's text has: asked one by one
    assert [ord(letter) for letter in alone] == [*codes, 0]
    sides = raw.FS_RECTF()
    boxes = list(zip(*boxes_of(raw, text.raw, count), strict=True))
    for number in (0, 7, 4095, 4096, count - 1):
        raw.FPDFText_GetLooseCharBox(text.raw, number, byref(sides))
        assert boxes[number] == (sides.left, sides.top, sides.right, sides.bottom)


def test_places_and_matrices_are_told_in_the_order_asked(page: Any) -> None:
    text = page.get_textpage()
    numbers = list(range(text.count_chars() - 1, 0, -1))
    origins = list(zip(*origins_of(raw, text.raw, numbers), strict=True))
    assert origins == [origin_of(raw, text.raw, number) for number in numbers]
    matrix = raw.FS_MATRIX()
    raw.FPDFText_GetMatrix(text.raw, 3, byref(matrix))
    told = [column[-3] for column in floats_of(raw, "FPDFText_GetMatrix", 6, numbers, text.raw)]
    assert told == [matrix.a, matrix.b, matrix.c, matrix.d, matrix.e, matrix.f]


def test_what_is_drawn_is_found_by_its_kind(page: Any) -> None:
    rules = list(drawn(raw, page.raw, raw.FPDF_PAGEOBJ_PATH, 50_000))
    assert [[round(side) for side in sides] for sides in rules] == [[-1, -1, 10, 10]] * 2
    assert list(drawn(raw, page.raw, raw.FPDF_PAGEOBJ_PATH, 3)) == rules[:1]
    assert not list(drawn(raw, page.raw, raw.FPDF_PAGEOBJ_IMAGE, 50_000))
