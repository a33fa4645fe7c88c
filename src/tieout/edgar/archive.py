"""The archive: filings by accession number, each with its hash, never changed, verified on read.

filings/0001104659-07/0001104659-07-080000.txt        as EDGAR has it
filings/0001104659-07/0001104659-07-080000.sha256     as sha256sum -c reads it
pages/CIK0001009759.json                              what EDGAR listed, as of the file's time
"""

import contextlib
import hashlib
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from tieout.edgar.refusals import Unreachable
from tieout.errors import Unreadable
from tieout.files import put_in_folder
from tieout.patterns import pattern
from tieout.sources import bytes_of

LARGEST = 200 * 2**20
"""Bytes of a filing: EDGAR takes none larger."""

_HASH = pattern(r"([0-9a-f]{64})  [^\n]{1,80}\n?\Z")
_CIK = pattern(r"CIK[0-9]{10}(?:-submissions-[0-9]{3})?\.json\Z")
_PAGES = 200
"""Pages that are looked through: of one more, EDGAR itself is asked sooner."""
_FILED, _MINE = 0o444, 0o644


class Archive:
    """A folder of filings; `tell` hears which file in it is damaged."""

    def __init__(self, folder: Path, tell: Callable[[str], None]) -> None:
        """The folder is made when the first file is kept."""
        self.folder = folder
        self._tell = tell

    def path(self, accession: str) -> Path:
        """Where the filing of that number stands, or is to stand."""
        return self.folder / "filings" / accession[:13] / f"{accession}.txt"

    def filing(self, accession: str) -> bytes | None:
        """The filing as it was kept; None for one that is not there, or damaged, which is told."""
        return self._read(self.path(accession))

    def keep(self, accession: str, raw: bytes) -> Path:
        """The filing is on the disk, whole; raises Unreachable where it cannot be."""
        path = self.path(accession)
        if self._is_kept(path, raw):
            return path  # by another process, meanwhile
        self._put(path, raw)
        with contextlib.suppress(OSError):
            path.chmod(_FILED)
        return path

    def page(self, name: str) -> tuple[bytes, float] | None:
        """A page of EDGAR's as it was last kept, and how many seconds ago; None as of a filing."""
        path = self.folder / "pages" / name
        raw = self._read(path)
        if raw is None:
            return None
        return raw, max(time.time() - path.stat().st_mtime, 0.0)

    def keep_page(self, name: str, raw: bytes) -> None:
        """The page stands there in place of the one before it; raises as `keep`."""
        self._put(self.folder / "pages" / name, raw)

    def listing(self, accession: str) -> Iterator[int]:
        """The companies whose pages, of the latest that were kept, list a filing of that number."""
        found = [
            path for path in (self.folder / "pages").glob("CIK*.json") if _CIK.match(path.name)
        ]
        newest = sorted(found, key=lambda path: path.stat().st_mtime, reverse=True)
        for path in newest[:_PAGES]:
            if f'"{accession}"'.encode() in (self._read(path) or b""):
                yield int(path.name[3:13])

    def _put(self, path: Path, raw: bytes) -> None:
        """The file and its hash beside it."""
        said = f"{hashlib.sha256(raw).hexdigest()}  {path.name}\n".encode()
        try:
            with contextlib.suppress(FileNotFoundError):
                path.chmod(_MINE)  # a damaged one: where it may not be written, nor may the new
            put_in_folder(path.parent, {path.name: raw, _beside(path).name: said})
        except OSError as reason:
            raise Unreachable(
                f"{path} cannot be written: {reason.strerror or reason}; "
                "name another archive with --archive"
            ) from None

    def _read(self, path: Path) -> bytes | None:
        """The bytes that the hash beside them is of."""
        try:
            said = _HASH.match(bytes_of(_beside(path), 4096).decode("ascii", "replace"))
            raw = bytes_of(path, LARGEST + 1)
        except FileNotFoundError:
            return None  # or half of it, from a run that was killed
        except (OSError, Unreadable) as reason:
            self._tell(f"{path} cannot be read: {getattr(reason, 'strerror', None) or reason}")
            return None
        if said is None or hashlib.sha256(raw).hexdigest() != said[1]:
            self._tell(f"{path} is damaged: it is not what its SHA-256 says")
            return None
        return raw

    def _is_kept(self, path: Path, raw: bytes) -> bool:
        """True where these very bytes stand there, with their hash."""
        try:
            said = bytes_of(_beside(path), 4096)
            is_same = bytes_of(path, len(raw) + 1) == raw
        except (OSError, Unreadable):
            return False
        return is_same and said.startswith(hashlib.sha256(raw).hexdigest().encode())


def _beside(path: Path) -> Path:
    """The file of the hash."""
    return path.with_suffix(".sha256")
