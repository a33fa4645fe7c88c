"""What a process of its own is asked to do with the files under review, and what it answers."""

from typing import Final, Literal, TypeAlias

import msgspec
from msgspec import Struct

from tieout.bundle.sealing import Given

PACKAGE: Final = "package"
"""In place of a draft's number: the documents of the package side by side."""


class Files(Struct, frozen=True, gc=False):
    """The files in use, as they were read: drafts are subjects, and each may have its last one.

    `previous` are the drafts before, by the same names. `folder` is where the files stand that
    support ticks by hand. `faults` are those of the files that could not be read, each with a
    sentence.
    """

    folder: str
    given: tuple[Given, ...]
    previous: tuple[Given, ...] = ()
    faults: dict[str, str] = {}


class Check(Struct, frozen=True, gc=False):
    """Every draft is to be checked, and shown; `before` is when each was saved the last time."""

    files: Files
    before: dict[str, str] = {}


class Render(Struct, frozen=True, gc=False):
    """The workpaper of a draft, by its number, or the package, is to be drawn in a form."""

    files: Files
    which: int | Literal["package"]
    form: str


class Say(Struct, frozen=True, gc=False):
    """A person says something: `which` names it as the commands accept and tick do.

    What is taken back is an entry, by its number. `file` stands in the folder.
    """

    files: Files
    number: int
    what: Literal["accept", "tick", "undo"]
    which: str
    words: str
    by: str
    file: str = ""


class Seal(Struct, frozen=True, gc=False):
    """All of it is to be sealed in one archive."""

    files: Files
    preparer: str
    reviewer: str


Asked: TypeAlias = Check | Render | Say | Seal


class Checked(Struct, frozen=True, gc=False):
    """What the page shows: each draft, its workpaper as a page, the package and its matrix.

    `faults` are files that could not be read, each with a sentence, `kinds` what the others are.
    """

    drafts: tuple[msgspec.Raw, ...]
    pages: tuple[bytes, ...]
    package: msgspec.Raw
    matrix: bytes
    faults: dict[str, str]
    kinds: dict[str, str]


class Made(Struct, frozen=True, gc=False):
    """A file that was made, the ending of its name, and the hashes to be written down."""

    content: bytes
    suffix: str = ""
    sha256: str = ""
    manifest_sha256: str = ""


class Failed(Struct, frozen=True, gc=False):
    """Why there is no answer, in a sentence."""

    sentence: str


Answer: TypeAlias = Checked | Made | Failed
