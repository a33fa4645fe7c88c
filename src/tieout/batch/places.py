"""Documents where they lie: on this machine, or behind an address that pyarrow opens (s3://, gs://)."""

import hashlib
import stat
from collections.abc import Iterator
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote

from tieout.errors import Misuse, Unreadable
from tieout.extras import needs
from tieout.limits import allow
from tieout.readers import LARGEST
from tieout.sources import within

if TYPE_CHECKING:
    from pyarrow.fs import FileSystem

ROOM = 512 * 2**20
"""Bytes that a process whose memory is limited needs beside, for pyarrow."""


def is_address(path: str) -> bool:
    """True for what is no path of this machine."""
    return "://" in path


def content(path: str) -> bytes:
    """The bytes of a document; raises Unreadable for what has too many, and OSError."""
    if not is_address(path):
        return within(path, LARGEST)
    files, name = located(path)
    with files.open_input_stream(name) as file:
        raw: bytes = file.read(LARGEST + 1)
    if len(raw) > LARGEST:
        raise Unreadable(f"{path} is larger than {LARGEST // 2**20} MB: give one release a file")
    return raw


def identity(path: str) -> tuple[str, int]:
    """The SHA-256 and the size of a file that may be a document; no hash for any other.

    Raises OSError and ValueError.
    """
    if is_address(path):
        files, name = located(path)
        size = files.get_file_info(name).size or 0
        return hashlib.sha256(content(path)).hexdigest() if size <= LARGEST else "", size
    found = Path(path).stat()
    if not stat.S_ISREG(found.st_mode):
        return "", 0
    if found.st_size > LARGEST:
        return "", found.st_size
    with Path(path).open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest(), found.st_size


def is_folder(path: str) -> bool:
    """True where other files are below it."""
    if not is_address(path):
        return Path(path).is_dir()
    from pyarrow.fs import FileType

    files, name = located(path)
    return bool(files.get_file_info(name).type == FileType.Directory)


def below(address: str) -> Iterator[tuple[str, str]]:
    """The address and name of every file under one, hidden ones passed over, in their order."""
    from pyarrow.fs import FileSelector, FileType

    files, folder = located(address)
    head, mark, query = address.partition("?")
    held = files.get_file_info(FileSelector(folder))
    for one in sorted(held, key=lambda one: one.base_name + "/" * (one.type == FileType.Directory)):
        if one.base_name.startswith("."):
            continue
        inner = f"{head.rstrip('/')}/{quote(one.base_name)}{mark}{query}"
        if one.type == FileType.Directory:
            yield from below(inner)
        else:
            yield inner, one.base_name


def located(address: str) -> "tuple[FileSystem, str]":
    """The filesystem of an address, and the name by which the file is known there."""
    head, mark, query = address.partition("?")
    parent, _, last = head.rstrip("/").rpartition("/")
    if parent.endswith((":/", ":")):  # a bucket, or the root
        return _opened(address)
    files, folder = _opened(f"{parent}{mark}{query}")
    return files, f"{folder.rstrip('/')}/{unquote(last)}"


@lru_cache(maxsize=256)
def _opened(address: str) -> "tuple[FileSystem, str]":
    """The filesystem of an address and the name there: asked for once, since some ask the net."""
    allow(ROOM)
    try:
        from pyarrow.fs import FileSystem
    except ImportError:
        raise Misuse(needs(f"{address}, an address,", "pyarrow", "parquet")) from None
    try:
        files, name = FileSystem.from_uri(address)
    except (ValueError, OSError) as reason:
        raise Misuse(f"{address} cannot be opened: {str(reason).splitlines()[0]}") from None
    return files, name
