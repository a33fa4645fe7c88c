"""A PDF has text, and characters that can be printed."""

import pytest

from tieout.errors import Unreadable
from tieout.readers.pdf.legible import refuse_illegible

WORDS = ["Net", "income", "was", "$5,130", "million,", "an", "increase", "of", "24%"]


def test_words_and_tables_of_figures_are_legible() -> None:
    refuse_illegible(WORDS)
    refuse_illegible(["1,234", "(567)", "$", "8,901", "\u2014", "12.5%"] * 100)


@pytest.mark.parametrize(
    "words",
    [
        ["\x01\x02\x03\x04\x05"] * 10,
        ["!\"#$%&'()*+,-./:;<=>?"] * 10,
    ],
    ids=["control", "signs"],
)
def test_codes_of_shapes_are_refused(words: list[str]) -> None:
    with pytest.raises(Unreadable, match="codes of shapes"):
        refuse_illegible(words)


def test_a_page_number_alone_is_no_text() -> None:
    with pytest.raises(Unreadable, match="pictures without text"):
        refuse_illegible(["Page", "1"])
