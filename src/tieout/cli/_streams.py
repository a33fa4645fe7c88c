"""Files in and reports out, with every refusal said as a sentence."""

import os
import shutil
import sys
from collections.abc import Iterable
from pathlib import Path

from tieout.errors import Misuse, Unreadable
from tieout.limits import admit, finished
from tieout.sources import bytes_of

STANDARD_INPUT = "standard input"
PIPE_CLOSED = 141
"""What a shell says of a program whose reader went away."""

_WIDEST = 160
_NARROWEST = 40


def contents(path: str, largest: int) -> tuple[str, bytes]:
    """The name and bytes of a file, "-" being standard input; raises Misuse or Unreadable.

    Reads no more than `largest` bytes, so that an endless pipe is refused too.
    """
    if path == "-":
        name = STANDARD_INPUT
        if sys.stdin is None:
            raise Misuse("standard input is closed: give a file, or pipe one in")
        raw = sys.stdin.buffer.read(largest + 1)
    else:
        name = path
        raw = _file(path, largest)
    if len(raw) > largest:
        raise Unreadable(
            f"{name} is larger than {largest // 2**20} MB, and no release is: "
            "put each release in a file of its own"
        )
    admit(name, len(raw))
    return name, raw


def _file(path: str, largest: int) -> bytes:
    """The bytes of a file, up to one more than the largest."""
    try:
        return bytes_of(path, largest + 1)
    except FileNotFoundError:
        remedy = "check the spelling, or quote a name with spaces"
        raise Misuse(f"{path} does not exist: {remedy}") from None
    except IsADirectoryError:
        remedy = f"give one file in it, or run 'tieout batch {path} --output FILE.jsonl'"
        raise Misuse(f"{path} is a directory: {remedy}") from None
    except PermissionError:
        raise Misuse(f"{path} cannot be read: its permissions do not allow it") from None
    except (OSError, ValueError) as reason:
        raise Misuse(f"{path} cannot be read: {_cause(reason)}") from None


def deliver(report: bytes, output: str | None, sources: Iterable[str] = ()) -> None:
    """Writes a report to a file, or to standard output; never over a document it was made from."""
    finished()
    if output is None or output == "-":
        _to_standard_output(report)
        return
    spare(output, sources)
    try:
        Path(output).write_bytes(report)
    except OSError as reason:
        raise Misuse(f"{output} cannot be written: {_cause(reason)}") from None


def spare(output: str, sources: Iterable[str]) -> None:
    """Raises Misuse where the output would replace one of the sources."""
    for source in sources:
        if source != "-" and _is_same_file(output, source):
            raise Misuse(f"{output} is the document itself: give the report another name")


def _is_same_file(one: str, other: str) -> bool:
    """True where both names lead to one file that exists and is no device."""
    try:
        return Path(one).is_file() and Path(one).samefile(other)
    except (OSError, ValueError):
        return False


def _to_standard_output(report: bytes) -> None:
    """Writes the bytes; ends quietly where the reader went away."""
    if sys.stdout is None:
        raise Misuse("standard output is closed: use --output FILE")
    try:
        sys.stdout.buffer.write(report)
        sys.stdout.buffer.flush()
    except OSError as reason:
        # What could not be written would be tried again, and complained of, at exit.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(reason, BrokenPipeError):  # whoever reads the report has seen enough
            raise SystemExit(PIPE_CLOSED) from None
        raise Misuse(f"standard output cannot be written: {_cause(reason)}") from None


def _cause(reason: OSError | ValueError) -> str:
    """The system's words for what went wrong."""
    return str(getattr(reason, "strerror", None) or reason)


def terminal_width() -> int:
    """How many columns to fill: the terminal's, or COLUMNS, or 80."""
    return min(max(shutil.get_terminal_size().columns, _NARROWEST), _WIDEST)


def has_colour(*, choice: bool | None) -> bool:
    """True where colours are asked for, or standard output is a terminal that shows them."""
    if choice is not None:
        return choice
    if os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb":
        return False
    return sys.stdout is not None and sys.stdout.isatty()
