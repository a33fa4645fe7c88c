"""Office archives opened with limits: no archive that swells, no part beyond its size."""

import io
import zipfile
import zlib

from tieout.errors import Unreadable

LARGEST = 256 * 1024 * 1024
"""Bytes of all parts together, unpacked."""

LARGEST_PART = 32 * 1024 * 1024
"""Bytes of a part that is read, unpacked: its elements take many times as many."""

_HIGHEST_RATIO = 200
_UNCOUNTED = 1024 * 1024
_MOST_PARTS = 10_000
BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, OSError, ValueError, NotImplementedError)
"""What a broken archive, or a broken part, has the standard library raise."""


def open_archive(raw: bytes) -> zipfile.ZipFile:
    """The archive; raises Unreadable where it is broken, locked, or swells beyond all use."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(raw))
    except BROKEN:
        raise Unreadable("the archive is broken: save the document again") from None
    infos = archive.infolist()
    if len(infos) > _MOST_PARTS:
        raise Unreadable(f"the archive holds {len(infos):,} parts; {_MOST_PARTS:,} is the limit")
    whole = sum(info.file_size for info in infos)
    if whole > LARGEST:
        raise Unreadable(f"its parts unpack to {whole:,} bytes; {LARGEST:,} is the limit")
    for info in infos:
        if info.flag_bits & 1:
            raise Unreadable("it is locked with a password: save it without one")
        if info.file_size > max(_UNCOUNTED, info.compress_size * _HIGHEST_RATIO):
            raise Unreadable(f"its part {info.filename!r} is packed too tightly to be a document")
    return archive


def part_of(archive: zipfile.ZipFile, name: str) -> bytes:
    """The bytes of a part, empty where there is none; raises Unreadable where it is broken.

    So is one that is larger than any document's.
    """
    try:
        size = archive.getinfo(name).file_size
    except KeyError:
        return b""
    if size > LARGEST_PART:
        raise Unreadable(
            f"its part {name!r} unpacks to {size:,} bytes; {LARGEST_PART:,} is the limit"
        )
    try:
        found = archive.read(name)
    except (*BROKEN, RuntimeError):
        raise Unreadable(f"its part {name!r} is broken: save the document again") from None
    if b"<!DOCTYPE" in found[:4096] or b"<!ENTITY" in found[:65536]:
        raise Unreadable(f"its part {name!r} declares entities, which no document does")
    return found
