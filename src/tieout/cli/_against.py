"""The documents a release is held against: one option, and how they are read."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

from tieout.errors import Unreadable
from tieout.limits import admit
from tieout.sources import bytes_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from tieout.model.workpaper import Release

_MARK, _MARK_AT = b"DUCK", 8
"""What a DuckDB file has, and where."""

_AGAINST = click.option(
    "--against",
    multiple=True,
    metavar="FILE|DB|TICKER",
    help="Another release or filing to tie to, such as the year-ago one, a store of them, or a "
    "company on EDGAR by ticker, whose last and year-ago releases are found; may be repeated.",
)


def against_option(command: "Callable[..., int]") -> "Callable[..., int]":
    """The command with the option, and with those of asking EDGAR for what it names."""
    from tieout.cli._edgar import edgar_options

    return _AGAINST(edgar_options(command))


support_option = click.option(
    "--support",
    multiple=True,
    metavar="BOOK",
    help="What the figures of FILE come from: the closing workbook (.xlsx), a .csv file, or an "
    "earlier workpaper (.json); may be repeated.",
)


def releases_of(files: tuple[str, ...]) -> "list[Release]":
    """The first file read, and what the others are or hold; raises as `with_bytes` does."""
    return with_bytes(files)[1]


def with_bytes(files: tuple[str, ...]) -> "tuple[bytes, list[Release]]":
    """The first file's bytes; it read, "-" being standard input, and what the others are or hold.

    Of a store come the filings of the first file's registrant, of its quarter and before; of a
    company, the releases that EDGAR has of the quarter and of the year before. No document comes
    twice, and a copy of the first is left out and named on standard error. Raises Misuse or
    Unreadable.
    """
    from tieout.engine import others_of, read
    from tieout.errors import Misuse

    piped_once(files)
    if is_database(files[0]):
        raise Misuse(f"{files[0]} is a store, not a release: give it with --against")
    raw, subject = _read(files[0])
    found = [subject]
    for path in files[1:]:
        if is_database(path):
            others = _of_store(path, subject)
        else:
            others = [read(*one) for one in documents_of(path, lambda: subject)]
            others = [*others_of(subject, others)] or _left_out(others, subject)
        known = {one.document.sha256 for one in found}
        found += [one for one in others if one.document.sha256 not in known]
    return raw, found


def documents_of(path: str, subject: "Callable[[], Release]") -> list[tuple[str, bytes]]:
    """The documents that a name of `--against` stands for, by name: a file, or filings of EDGAR's.

    A file of that name is meant before any filing. Raises Misuse or Unreadable.
    """
    from tieout.cli._documents import contents
    from tieout.readers import LARGEST

    if path == "-" or os.path.lexists(path):
        return [contents(path, LARGEST)]
    from tieout.cli._edgar import filings_named

    found = filings_named(path, subject)
    if found is None:
        return [contents(path, LARGEST)]  # which says that it is not there
    for name, raw in found:
        admit(name, len(raw))
    return found


def piped_once(files: tuple[str, ...]) -> None:
    """Raises Misuse where several of the files are standard input, which gives its bytes once."""
    from tieout.errors import Misuse

    if files.count("-") > 1:
        raise Misuse("standard input can be given only once: give the other files by name")


def _left_out(copies: "list[Release]", subject: "Release") -> "list[Release]":
    """Nothing, for copies of the subject; who gave them is told so."""
    from tieout.cli._streams import tell

    for copy in copies:
        same = f"it is {subject.document.name} itself, byte for byte, and proves nothing"
        tell(f"{copy.document.name} is left out: {same}")
    return []


def is_database(path: str) -> bool:
    """True for a file that begins as DuckDB's do; False for any other, and for none."""
    try:
        # What a pipe gives, it gives once; and no pipe is a database.
        return Path(path).is_file() and bytes_of(path, _MARK_AT + len(_MARK))[_MARK_AT:] == _MARK
    except (OSError, ValueError, Unreadable):
        return False


def _read(path: str) -> "tuple[bytes, Release]":
    """A file's bytes and its release."""
    from tieout.cli._documents import contents
    from tieout.engine import read
    from tieout.readers import LARGEST

    name, raw = contents(path, LARGEST)
    return raw, read(name, raw)


def support_of(files: tuple[str, ...], subject: "Release") -> "list[Release]":
    """The documents behind the subject's figures; raises Misuse or Unreadable."""
    from tieout.cli._documents import contents
    from tieout.engine import read_support
    from tieout.errors import Misuse
    from tieout.readers import LARGEST

    if "-" in files:
        raise Misuse("--support takes the name of a file, not standard input")
    return [read_support(*contents(path, LARGEST), subject) for path in files]


def _of_store(path: str, subject: "Release") -> "list[Release]":
    """The subject's filings in a store, named on standard error."""
    from tieout.cli._streams import tell
    from tieout.store import open_store

    with open_store(path, read_only=True, waiting=tell) as store:
        found = store.beside(subject)
    if found:
        names = ", ".join(one.document.name for one in found)
        noun = "filing" if len(found) == 1 else "filings"
        tell(f"against {len(found)} {noun} of {path}: {names}")
    else:
        tell(f"{path} holds no other filing of its registrant: it is checked for itself")
    return found
