"""Files put in their place whole, with the mode and group of what stood there, or not at all."""

import contextlib
import errno
import os
import shutil
import stat
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

_BESIDE = ".tieout-"

_NO_DISK = (errno.EINVAL, errno.ENOTSUP, errno.EROFS)
"""What pipes, devices and some file systems say of being seen onto the disk."""

_OF_GROUP = stat.S_IRWXG | stat.S_ISGID


def put(files: Mapping[Path, bytes]) -> None:
    """Every file is written beside its place and then put there; raises OSError.

    None takes its place before all of them are on the disk. Where something goes wrong, what stood
    there is still there, or else its new file; nothing is where nothing stood.
    """
    with contextlib.ExitStack() as stack:
        opened = [stack.enter_context(_beside(path)) for path in files]
        for (file, _), content in zip(opened, files.values(), strict=True):
            _write(file, content)
        fresh: list[Path] = []
        try:
            for (file, beside), path in zip(opened, files, strict=True):
                file.close()
                if beside is not None:
                    if not _stands(path):
                        fresh.append(path)
                    beside.replace(path)
        except BaseException:
            for path in fresh:
                path.unlink(missing_ok=True)
            raise


def put_new(path: Path, content: bytes) -> None:
    """The file stands there whole, where nothing of that name stood; raises OSError.

    Of several that are put there at once the first one stays.
    """
    file = path.open("xb", buffering=0)
    try:
        with file:
            _write(file, content)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


@contextlib.contextmanager
def filled(path: Path) -> Iterator[BinaryIO]:
    """A file to be written piece by piece, unbuffered; raises OSError.

    Where a file stands there, the new one takes its place when all is written, and never where
    something goes wrong. Where none does, what is written is there at once and stays.
    """
    if _stands(path):
        with _beside(path) as (file, beside):
            yield file
            _settle(file)
            file.close()
            if beside is not None:
                beside.replace(path)
    else:
        with path.open("xb", buffering=0) as file:
            yield file


def _stands(path: Path) -> bool:
    """True where something of that name is, be it a link that leads nowhere."""
    return path.exists() or path.is_symlink()


def in_place(path: Path) -> Path:
    """The file that a name leads to through links: where the new one is to stand.

    A device or a pipe is reached by the name alone, as "/dev/stdout" is.
    """
    leads_to_file = path.is_file() or not path.exists()
    return path.resolve() if path.is_symlink() and leads_to_file else path


def is_left_over(name: str) -> bool:
    """True for the name of a file that a run which was killed left beside its place."""
    return name.startswith(_BESIDE) and len(name) == len(_BESIDE) + 16


def put_in_folder(folder: Path, files: Mapping[str, bytes], stale: Iterable[str] = ()) -> None:
    """The files stand in the folder, made where there is none; the stale ones do not.

    Raises OSError. A folder that was made for them is gone where they could not be written.
    """
    made = [one for one in (folder, *folder.parents) if not one.exists()]
    try:
        folder.mkdir(parents=True, exist_ok=True)
        put({folder / name: content for name, content in files.items()})
    except BaseException:
        for one in made:
            with contextlib.suppress(OSError):  # some of the files may stand in it
                one.rmdir()
        raise
    for name in stale:
        (folder / name).unlink(missing_ok=True)


@contextlib.contextmanager
def _beside(path: Path) -> Iterator[tuple[BinaryIO, Path | None]]:
    """A new file beside that of the name, as that one is kept; gone at the end, unless moved.

    A device or a pipe is itself what is written to: nothing can take its place.
    """
    if path.exists() and not path.is_file():
        with path.open("wb", buffering=0) as file:
            yield file, None
        return
    stood = path.stat() if path.is_file() and not path.is_symlink() else None  # a link gives way
    beside = path.parent / f"{_BESIDE}{os.urandom(8).hex()}"
    try:
        with open(beside, "xb", buffering=0, opener=_private if stood else None) as file:
            if stood is not None:
                _keep(file, path, stood)
            yield file, beside
    finally:
        beside.unlink(missing_ok=True)


def _private(path: str, flags: int) -> int:
    """A file opened for its owner alone, until it is as the one before it was."""
    return os.open(path, flags, 0o600)


def _keep(file: BinaryIO, path: Path, stood: os.stat_result) -> None:
    """Gives a file the owner, group, mode and lists of access of the one that stands there."""
    mode = stat.S_IMODE(stood.st_mode)
    if hasattr(os, "fchown"):
        try:
            os.fchown(file.fileno(), stood.st_uid, stood.st_gid)
        except OSError:
            try:
                os.fchown(file.fileno(), -1, stood.st_gid)
            except OSError:  # another group than before may not read it
                mode &= ~_OF_GROUP
    with contextlib.suppress(OSError):
        shutil.copystat(path, file.name)
        os.utime(file.name)
    Path(file.name).chmod(mode)


def _write(file: BinaryIO, content: bytes) -> None:
    """Writes all of the content, and sees it onto the disk."""
    view = memoryview(content)
    while view:
        view = view[file.write(view) :]
    _settle(file)


def _settle(file: BinaryIO) -> None:
    """Sees what is written onto the disk, where the file is on one."""
    try:
        os.fsync(file.fileno())
    except OSError as reason:
        if reason.errno not in _NO_DISK:
            raise
