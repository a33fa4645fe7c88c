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
    from tieout.batch import processors
    from tieout.cli._streams import contents
    from tieout.errors import Misuse
    from tieout.readers import LARGEST

    if files.count("-") > 1:
        raise Misuse("standard input can be given only once: give the other files by name")
    sources = [contents(path, LARGEST) for path in dict.fromkeys(files)]
    return list(_watched(_read(sources, jobs or processors()), len(sources)))


def _read(sources: Sequence[tuple[str, bytes]], jobs: int) -> "Iterator[Release]":
    """Each source read, in order."""
    from tieout.engine import read

    if jobs == 1 or len(sources) == 1 or sum(len(raw) for _, raw in sources) < _PAYS:
        for name, raw in sources:
            yield read(name, raw)
        return
    from concurrent.futures import ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    from tieout.errors import Unreadable

    names, raws = zip(*sources, strict=True)
    try:
        with ProcessPoolExecutor(min(jobs, len(sources)), initializer=_serve) as pool:
            yield from pool.map(read, names, raws)
    except BrokenProcessPool:
        raise Unreadable(
            "a process died while reading the files; it may need more memory: try --jobs 1"
        ) from None


def _serve() -> None:
    """Leaves Ctrl-C to the parent, which stops the workers in order."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _watched(read: "Iterator[Release]", total: int) -> "Iterator[Release]":
    """The same releases, with a bar on standard error that shows how far they are."""
    if total < 2 or sys.stderr is None or not sys.stderr.isatty():
        return read
    from rich.console import Console
    from rich.progress import track

    console = Console(stderr=True)
    return iter(track(read, "Reading", total=total, console=console, transient=True))
