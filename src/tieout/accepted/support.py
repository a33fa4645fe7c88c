"""Files that support ticks by hand: their hashes, and which of them are other files by now."""

import hashlib
from collections.abc import Iterable
from pathlib import Path, PurePath

from tieout.errors import Misuse
from tieout.model.accepted import Entry
from tieout.model.workpaper import Workpaper
from tieout.sources import is_special

_LARGEST = 64 * 2**20
"""Bytes: a larger file is not read again at every check."""


def hash_of(file: Path) -> str:
    """The SHA-256 of a file's bytes; raises OSError, and Misuse for what has no end."""
    if is_special(str(file)):
        raise Misuse(f"{file} is no file: save what it holds to one")
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


def exchanged(folder: Path, entries: Iterable[Entry]) -> frozenset[tuple[str, str]]:
    """The supports, by name and hash then, that stand in the folder and are other files by now.

    What does not stand there is kept by somebody else, and says nothing.
    """
    named = {(entry.file, entry.sha256) for entry in entries if entry.sha256}
    hashes = {name: _hash_in(folder, name) for name in {name for name, _ in named}}
    return frozenset((name, was) for name, was in named if hashes[name] not in ("", was))


def refuse_exchanged(folder: Path, workpapers: Iterable[Workpaper]) -> None:
    """Raises Misuse where a file of the folder that supports a tick is another one by now."""
    said = [
        one.entry
        for workpaper in workpapers
        for one in workpaper.accepted
        if one.standing != "elsewhere"
    ]
    if others := sorted(exchanged(folder, said)):
        name, _ = others[0]
        raise Misuse(
            f"{name} is not the file that a figure was ticked by: tick it again, "
            f"or put the file as it was beside what people said"
        )


def _hash_in(folder: Path, name: str) -> str:
    """The hash of a file of the folder; empty for none, and for a name that leads elsewhere."""
    file = folder / name
    try:
        if PurePath(name).name != name or not file.is_file() or file.is_symlink():
            return ""
        return hash_of(file) if file.stat().st_size <= _LARGEST else ""
    except (OSError, ValueError, Misuse):
        return ""
