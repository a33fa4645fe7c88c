import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.lexicon.markup import clean, trim


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (r"\$7,219", "$7,219"),
        ("<i>Three Months</i>  Ended", "Three Months Ended"),
        ("**Revenue**", "Revenue"),
        ("__Total__", "Total"),
        ("a\u00a0b\n c", "a b c"),
        ("5 < 6 > 4", "5 < 6 > 4"),
        ("Non-GAAP *", "Non-GAAP *"),
    ],
)
def test_clean_words_are_those_a_reader_sees(text: str, words: str) -> None:
    assert clean(text) == words


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("  Revenue  ", "Revenue"),
        ("<i> Revenue </i>", "Revenue"),
        ("**Revenue.**", "Revenue."),
        ("<b><i>Revenue</i></b>\t", "Revenue"),
        ("Revenue" + " " * 100, "Revenue"),  # a caption padded out to its column
        ("   ", ""),
        ("", ""),
        ("*", "*"),
    ],
)
def test_a_trimmed_span_holds_the_words_alone(text: str, inner: str) -> None:
    start, end = trim(text, 0, len(text))
    assert text[start:end] == inner


@given(st.text(st.sampled_from(" \t\n<>/ib*_.a1$\\"), max_size=40), st.integers(0, 40))
def test_trimming_stays_inside_and_loses_no_word(text: str, offset: int) -> None:
    offset = min(offset, len(text))
    start, end = trim(text, offset, len(text))
    assert offset <= start <= end <= len(text)
    assert not text[start:end] or not text[end - 1].isspace()
    lost = re.sub(r"</?[a-z][a-z0-9]*/?>", "", text[offset:start] + text[end:])  # <h1> is markup
    assert "1" not in lost
    assert "$" not in lost


@pytest.mark.parametrize("piece", [" ", "*", "_", "<i>", "</i>", "<", "* ", "<i> "])
def test_cost_is_that_of_the_length(piece: str) -> None:
    text = piece * (500_000 // len(piece))
    start, end = trim(f"{text}x{text}", 0, 2 * len(text) + 1)
    assert start <= end
    assert isinstance(clean(text), str)
