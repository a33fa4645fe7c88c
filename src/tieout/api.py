"""What Python callers use: documents by path or as bytes, read and checked."""

import os
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TypeAlias

from tieout import engine
from tieout.readers import LARGEST
from tieout.sources import within

if TYPE_CHECKING:
    from tieout.model.workpaper import Release, Workpaper

Source: TypeAlias = "str | os.PathLike[str] | bytes"
"""A document: the path of its file, or its bytes."""


def read(source: Source, *, name: str = "") -> "Release":
    """The document understood, not yet checked: what it is, its statements, facts and claims.

    `name` is what reports call it; by default its file's name. Raises Unreadable, whose message
    names the document and the remedy, and OSError for a file that cannot be opened.
    """
    if isinstance(source, bytes):
        return engine.read(name or "document", source)
    path = Path(source)
    return engine.read(name or path.name, within(path, LARGEST))


def check(
    subject: "Release | Source",
    against: "Sequence[Release | Source]" = (),
    *,
    support: "Sequence[str | os.PathLike[str]]" = (),
) -> "Workpaper":
    """The workpaper of a release: every check made, and every figure of it ended in one way.

    `against` are the filings its comparatives are tied to, in any order. Documents may be
    releases that were read, or paths and bytes to be read now; raises as `read` does. `support`
    are paths of what the figures come from: closing workbooks, CSV files, earlier workpapers.
    """
    release = _release(subject)
    books = [
        engine.read_support(path.name, within(path, LARGEST), release)
        for path in map(Path, support)
    ]
    return engine.check(release, [_release(one) for one in against], support=books)


def _release(one: "Release | Source") -> "Release":
    """The release itself, read where it is only named."""
    return read(one) if isinstance(one, (str, bytes, os.PathLike)) else one
