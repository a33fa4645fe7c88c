"""Streams that unpack beyond all use."""

import zlib

import pytest

from tieout.errors import Unreadable
from tieout.readers.pdf import packed
from tieout.readers.pdf.packed import refuse_swelling


def stream(content: bytes, head: bytes = b"<</Filter/FlateDecode>>") -> bytes:
    return b"4 0 obj\n" + head + b"stream\n" + zlib.compress(content, 9) + b"\nendstream\nendobj\n"


def test_what_a_page_needs_is_unpacked_in_peace() -> None:
    refuse_swelling(b"%PDF-1.4\n" + stream(b"BT (5) Tj ET\n" * 10_000) * 20)
    refuse_swelling(b"%PDF-1.4\nstream\n\x78\x9cno stream at all")


@pytest.mark.parametrize("end", [b"\n", b"\r\n", b""])
def test_a_stream_that_swells_is_refused(end: bytes) -> None:
    bomb = stream(b" " * (packed.LARGEST_STREAM + 1)).replace(b"stream\n", b"stream" + end, 1)
    with pytest.raises(Unreadable, match="unpack beyond 16,777,216 bytes"):
        refuse_swelling(b"%PDF-1.4\n" + bomb)


def test_a_picture_may_be_larger() -> None:
    picture = stream(b" " * (packed.LARGEST_STREAM + 1), b"<</Subtype/Image/Filter/FlateDecode>>")
    refuse_swelling(b"%PDF-1.4\n" + picture)


def test_many_streams_are_too_many_together() -> None:
    one = stream(b" " * packed.LARGEST_STREAM)
    with pytest.raises(Unreadable, match="unpack beyond 268,435,456 bytes"):
        refuse_swelling(b"%PDF-1.4\n" + one * 17)
