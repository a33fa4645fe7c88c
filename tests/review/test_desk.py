import json
import os
from pathlib import Path

import pytest

from tieout.errors import Misuse
from tieout.review import desk as desks
from tieout.review.desk import Desk


def named(desk: Desk) -> list[tuple[str, str]]:
    return [(file.name, file.role) for file in desk.files()]


def test_documents_and_books_are_listed_and_nothing_else(tmp_path: Path) -> None:
    for name in ("b.txt", "a.docx", "closing.csv", "photo.jpg", ".hidden.txt", "~$a.docx"):
        (tmp_path / name).write_text("x")
    (tmp_path / "folder.txt").mkdir()
    assert [name for name, _ in named(Desk(tmp_path))] == ["a.docx", "b.txt", "closing.csv"]


def test_roles_are_kept_for_the_next_review(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "b.txt").write_text("x")
    Desk(tmp_path).give("b.txt", "draft")
    assert named(Desk(tmp_path)) == [("b.txt", "draft"), ("a.txt", "")]
    Desk(tmp_path).give("b.txt", "")
    assert named(Desk(tmp_path)) == [("a.txt", ""), ("b.txt", "")]


@pytest.mark.parametrize("kept", [b"{", b'{"roles": {"a.txt": "king"}}', b"[" * 10_000, b"\xff"])
def test_roles_that_cannot_be_read_are_none(tmp_path: Path, kept: bytes) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / ".tieout-review.json").write_bytes(kept)
    assert named(Desk(tmp_path)) == [("a.txt", "")]


@pytest.mark.parametrize(
    "name",
    ["../a.txt", "/etc/passwd", "..", ".", "", "a/b.txt", "a\\b.txt", "a\0.txt", "a\n.txt",
     ".tieout-review.json", "~$a.docx", "C:a.txt", "con.txt", "LPT1.docx", "\udce9.txt",
     "\u202ea.txt", "x" * 300 + ".txt"],
)  # fmt: skip
def test_no_name_leads_out_of_the_folder(tmp_path: Path, name: str) -> None:
    with pytest.raises(Misuse, match="is no name for a"):
        Desk(tmp_path).path(name)


def odd(kind: str, path: Path) -> None:
    """Something of that name which is no file."""
    if kind == "pipe":
        os.mkfifo(path)  # who opens it waits for ever
    elif kind == "link":
        path.symlink_to("/dev/zero")
    else:
        path.mkdir()


@pytest.mark.parametrize("kind", ["pipe", "link", "folder"])
def test_what_is_no_file_holds_up_nobody(tmp_path: Path, kind: str) -> None:
    odd(kind, tmp_path / ".tieout-review.json")
    odd(kind, tmp_path / "accepted.toml")
    odd(kind, tmp_path / "a.txt")
    (tmp_path / "b.txt").write_text("x")
    desk = Desk(tmp_path)
    assert named(desk) == [("b.txt", "")]
    for asked in (lambda: desk.give("b.txt", "draft"), desk.accepted, lambda: desk.path("a.txt")):
        with pytest.raises(Misuse, match=r"is no file|is a link"):
            asked()


def test_roles_that_nobody_could_give_are_none(tmp_path: Path) -> None:
    names = [f"{number}.txt" for number in range(50)]
    roles = {"con.txt": "draft", "a\u202eb.txt": "draft"} | dict.fromkeys(names, "against")
    (tmp_path / ".tieout-review.json").write_text(json.dumps({"roles": roles}))
    for name in roles:
        (tmp_path / name).write_text("x")
    used = [file.name for file in Desk(tmp_path).used()]
    assert len(used) == desks.MOST_USED
    assert set(used) <= set(names)


def test_a_name_that_is_no_text_is_not_listed(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    Path(os.fsdecode(bytes(tmp_path) + b"/\xe9.txt")).write_text("x")
    assert named(Desk(tmp_path)) == [("a.txt", "")]


def test_a_link_is_neither_listed_nor_used(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret.txt").write_text("x")
    inside = tmp_path / "inside"
    inside.mkdir()
    (inside / "link.txt").symlink_to(outside / "secret.txt")
    desk = Desk(inside)
    assert named(desk) == []
    with pytest.raises(Misuse, match="is a link"):
        desk.give("link.txt", "draft")


def test_what_tieout_does_not_read_is_not_taken(tmp_path: Path) -> None:
    with pytest.raises(Misuse, match=r"no document that tieout reads: it reads \.csv, \.docm"):
        Desk(tmp_path).admitted("evil.exe")


def test_a_role_is_one_of_four_and_of_a_file_that_is_there(tmp_path: Path) -> None:
    desk = Desk(tmp_path)
    with pytest.raises(Misuse, match="'king' is no role"):
        desk.give("a.txt", "king")
    with pytest.raises(Misuse, match=r"is not in .* any more"):
        desk.give("a.txt", "draft")


def test_only_so_many_files_are_used_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(desks, "MOST_USED", 2)
    desk = Desk(tmp_path)
    for name in ("a.txt", "b.txt", "c.txt"):
        (tmp_path / name).write_text("x")
    desk.give("a.txt", "draft")
    desk.give("b.txt", "draft")
    with pytest.raises(Misuse, match="2 files are the most"):
        desk.give("c.txt", "draft")
    (tmp_path / "a.txt").unlink()  # one that is gone is not in use
    desk.give("c.txt", "draft")
    assert named(desk) == [("b.txt", "draft"), ("c.txt", "draft")]
