"""Documents checked in processes, and a line of JSON for each of them, in their order."""

import time
from collections.abc import Generator, Iterable

import msgspec
from msgspec import Struct

from tieout.batch.checked import Failed, checked, sendable
from tieout.model.understanding import understanding
from tieout.model.workpaper import Workpaper
from tieout.reports import json
from tieout.reports._understood import unread
from tieout.sources import sized
from tieout.workers import outcomes


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


def rows(paths: Iterable[str], jobs: int) -> Generator[Row]:
    """One row a document, in the order given, from so many processes."""
    return outcomes(row, _failed, sized, paths, jobs)


def row(path: str) -> Row:
    """The row of one document; whatever goes wrong is in it."""
    started = time.perf_counter()
    workpaper = checked(path)
    if isinstance(workpaper, Failed):
        return _failed(path, workpaper.why)
    return Row(*line(path, workpaper, started))


def line(path: str, workpaper: Workpaper, started: float) -> tuple[bytes, bool]:
    """The line of a document that was checked, and whether anything of it was understood."""
    rendered = json.render(workpaper)
    seconds = round(time.perf_counter() - started, 6)
    error = unread(workpaper, understanding(workpaper))
    sha256 = workpaper.subject.document.sha256
    outcome = _Outcome(sendable(path), sha256, seconds, msgspec.Raw(rendered), error)
    return msgspec.json.encode(outcome), not error


def unread_line(path: str, reason: str) -> bytes:
    """The line of a document that could not be read."""
    return msgspec.json.encode(_Failure(sendable(path), sendable(reason)))


def _failed(path: str, reason: str) -> Row:
    """The row of a document that could not be read."""
    return Row(unread_line(path, reason), was_read=False)
