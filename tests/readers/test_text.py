"""Each tests/readers/text/<case>.txt beside <case>.blocks: what the reader makes of it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.errors import Unreadable
from tieout.model.document import Grid
from tieout.readers import text as reader
from tieout.readers.passages import Laid, passages

CASES = sorted((Path(__file__).parent / "text").glob("*.txt"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_blocks(
    case: Path, drawn: Callable[[Laid], str], golden: Callable[[Path, str], None]
) -> None:
    laid = reader.read(case.read_bytes())
    golden(case.with_suffix(".blocks"), drawn(laid))


def test_there_are_cases() -> None:
    assert len(CASES) >= 6


# ------------------------------------------------------------------------------------ properties

KINDS_OF_LINES = """
Revenue\t7,219\t2,946
\t2007\t2006
-----\t=====
-----
=
<PAGE>
\f
Total
Revenue was $7.2 million.
and costs
- (a) Not applicable.
\t
x\r
(in thousands)
continued--
<TABLE>
</TABLE>
Revenue ....  $  7,219    2,946
Revenue      (7,219) 2,946
                 Three months
               2007    2006
                    5
<i>Three months</i>
caption \t\t 5
1
—\t—
"""
lines = st.sampled_from(KINDS_OF_LINES.split("\n"))


FURNITURE = re.compile(r"</?TABLE>|(?m:^ *[15](?=\s*(?:<PAGE>|\f)))")  # tags and page numbers


@given(st.lists(lines, max_size=25).map("\n".join))
def test_blocks_hold_every_word_once_and_in_order(text: str) -> None:
    laid = reader.read(text.encode())
    assert laid.text == text
    position = 0
    covered: set[int] = set()
    for block in laid.blocks:
        assert position <= block.start < block.end <= len(text)
        position = block.end
        if not isinstance(block, Grid):
            covered |= set(range(block.start, block.end))
            continue
        for row in block.rows:
            for cell in row.cells:
                assert block.start <= cell.start <= cell.end <= block.end
                assert text[cell.start : cell.end] == text[cell.start : cell.end].strip()
                covered |= set(range(cell.start, cell.end))
    words = FURNITURE.sub(lambda found: " " * len(found[0]), text)
    letters = {at for at, ch in enumerate(words) if ch.isdigit() or ch in "RTcN"}
    assert letters <= covered


@given(st.lists(lines, max_size=25).map("\n".join))
def test_passages_are_ordered_and_apart(text: str) -> None:
    position = 0
    for passage in passages(reader.read(text.encode())):
        assert position <= passage.start < passage.end <= len(text)
        position = passage.end


# ------------------------------------------------------------------------------------- encodings


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("“Revenue” — 5".encode(), "“Revenue” — 5"),
        ("“Revenue” — 5".encode("cp1252"), "“Revenue” — 5"),
        ("é 5\x81".encode("latin-1"), "é 5\x81"),  # 0x81 is nothing in cp1252
        ("Revenue 5".encode("utf-8-sig"), "Revenue 5"),
        (b"a\r\nb\r\n", "a\r\nb\r\n"),  # line breaks stay: a span is a place in the file
        (b"DOS 5\x1a", "DOS 5\x1a"),
    ],
)
def test_a_text_is_decoded_as_it_was_written(raw: bytes, text: str) -> None:
    assert reader.decode(raw) == text


@pytest.mark.parametrize(
    "raw", [b"5\x00", bytes(range(32)) * 9, b"\x01\x02\x03 5", b"a" * 9000 + b"\0"]
)
def test_bytes_that_are_no_text_are_refused(raw: bytes) -> None:
    with pytest.raises(Unreadable, match="no text"):
        reader.decode(raw)


def test_crlf_makes_no_difference_to_the_blocks() -> None:
    for case in CASES:
        plain = case.read_bytes().decode().replace("\r\n", "\n")
        one = reader.read(plain.encode())
        two = reader.read(plain.replace("\n", "\r\n").encode())
        assert [type(block) for block in one.blocks] == [type(block) for block in two.blocks]
        for left, right in zip(one.blocks, two.blocks, strict=True):
            words = two.text[right.start : right.end].replace("\r\n", "\n")
            assert one.text[left.start : left.end] == words.rstrip("\r")


# ------------------------------------------------------------------------------ hostile and large

HOSTILE = [
    "-" * 400_000 + "x",
    "\f" * 400_000 + "x",
    " " * 400_000 + "x" + " " * 400_000,
    "\t" * 400_000,
    "x\t" + "\t" * 400_000,
    "1" * 400_000 + "\tx",
    "$" * 400_000 + "\t1",
    "a\tb\n" + "\t" + "1" * 200_000 + "x",
    "a\t1\nwords\n" * 40_000,
    "a\t1\n\n\n\nwords\n\n\n\n" * 20_000,
    "a\t1\n" + "word\n" * 80_000,
    "word\n\n" * 80_000,  # every paragraph goes on with the one before
    "- \n" * 100_000,
    "(a) " * 100_000,
    "<i>" * 100_000 + "\t1",
    "*" * 300_000,
    "_\t" * 150_000,
    "=\t" * 150_000,
    "Head\n\n" * 60_000 + "a\t1",
    "\r" * 400_000,
    "\n" * 400_000,
    "  1,234  " * 100_000,
    "Revenue      1,234    2,345\n" * 20_000,
    "x  " + " ".join("1" * 200_000),
    ("x   " + "1 " * 170 + "\n") * 1_000,
    ". " * 200_000,
    "a  " * 200_000,
    "<TABLE>\n" * 50_000,
    "<TABLE>\n" + "words in a line\n\n" * 30_000 + "Net      5     6\n</TABLE>",
    ("       5\n" + "\n" * 30) * 5_000,
    ("A    5\n" + "cap\n" * 9) * 6_000,
    "(a) words that go\n" * 30_000,
    " <S>" * 100_000 + "x",
    "<PAGE> " * 100_000,
]


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_cost_is_that_of_the_length(text: str) -> None:
    # A quadratic step would take minutes here.
    laid = reader.read(text.encode())
    list(passages(laid))
