"""Words in ASCII."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree  # type: ignore[import-untyped]

from tieout.compose.ascii import entities, mended, plain


@pytest.mark.parametrize(
    ("words", "spelled"),
    [
        ("\u201cCaf\u00e9\u201d \u2013 \u20ac5\u00a0million\u2014", '"Cafe" - EUR 5 million--'),
        ("Power\u00ae Turbine\u2122", "Power(R) Turbine(TM)"),
        ("stockholders\x92 equity \x96", "stockholders' equity -"),
        ("\u2610 or \u2611", "[ ] or [X]"),
        ("\u00bd \u2122 \ufb01", "1/2 (TM) fi"),
        ("\u6771\x07\t.", "?  ."),
    ],
)
def test_other_characters_are_spelled(words: str, spelled: str) -> None:
    assert plain(words) == spelled


@given(st.text())
def test_whatever_it_is_it_comes_out_as_ascii_that_prints(words: str) -> None:
    assert all(ch == "\n" or " " <= ch <= "~" for ch in plain(words))


@given(st.text())
def test_whatever_it_is_a_page_takes_it_and_gives_it_back(words: str) -> None:
    root = etree.fromstring(f"<p>{entities(words)}</p>")
    kept = (root.text or "").replace("?", "")
    assert all(ch in mended(words) or ch == " " for ch in kept)


def test_what_html_takes_for_its_own_is_escaped() -> None:
    assert entities("<A&B> \"'\u00e9") == "&lt;A&amp;B&gt; &quot;&#x27;&#233;"
