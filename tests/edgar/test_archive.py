"""The archive: what is kept is verified, and what is damaged is found and named."""

import subprocess
from pathlib import Path

import pytest

from tieout.edgar.archive import Archive
from tieout.edgar.refusals import Unreachable

NUMBER = "0001104659-07-080000"


@pytest.fixture
def archive(tmp_path: Path, heard: list[str]) -> Archive:
    return Archive(tmp_path / "archive", heard.append)


def test_what_is_kept_is_handed_out(archive: Archive, heard: list[str]) -> None:
    assert archive.filing(NUMBER) is None
    path = archive.keep(NUMBER, b"words")
    assert path == archive.folder / "filings" / "0001104659-07" / f"{NUMBER}.txt"
    assert (archive.filing(NUMBER), path.read_bytes()) == (b"words", b"words")
    assert heard == []


def test_a_hash_stands_beside_it_as_the_usual_tool_reads_it(archive: Archive) -> None:
    path = archive.keep(NUMBER, b"words")
    command = ["sha256sum", "--check", f"{NUMBER}.sha256"]
    done = subprocess.run(command, cwd=path.parent, capture_output=True, check=True)
    assert done.stdout == f"{NUMBER}.txt: OK\n".encode()


@pytest.mark.parametrize("suffix", [".txt", ".sha256"])
@pytest.mark.parametrize("content", [b"", b"word$", b"f" * 64 + b"  x\n"])
def test_a_damaged_file_is_named_and_not_handed_out(
    suffix: str, content: bytes, archive: Archive, heard: list[str]
) -> None:
    path = archive.keep(NUMBER, b"words")
    path.chmod(0o644)
    path.with_suffix(suffix).write_bytes(content)
    assert archive.filing(NUMBER) is None
    assert heard == [f"{path} is damaged: it is not what its SHA-256 says"]
    archive.keep(NUMBER, b"words")
    assert archive.filing(NUMBER) == b"words"


def test_half_of_what_was_to_be_kept_is_nothing(archive: Archive, heard: list[str]) -> None:
    path = archive.keep(NUMBER, b"words")
    path.with_suffix(".sha256").unlink()
    assert archive.filing(NUMBER) is None
    assert heard == []


def test_nothing_is_written_over_what_is_kept(archive: Archive) -> None:
    path = archive.keep(NUMBER, b"words")
    stood = path.stat()
    archive.keep(NUMBER, b"words")
    now = path.stat()
    assert (now.st_ino, now.st_mtime_ns) == (stood.st_ino, stood.st_mtime_ns)
    assert now.st_mode & 0o222 == 0


def test_a_page_is_kept_with_its_age(archive: Archive) -> None:
    assert archive.page("CIK1.json") is None
    archive.keep_page("CIK1.json", b"{}")
    archive.keep_page("CIK1.json", b"[]")
    kept = archive.page("CIK1.json")
    assert kept is not None
    assert kept[0] == b"[]"
    assert 0 <= kept[1] < 60


def test_an_archive_that_cannot_be_written_is_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "archive").write_text("a file")
    with pytest.raises(Unreachable, match="name another archive with --archive"):
        Archive(tmp_path / "archive", print).keep(NUMBER, b"words")
