"""The folder under review: its documents, and what each of them is there for."""

import contextlib
import os
import re
from heapq import nsmallest
from itertools import islice
from pathlib import Path, PurePath
from typing import Literal, TypeAlias, get_args

import msgspec
from msgspec import Struct

from tieout.errors import Misuse, Unreadable
from tieout.files import put
from tieout.harmless import on_a_line
from tieout.patterns import pattern
from tieout.readers import SUFFIXES
from tieout.sources import is_special, within

Role: TypeAlias = Literal["draft", "against", "support", ""]
"""A draft is checked, against a prior filing, with the support of the books; or it is not used."""

ACCEPTED = "accepted.toml"
MOST_USED = 40
"""Files that may be used at once."""
MOST_LISTED = 500
"""Files that are listed: a folder with more holds more than one announcement."""

_KEPT = ".tieout-review.json"
_LARGEST_KEPT = 2**20
_LONGEST_NAME = 200
"""Bytes: what file systems take."""
_BOOKS = frozenset((*SUFFIXES, ".csv", ".tsv", ".json"))
_UNLAWFUL = pattern(r'[\x00-\x1f\x7f/\\:*?"<>|]')
_BROKEN = pattern(r"[\ud800-\udfff]")
"""In place of bytes that are no text: such a name cannot be shown, nor asked for."""
_DEVICE = pattern(r"(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|\Z)", re.IGNORECASE)
"""What Windows takes for a device, whatever follows the point."""


class File(Struct, frozen=True, gc=False):
    """A file of the folder, and what it is there for."""

    name: str
    role: Role
    size: int


class _Roles(Struct, frozen=True):
    """What is kept in the folder between two reviews."""

    roles: dict[str, Role] = {}


class Desk:
    """One folder, and nothing that its links lead out to."""

    def __init__(self, folder: Path) -> None:
        """The folder, with the roles that an earlier review kept there."""
        self.folder = folder
        self.called = on_a_line(str(folder))
        """The folder, in a sentence."""
        self._roles: dict[str, Role] = {}
        with contextlib.suppress(OSError, Unreadable, Misuse, msgspec.MsgspecError):
            kept = msgspec.json.decode(within(self._own(_KEPT), _LARGEST_KEPT), type=_Roles)
            lawful = ((name, role) for name, role in kept.roles.items() if not refused(name))
            self._roles = dict(islice(lawful, MOST_USED))

    def files(self) -> list[File]:
        """The documents of the folder by name, those in use first; raises OSError for no folder."""
        roles = self._roles
        with os.scandir(self.folder) as entries:
            documents = (
                entry
                for entry in entries
                if is_document(entry.name) and entry.is_file(follow_symlinks=False)
            )
            first = nsmallest(
                MOST_LISTED, documents, key=lambda one: (one.name not in roles, one.name)
            )
        found: list[File] = []
        for entry in first:
            with contextlib.suppress(OSError):  # gone since
                size = entry.stat(follow_symlinks=False).st_size
                found.append(File(entry.name, roles.get(entry.name, ""), size))
        return found

    def used(self) -> list[File]:
        """The files that are in use and there, drafts first."""
        roles = get_args(Role)
        found = [one for one in self.files() if one.role]
        return sorted(found, key=lambda one: roles.index(one.role))

    def path(self, name: str) -> Path:
        """Where a file of that name stands, or would; raises Misuse for a name that leads away."""
        if refusal := refused(name):
            raise Misuse(f"{on_a_line(name)[:80]!r} is no name for a {refusal}")
        return self._own(name)

    def accepted(self) -> Path:
        """Where that is kept which people say; raises Misuse as `path` does."""
        return self._own(ACCEPTED)

    def _own(self, name: str) -> Path:
        """Where it stands, or would; raises Misuse for what is no file, or is one elsewhere."""
        path = self.folder / name
        if path.is_symlink():
            raise Misuse(f"{name} is a link, and may lead out of the folder: put the file there")
        if path.is_dir() or is_special(str(path)):
            raise Misuse(f"{name} is there, and is no file: move it out of {self.called}")
        return path

    def admitted(self, name: str) -> Path:
        """The same for a document; raises Misuse for what tieout reads no documents from."""
        path = self.path(name)
        if not is_document(name):
            known = ", ".join(sorted(_BOOKS))
            raise Misuse(f"{name} is no document that tieout reads: it reads {known}")
        return path

    def may_give(self, role: str) -> None:
        """Raises Misuse for what is no role."""
        if role not in get_args(Role):
            raise Misuse(f"{role[:20]!r} is no role: a file is a draft, against, support or unused")

    def give(self, name: str, role: str) -> None:
        """From here on the file has that role, in later reviews too; raises Misuse and OSError."""
        self.may_give(role)
        path = self.admitted(name)
        if role and not path.is_file():
            raise Misuse(f"{name} is not in {self.called} any more: drop it again")
        roles = {**self._roles, name: msgspec.convert(role, Role)}
        known = {file.name for file in self.files()} | {name}
        roles = {one: kept for one, kept in roles.items() if kept and one in known}
        if len(roles) > MOST_USED:
            raise Misuse(f"{MOST_USED} files are the most to review at once: put others aside")
        put({self._own(_KEPT): msgspec.json.encode(_Roles(roles))})
        self._roles = roles


def is_document(name: str) -> bool:
    """True for the name of what may be a document or a book: not of a hidden or an open file."""
    is_read = os.path.splitext(name)[1].lower() in _BOOKS  # noqa: PTH122 - of each file there is
    return is_read and not is_hidden(name) and not _BROKEN.search(name)


def is_hidden(name: str) -> bool:
    """True for the name of a hidden file, or of one that says that another is open."""
    return name.startswith((".", "~$"))


def refused(name: str) -> str:
    """What a name is not fit for, and the remedy; empty for the name of a file of the folder."""
    is_bare = PurePath(name).name == name != ""
    if not is_bare or on_a_line(name) != name or _UNLAWFUL.search(name):
        return "file here: leave out folders and signs"
    if is_hidden(name) or _DEVICE.match(name) or len(name.encode()) > _LONGEST_NAME:
        return "document: give the file another one"
    return ""
