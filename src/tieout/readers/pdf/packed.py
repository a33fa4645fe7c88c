"""The packed streams of a PDF, measured before PDFium unpacks them without a limit."""

import base64
import binascii
import struct
import zlib

from tieout.errors import Unreadable
from tieout.patterns import pattern

LARGEST_STREAM = 16 * 1024 * 1024
"""Bytes of a page's marks or a font, unpacked; PDFium takes twenty times as many for marks."""

LARGEST_PICTURE = 64 * 1024 * 1024
"""Bytes of a picture, unpacked."""

LARGEST = 256 * 1024 * 1024
"""Bytes of all streams together, unpacked."""

_STREAM = pattern(rb"stream\r?\n?")
_PICTURE = pattern(rb"/Subtype\s*/Image\b")
_LONGEST_HEAD = 1024
_GLANCE = 256
_MOST_LAYERS = 8
_DEEPEST = 3
"""Layers that are looked under for one of Flate."""
_SPACE = b"\0\t\n\f\r "
_HEX = frozenset(b"0123456789abcdefABCDEF")
_OF_85 = bytes(range(ord("!"), ord("u") + 1)) + b"z\v"
_ZERO = sum(ord("!") * 85**place for place in range(5))
_CHUNK = 64 * 1024


def refuse_swelling(raw: bytes) -> None:
    """Raises Unreadable for a PDF whose streams unpack beyond all use.

    A stream is found by its keyword, wherever that stands: the file's own index may lie.
    """
    whole = 0
    last = raw.rfind(b"endstream")
    for stream in _STREAM.finditer(raw):
        start = stream.end()
        if raw.startswith(b"end", stream.start() - 3):
            continue
        layer = _layer(raw[start : start + _GLANCE])
        if not layer:
            continue
        head = raw[max(0, stream.start() - _LONGEST_HEAD) : stream.start()]
        is_picture = _PICTURE.search(head[head.rfind(b"obj") + 1 :]) is not None
        limit = LARGEST_PICTURE if is_picture else LARGEST_STREAM
        if layer == "flate" and not _layer(_inflated(raw[start : start + _GLANCE], _GLANCE)):
            size = _unpacked(raw, start, limit)
        else:
            end = raw.find(b"endstream", start) if start <= last else start + limit
            size = len(unpacked(raw[start:end], limit))
        whole += size
        if size > limit or whole > LARGEST:
            raise Unreadable(
                f"its streams unpack beyond {(limit if size > limit else LARGEST):,} bytes, "
                "which no release needs: export the PDF again"
            )


def unpacked(stream: bytes, limit: int = LARGEST_STREAM) -> bytes:
    """What a stream holds under all its layers; cut off where it goes beyond the limit.

    Layers are told by their bytes: what the file says of them stands anywhere, or may be wrong.
    """
    for _ in range(_MOST_LAYERS):
        layer = _layer(stream[:_GLANCE])
        if not layer or len(stream) > limit:
            break
        stream = _WITHOUT[layer](stream, limit + 1)
    return stream


def _layer(glance: bytes, depth: int = _DEEPEST) -> str:
    """The layer that bytes begin with, where it is Flate or hides it; none of others."""
    if len(glance) < 2:
        return ""
    if glance[0] & 0x8F == 0x08 and (glance[0] << 8 | glance[1]) % 31 == 0:
        return "flate"
    hexed = glance.translate(None, _SPACE)
    hides = ["runs", "letters"]
    if len(hexed) > 3 and _HEX.issuperset(hexed.partition(b">")[0][:32]):
        hides.insert(0, "hex")
    others = (one for one in hides if depth and _layer(_WITHOUT[one](glance, _GLANCE), depth - 1))
    return next(others, "")


def _inflated(stream: bytes, limit: int) -> bytes:
    """Without a layer of Flate."""
    try:
        return zlib.decompressobj().decompress(stream, limit)
    except zlib.error:
        return b""


def _unhexed(stream: bytes, _: int) -> bytes:
    """Without a layer of hexadecimal digits."""
    digits = stream.translate(None, _SPACE).partition(b">")[0]
    try:
        return binascii.unhexlify(digits[: len(digits) // 2 * 2])
    except binascii.Error:
        return b""


def _unlettered(stream: bytes, _: int) -> bytes:
    """Without a layer of ASCII85."""
    letters = stream.translate(None, _SPACE).removeprefix(b"<~").partition(b"~")[0]
    letters = letters[: len(letters) // 5 * 5]
    if letters.translate(None, _OF_85):
        return b""
    try:
        if b"z" in letters or b"\v" in letters:
            return base64.a85decode(letters)
        fives = zip(*[iter(letters)] * 5, strict=True)
        words = [(((a * 85 + b) * 85 + c) * 85 + d) * 85 + e - _ZERO for a, b, c, d, e in fives]
        return struct.pack(f">{len(words)}I", *words)
    except (ValueError, struct.error):
        return b""


def _unrolled(stream: bytes, limit: int) -> bytes:
    """Without a layer of run lengths."""
    held = bytearray()
    place = 0
    while place < len(stream) and len(held) < limit and stream[place] != 128:
        count = stream[place]
        if count < 128:
            held += stream[place + 1 : place + count + 2]
            place += count + 2
        else:
            held += stream[place + 1 : place + 2] * (257 - count)
            place += 2
    return bytes(held)


_WITHOUT = {"flate": _inflated, "hex": _unhexed, "letters": _unlettered, "runs": _unrolled}


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
