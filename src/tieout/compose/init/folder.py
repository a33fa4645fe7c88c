"""A started book as a folder: new or empty before, whole or not there after."""

import shutil
import tempfile
from pathlib import Path

from tieout.compose.book import Book
from tieout.compose.saving import saved
from tieout.errors import Misuse


def keep(book: Book, folder: Path) -> tuple[str, ...]:
    """The names of the files that now hold the book; raises Misuse for a folder that holds any.

    A book that somebody keeps is never written over.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise Misuse(f"{folder} is no folder: give the name of one to be made")
    try:
        if folder.exists() and any(folder.iterdir()):
            raise Misuse(f"{folder} is not empty: a book starts in a new folder")
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name}-", dir=folder.parent))
    except OSError as reason:
        raise Misuse(f"{folder} cannot be written: {reason.strerror or reason}") from None
    files = saved(book)
    try:
        new = beside / "new"
        new.mkdir()
        for name, content in files.items():
            (new / name).write_bytes(content)
        if folder.exists():
            folder.rmdir()
        new.rename(folder)
    except OSError as reason:
        raise Misuse(f"{folder} cannot be written: {reason.strerror or reason}") from None
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return tuple(files)
