"""No path leads out of the folders that may be read, and what is read has bounds."""

import os
from pathlib import Path

import pytest

from tieout.assistants import folders as module
from tieout.assistants.folders import Folders
from tieout.errors import Misuse, Unreadable


@pytest.fixture
def inside(tmp_path: Path) -> Path:
    (tmp_path / "secret.txt").write_text("secret")
    inside = tmp_path / "inside"
    (inside / "below").mkdir(parents=True)
    (inside / "a.txt").write_text("a")
    (inside / "below" / "b.txt").write_text("bb")
    (inside / "out").symlink_to(tmp_path)
    (inside / "link.txt").symlink_to(tmp_path / "secret.txt")
    (inside / "within.txt").symlink_to(inside / "below" / "b.txt")
    (inside / "loop").symlink_to(inside / "loop")
    return inside


def test_a_file_is_read_by_its_name_from_whichever_folder_has_it(inside: Path) -> None:
    allowed = Folders((str(inside), str(inside / "below")))
    assert allowed.contents(["a.txt", "below/b.txt", "within.txt", str(inside / "a.txt")]) == [
        ("a.txt", b"a"),
        ("b.txt", b"bb"),
        ("b.txt", b"bb"),
        ("a.txt", b"a"),
    ]
    assert allowed.path("b.txt") == inside / "below" / "b.txt"
    assert allowed.size(["a.txt", "b.txt", "none.txt", "../secret.txt"]) == 3


@pytest.mark.parametrize(
    "name",
    ["../secret.txt", "below/../../secret.txt", "out/secret.txt", "link.txt", "/etc/passwd",
     "../none.txt", "out/none.txt", "..", "/", "~root/../../etc/passwd/../../.."],
)  # fmt: skip
def test_no_name_and_no_link_leads_out(name: str, inside: Path) -> None:
    """And nothing is said of whether there is such a file."""
    with pytest.raises(Misuse, match="lies outside of the folders that may be read"):
        Folders((str(inside),)).path(name)


@pytest.mark.parametrize("name", ["none.txt", "a.txt/b", "\0", "loop", "below", "", "a" * 5000])
def test_what_is_no_file_is_a_sentence(name: str, inside: Path) -> None:
    with pytest.raises(Misuse):
        Folders((str(inside),)).path(name)


def test_a_folder_that_is_none_is_a_sentence(inside: Path) -> None:
    for name, said in (("none", "does not exist"), ("a.txt", "is no folder")):
        with pytest.raises(Misuse, match=said):
            Folders((str(inside / name),))


def test_a_folder_that_is_a_link_is_where_it_leads(inside: Path, tmp_path: Path) -> None:
    (tmp_path / "other").symlink_to(inside)
    assert Folders((str(tmp_path / "other"),)).path("a.txt") == inside / "a.txt"


def test_many_files_large_files_and_pipes_are_refused(
    inside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    allowed = Folders((str(inside),))
    with pytest.raises(Misuse, match="41 files are too many"):
        allowed.contents(["a.txt"] * 41)
    os.mkfifo(inside / "pipe")
    with pytest.raises(Unreadable, match="a named pipe"):
        allowed.contents(["pipe"])
    monkeypatch.setattr(module, "MOST_BYTES", 2)
    with pytest.raises(Misuse, match="ask for fewer"):
        allowed.contents(["a.txt", "below/b.txt"])
