"""A page's bytes: told from text, and decoded."""

from collections.abc import Callable

import pytest

from tieout.readers.html import decode, sniff
from tieout.readers.passages import Laid

Page = Callable[[str], Laid]


@pytest.mark.parametrize(
    "raw",
    [
        b"<!DOCTYPE html><html>",
        b"\xef\xbb\xbf <HTML>",
        b"<?xml version='1.0'?>\n<html xmlns='x'>",
        b"<!-- a note --><div>",
        b"<table><tr>",
    ],
)
def test_a_page_is_told_by_its_first_tag(raw: bytes) -> None:
    assert sniff(raw)


@pytest.mark.parametrize("raw", [b"Revenue was <b>5</b>", b"\n\nFORM 8-K", b"%PDF-1.4"])
def test_text_is_no_page(raw: bytes) -> None:
    assert not sniff(raw)


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("é".encode(), "é"),
        (b"<meta charset=iso-8859-1>\xe9", "<meta charset=iso-8859-1>é"),
        (b"\x93", "“"),
        (b"<meta charset=no-such>\x93", "<meta charset=no-such>“"),
    ],
)
def test_characters_are_those_of_the_page(raw: bytes, text: str) -> None:
    assert decode(raw) == text
