"""Many documents read at once: in processes where that pays, with a bar that shows how far."""

import sys
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tieout.model.workpaper import Release

_PAYS = 2 * 1024 * 1024
"""Bytes: less is read here before processes have started."""


def releases_of(files: Sequence[str], jobs: int | None = None) -> "list[Release]":
    """Each file read, in the order given, "-" being standard input; raises Misuse or Unreadable."""
    from tieout.cli._documents import contents
    from tieout.errors import Misuse
    from tieout.readers import LARGEST

    if files.count("-") > 1:
        raise Misuse("standard input can be given only once: give the other files by name")
    sources = [contents(path, LARGEST) for path in dict.fromkeys(files)]
    return list(_watched(_read(sources, jobs), len(sources)))


def _read(sources: Sequence[tuple[str, bytes]], jobs: int | None) -> "Iterator[Release]":
    """Each source read, in order."""
    from tieout.engine import read

    if jobs == 1 or len(sources) == 1 or sum(len(raw) for _, raw in sources) < _PAYS:
        for name, raw in sources:
            yield read(name, raw)
        return
    from tieout.workers import outcomes, processors

    yield from outcomes(_release, _lost, _sized, sources, jobs or processors())


def _release(source: tuple[str, bytes]) -> "Release":
    """A source read."""
    from tieout.engine import read

    return read(*source)


def _lost(source: tuple[str, bytes], reason: str) -> "Release":
    """Raises Unreadable for a source that a worker did not survive."""
    from tieout.errors import Unreadable

    raise Unreadable(f"{source[0]} cannot be read: {reason}")


def _sized(source: tuple[str, bytes]) -> tuple[str, int]:
    """A source's name, and how many bytes it has."""
    return source[0], len(source[1])


def _watched(read: "Iterator[Release]", total: int) -> "Iterator[Release]":
    """The same releases, with a bar on standard error that shows how far they are."""
    if total < 2 or sys.stderr is None or not sys.stderr.isatty():
        return read
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    return iter(track(read, "Reading", total=total, console=console, transient=True))
