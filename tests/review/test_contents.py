import os
from pathlib import Path

import pytest

from tieout.errors import Misuse
from tieout.review import contents as reading
from tieout.review.contents import contents, documents
from tieout.review.desk import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    """Two drafts, and what supports them."""
    desk = Desk(tmp_path)
    for name, role in (("a.txt", "draft"), ("b.txt", "draft"), ("c.csv", "support")):
        (tmp_path / name).write_text(name)
        desk.give(name, role)
    return desk


def test_files_are_read_drafts_first_and_what_people_said_last(desk: Desk) -> None:
    (desk.folder / "accepted.toml").write_text("# nothing")
    files = contents(desk)
    assert [(one.role, one.name, one.content) for one in files.given] == [
        ("subject", "a.txt", b"a.txt"),
        ("subject", "b.txt", b"b.txt"),
        ("support", "c.csv", b"c.csv"),
        ("accepted", "accepted.toml", b"# nothing"),
    ]
    assert documents(files) == files.given[:3]


def test_one_that_cannot_be_read_holds_up_no_other(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def within(path: Path, most: int) -> bytes:
        if path.name == "b.txt":
            raise PermissionError(13, "Permission denied")
        if path.name == "c.csv":
            raise FileNotFoundError
        return path.read_bytes()[:most]

    monkeypatch.setattr(reading, "within", within)
    files = contents(desk)
    assert [one.name for one in files.given] == ["a.txt", "b.txt"]
    assert files.faults == {
        "b.txt": "b.txt cannot be read: Permission denied. Allow it, and it is checked"
    }


def test_one_that_is_too_large_is_named_as_the_page_names_it(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reading, "LARGEST", 2**20)
    (desk.folder / "b.txt").write_bytes(b"x" * (2**20 + 1))
    assert contents(desk).faults == {"b.txt": "b.txt is larger than 1 MB: give one release a file"}
    (desk.folder / "accepted.toml").write_bytes(b"#" * (2**20 + 1))
    with pytest.raises(Misuse, match=r"accepted\.toml is larger than 1 MB: move it out of"):
        contents(desk)


def test_what_people_said_is_not_left_out_because_it_cannot_be_read(desk: Desk) -> None:
    os.mkfifo(desk.folder / "accepted.toml")
    with pytest.raises(Misuse, match=r"accepted\.toml is there, and is no file"):
        contents(desk)
