"""Bytes to Document, one format each."""

import hashlib
import importlib
import pkgutil
from functools import cache
from pathlib import PurePath
from typing import Protocol, cast

from msgspec import structs

from tieout.errors import Unreadable
from tieout.harmless import on_a_line
from tieout.lexicon.currencies import currency_of
from tieout.lexicon.tokens import figures
from tieout.model.document import Document
from tieout.patterns import pattern
from tieout.readers.flat import with_flat_tables
from tieout.readers.halves import in_place
from tieout.readers.legible import refusal
from tieout.readers.marks import marked
from tieout.readers.ours import refuse_reports
from tieout.readers.passages import Laid, passages


class Reader(Protocol):
    """What a package in this one is: it reads a format, told by content alone.

    Of the readers whose `sniff` says yes, the one of the lowest PRECEDENCE reads: a wrapper before
    what it wraps, a format with a mark before plain text.
    """

    FORMAT: str
    PRECEDENCE: int

    def sniff(self, raw: bytes) -> bool:
        """True where the bytes are of the format."""

    def read(self, raw: bytes) -> Laid:
        """The visible text and blocks; raises Unreadable."""


LARGEST = 32 * 1024 * 1024
"""Bytes: no exhibit comes near it; what does is no release."""

_TEXTS = (".txt", ".text", ".nc", ".htm", ".html", ".xhtml", ".md", ".markdown")
SUFFIXES = frozenset((*_TEXTS, ".pdf", ".docx", ".docm", ".xlsx", ".xlsm"))
"""What counts as a document in a directory; a file given by name is always tried."""

MOST_FIGURES = 150_000
"""Twenty times as many as the longest supplement of a bank has."""

_NUMBERS_A_FIGURE = 2
"""A date or a telephone number is several; of a long document hardly any are."""
_TAG = pattern(rb"<[^<>]*>")
_DIGITS = bytes(ord("1") if chr(code) in "0123456789" else ord(" ") for code in range(256))
_STRETCH = 2**20

_UNMARKED = 40
"""Readers from this precedence on tell their format by its words, not by a mark."""

_OTHERS = {
    b"PK\x03\x04": "a zip archive that is no Word document or workbook",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"\x7fELF": "a program",
    b"\x1f\x8b": "a gzip archive",
    b"{\\rtf": "a rich text file",
    b"MIME-Version:": "a web archive",
    b"From: <Saved by": "a web archive",
}


@cache
def all_readers() -> tuple[Reader, ...]:
    """Every reader, each a package in this one, in the order they are asked."""
    readers = (
        cast("Reader", importlib.import_module(found.name))
        for found in pkgutil.iter_modules(__path__, f"{__name__}.")
        if found.ispkg
    )
    return tuple(sorted(readers, key=lambda reader: reader.PRECEDENCE))


def open_document(name: str, raw: bytes, by: Reader | None = None) -> Document:
    """The document these bytes are, with every figure found once.

    `by` is the reader of it, where that is known and not to be told by its content.

    A name's stray bytes and control characters, which no report could carry, become signs of it.
    Raises Unreadable for what is empty, too large, of no known format, of codes in place of words,
    or without a figure.
    """
    name = on_a_line(name.encode("utf-8", "replace").decode())
    if not raw.strip():
        raise Unreadable(f"{name} is empty: give the release itself")
    if len(raw) > LARGEST:
        raise Unreadable(
            f"{name} has {len(raw):,} bytes; the limit is {LARGEST:,}: "
            "put each release in a file of its own"
        )
    if by is None:
        refuse_reports(name, raw)
    what = next((what for mark, what in _OTHERS.items() if raw.startswith(mark)), "")
    plain = _in_bytes(raw)
    reader = by or next((one for one in all_readers() if one.sniff(plain)), None)
    if what and (reader is None or reader.PRECEDENCE >= _UNMARKED):
        raise Unreadable(
            f"{name} is {what}, which this version does not read: save it as text or HTML"
        )
    if reader is None:
        raise Unreadable(
            f"{name} is in no format that tieout reads: save the release as text or HTML"
        )
    if reader.PRECEDENCE >= _UNMARKED:  # what is packed has digits that are none
        _refuse_many(name, plain)
    try:
        laid = reader.read(plain)
    except Unreadable as reason:
        raise Unreadable(f"{name} cannot be read: {reason}") from None
    laid = structs.replace(laid, text=in_place(laid.text))
    if why := refusal(laid.text):
        raise Unreadable(f"{name} cannot be read: {why}")
    _refuse_many(name, laid.text.encode("utf-8", "surrogatepass"))
    laid = structs.replace(laid, blocks=with_flat_tables(laid))
    found = tuple(marked(laid.text, figures(laid.text), laid.raised))
    if not found:
        raise Unreadable(f"{name} has no numbers, so there is nothing to check")
    if len(found) > MOST_FIGURES:
        raise _too_many(name, f"{len(found):,}")
    return Document(
        PurePath(name).name,
        hashlib.sha256(raw).hexdigest(),
        laid.format,
        laid.text,
        laid.blocks,
        tuple(passages(laid)),
        found,
        laid.filing,
        laid.pages,
        laid.pictures,
        currency_of(laid.text, found),
        laid.is_slides,
        laid.sheets,
        laid.named,
    )


def _refuse_many(name: str, text: bytes) -> None:
    """Raises Unreadable for so many numbers that the figures are too many, however few they are.

    Said before the document is laid out, which takes a hundred times the memory of its text.
    """
    most = MOST_FIGURES * _NUMBERS_A_FIGURE
    if len(text) < 2 * most:
        return
    stretches = [text[start : start + _STRETCH] for start in range(0, len(text), _STRETCH)]
    if sum(map(_numbers, stretches)) <= most:  # those in tags among them
        return
    count = sum(_numbers(_TAG.sub(b" ", stretch)) for stretch in stretches)
    if count > most:
        raise _too_many(name, f"more than {count // _NUMBERS_A_FIGURE:,}")


def _numbers(text: bytes) -> int:
    """How many numbers stand in it."""
    return text.translate(_DIGITS, delete=b",.").count(b" 1")


def _too_many(name: str, count: str) -> Unreadable:
    """The refusal of a document of so many figures."""
    return Unreadable(
        f"{name} holds {count} figures; the limit is {MOST_FIGURES:,}: "
        "put each release in a file of its own"
    )


def _in_bytes(raw: bytes) -> bytes:
    """UTF-16, told by its mark, as UTF-8, which every reader knows; all else as it is."""
    if not raw.startswith((b"\xff\xfe", b"\xfe\xff")):
        return raw
    try:
        return raw.decode("utf-16").encode("utf-8")
    except UnicodeError:
        return raw
