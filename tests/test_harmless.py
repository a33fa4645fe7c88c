"""Words made harmless to where they go."""

import json
import unicodedata

import pytest

from tieout.harmless import in_a_cell, in_json, in_markdown, kept, on_a_line, shown

STEERING = [
    *(chr(code) for code in (*range(32), *range(0x7F, 0xA0)) if chr(code) not in "\t\n"),
    *"\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\u200e\u200f\u061c",
    *"\u200b\u200c\u200d\u2060\ufeff\u2028\u2029\ufff9\U000e0001\U000e0041\U000e007f\ud83d\udc4d",
]


@pytest.mark.parametrize("one", STEERING, ids=lambda one: f"{ord(one):04x}")
def test_nothing_shown_steers_a_terminal(one: str) -> None:
    sign = bytes([ord(one)]).decode("cp1252", "replace") if "\x80" <= one < "\xa0" else "\ufffd"
    assert shown(f"red {one}[31m\t\n") == f"red {sign}[31m\t\n"
    assert on_a_line(f"a{one}\nadded b\t") == f"a{sign}\ufffdadded b\ufffd"
    told = in_json(json.dumps(f'"{one}', ensure_ascii=False))
    assert one not in told
    assert json.loads(told) == f'"{one}'


def test_no_character_that_is_found_counts_as_printable() -> None:
    """What is printable is not searched: it is the same behind a tab, where it is searched."""
    every = [chr(code) for code in (*range(0x10000), *range(0xE0000, 0xE1000))]
    found = {one for one in every if shown(f"{one}\t") != f"{one}\t"}
    assert {one for one in every if shown(one) != one} == found
    assert found > set(STEERING)


def test_what_windows_prints_is_shown_so() -> None:
    assert shown("Farmers\x92 \x93net\x94 \x96 \x81") == kept("Farmers’ “net” – \ufffd")


def test_words_stay_words() -> None:
    words = "Société Générale’s café — 東京 ½ 👍🏽 عربى"
    assert shown(words) == on_a_line(words) == kept(words) == in_a_cell(words) == words


def test_no_control_character_stands_in_a_file() -> None:
    every = "".join(map(chr, range(0x3000))) + "\ud800\udfff\ufffe\uffff"
    found = {unicodedata.category(one) for one in kept(every)} & {"Cc", "Cs"}
    assert found == {"Cc"}  # tabs and newlines
    assert {one for one in kept(every) if unicodedata.category(one) == "Cc"} == {"\t", "\n"}
    assert not set("\u202e\u2066\ufffe\uffff") & set(kept(every))


@pytest.mark.parametrize(
    "words",
    [
        *("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", " =1", "\n=1"),
        *("\uff1d1+1", "\uff0b1", "\uff0d1", "\uff20SUM", "\ufe661"),
        *("\ufeff=1", "\u200b=1", "\u2060\u200b\ufeff =1", "\x1b=1", "\u00a0=1"),
    ],
)
def test_what_a_spreadsheet_would_run_is_quoted(words: str) -> None:
    assert in_a_cell(words) == f"'{kept(words)}"


def test_words_in_a_cell_stay_as_they_are() -> None:
    for words in ("Revenue", "a=b", "(5)", "", "\u2014", "5-6"):
        assert in_a_cell(words) == words


@pytest.mark.parametrize(
    ("words", "shown"),
    [
        ("# Guidance raised", "\\# Guidance raised"),
        ("> quoted", "\\> quoted"),
        ("- 5 of them", "\\- 5 of them"),
        ("1. a list", "1\\. a list"),
        ("1.5 million *raised*", "1.5 million \\*raised\\*"),
        ("a <b> in | a table", "a &lt;b> in \\| a table"),
    ],
)
def test_words_mark_nothing_up_in_markdown(words: str, shown: str) -> None:
    assert in_markdown(words) == shown
