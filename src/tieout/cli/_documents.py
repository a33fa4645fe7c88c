"""The documents that are named on a command line: files, standard input, filings of EDGAR's."""

import sys

from tieout.cli._streams import STANDARD_INPUT, cause
from tieout.errors import Misuse, Unreadable
from tieout.limits import admit
from tieout.sources import bytes_of


def contents(path: str, largest: int, what: str = "release") -> tuple[str, bytes]:
    """The name and bytes of a file, "-" being standard input; raises Misuse or Unreadable.

    Reads no more than `largest` bytes, so that an endless pipe is refused too. Where no file has
    the name, and it is the number of a filing of EDGAR's, the release in that filing is meant.
    """
    if path == "-":
        name = STANDARD_INPUT
        if sys.stdin is None:
            raise Misuse("standard input is closed: give a file, or pipe one in")
        raw = sys.stdin.buffer.read(largest + 1)
    else:
        name, raw = _named(path, largest, what)
    if len(raw) > largest:
        remedy = ": put each release in a file of its own" if what == "release" else ""
        raise Unreadable(f"{name} is larger than {largest // 2**20} MB, and no {what} is{remedy}")
    admit(name, len(raw))
    return name, raw


def _named(path: str, largest: int, what: str) -> tuple[str, bytes]:
    """The name and bytes of a file, up to one more than the largest, or of a filing of EDGAR's."""
    try:
        return path, bytes_of(path, largest + 1)
    except FileNotFoundError:
        from tieout.cli._edgar import filing_at

        if what == "release" and (filing := filing_at(path)) is not None:
            return filing
        remedy = "check the spelling, or quote a name with spaces"
        raise Misuse(f"{path} does not exist: {remedy}") from None
    except IsADirectoryError:
        remedy = f"give one file in it, or run 'tieout batch {path} --output FILE.jsonl'"
        raise Misuse(f"{path} is a directory: {remedy}") from None
    except PermissionError:
        raise Misuse(f"{path} cannot be read: its permissions do not allow it") from None
    except (OSError, ValueError) as reason:
        raise Misuse(f"{path} cannot be read: {cause(reason)}") from None
