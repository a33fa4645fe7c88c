"""Records on their way to a dataset: a file that only grows, so that a crash costs the last one."""

import os
import struct
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

_HEAD = struct.Struct("<32sII")
"""The key of a record, its length, and its checksum."""


def append(path: Path, key: bytes, body: bytes) -> int:
    """Puts a record at the end of the file; how long the file is then."""
    with path.open("ab", buffering=0) as file:
        left = memoryview(_HEAD.pack(key, len(body), zlib.crc32(body)) + body)
        while left:
            left = left[file.write(left) :]
        return file.tell()


def records(path: Path) -> Iterator[tuple[bytes, bytes]]:
    """The key and the body of every whole record, in the order they came."""
    with path.open("rb") as file:
        for key, body, _ in _whole(file):
            yield key, body


def mended(path: Path) -> Iterator[bytes]:
    """The key of every whole record; when all are asked for, the file has nothing else in it."""
    end = 0
    with path.open("rb+") as file:
        for key, _, at in _whole(file):
            end = at
            yield key
        file.truncate(end)


def settled(path: Path) -> None:
    """Sees the file onto the disk."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def _whole(file: BinaryIO) -> Iterator[tuple[bytes, bytes, int]]:
    """Key, body and end of each record, up to one that is cut off or damaged."""
    while len(head := file.read(_HEAD.size)) == _HEAD.size:
        key, length, checksum = _HEAD.unpack(head)
        body = file.read(length)
        if len(body) != length or zlib.crc32(body) != checksum:
            return
        yield key, body, file.tell()
