"""A workpaper made small, ready to be stored, and back again; nothing in it can be run."""

import hashlib
import zlib
from collections.abc import Container, Iterable
from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct
from msgspec.structs import replace

from tieout import engine
from tieout.errors import Misuse, TieoutError
from tieout.lexicon.tokens import figures
from tieout.limits import allow
from tieout.model.check import Blame, Check
from tieout.model.unit import Unit, unit_of
from tieout.model.workpaper import FigureEnding, Release, Workpaper
from tieout.readers import LARGEST
from tieout.sources import within
from tieout.store.tabulated import digits_beyond, tabulated

LARGEST_UNPACKED = 2**28
"""No workpaper unpacks to more: a hundred times the largest seen."""

_TIGHTEST = 100
"""Nor to more times what it is packed in, eight times as many as seen; and it takes as much again
several times over to be read."""
_UNCOUNTED = 2**20
_READ = 4

_FAST = 1
"""zlib's level: a third of the time of the usual one, for a quarter more bytes."""

_T = TypeVar("_T")


class Packed(Struct, frozen=True, gc=False):
    """A workpaper as a store takes it: the rows of each table as JSON, and the whole, compressed.

    `beyond` counts the amounts with more digits than a column of amounts holds.
    """

    name: str
    sha256: str
    tables: dict[str, str]
    release: bytes
    conclusions: bytes
    beyond: int


class Failure(Struct, frozen=True, gc=False):
    """A document that could not be read, and why."""

    reason: str


class Conclusions(Struct, frozen=True, gc=False):
    """What a workpaper has beside its releases."""

    checks: tuple[Check, ...]
    endings: tuple[FigureEnding, ...]
    blames: tuple[Blame, ...] = ()


def packed(release: Release) -> Packed:
    """A release checked for itself, as a store takes it."""
    workpaper = engine.check(release)
    tables = tabulated(workpaper)
    return Packed(
        release.document.name,
        release.document.sha256,
        {name: msgspec.json.encode(rows).decode() for name, rows in tables.items()},
        _small(release),
        _small(Conclusions(workpaper.checks, workpaper.endings, workpaper.blames)),
        digits_beyond(tables),
    )


def pack(path: str) -> Packed:
    """A file's document, read, checked for itself and packed; raises Unreadable and OSError."""
    return packed(engine.read(path, within(path, LARGEST)))


def pack_file(path: str) -> Packed | Failure:
    """The same, in a process of its own: whatever goes wrong is a Failure."""
    try:
        return pack(path)
    except TieoutError as reason:
        return Failure(str(reason))
    except OSError as reason:
        return lost(path, f"it cannot be opened: {reason.strerror or reason}")
    except MemoryError:  # the worker's to tell
        raise
    except Exception as reason:  # a defect of ours is one document's, not the run's
        return lost(path, f"internal error: {type(reason).__name__}: {reason}")


def lost(path: str, reason: str) -> Failure:
    """The failure of a document, named."""
    return Failure(f"{path} is not added: {reason}")


def fresh(paths: Iterable[str], held: Container[str]) -> list[str]:
    """The files whose bytes a store does not hold; what cannot be opened is among them."""
    return [path for path in paths if _hash(path) not in held]


def _hash(path: str) -> str:
    """The SHA-256 of a file; nothing's where there is none, or where it may have no end."""
    try:
        if not Path(path).is_file():  # a pipe is read once, when its document is
            return ""
        with Path(path).open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except (OSError, ValueError):
        return ""


def released(small: bytes) -> Release:
    """The release as it went in; raises Misuse for bytes that are none."""
    return _unpacked(small, Release)


def anew(small: bytes) -> Release:
    """The release as this version understands the document that another one read."""
    document = released(small).document
    return engine.understood(replace(document, figures=figures(document.text)))


def workpaper(release: bytes, conclusions: bytes) -> Workpaper:
    """The workpaper as it went in; raises Misuse for bytes that are none."""
    concluded = _unpacked(conclusions, Conclusions)
    paper = Workpaper((released(release),), concluded.checks, concluded.endings)
    return replace(paper, blames=concluded.blames)


def _small(value: object) -> bytes:
    """JSON, which holds integers of every length, compressed."""
    return zlib.compress(msgspec.json.encode(value, enc_hook=_told), _FAST)


def _told(value: Unit) -> str:
    """A unit as JSON has it; nothing else in a workpaper needs telling."""
    return value.text


def _read(_: type, told: object) -> Unit:
    """The unit again."""
    if isinstance(told, str):
        return unit_of(told)
    raise msgspec.ValidationError("a unit is told by its text")


def _unpacked(small: bytes, kind: type[_T]) -> _T:
    """The value that was packed, each field of its type."""
    try:
        opened = zlib.decompressobj()
        most = min(max(_UNCOUNTED, len(small) * _TIGHTEST), LARGEST_UNPACKED)
        plain = opened.decompress(small, most)
        if not opened.eof:
            raise Misuse("a workpaper of the store is cut off, or too large to be one")
        allow(len(plain) * _READ, len(plain))
        return msgspec.json.decode(plain, type=kind, dec_hook=_read)
    except (zlib.error, msgspec.MsgspecError, ValueError, RecursionError):
        raise Misuse(
            "a workpaper of the store cannot be read: it is damaged, or another version of tieout "
            "wrote it; add its document to a new store"
        ) from None
