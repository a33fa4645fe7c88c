"""Check many documents in processes; one row of outcome each."""

import os
import time
from collections.abc import Generator, Iterable, Iterator, Sequence
from pathlib import Path

import msgspec
from msgspec import Struct

from tieout.engine import check, read
from tieout.errors import TieoutError
from tieout.model.understanding import understanding
from tieout.readers import LARGEST
from tieout.reports import json
from tieout.reports._understood import unread
from tieout.sources import is_special, sized, within
from tieout.workers import outcomes

_TEXTS = (".txt", ".text", ".nc", ".htm", ".html", ".xhtml", ".md", ".markdown")
SUFFIXES = frozenset((*_TEXTS, ".pdf", ".docx", ".docm", ".xlsx", ".xlsm"))
"""What counts as a document in a directory; a file given by name is always tried."""


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
    """One row a document, in the order given, from so many processes."""
    return outcomes(row, _failed, sized, paths, jobs)


def row(path: str) -> Row:
    """The row of one document; whatever goes wrong is in it."""
    started = time.perf_counter()
    try:
        release = read(path, within(path, LARGEST))
        workpaper = check(release)
        rendered = json.render(workpaper)
    except TieoutError as reason:
        return _failed(path, str(reason))
    except OSError as reason:
        return _failed(path, f"{path} cannot be read: {reason.strerror or reason}")
    except MemoryError:  # the worker's to tell
        raise
    except Exception as reason:  # a defect of ours is a row, not an exit
        return _failed(path, f"internal error: {type(reason).__name__}: {reason}")
    seconds = round(time.perf_counter() - started, 6)
    error = unread(workpaper, understanding(workpaper))
    outcome = _Outcome(
        _sendable(path), release.document.sha256, seconds, msgspec.Raw(rendered), error
    )
    return Row(msgspec.json.encode(outcome), was_read=not error)


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
            path = os.path.join(folder, name)  # noqa: PTH118 the name stays as it was given
            is_document = not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES
            if is_document and not is_special(path):
                yield path
