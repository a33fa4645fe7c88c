"""The manifest of a bundle: every member with its hash, who signed, and what made it."""

from datetime import date
from typing import Annotated, Literal, TypeAlias

import msgspec
from msgspec import Meta, Struct

from tieout.errors import Misuse, Unreadable
from tieout.harmless import on_a_line

FORMAT: Literal["tieout-bundle/1"] = "tieout-bundle/1"

NAME = "manifest.json"

Role: TypeAlias = Literal[
    "subject", "against", "draft", "support", "accepted", "workpaper", "manifest"
]
"""What a member is of a bundle. All but the last two are what a workpaper is made of."""


MOST_MEMBERS = 500
_LONGEST_NAME = 200

Path: TypeAlias = Annotated[str, Meta(max_length=255)]


class Member(Struct, frozen=True, gc=False):
    """A file of the bundle: its path in the archive, and the name that it was given by."""

    path: Path
    role: Role
    name: str
    size: int
    sha256: str


class Signed(Struct, frozen=True, gc=False):
    """Who signed, and on which day."""

    name: str
    date: date


def signed(name: str, day: date) -> Signed:
    """Who signs on that day; raises Misuse for no name, and for one beyond all use."""
    plain = " ".join(on_a_line(name).split())
    if not plain or len(plain) > _LONGEST_NAME:
        raise Misuse(f"{plain[:20]!r} is nobody's name: say who prepared or reviewed")
    return Signed(plain, day)


class Settings(Struct, frozen=True, gc=False):
    """The rules that were asked for, and those that were left out, as they were typed."""

    select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()


class RulePage(Struct, frozen=True, gc=False):
    """A rule that was applied, with the hash of its page."""

    code: str
    sha256: str


class Tool(Struct, frozen=True, gc=False):
    """What made the workpaper; `code` is the hash of every source file of this tieout."""

    tieout: str
    code: str
    python: str
    libraries: dict[str, str]
    rules: tuple[RulePage, ...]


class Manifest(Struct, frozen=True, gc=False):
    """What a bundle holds; its members stand in the archive in this order, behind it."""

    format: Literal["tieout-bundle/1"]
    preparer: Signed
    reviewer: Signed | None
    settings: Settings
    tool: Tool
    members: Annotated[tuple[Member, ...], Meta(max_length=MOST_MEMBERS)]


def written(manifest: Manifest) -> bytes:
    """The manifest as the archive has it: JSON that a person can read."""
    return msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n"


def read(raw: bytes) -> Manifest:
    """The manifest again; raises Unreadable for what is none, or is another version's."""
    try:
        return msgspec.json.decode(raw, type=Manifest)
    except (msgspec.MsgspecError, ValueError, RecursionError):
        reason = "is not one that this version of tieout reads: verify it with the one that sealed"
        raise Unreadable(f"its {NAME} {reason}") from None
