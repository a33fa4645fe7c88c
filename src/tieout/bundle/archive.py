"""The bytes of a bundle: the same members give the same ones, and no others are taken for them."""

import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping

from msgspec import Struct

from tieout.errors import Unreadable
from tieout.readers.zipped import BROKEN, open_archive

_STORED = zipfile.ZIP_STORED
"""Members stand as they are: what compresses is another program on another machine, and a bundle
that unpacks to no more than it is cannot swell."""

_LOCAL, _CENTRAL, _END = b"PK\3\4", b"PK\1\2", b"PK\5\6"
_MOST_ENTRIES = 100_000
"""Of all archives in it, too: its members may be Word documents and workbooks."""
_VERSION = 20
_UTF8 = 0x800
_MIDNIGHT, _FIRST_DAY = 0, 0x21
"""The first moment that an archive can tell: nothing in it changes with the clock."""


class Held(Struct, frozen=True, gc=False):
    """What an archive holds: its members in order, and in sentences what no bundle has."""

    members: dict[str, bytes]
    damage: tuple[str, ...]


def written(members: Mapping[str, bytes]) -> bytes:
    """The archive of these members, in this order."""
    return b"".join(part for _, part in _parts(members))


def held(raw: bytes) -> Held:
    """What the archive holds; raises Unreadable where it is none, or is beyond all use.

    Nothing is unpacked and no name of it is ever used for a file.
    """
    if raw.count(_CENTRAL) > _MOST_ENTRIES:  # each is looked at before any can be refused
        raise Unreadable(f"it lists more than {_MOST_ENTRIES:,} members")
    archive = open_archive(raw)
    if sum(info.compress_size for info in archive.infolist()) > len(raw):
        raise Unreadable("its members hold more bytes than it has itself")
    members: dict[str, bytes] = {}
    damage: list[str] = []
    for info in archive.infolist():
        name = info.filename
        if name in members:
            damage.append(f"{name} is in it twice")
        elif info.compress_type != _STORED or info.file_size != info.compress_size:
            damage.append(f"{name} is packed, which no member of a bundle is")
        elif (content := _content(archive, info)) is None:
            damage.append(f"{name} is damaged")
        else:
            members[name] = content
    return Held(members, tuple(damage))


def stray(raw: bytes, members: Mapping[str, bytes]) -> str:
    """Where the archive is not as it is written of these members; empty where it is."""
    at = 0
    for name, part in _parts(members):
        there = raw[at : at + len(part)]
        if there != part:
            return f"byte {at + _in_common(there, part) + 1:,}, {name}"
        at += len(part)
    return f"byte {at + 1:,}, behind its end" if len(raw) > at else ""


def _content(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes | None:
    """A member's bytes; None where they are not what its checksum is of."""
    try:
        return archive.read(info)
    except BROKEN:
        return None


def _in_common(one: bytes, other: bytes) -> int:
    """How many bytes they begin with alike; found by halves."""
    least, most = 0, min(len(one), len(other))
    while least < most:
        half = (least + most + 1) // 2
        least, most = (half, most) if one[:half] == other[:half] else (least, half - 1)
    return least


def _parts(members: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """The archive piece by piece, each with the words for where it stands."""
    directory: list[tuple[str, bytes]] = []
    at = 0
    for name, content in members.items():
        path = name.encode()
        about = struct.pack(
            "<HHHHHIIIHH",
            _VERSION,
            0 if name.isascii() else _UTF8,
            _STORED,
            _MIDNIGHT,
            _FIRST_DAY,
            zlib.crc32(content),
            len(content),
            len(content),
            len(path),
            0,
        )
        head = _LOCAL + about + path
        entry = (
            _CENTRAL + struct.pack("<H", _VERSION) + about + struct.pack("<HHHII", 0, 0, 0, 0, at)
        )
        directory.append((f"in the entry of {name}", entry + path))
        yield f"in the header of {name}", head
        yield f"in {name}", content
        at += len(head) + len(content)
    yield from directory
    size = sum(len(entry) for _, entry in directory)
    count = len(directory)
    end = struct.pack("<HHHHIIH", 0, 0, count, count, size, at, 0)
    yield "at its end", _END + end
