"""The bytes of a file that a user names, of none that waits for ever or has no end."""

import os
import stat
from pathlib import Path

from tieout.errors import Unreadable

_SHELL = ("/dev/fd/", "/dev/stdin", "/proc/self/fd/")
"""Where a shell puts the pipes of its own, which have someone at the other end."""

_STEP = 2**16

_KINDS = {stat.S_IFIFO: "a named pipe", stat.S_IFCHR: "a device", stat.S_IFBLK: "a device"}


def bytes_of(path: str | os.PathLike[str], most: int) -> bytes:
    """What a regular file holds, up to that many bytes; raises Unreadable for a pipe or a device.

    Raises OSError where it cannot be opened. A pipe that the shell made is read to its end.
    """
    is_piped = os.fspath(path).startswith(_SHELL)
    # A pipe nobody writes to holds up whoever opens it, and a log of the system's whoever reads it.
    wait = 0 if is_piped else getattr(os, "O_NONBLOCK", 0)
    opened = os.open(path, os.O_RDONLY | wait | getattr(os, "O_BINARY", 0))
    with open(opened, "rb", buffering=0) as file:  # noqa: PTH123 - a descriptor
        mode = os.fstat(opened).st_mode
        kind = _KINDS.get(stat.S_IFMT(mode))
        if stat.S_ISDIR(mode):
            raise IsADirectoryError(21, "Is a directory", os.fspath(path))
        if kind is not None and not (is_piped and stat.S_ISFIFO(mode)):
            raise Unreadable(f"{path} is {kind}, no document: save what it holds to a file")
        step = max(os.fstat(opened).st_size + 1, _STEP)
        parts: list[bytes] = []
        while most > 0:
            part = file.read(min(most, step))
            if part is None:
                raise Unreadable(f"{path} has no end, and no document is like that: give a file")
            if not part:
                break
            parts.append(part)
            most -= len(part)
    return b"".join(parts)


def within(path: str | os.PathLike[str], most: int) -> bytes:
    """The whole of a file, of so many bytes at most; raises as `bytes_of`, and for a larger one."""
    raw = bytes_of(path, most + 1)
    if len(raw) > most:
        raise Unreadable(f"{path} is larger than {most // 2**20} MB: give one release a file")
    return raw


def sized(path: str) -> tuple[str, int]:
    """A file's name, and how many bytes it has, where it has bytes to be counted."""
    try:
        return path, Path(path).stat().st_size
    except (OSError, ValueError):
        return path, 0


def is_special(path: str) -> bool:
    """True for a pipe, a device or a socket, which no document is."""
    try:
        mode = Path(path).stat().st_mode
    except (OSError, ValueError):
        return False  # whoever reads it will say why it cannot be
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)
