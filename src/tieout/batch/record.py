"""What a worker makes of a document for datasets: its rows in one record, and their year."""

import hashlib
import os
import time
from typing import Any

import msgspec
from msgspec import Struct

from tieout.batch.checked import Failed, Kind, checked, lost, sendable
from tieout.batch.lines import line, unread_line
from tieout.batch.places import identity
from tieout.model.relation import announced
from tieout.model.understanding import understanding
from tieout.model.workpaper import Workpaper
from tieout.reports._understood import unread
from tieout.store.tabulated import tabulated

DATASETS: dict[str, tuple[str, ...]] = {
    "documents": ("document", "run"),
    "statements": ("statement",),
    "columns": ("column",),
    "facts": ("fact",),
    "claims": ("claim",),
    "checks": ("check",),
    "leads": ("check",),
}
"""Each dataset and the tables of a store whose columns it has; where two, side by side."""

_KEPT = frozenset(table for tables in DATASETS.values() for table in tables)

UNKNOWN, FAILED = "unknown", "failed"
"""In place of a year: of documents without a date, and of those that could not be read."""

_YEARS = range(1900, 2100)
"""A document of another year has a misread date; so there are few files at work at a time."""


class Task(Struct, frozen=True, gc=False):
    """A document to be checked: by what it is known, and what is to be made of it."""

    path: str
    key: bytes
    sha256: str
    size: int
    has_rows: bool = True
    has_line: bool = False
    is_last_try: bool = False


class Record(Struct, frozen=True, gc=False, array_like=True):
    """Everything that is kept of a document: rows by table, its line, why it was not read."""

    sha256: str
    path: str
    size: int
    tables: dict[str, list[list[Any]]]
    line: bytes = b""
    kind: Kind | None = None
    why: str = ""


class Made(Struct, frozen=True, gc=False):
    """A record, encoded, with what must be known of it to put it where it belongs."""

    key: bytes
    path: str
    year: str
    body: bytes
    kind: Kind | None = None


def task(path: str, *, has_rows: bool = True, has_line: bool = False) -> Task:
    """The task of a file, known by its bytes; by its name where it is none that can be read."""
    try:
        sha256, size = identity(path)
    except (OSError, ValueError):
        sha256, size = "", 0  # whoever reads it will say why it cannot be
    key = bytes.fromhex(sha256) if sha256 else hashlib.sha256(b"\0" + os.fsencode(path)).digest()
    return Task(path, key, sha256, size, has_rows, has_line)


def made(one: Task) -> Made:
    """The record of a document; whatever goes wrong is in it, but for want of memory."""
    started = time.perf_counter()
    workpaper = checked(one.path)
    if isinstance(workpaper, Failed):
        return unread_record(one, workpaper)
    sha256 = workpaper.subject.document.sha256
    if sha256 != one.sha256:
        why = f"{one.path} is not what it was a moment ago, or a pipe: save it to a file, and again"
        return unread_record(one, Failed("changed meanwhile", why))
    nothing = unread(workpaper, understanding(workpaper))
    tables: Any = tabulated(workpaper, _KEPT) if one.has_rows else {}
    said = line(one.path, workpaper, started)[0] if one.has_line else b""
    kind: Kind | None = "nothing understood" if nothing else None
    record = Record(sha256, sendable(one.path), one.size, tables, said, kind, sendable(nothing))
    body = msgspec.msgpack.encode(record)
    return Made(one.key, record.path, _year(workpaper), body, kind)


def lost_record(one: Task, reason: str) -> Made:
    """The record of a document whose worker came to an end."""
    return unread_record(one, lost(reason))


def unread_record(one: Task, failed: Failed) -> Made:
    """The record of a document that could not be read."""
    name = sendable(one.path)
    said = unread_line(one.path, failed.why) if one.has_line else b""
    record = Record(one.sha256, name, one.size, {}, said, failed.kind, sendable(failed.why))
    return Made(one.key, name, FAILED, msgspec.msgpack.encode(record), failed.kind)


def _year(workpaper: Workpaper) -> str:
    """The year a document became public by its own date, else the one its calendar has."""
    calendar = workpaper.subject.calendar
    day = announced(workpaper.subject) or (calendar.period_end if calendar else None)
    return str(day.year) if day is not None and day.year in _YEARS else UNKNOWN
