"""Each tests/readers/html/<case>.htm beside <case>.blocks: what the reader makes of it."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.errors import Unreadable
from tieout.model.document import Grid
from tieout.readers import html as reader
from tieout.readers import open_document
from tieout.readers.passages import Laid

CASES = sorted((Path(__file__).parent / "html").glob("*.htm"))


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.stem)
def test_blocks(
    case: Path, drawn: Callable[[Laid], str], golden: Callable[[Path, str], None]
) -> None:
    golden(case.with_suffix(".blocks"), drawn(reader.read(case.read_bytes())))


def test_there_are_cases() -> None:
    assert len(CASES) >= 4


@pytest.mark.parametrize(
    ("raw", "is_html"),
    [
        (b"<html><body>5", True),
        (b"\xef\xbb\xbf<!DOCTYPE html>", True),
        (b"<?xml version='1.0'?>\n<!-- by hand -->\n<HTML>", True),
        (b"<TABLE><tr>", True),
        (b"<meta charset=utf-8><p>5", True),
        (b"<hr><a name=top></a>5", True),
        (b"<b>Net income</b> was <td>5</td>", True),
        (b"EX-99.1\n2\n<HTML><BODY>5", True),
        (b"Revenue <b>rose</b> 5%", False),
        (b"<i>Three months</i>\t2007", False),
        (b"5 < 6", False),
        (b"Net income rose</p> 5%", False),
        (b"<page>\n<table>\n<caption>\n<s> <c>\nCash 5\n</table>", False),
    ],
)
def test_a_page_is_told_by_its_tags(raw: bytes, *, is_html: bool) -> None:
    assert reader.sniff(raw) is is_html


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("<p>“5” —".encode(), "<p>“5” —"),
        ("<p>“5” —".encode("cp1252"), "<p>“5” —"),
        (b"<meta charset=iso-8859-1><p>\xe9", "<meta charset=iso-8859-1><p>é"),
        (b"<meta charset=nonsense><p>\xe9", "<meta charset=nonsense><p>é"),
        *(
            (b"<meta charset=%s><p>\xe9" % name.encode(), f"<meta charset={name}><p>é")
            for name in ("undefined", "mbcs", "idna", "rot13", "zlib", "hex", "unicode_escape")
        ),
        (b"<p>\x81", "<p>\x81"),
    ],
)
def test_a_page_is_decoded_as_it_was_written(raw: bytes, text: str) -> None:
    assert reader.decode(raw) == text


# ------------------------------------------------------------------------------------ properties

TAGS = [
    "p",
    "/p",
    "table",
    "/table",
    "tr",
    "/tr",
    "td",
    "/td",
    "b",
    "/b",
    "br",
    "div",
    "/div",
    "h1",
    "li",
]
pieces = st.sampled_from(
    [
        *(f"<{tag}>" for tag in TAGS),
        *("<td colspan=2>", "<td rowspan=2>", "<!-- 9 -->", "<script>9</script>", "&nbsp;"),
        *("Revenue", "7,219", "$", " ", "\n", "(5)", "up 5%.", "—"),
    ]
)


@given(st.lists(pieces, max_size=40).map("".join))
def test_blocks_are_ordered_apart_and_hold_every_visible_figure(source: str) -> None:
    laid = reader.read(f"<html><body>{source}".encode())
    position = 0
    covered: set[int] = set()
    for block in laid.blocks:
        assert position <= block.start < block.end <= len(laid.text)
        position = block.end
        spans = (
            [(cell.start, cell.end) for row in block.rows for cell in row.cells]
            if isinstance(block, Grid)
            else [(block.start, block.end)]
        )
        for start, end in spans:
            assert block.start <= start <= end <= block.end
            covered |= set(range(start, end))
    assert {at for at, ch in enumerate(laid.text) if ch.isdigit()} <= covered
    assert "9" not in laid.text.replace("7,219", "")


def test_a_table_reads_alike_in_html_and_in_text() -> None:
    rows = [["", "2007", "2006"], ["Revenue", "7,219", "2,946"], ["Cost", "(75)", "—"]]
    page = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>" for row in rows)
    one = open_document("x.htm", f"<html><table>{page}</table>".encode())
    two = open_document("x.txt", "\n".join("\t".join(row) for row in rows).encode())
    assert [figure.text for figure in one.figures] == [figure.text for figure in two.figures]
    cells = [
        [
            [document.text[cell.start : cell.end] for cell in row.cells if cell.start < cell.end]
            for row in document.grids[0].rows
        ]
        for document in (one, two)
    ]
    assert cells[0] == cells[1]


# ------------------------------------------------------------------------------ hostile and large


@pytest.mark.parametrize("page", ["<div>" * 20_000, "<span>" * 20_000, "<p " + "a=1 " * 40_000])
def test_what_no_parser_should_be_given_is_refused(page: str) -> None:
    with pytest.raises(Unreadable, match=r"nested|longer"):
        reader.read(f"<html>{page}5".encode())


HOSTILE = [
    "<b>" * 30_000, "<font>" * 30_000, "<p>" * 50_000, "<table>" + "<tr><td>5" * 20_000,
    "<table><tr>" + "<td>5" * 20_000, "<table>" + "<tr><td colspan=1000000>5<td>6" * 500,
    "<table>" + "<tr><td rowspan=1000000>5" * 5_000, "<" * 300_000, "&" * 300_000, "</b>" * 50_000,
    "<table><tr><td>" * 200, "<li>" * 50_000, "<i><p>" * 10_000, "<!--" * 50_000,
]  # fmt: skip


@pytest.mark.parametrize("page", HOSTILE, ids=range(len(HOSTILE)))
def test_cost_is_that_of_the_length(page: str) -> None:
    # A quadratic step would take minutes here.
    reader.read(f"<html><body>{page}5".encode())


@pytest.mark.parametrize("start", ["<!---->", "<?xml>", "<!-- ", " ", "<!---->\n "])
def test_telling_a_page_costs_nothing(start: str) -> None:
    # In a process of its own: an exponential pattern would never come back.
    code = f"from tieout.readers import html; html.sniff({start!r}.encode() * 1000 + b'x')"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=20)
