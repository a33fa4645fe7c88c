"""What the page of a review asks in JSON, whoever answers it."""

from typing import Annotated, Literal, TypeAlias, TypeVar

import msgspec
from msgspec import Meta, Struct

from tieout.errors import Misuse

T = TypeVar("T")
Short: TypeAlias = Annotated[str, Meta(max_length=1000)]
Number: TypeAlias = Annotated[int, Meta(ge=0, le=10**9)]


class Role(Struct, forbid_unknown_fields=True):
    """What a file is there for from here on."""

    name: Short
    role: Short


class Saying(Struct, forbid_unknown_fields=True):
    """What a person says of a draft, as a check showed it."""

    draft: Short
    checked: Number
    what: Literal["accept", "tick", "undo"]
    check: Number | None = None
    figure: Number | None = None
    entry: Number | None = None
    words: Annotated[str, Meta(max_length=10_000)] = ""
    by: Short = ""
    file: Short = ""

    @property
    def which(self) -> str:
        """What it is said of, named as the commands name it; raises Misuse."""
        named = {
            "accept": ("k", self.check, "check"),
            "tick": ("f", self.figure, "figure"),
            "undo": ("", self.entry, "entry"),
        }
        letter, number, key = named[self.what]
        if number is None:
            raise Misuse(f"It is not said of which {key}: give its number as {key!r}")
        return f"{letter}{number}"


class Sealing(Struct, forbid_unknown_fields=True):
    """Who signs."""

    preparer: Short
    reviewer: Short = ""


def requested(body: bytes, kind: type[T]) -> T:
    """What a body asks; raises Misuse for anything else."""
    try:
        return msgspec.json.decode(body, type=kind)
    except (msgspec.MsgspecError, ValueError, RecursionError) as reason:
        raise Misuse(f"It is not asked like that: {reason}") from None
