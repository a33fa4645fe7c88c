"""A started book as a folder: new or empty before, whole or not there after."""

from pathlib import Path

from tieout.compose.book import Book
from tieout.compose.saving import saved
from tieout.errors import Misuse
from tieout.files import put_in_folder


def keep(book: Book, folder: Path) -> tuple[str, ...]:
    """The names of the files that now hold the book; raises Misuse for a folder that holds any.

    A book that somebody keeps is never written over.
    """
    if folder.is_symlink() or (folder.exists() and not folder.is_dir()):
        raise Misuse(f"{folder} is no folder: give the name of one to be made")
    try:
        if folder.exists() and any(folder.iterdir()):
            raise Misuse(f"{folder} is not empty: a book starts in a new folder")
        files = saved(book)
        put_in_folder(folder, files)
    except OSError as reason:
        raise Misuse(f"{folder} cannot be written: {reason.strerror or reason}") from None
    return tuple(files)
