"""Files put in their place whole, or not at all."""

import contextlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest

from tieout.files import filled, in_place, put, put_in_folder, put_new


@pytest.fixture
def umask() -> Iterator[int]:
    """A mask that is not the usual one."""
    before = os.umask(0o027)
    yield 0o027
    os.umask(before)


def mode(path: Path) -> int:
    return stat.S_IMODE(path.stat().st_mode)


def test_a_new_file_is_as_the_umask_says(tmp_path: Path, umask: int) -> None:
    put({tmp_path / "a": b"1"})
    assert ((tmp_path / "a").read_bytes(), mode(tmp_path / "a")) == (b"1", 0o666 & ~umask)
    with filled(tmp_path / "b") as file:
        file.write(b"2")
    assert mode(tmp_path / "b") == 0o666 & ~umask


@pytest.mark.parametrize("kept", [0o600, 0o644, 0o664, 0o666])
def test_mode_and_group_of_what_stood_there_are_kept(tmp_path: Path, kept: int) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"old")
    path.chmod(kept)
    if os.getuid() == 0:
        os.chown(path, 12, 34)
    before = path.stat()
    put({path: b"new"})
    after = path.stat()
    assert (after.st_uid, after.st_gid, after.st_mode) == (
        before.st_uid, before.st_gid, before.st_mode,
    )  # fmt: skip
    assert path.read_bytes() == b"new"
    assert after.st_mtime >= before.st_mtime


def test_a_full_disk_leaves_what_stood_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"old")

    def fail(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OSError, match="No space"):
        put({old: b"1", new: b"2"})
    with pytest.raises(OSError, match="No space"), filled(old) as file:
        file.write(b"1")
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [("old", b"old")]


def test_what_is_interrupted_leaves_an_earlier_file_and_keeps_lines_of_a_new_one(
    tmp_path: Path,
) -> None:
    old, new = tmp_path / "old", tmp_path / "new"
    old.write_bytes(b"old")
    for path in (old, new):
        with contextlib.suppress(KeyboardInterrupt), filled(path) as file:
            file.write(b"a line\n")
            raise KeyboardInterrupt
    assert (old.read_bytes(), new.read_bytes()) == (b"old", b"a line\n")
    assert sorted(one.name for one in tmp_path.iterdir()) == ["new", "old"]


def test_a_link_leads_to_the_file_that_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "link").symlink_to("a")
    put({in_place(tmp_path / "link"): b"new"})
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "a").read_bytes() == b"new"
    (tmp_path / "nowhere").symlink_to("b")
    put({in_place(tmp_path / "nowhere"): b"new"})
    assert (tmp_path / "b").read_bytes() == b"new"


def test_a_folder_in_the_way_is_found_before_anything_is_written(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    with pytest.raises(IsADirectoryError):
        put({tmp_path / "a": b"1", tmp_path / "b": b"2"})
    assert [one.name for one in tmp_path.iterdir()] == ["b"]


def test_a_device_is_written_to() -> None:
    put({Path("/dev/null"): b"1"})
    with filled(Path("/dev/null")) as file:
        file.write(b"1")
    assert not Path("/dev/null").is_file()


@pytest.mark.skipif(not Path("/dev/fd").exists(), reason="no /dev/fd")
def test_a_pipe_is_written_to_by_the_name_that_leads_to_it() -> None:
    read, write = os.pipe()
    put({in_place(Path(f"/dev/fd/{write}")): b"1"})
    with filled(in_place(Path(f"/dev/fd/{write}"))) as file:
        file.write(b"2")
    os.close(write)
    with os.fdopen(read, "rb") as there:
        assert there.read() == b"12"


def test_folders_made_in_vain_are_gone(tmp_path: Path) -> None:
    with pytest.raises(OSError, match="too long"):
        put_in_folder(tmp_path / "a" / "b", {"n" * 300: b""})
    assert list(tmp_path.iterdir()) == []


def test_a_new_file_takes_the_place_of_none_and_is_gone_where_it_cannot_be_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_new(tmp_path / "a", b"1")
    with pytest.raises(FileExistsError):
        put_new(tmp_path / "a", b"2")
    assert (tmp_path / "a").read_bytes() == b"1"
    monkeypatch.setattr(os, "fsync", lambda _: (_ for _ in ()).throw(OSError("full")))
    with pytest.raises(OSError, match="full"):
        put_new(tmp_path / "b", b"1")
    assert not (tmp_path / "b").exists()
