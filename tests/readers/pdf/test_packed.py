"""Streams that unpack beyond all use."""

import base64
import zlib
from collections.abc import Callable

import pytest

from tieout.errors import Unreadable
from tieout.readers.pdf import packed
from tieout.readers.pdf.packed import refuse_swelling, unpacked


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


def flate(content: bytes) -> bytes:
    return zlib.compress(content, 9)


def runs(content: bytes) -> bytes:
    parts = [content[start : start + 128] for start in range(0, len(content), 128)]
    return b"".join(bytes((len(part) - 1,)) + part for part in parts) + b"\x80"


def letters(content: bytes) -> bytes:
    return base64.a85encode(content) + b"~>"


def digits(content: bytes) -> bytes:
    return content.hex(" ", 40).encode() + b">"


LAYERS: dict[str, list[Callable[[bytes], bytes]]] = {
    "flate in flate": [flate, flate],
    "in digits": [flate, digits],
    "in letters": [flate, letters],
    "in runs": [flate, runs],
    "in all of them": [flate, flate, digits, runs, letters, flate, digits],
}


@pytest.mark.parametrize("how", LAYERS)
def test_a_stream_that_swells_under_layers_is_refused(how: str) -> None:
    inner = b"0 0 m " * 100
    large = b"\0" * (packed.LARGEST_STREAM + 1)
    for layer in LAYERS[how]:
        inner, large = layer(inner), layer(large)
    assert unpacked(inner) == b"0 0 m " * 100
    with pytest.raises(Unreadable, match="unpack beyond 16,777,216 bytes"):
        refuse_swelling(b"%PDF-1.4\n4 0 obj<<>>stream\n" + large + b"\nendstream")
