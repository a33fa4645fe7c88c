"""Bytes to Document, one format each."""

import hashlib
from pathlib import PurePath

from tieout.errors import Unreadable
from tieout.lexicon.tokens import figures
from tieout.model.document import Document
from tieout.readers import html, text
from tieout.readers.passages import passages

LARGEST = 32 * 1024 * 1024
"""Bytes: no exhibit comes near it; what does is no release."""

MOST_FIGURES = 400_000

_BINARY = {
    b"%PDF-": "a PDF",
    b"PK\x03\x04": "a zip archive (Word, Excel or another)",
    b"\x89PNG": "a picture",
    b"\xff\xd8\xff": "a picture",
    b"GIF8": "a picture",
    b"\xd0\xcf\x11\xe0": "an old Office document",
    b"\x7fELF": "a program",
    b"\x1f\x8b": "a gzip archive",
}


def open_document(name: str, raw: bytes) -> Document:
    """The document these bytes are, with every figure found once.

    Raises Unreadable for what is empty, too large, of no known format, or without a figure.
    """
    if not raw.strip():
        raise Unreadable(f"{name} is empty: give the release itself")
    if len(raw) > LARGEST:
        raise Unreadable(
            f"{name} has {len(raw):,} bytes; the limit is {LARGEST:,}: give one release a file"
        )
    for mark, what in _BINARY.items():
        if raw.startswith(mark):
            raise Unreadable(f"{name} is {what}, which this version does not read: save it as text")
    reader = html if html.sniff(raw) else text
    if not reader.sniff(raw):
        raise Unreadable(f"{name} is binary, not a text: save the release as text and try again")
    try:
        laid = reader.read(raw)
    except Unreadable as reason:
        raise Unreadable(f"{name} cannot be read: {reason}") from None
    found = figures(laid.text)
    if not found:
        raise Unreadable(f"{name} holds no figure: there is nothing to tie out")
    if len(found) > MOST_FIGURES:
        raise Unreadable(f"{name} holds {len(found):,} figures; the limit is {MOST_FIGURES:,}")
    return Document(
        PurePath(name).name,
        hashlib.sha256(raw).hexdigest(),
        laid.format,
        laid.text,
        laid.blocks,
        tuple(passages(laid)),
        found,
    )
