"""Check many documents in processes; one row of outcome each."""

import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from pathlib import Path
from threading import Thread
from typing import TypeVar

import msgspec
from msgspec import Struct

from tieout.engine import check, read
from tieout.errors import TieoutError
from tieout.model.understanding import understanding
from tieout.readers import LARGEST
from tieout.reports import json
from tieout.reports._understood import unread

_TEXTS = (".txt", ".text", ".nc", ".htm", ".html", ".xhtml", ".md", ".markdown")
SUFFIXES = frozenset((*_TEXTS, ".pdf", ".docx", ".docm", ".xlsx", ".xlsm"))
"""What counts as a document in a directory; a file given by name is always tried."""

T = TypeVar("T")

_AHEAD = 4
"""Documents handed out for each worker before the first is taken back: enough to keep all busy."""


class Row(Struct, frozen=True, gc=False):
    """A document's line, encoded, and whether anything of the document was understood."""

    line: bytes
    was_read: bool


class _Outcome(Struct, frozen=True, gc=False, omit_defaults=True):
    """The line of a document that was read; `error` where nothing of it was understood."""

    name: str
    sha256: str
    seconds: float
    workpaper: msgspec.Raw
    error: str = ""


class _Failure(Struct, frozen=True, gc=False):
    """The line of a document that was not."""

    name: str
    error: str


def documents(paths: Iterable[str]) -> list[str]:
    """The files named, with every directory replaced by the documents below it, sorted."""
    found: list[str] = []
    for path in paths:
        if Path(path).is_dir():
            found += sorted(_below(path))
        else:
            found.append(path)
    return found


def rows(paths: Sequence[str], jobs: int) -> Generator[Row]:
    """One row a document, in the order given, from so many processes; one job stays in this one."""
    return outcomes(row, _failed, paths, jobs)


def outcomes(
    work: Callable[[str], T],
    lost: Callable[[str, str], T],
    paths: Sequence[str],
    jobs: int,
    start: str | None = None,
) -> Generator[T]:
    """What the work makes of each path, in the order given, from so many processes.

    A worker that dies takes only its own document with it: of that one comes what `lost` makes of
    the path and the reason. `start` is how processes are started, where the caller has threads.
    """
    if jobs == 1 or len(paths) <= 1:
        yield from map(work, paths)
        return
    waiting = deque(paths)
    given: deque[tuple[str, Future[T]]] = deque()
    pool = _pool(jobs, start)
    try:
        while waiting or given:
            try:
                while waiting and len(given) < jobs * _AHEAD:
                    given.append((waiting[0], pool.submit(work, waiting[0])))
                    waiting.popleft()
                first = given[0][1].result()
            except BrokenProcessPool:
                waiting.extendleft(path for path, _ in reversed(given))
                given.clear()
                yield _alone(work, lost, waiting.popleft(), start)
                pool = _pool(jobs, start)
            else:
                given.popleft()
                yield first
    except BaseException:
        # Interrupted, or the reader of the rows went away: nobody waits for what is half read.
        for worker in multiprocessing.active_children():
            worker.kill()
        raise
    finally:
        pool.shutdown(cancel_futures=True)


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def row(path: str) -> Row:
    """The row of one document; whatever goes wrong is in it."""
    started = time.perf_counter()
    try:
        with Path(path).open("rb") as file:
            raw = file.read(LARGEST + 1)
        release = read(path, raw)
        workpaper = check(release)
        rendered = json.render(workpaper)
    except TieoutError as reason:
        return _failed(path, str(reason))
    except OSError as reason:
        return _failed(path, f"{path} cannot be read: {reason.strerror or reason}")
    except Exception as reason:  # a defect of ours is a row, not an exit
        return _failed(path, f"internal error: {type(reason).__name__}: {reason}")
    seconds = round(time.perf_counter() - started, 6)
    error = unread(workpaper, understanding(workpaper))
    outcome = _Outcome(
        _sendable(path), release.document.sha256, seconds, msgspec.Raw(rendered), error
    )
    return Row(msgspec.json.encode(outcome), was_read=not error)


def _alone(
    work: Callable[[str], T], lost: Callable[[str, str], T], path: str, start: str | None
) -> T:
    """The outcome of a document suspected of killing a worker, from a worker of its own."""
    with _pool(1, start) as pool:
        try:
            return pool.submit(work, path).result()
        except BrokenProcessPool:
            return lost(path, "the worker died while reading it; it may need more memory")


def _pool(jobs: int, start: str | None) -> ProcessPoolExecutor:
    """Workers that leave Ctrl-C to their parent, and end when it does."""
    context = multiprocessing.get_context(start)
    return ProcessPoolExecutor(jobs, context, initializer=_serve, initargs=(os.getpid(),))


def _serve(parent: int) -> None:
    """Leaves Ctrl-C to the parent, which stops the workers in order, and watches for its death."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_end_with, args=(parent,), daemon=True).start()


def _end_with(parent: int) -> None:
    """Ends this process when its parent is gone: a parent that is killed cannot tell."""
    while os.getppid() == parent:
        time.sleep(1)
    os._exit(1)


def _failed(path: str, reason: str) -> Row:
    """The row of a document that could not be read."""
    return Row(msgspec.json.encode(_Failure(_sendable(path), _sendable(reason))), was_read=False)


def _sendable(text: str) -> str:
    """The text as UTF-8 can carry it: a file name's stray bytes become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")


def _below(directory: str) -> Iterator[str]:
    """Every document under a directory; hidden files and folders are passed over."""
    for folder, folders, names in os.walk(directory):
        folders[:] = [name for name in folders if not name.startswith(".")]
        for name in names:
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                yield os.path.join(folder, name)  # noqa: PTH118 the name stays as it was given
