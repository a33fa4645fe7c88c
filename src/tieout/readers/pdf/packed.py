"""The packed streams of a PDF, measured before PDFium unpacks them without a limit."""

import re
import zlib

from tieout.errors import Unreadable

LARGEST_STREAM = 16 * 1024 * 1024
"""Bytes of a page's marks or a font, unpacked; PDFium takes twenty times as many for marks."""

LARGEST_PICTURE = 64 * 1024 * 1024
"""Bytes of a picture, unpacked."""

LARGEST = 256 * 1024 * 1024
"""Bytes of all streams together, unpacked."""

_STREAM = re.compile(rb"stream\r?\n?(?=[\x08\x18\x28\x38\x48\x58\x68\x78])")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_LONGEST_HEAD = 1024
_CHUNK = 64 * 1024


def refuse_swelling(raw: bytes) -> None:
    """Raises Unreadable for a PDF whose streams unpack beyond all use.

    A stream is found by its keyword, wherever that stands: the file's own index may lie.
    """
    whole = 0
    for stream in _STREAM.finditer(raw):
        head = raw[max(0, stream.start() - _LONGEST_HEAD) : stream.start()]
        is_picture = _PICTURE.search(head[head.rfind(b"obj") + 1 :]) is not None
        limit = LARGEST_PICTURE if is_picture else LARGEST_STREAM
        size = _unpacked(raw, stream.end(), limit)
        whole += size
        if size > limit or whole > LARGEST:
            raise Unreadable(
                f"its streams unpack beyond {(limit if size > limit else LARGEST):,} bytes, "
                "which no release needs: export the PDF again"
            )


def _unpacked(raw: bytes, start: int, limit: int) -> int:
    """How many bytes a stream unpacks to, as far as the limit; 0 for what is not packed."""
    packed = zlib.decompressobj()
    size = 0
    held = b""
    while size <= limit and not packed.eof:
        if not held:
            held, start = raw[start : start + _CHUNK], start + _CHUNK
            if not held:
                break
        try:
            size += len(packed.decompress(held, _CHUNK))
        except zlib.error:
            break
        held = packed.unconsumed_tail
    return size
