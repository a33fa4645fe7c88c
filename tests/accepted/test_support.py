"""The files that support ticks by hand."""

import hashlib
import os
from pathlib import Path

import pytest

from tieout.accepted.support import exchanged, hash_of
from tieout.errors import Misuse
from tieout.model.accepted import Entry


def tick(file: str, told: bytes) -> Entry:
    """A tick that rests on a file with these bytes."""
    sha256 = hashlib.sha256(told).hexdigest()
    return Entry("ticked", "acme", "", "", "", (), "17", file=file, sha256=sha256)


def test_a_support_that_is_another_file_by_now_is_told(tmp_path: Path) -> None:
    (tmp_path / "lease.pdf").write_bytes(b"lease")
    same, other = tick("lease.pdf", b"lease"), tick("lease.pdf", b"release")
    assert exchanged(tmp_path, [same]) == frozenset()
    assert exchanged(tmp_path, [same, other]) == {("lease.pdf", other.sha256)}


@pytest.mark.parametrize(
    "name", ["gone.pdf", "../lease.pdf", "/etc/passwd", "link", "", ".", "a\0"]
)
def test_what_does_not_stand_in_the_folder_says_nothing(name: str, tmp_path: Path) -> None:
    folder = tmp_path / "folder"
    folder.mkdir()
    (tmp_path / "lease.pdf").write_bytes(b"lease")
    (folder / "link").symlink_to(tmp_path / "lease.pdf")
    assert exchanged(folder, [tick(name, b"other")]) == frozenset()


def test_what_has_no_end_has_no_hash(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert exchanged(tmp_path, [tick("pipe", b"other")]) == frozenset()
    with pytest.raises(Misuse, match="is no file: save what it holds to one"):
        hash_of(tmp_path / "pipe")
