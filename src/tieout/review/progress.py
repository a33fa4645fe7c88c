"""How far a process is, said in a file of its own: the page may ask for it at any time."""

import contextlib
import os

import msgspec
from msgspec import Struct

_LONGEST = 1000


class Progress(Struct, frozen=True, gc=False):
    """What is being done, and how much of all there is to do."""

    step: str = ""
    done: int = 0
    of: int = 0


def said(path: str, step: str, done: int, of: int) -> None:
    """From here on, the file says that; a file that is gone is nobody's any more."""
    if not path:
        return
    line = msgspec.json.encode(Progress(step[:_LONGEST], done, of)) + b"\n"
    with contextlib.suppress(OSError):
        opened = os.open(path, os.O_WRONLY)
        try:
            os.write(opened, line.ljust(2 * _LONGEST))
        finally:
            os.close(opened)


def read(path: str) -> Progress:
    """What the file says; nothing where it says nothing yet, or is being written."""
    try:
        with open(path, "rb") as file:  # noqa: PTH123 - five times a second
            return msgspec.json.decode(file.readline(8 * _LONGEST), type=Progress)
    except (OSError, msgspec.MsgspecError):
        return Progress()
