"""Where datasets stand: the one place that puts files there, lists and removes them."""

import contextlib
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

from tieout.files import put


class Home:
    """A folder of this machine, or one that several machines share; names in it have slashes.

    Every method raises OSError.
    """

    def __init__(self, folder: str) -> None:
        """The folder; it need not be there yet."""
        self.folder = folder

    def has(self, name: str) -> bool:
        """True where a file of that name stands."""
        return self._path(name).is_file()

    def holds_but(self, name: str) -> bool:
        """True where anything but what has that name stands in it."""
        with contextlib.suppress(FileNotFoundError), os.scandir(self.folder) as entries:
            return any(one.name != name for one in entries)
        return False

    def names(self, folder: str) -> list[str]:
        """The names of the files that stand in a folder of it, sorted; none where there is none.

        What a process that was killed left half written is hidden, and stands nowhere.
        """
        with contextlib.suppress(FileNotFoundError), os.scandir(self._path(folder)) as entries:
            return sorted(one.name for one in entries if one.is_file() and one.name[0] != ".")
        return []

    def read(self, name: str) -> bytes:
        """What a file holds."""
        return self._path(name).read_bytes()

    def put(self, name: str, content: bytes) -> None:
        """The file stands there whole, in place of any before it, and is on the disk."""
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        put({path: content})
        _settle(path.parent)

    def put_first(self, name: str, content: bytes) -> None:
        """The file stands there whole, unless one of that name stood there before."""
        path = self._path(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        beside = path.with_name(f".{path.name}-{os.urandom(8).hex()}")
        try:
            beside.write_bytes(content)
            with contextlib.suppress(FileExistsError):
                os.link(beside, path)
        finally:
            beside.unlink(missing_ok=True)

    def take(self, path: Path, name: str) -> None:
        """A finished file of this machine is moved to its place."""
        place = self._path(name)
        if place != path:
            place.parent.mkdir(parents=True, exist_ok=True)
            path.replace(place)

    def move(self, before: str, name: str) -> None:
        """A file gets another name, where it stands by the one before."""
        if self.has(before):
            self.take(self._path(before), name)

    def remove(self, name: str) -> None:
        """No file of that name stands there."""
        self._path(name).unlink(missing_ok=True)

    def clear(self, folder: str) -> None:
        """Nothing stands in a folder of it."""
        shutil.rmtree(self._path(folder), ignore_errors=True)

    def scratch(self, name: str) -> Path:
        """A folder of this machine for what is half done, kept between runs; made where missing."""
        path = self._path(name)
        path.mkdir(parents=True, exist_ok=True)
        return path

    def _path(self, name: str) -> Path:
        """The path of a name."""
        return Path(self.folder, name)


@contextlib.contextmanager
def locked(path: Path) -> Iterator[str]:
    """The file is this process's till the end; gives who has it instead, empty for nobody."""
    path.touch()
    with path.open("rb+") as file:
        if not _is_taken(file.fileno()):
            yield file.read(64).decode("ascii", "replace").strip() or "another process"
            return
        file.truncate(0)
        file.write(f"process {os.getpid()}".encode())
        file.flush()
        yield ""


def _is_taken(number: int) -> bool:
    """True where the lock of a file is this process's from now on, and no child's of it."""
    try:
        import fcntl
    except ImportError:  # Windows
        return _is_taken_there(number)
    try:
        fcntl.lockf(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        return False
    return True


def _is_taken_there(number: int) -> bool:
    """The same on Windows."""
    import msvcrt

    try:
        msvcrt.locking(number, msvcrt.LK_NBLCK, 2**20)  # type: ignore[attr-defined]
    except OSError:
        return False
    return True


def _settle(folder: Path) -> None:
    """Sees the names in a folder onto the disk, where the system can."""
    with contextlib.suppress(OSError):
        number = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(number)
        finally:
            os.close(number)
