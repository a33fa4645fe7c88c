"""What the page carries; and its parser of HTML, which reads every page as Lexbor does."""

import io
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from page_parser import page_parser, read

from tieout.model.document import Document
from tieout.readers.html.ordered import Parser, ordered
from tieout.readers.html.walk import walk
from tieout.web.parts import packed, parts

HERE = Path(__file__).resolve().parents[1]
PAGES = sorted((*HERE.glob("corpus/exhibits/*.htm"), *HERE.glob("readers/html/*.htm")))
ODD = [
    "<p>a<noscript><p>7</p></noscript>b",
    "<noscript><p>7</noscript>8",
    "<xmp><b>7</b></xmp><plaintext>8<p>",
    "<table>x<tr><td>7<table><td>8</table>9",
    "<b><p>7</b>8<i>9</p>10",
    "<svg><p>7</svg>8",
    "<pre>\n\n 7</pre>",
    "<p title='a<b>\"c\u00a0&amp;'>\u00a07&nbsp;&lt;8&gt;",
    "<!-- a --><p>7<!-- b -- > c --><br/>8</br>9",
    "<ix:nonfraction name=x>7</ix:nonfraction>\r\n8\r9",
]


def test_tieout_itself_is_packed_alike_each_time() -> None:
    raw = packed()
    assert raw == packed()
    names = zipfile.ZipFile(io.BytesIO(raw)).namelist()
    assert {"tieout/engine.py", "tieout/web/page/ordered.js"} <= set(names)
    assert not [name for name in names if name.endswith((".pyc", ".so"))]


def test_the_page_carries_pyodide_and_the_readers(packages: dict[str, bytes]) -> None:
    held = parts(packages)
    assert {"pyodide.mjs", "pyodide.asm.wasm", "tieout.zip", "pypdfium2.whl"} <= held.keys()
    assert b'"packages": {}' in held["pyodide-lock.json"]


@pytest.fixture(scope="module")
def parser(packages: dict[str, bytes]) -> Iterator[Parser]:
    """The parser of the page."""
    if shutil.which("node") is None:
        pytest.skip("the page's parser was not run: no node here (Debian: apt install nodejs)")
    with page_parser() as parsed:
        yield parsed


@pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)
def test_a_page_is_read_as_with_lexbor(path: Path, parser: Parser) -> None:
    there = read(path, parser)
    assert isinstance(there, Document)
    assert there == read(path, None)


@pytest.mark.parametrize("source", ODD)
def test_odd_pages_read_alike(source: str, parser: Parser) -> None:
    here, there = walk(ordered(source)), walk(parser(source) or "")
    assert there.text == here.text
    assert there.blocks == here.blocks


def test_a_page_of_frames_has_no_body(parser: Parser) -> None:
    assert parser("<frameset><frame></frameset>") is None
