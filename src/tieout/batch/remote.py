"""Where datasets stand behind an address that pyarrow opens: what Home is for this machine."""

import contextlib
import os
import shutil
import tempfile
import weakref
from pathlib import Path

from tieout.batch.places import located


class Remote:
    """As Home, on any filesystem of pyarrow; half-done work is on this machine, for one run.

    Every method raises OSError.
    """

    def __init__(self, folder: str) -> None:
        """The folder; it need not be there yet."""
        self.folder = folder
        self._files, self._root = located(folder)
        self._scratch = tempfile.mkdtemp(prefix="tieout-")
        weakref.finalize(self, shutil.rmtree, self._scratch, ignore_errors=True)

    def has(self, name: str) -> bool:
        """True where a file of that name stands."""
        return bool(self._files.get_file_info(self._path(name)).is_file)

    def holds_but(self, name: str) -> bool:
        """True where anything but what has that name stands in it."""
        return any(one != name for one in self._listed(""))

    def names(self, folder: str) -> list[str]:
        """The names of the files that stand in a folder of it, sorted; none where there is none."""
        return sorted(name for name in self._listed(folder) if name[0] != ".")

    def read(self, name: str) -> bytes:
        """What a file holds."""
        with self._files.open_input_stream(self._path(name)) as file:
            return bytes(file.read())

    def put(self, name: str, content: bytes) -> None:
        """The file stands there whole, in place of any before it."""
        place = self._path(name)
        folder, _, last = place.rpartition("/")
        beside = f"{folder}/.{last}-{os.urandom(8).hex()}"
        self._files.create_dir(folder, recursive=True)
        with self._files.open_output_stream(beside) as file:
            file.write(content)
        self._files.move(beside, place)

    def put_first(self, name: str, content: bytes) -> None:
        """The file stands there whole, unless one of that name stood there before."""
        if not self.has(name):
            self.put(name, content)

    def take(self, path: Path, name: str) -> None:
        """A finished file of this machine is put there."""
        self.put(name, path.read_bytes())
        path.unlink()

    def move(self, before: str, name: str) -> None:
        """A file gets another name, where it stands by the one before."""
        if self.has(before):
            place = self._path(name)
            self._files.create_dir(place.rpartition("/")[0], recursive=True)
            self._files.move(self._path(before), place)

    def remove(self, name: str) -> None:
        """No file of that name stands there."""
        with contextlib.suppress(FileNotFoundError):
            self._files.delete_file(self._path(name))

    def clear(self, folder: str) -> None:
        """Nothing stands in a folder of it."""
        self._files.delete_dir_contents(self._path(folder), missing_dir_ok=True)

    def scratch(self, name: str) -> Path:
        """A folder of this machine for what is half done, gone with this process."""
        path = Path(self._scratch, name)
        path.mkdir(parents=True, exist_ok=True)
        return path

    def _listed(self, folder: str) -> list[str]:
        """The names of everything in a folder."""
        from pyarrow.fs import FileSelector

        selector = FileSelector(self._path(folder), allow_not_found=True)
        return [one.base_name for one in self._files.get_file_info(selector)]

    def _path(self, name: str) -> str:
        """The name of a file as the filesystem knows it."""
        return f"{self._root.rstrip('/')}/{name}".rstrip("/")
