"""Books to files and back: the same book, as TOML and as a workbook."""

import io
import re
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Literal

import pytest
from msgspec.structs import replace

from tieout.compose.book import Book, Stored
from tieout.compose.loading import load
from tieout.compose.saving import saved

kinds = pytest.mark.parametrize("kind", ["toml", "xlsx"])


def again(book: Book, kind: Literal["toml", "xlsx"], at: Path) -> Book:
    at.mkdir()
    for name, content in saved(book, kind).items():
        (at / name).write_bytes(content)
    return replace(load(at), places={})


@kinds
def test_a_book_saved_and_loaded_is_the_book(
    capstone_book: Book, kind: Literal["toml", "xlsx"], tmp_path: Path
) -> None:
    assert again(capstone_book, kind, tmp_path / kind) == replace(capstone_book, places={})


@kinds
def test_what_a_row_does_not_tell_is_told_beside_it(
    small_book: Callable[..., Book], kind: Literal["toml", "xlsx"], tmp_path: Path
) -> None:
    made = small_book()
    sheet = made.statements[1]
    odd = (
        replace(sheet.lines[0], caption="A | B \\ C '''D''' {{ 'x' | upper }}", depth=1),
        replace(sheet.lines[1], kind="total", currency=False, scale=1_000_000, concept="us-gaap:X"),
        replace(sheet.lines[0], caption="", kind="blank"),
        replace(sheet.lines[1], key="mixed", cells=("0.5", "0.25"), decimals=2, unit="USD/shares"),
        replace(sheet.lines[1], key="words", cells=("n/m", ""), kind="heading"),
        replace(sheet.lines[1], key="nil", cells=("--", "12%")),
    )
    made = replace(made, statements=(replace(sheet, lines=odd, unit="EUR"),), form=None)
    assert again(made, kind, tmp_path / kind) == replace(made, places={})


@kinds
def test_figures_never_printed_and_columns_of_the_store_are_kept(
    acme_stored: Callable[..., Path], kind: Literal["toml", "xlsx"], tmp_path: Path
) -> None:
    made = load(acme_stored())
    assert made.reported
    made = replace(made, store=Stored(path="../filings.duckdb"))
    files = saved(made, kind)
    assert b"2946" not in files.get("figures.toml", b"").replace(b",", b"")  # left to the store
    assert again(made, kind, tmp_path / kind) == replace(made, places={})


def test_the_same_book_is_saved_to_the_same_bytes_whenever(capstone_book: Book) -> None:
    files = saved(capstone_book, "xlsx")
    assert files == saved(capstone_book, "xlsx")
    with zipfile.ZipFile(io.BytesIO(files["figures.xlsx"])) as workbook:
        days = re.findall(rb">([0-9-]{10}T[0-9:]{8}Z)<", workbook.read("docProps/core.xml"))
        assert days == [b"2000-01-01T00:00:00Z"] * 2
        assert {entry.date_time[0] for entry in workbook.infolist()} == {1980}


def test_rows_are_aligned_and_thousands_grouped(small_book: Callable[..., Book]) -> None:
    text = saved(small_book())["figures.toml"].decode()
    assert "revenue         | Revenue                 |   7,219 |   2,946 |  12,834\n" in text
    assert "gross_loss      |   Gross loss            |    -756 |  -2,336 |  -3,229\n" in text
