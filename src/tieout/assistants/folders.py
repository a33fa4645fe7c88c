"""The folders that an assistant may read in: no path leads out of them, by whatever link."""

from pathlib import Path

from tieout.errors import Misuse
from tieout.readers import LARGEST
from tieout.sources import within

MOST_FILES = 40
"""Files of one call."""

MOST_BYTES = 64 * 2**20
"""Bytes of all files of one call: each brings its own allowance of memory and time."""


class Folders:
    """Folders that were allowed, each where its links lead."""

    def __init__(self, allowed: tuple[str, ...]) -> None:
        """The folders; raises Misuse for what is none."""
        self._roots: list[Path] = []
        for name in allowed:
            try:
                root = Path(name).resolve(strict=True)
            except (OSError, RuntimeError, ValueError):
                raise Misuse(f"{name} does not exist: allow a folder that does") from None
            if not root.is_dir():
                raise Misuse(f"{name} is no folder: allow the one that it lies in")
            self._roots.append(root)

    @property
    def words(self) -> str:
        """The folders, as a sentence names them."""
        return ", ".join(map(str, self._roots))

    def path(self, name: str) -> Path:
        """The file of that name, one that is relative taken from each folder in turn.

        Raises Misuse where it, or what its links lead to, lies outside, or is not there.
        """
        inside: list[Path] = []
        for root in self._roots:
            try:
                path = (root / name).resolve()
            except (OSError, RuntimeError, ValueError):
                continue
            if any(path.is_relative_to(other) for other in self._roots):
                inside.append(path)
        if not inside:
            # Whether there is such a file outside is not said.
            raise Misuse(f"{name} lies outside of the folders that may be read: {self.words}")
        found = next((path for path in inside if _exists(path)), None)
        if found is None:
            raise Misuse(f"{name} does not exist in {self.words}: check the spelling")
        if found.is_dir():
            raise Misuse(f"{name} is a folder: name a file in it")
        return found

    def contents(self, names: list[str]) -> list[tuple[str, bytes]]:
        """The name and bytes of each file; raises Misuse and Unreadable."""
        if len(names) > MOST_FILES:
            raise Misuse(f"{len(names)} files are too many for one call: {MOST_FILES} are the most")
        paths = [self.path(name) for name in names]
        found: list[tuple[str, bytes]] = []
        left = MOST_BYTES
        for path in paths:
            try:
                found.append((path.name, within(path, LARGEST)))
            except OSError as reason:
                said = reason.strerror or type(reason).__name__
                raise Misuse(f"{path.name} cannot be read: {said}") from None
            left -= len(found[-1][1])
            if left < 0:
                raise Misuse(f"the files have more than {MOST_BYTES // 2**20} MB: ask for fewer")
        return found

    def size(self, names: list[str]) -> int:
        """How many bytes the files have, of those that may be read."""
        total = 0
        for name in names[:MOST_FILES]:
            try:
                total += self.path(name).stat().st_size
            except (Misuse, OSError):
                continue
        return min(total, MOST_BYTES)


def _exists(path: Path) -> bool:
    """True where there is such a file, and it may be looked for."""
    try:
        return path.exists()
    except (OSError, ValueError):
        return False
