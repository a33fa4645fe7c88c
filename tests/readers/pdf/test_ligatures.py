"""Joined letters without a name, told by their width and the letters around them."""

import pytest

from tieout.readers.pdf.ligatures import UNNAMED, Shape, joined

TWO, FF, THREE = 0.44, 0.54, 0.69


@pytest.mark.parametrize(
    ("word", "width", "read"),
    [
        ("_rst", TWO, "first"),
        ("_nancial", TWO, "financial"),
        ("pro_t", TWO, "profit"),
        ("quali_ed", TWO, "qualified"),
        ("_eld", TWO, "field"),
        ("_ow", TWO, "flow"),
        ("re_ects", TWO, "reflects"),
        ("in_ation", TWO, "inflation"),
        ("e_ect", FF, "effect"),
        ("sta_", FF, "staff"),
        ("O_cer", THREE, "Officer"),
        ("di_erent", THREE, "different"),
        ("a_uent", THREE, "affluent"),
    ],
)
def test_a_shape_is_what_makes_the_word(word: str, width: float, read: str) -> None:
    letters = [UNNAMED if letter == "_" else letter for letter in word]
    shape = Shape(letters.index(UNNAMED), width)
    assert "".join(joined(letters, [shape], TWO)) == read


@pytest.mark.parametrize("word", ["_", "_Revenue", "5_", "A_B"])
def test_a_shape_that_joins_no_word_is_left_out(word: str) -> None:
    letters = [UNNAMED if letter == "_" else letter for letter in word]
    shape = Shape(letters.index(UNNAMED), TWO)
    assert "".join(joined(letters, [shape], TWO)) == word.replace("_", "")


def test_alone_on_its_page_a_wide_shape_is_of_three_letters() -> None:
    assert "".join(joined(["o", UNNAMED, "c", "e"], [Shape(1, THREE)], THREE)) == "office"
