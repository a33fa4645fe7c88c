"""Rows with bars."""

from hypothesis import given
from hypothesis import strategies as st

from tieout.compose.rows import depth_of, escaped, plain, split


def test_a_bar_inside_an_expression_parts_nothing() -> None:
    row = 'k | net of {{ allowance | at("March 31, 2007") }} | 1'
    assert list(map(str.strip, split(row))) == [
        *("k", 'net of {{ allowance | at("March 31, 2007") }}', "1")
    ]


@given(st.text(st.sampled_from("ab |\\{}'\n"), max_size=20))
def test_whatever_words_a_cell_holds_are_read_again(words: str) -> None:
    words = words.strip()
    if "{{" not in words:  # what stands in an expression is kept as it is typed
        assert list(map(plain, split(f"{escaped(words)} | 1"))) == [words, "1"]


def test_two_blanks_set_in_by_a_level() -> None:
    assert [depth_of(cell) for cell in (" A", "   A", "     A", "  A", "A", " ")] == [
        *(0, 1, 2, None, 0, 0)
    ]
