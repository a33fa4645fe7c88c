"""The folder under review: its documents, and what each of them is there for."""

import contextlib
import os
from pathlib import Path, PurePath
from typing import Literal, TypeAlias, get_args

import msgspec
from msgspec import Struct

from tieout.errors import Misuse
from tieout.files import put
from tieout.harmless import on_a_line
from tieout.patterns import pattern
from tieout.readers import SUFFIXES

Role: TypeAlias = Literal["draft", "against", "support", ""]
"""A draft is checked, against a prior filing, with the support of the books; or it is not used."""

ACCEPTED = "accepted.toml"
MOST_USED = 40
"""Files that may be used at once."""
MOST_LISTED = 500
"""Files that are listed: a folder with more holds more than one announcement."""

_KEPT = ".tieout-review.json"
_LONGEST_NAME = 200
"""Bytes: what file systems take."""
_BOOKS = frozenset((*SUFFIXES, ".csv", ".tsv", ".json"))
_UNLAWFUL = pattern(r'[\x00-\x1f\x7f/\\:*?"<>|]')


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
        self._roles: dict[str, Role] = {}
        with contextlib.suppress(OSError, msgspec.MsgspecError):
            kept = (folder / _KEPT).read_bytes()
            self._roles = dict(msgspec.json.decode(kept, type=_Roles).roles)

    def files(self) -> list[File]:
        """The documents of the folder by name, those in use first; raises OSError for no folder."""
        found: list[File] = []
        with os.scandir(self.folder) as entries:
            for entry in entries:
                role = self._roles.get(entry.name, "")
                if (role or is_document(entry.name)) and entry.is_file(follow_symlinks=False):
                    with contextlib.suppress(OSError):  # gone since
                        size = entry.stat(follow_symlinks=False).st_size
                        found.append(File(entry.name, role, size))
        found.sort(key=lambda one: (not one.role, one.name))
        return found[:MOST_LISTED]

    def used(self) -> list[File]:
        """The files that are in use and there, drafts first."""
        roles = get_args(Role)
        found = [one for one in self.files() if one.role]
        return sorted(found, key=lambda one: roles.index(one.role))

    def path(self, name: str) -> Path:
        """Where a file of that name stands, or would; raises Misuse for a name that leads away."""
        plain = on_a_line(name)
        if not name or plain != name or PurePath(name).name != name or _UNLAWFUL.search(name):
            raise Misuse(f"{plain[:80]!r} is no name for a file here: leave out folders and signs")
        if name.startswith((".", "~$")) or len(name.encode("utf-8", "replace")) > _LONGEST_NAME:
            raise Misuse(f"{plain[:80]!r} is no name for a document: give the file another one")
        path = self.folder / name
        if path.is_symlink():
            raise Misuse(f"{name} is a link, and may lead out of the folder: put the file there")
        return path

    def admitted(self, name: str) -> Path:
        """The same for a new document; raises Misuse for what tieout reads no documents from."""
        path = self.path(name)
        if not is_document(name):
            known = ", ".join(sorted(_BOOKS))
            raise Misuse(f"{name} is no document that tieout reads: it reads {known}")
        return path

    def give(self, name: str, role: str) -> None:
        """From here on the file has that role, in later reviews too; raises Misuse and OSError."""
        if role not in get_args(Role):
            raise Misuse(f"{role[:20]!r} is no role: a file is a draft, against, support or unused")
        path = self.path(name)
        if role and not path.is_file():
            raise Misuse(f"{name} is not in {self.folder} any more: drop it again")
        roles = {**self._roles, name: msgspec.convert(role, Role)}
        known = {file.name for file in self.files()} | {name}
        roles = {one: kept for one, kept in roles.items() if kept and one in known}
        if len(roles) > MOST_USED:
            raise Misuse(f"{MOST_USED} files are the most to review at once: put others aside")
        put({self.folder / _KEPT: msgspec.json.encode(_Roles(roles))})
        self._roles = roles


def is_document(name: str) -> bool:
    """True for the name of what may be a document or a book: not of a hidden or an open file."""
    return not name.startswith((".", "~$")) and PurePath(name).suffix.lower() in _BOOKS
