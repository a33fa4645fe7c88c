"""The documents that paths and lists name: folders are walked as the documents are asked for."""

import contextlib
import os
import sys
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import BinaryIO

from tieout.batch.places import below, is_address, is_folder
from tieout.errors import Misuse
from tieout.readers import SUFFIXES
from tieout.sources import is_special

_LINE = 2**16
"""Bytes that a line of a list may have; no name of a file is as long."""


def documents(paths: Iterable[str], *, in_order: bool = True) -> Iterator[str]:
    """The files named, and for every directory the documents below it, hidden ones passed over.

    In the order of their names, for which the names in one folder are held at a time; else as the
    system has them, and none is held.
    """
    for path in paths:
        if not is_folder(path):
            yield path
        elif is_address(path):
            yield from (inner for inner, name in below(path) if _is_document(name))
        else:
            yield from _below(path, in_order=in_order)


def _below(directory: str, *, in_order: bool) -> Iterator[str]:
    """Every document under a directory; one that cannot be opened is empty."""
    with contextlib.suppress(OSError), os.scandir(directory) as entries:
        shown = (one for one in entries if not one.name.startswith("."))
        # As the whole paths are sorted: a folder's name ends with a mark that counts.
        for one in sorted(shown, key=_sortable) if in_order else shown:
            if one.is_dir():
                if not one.is_symlink():
                    yield from _below(one.path, in_order=in_order)
            elif _is_document(one.name) and (one.is_file() or not is_special(one.path)):
                yield one.path


def _is_document(name: str) -> bool:
    """True where a file of that name is a document."""
    return Path(name).suffix.lower() in SUFFIXES


def _sortable(entry: os.DirEntry[str]) -> str:
    """By what an entry stands among the others of its folder."""
    return f"{entry.name}/" if entry.is_dir() else entry.name


@contextlib.contextmanager
def listed(lists: Sequence[str]) -> Iterator[list[Path]]:
    """The files that hold lists of paths, "-" being standard input, kept so that it can be reread.

    Raises Misuse for what cannot be read.
    """
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder) / "standard input"
        if "-" in lists:
            with kept.open("wb") as file:
                _copy(file)
        found = [kept if name == "-" else Path(name) for name in lists]
        for path in found:
            try:
                path.open("rb").close()
            except (OSError, ValueError) as reason:
                said = getattr(reason, "strerror", None) or reason
                raise Misuse(f"{path}, a list of documents, cannot be read: {said}") from None
        yield found


def _copy(file: BinaryIO) -> None:
    """Writes all of standard input to the file."""
    if sys.stdin is None:
        raise Misuse("standard input is closed: give a list of documents in a file")
    while part := sys.stdin.buffer.read(_LINE):
        file.write(part)


def named(lists: Iterable[Path]) -> Iterator[str]:
    """The paths that lists name, one a line; empty lines name nothing."""
    for path in lists:
        with path.open("rb") as file:
            while line := file.readline(_LINE):
                name = os.fsdecode(line.rstrip(b"\r\n"))
                if name:
                    yield name
