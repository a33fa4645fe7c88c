"""What is a document in a folder, in which order, and what lists name."""

import io
import os
import sys
from pathlib import Path

import pytest

from tieout.batch.walking import documents, listed, named
from tieout.errors import Misuse


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Documents in two folders, one hidden, one of no known kind."""
    (tmp_path / "later").mkdir()
    (tmp_path / ".git").mkdir()
    for name in ("b.txt", "a.htm", ".hidden.txt", "facts.json", "later/c.TXT", "later.txt",
                 ".git/d.txt"):  # fmt: skip
        (tmp_path / name).write_text("")
    return tmp_path


def test_a_directory_is_its_documents_sorted(folder: Path) -> None:
    names = sorted(str(folder / name) for name in ("a.htm", "b.txt", "later.txt", "later/c.TXT"))
    assert list(documents([str(folder)])) == names
    assert sorted(documents([str(folder)], in_order=False)) == names


def test_a_file_named_is_taken_as_it_is(folder: Path) -> None:
    given = [str(folder / "facts.json"), "nowhere.txt"]
    assert list(documents(given)) == given


def test_a_directory_is_walked_as_its_documents_are_asked_for(folder: Path) -> None:
    found = documents([str(folder), str(folder / "later")], in_order=False)
    next(found)
    (folder / "later" / "new.txt").write_text("")
    assert str(folder / "later" / "new.txt") in found


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_pipes_and_linked_folders_are_passed_over(folder: Path) -> None:
    before = list(documents([str(folder)]))
    os.mkfifo(folder / "pipe.txt")
    (folder / "again").symlink_to(folder)
    assert list(documents([str(folder)])) == before


def test_a_list_names_a_document_a_line(tmp_path: Path) -> None:
    path = tmp_path / "list"
    path.write_bytes(b"a.txt\r\n\nb c.txt\nstray\xff.txt")
    with listed([str(path)]) as kept:
        assert list(named(kept)) == ["a.txt", "b c.txt", os.fsdecode(b"stray\xff.txt")]


def test_standard_input_can_be_read_twice(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b"a.txt\nb.txt\n")))
    with listed(["-"]) as kept:
        assert list(named(kept)) == list(named(kept)) == ["a.txt", "b.txt"]


def test_a_list_that_cannot_be_read_is_refused() -> None:
    with (
        pytest.raises(Misuse, match="nowhere, a list of documents, cannot be read: No such file"),
        listed(["nowhere"]),
    ):
        pass
