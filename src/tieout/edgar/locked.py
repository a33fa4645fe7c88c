"""A small file that several processes change in turn, each alone with it while it does."""

import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

_LARGEST = 65_536
_A_MOMENT = 0.01
"""Seconds between two tries where a system cannot be asked to wait."""


@contextmanager
def locked(path: Path) -> Iterator[BinaryIO]:
    """The file, made where there is none, and nobody else's until it is let go; raises OSError.

    What locks is the system, which lets go of what a killed process had.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
    with open(os.open(path, flags, 0o600), "r+b", buffering=0) as file:  # noqa: PTH123 - descriptor
        if os.name == "nt":
            _lock_a_byte(file)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX)
        yield file  # closing it lets go of it


def held(file: BinaryIO) -> bytes:
    """What the file holds."""
    file.seek(0)
    return file.read(_LARGEST)


def put(file: BinaryIO, content: bytes) -> None:
    """The file holds this, and nothing else."""
    file.seek(0)
    file.truncate()
    file.write(content)


def _lock_a_byte(file: BinaryIO) -> None:
    """Waits for the byte far behind the content, as Windows locks files."""
    import msvcrt

    while True:
        file.seek(_LARGEST)
        try:
            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
        except OSError:
            time.sleep(_A_MOMENT)
        else:
            return
