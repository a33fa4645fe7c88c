"""Workbooks as tieout writes them: words are never formulas, names are lawful, bytes are stable."""

import contextlib
import io
from collections.abc import Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from tieout.errors import Misuse
from tieout.extras import needs
from tieout.harmless import kept, on_a_line
from tieout.patterns import pattern

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_MADE = datetime(2000, 1, 1, tzinfo=UTC)
"""A file of another day is not tieout's own; a day without its time would be dropped for now's."""
_FORBIDDEN = pattern(r"[\[\]:*?/\\'\ufffd]")
_LONGEST_NAME = 31
_LONGEST_TEXT = 32_767


@contextlib.contextmanager
def filled(
    file: io.BytesIO,
    title: str = "",
    font: Mapping[str, object] | None = None,
    about: str = "",
) -> Iterator["Workbook"]:
    """A workbook to be filled, in the file at the end; raises Misuse where xlsxwriter is missing.

    What it is filled with alone makes its bytes. Columns are as wide as so many of the font's
    digits.
    """
    try:
        import xlsxwriter
    except ImportError:
        raise Misuse(needs("a workbook", "xlsxwriter", "excel")) from None
    options: dict[str, object] = {"in_memory": True, "strings_to_formulas": False}
    options |= {"strings_to_urls": False}
    options |= {"default_format_properties": dict(font)} if font else {}
    with xlsxwriter.Workbook(file, options) as book:
        told = {"title": kept(title), "comments": kept(about), "created": _MADE}
        book.set_properties({name: one for name, one in told.items() if one})
        yield book


def sheet_names(captions: Iterable[str], taken: Iterable[str] = ()) -> list[str]:
    """A name of its own for each sheet, as Excel allows them; it counts units of UTF-16."""
    names: list[str] = []
    held = {"history", *(name.lower() for name in taken)}  # the first is Excel's own
    for caption in captions:
        words = _FORBIDDEN.sub(" ", on_a_line(caption)).strip()
        name, count = cut(words, _LONGEST_NAME).strip() or "Sheet", 1
        plain = name
        while name.lower() in held:
            count += 1
            suffix = f" ({count})"
            name = f"{cut(plain, _LONGEST_NAME - len(suffix))}{suffix}"
        held.add(name.lower())
        names.append(name)
    return names


def cut(words: str, units: int) -> str:
    """As much of the words as has so many units of UTF-16."""
    return words.encode("utf-16-le")[: 2 * units].decode("utf-16-le", "ignore")


def in_sheet(words: str) -> str:
    """The words without control characters, and no more of them than a cell holds."""
    return cut(kept(words), _LONGEST_TEXT)


def put(
    sheet: "Worksheet", row: int, column: int, words: str, look: "Format | None" = None
) -> None:
    """Words in a cell, whatever they look like."""
    sheet.write_string(row, column, in_sheet(words), look)
