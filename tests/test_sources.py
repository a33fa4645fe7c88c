"""Bytes come from files, and from pipes that a shell made; nothing waits for ever."""

import os
from pathlib import Path

import pytest

from tieout.errors import Unreadable
from tieout.sources import bytes_of, is_special, sized, within


@pytest.mark.parametrize("size", [0, 1, 70_000, 300_000])
def test_a_file_is_read_up_to_the_most(size: int, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes(b"5" * size)
    assert bytes_of(path, 100_000) == b"5" * min(size, 100_000)
    assert sized(str(path)) == (str(path), size)
    assert not is_special(str(path))


def test_what_is_not_there_is_the_systems_to_tell(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        bytes_of(tmp_path / "a.txt", 9)
    with pytest.raises(IsADirectoryError):
        bytes_of(tmp_path, 9)
    assert sized(str(tmp_path / "a.txt"))[1] == 0
    assert not is_special("\0")


def test_a_pipe_that_nobody_writes_to_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "p.txt"
    os.mkfifo(path)
    assert is_special(str(path))
    with pytest.raises(Unreadable, match="is a named pipe, no document"):
        bytes_of(path, 9)


@pytest.mark.parametrize("path", ["/dev/zero", "/dev/null"])
def test_a_device_is_refused(path: str) -> None:
    with pytest.raises(Unreadable, match="is a device, no document"):
        bytes_of(path, 9)


def test_a_pipe_of_the_shell_is_read_to_its_end() -> None:
    here, there = os.pipe()
    os.write(there, b"Revenue was $5.")
    os.close(there)
    try:
        assert bytes_of(f"/dev/fd/{here}", 100) == b"Revenue was $5."
    finally:
        os.close(here)


def test_a_log_without_end_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """As /proc/kmsg is, which calls itself a file, and has those wait who read all of it."""
    path = tmp_path / "p"
    os.mkfifo(path)
    writer = os.open(path, os.O_RDWR)
    file = Path(__file__).stat()
    monkeypatch.setattr(os, "fstat", lambda _: file)
    try:
        with pytest.raises(Unreadable, match="has no end"):
            bytes_of(path, 9)
    finally:
        os.close(writer)


def test_a_larger_file_than_is_wanted_is_refused_by_what_is_wanted(tmp_path: Path) -> None:
    path = tmp_path / "large.txt"
    path.write_bytes(b" " * (2**20 + 7))
    assert within(str(path), 2**20 + 7) == path.read_bytes()
    with pytest.raises(Unreadable, match=r"large.txt is larger than 1 MB"):
        within(str(path), 2**20)
