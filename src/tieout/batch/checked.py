"""A document checked, or the reason why it could not be, with one of few kinds to count it by."""

from typing import Literal, TypeAlias

from msgspec import Struct

from tieout.batch.places import content
from tieout.engine import check, read
from tieout.errors import TieoutError
from tieout.limits import BROKEN, KILLED, TOO_LONG
from tieout.model.workpaper import Workpaper

Kind: TypeAlias = Literal[
    "not opened",
    "not a document",
    "nothing understood",
    "too slow",
    "too much memory",
    "killed",
    "broke down",
    "changed meanwhile",
    "internal error",
]
"""Why a document was not read, in few words."""

_ENDS: dict[str, Kind] = {
    TOO_LONG: "too slow",
    KILLED: "killed",
    BROKEN: "broke down",
}


class Failed(Struct, frozen=True, gc=False):
    """Why a document could not be read: its kind, and the sentence."""

    kind: Kind
    why: str


def checked(path: str) -> Workpaper | Failed:
    """The workpaper of one document; whatever goes wrong is a reason, but for want of memory."""
    try:
        return check(read(path, content(path)))
    except TieoutError as reason:
        return Failed("not a document", str(reason))
    except OSError as reason:
        return Failed("not opened", f"{path} cannot be read: {reason.strerror or reason}")
    except MemoryError:  # the worker's to tell
        raise
    except Exception as reason:  # a defect of ours is one document's, not the run's
        return Failed("internal error", f"internal error: {type(reason).__name__}: {reason}")


def lost(reason: str) -> Failed:
    """Why a document has no outcome whose worker came to an end, or ran out of memory."""
    return Failed(_ENDS.get(reason, "too much memory"), reason)


def sendable(text: str) -> str:
    """The text as UTF-8 can carry it: a file name's stray bytes become question marks."""
    return text.encode("utf-8", "replace").decode("utf-8")
