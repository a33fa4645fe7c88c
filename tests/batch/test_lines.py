"""Many documents, one row each, in the order given, whatever becomes of them."""

import json
import multiprocessing
import os
from pathlib import Path

import pytest

from tieout import engine
from tieout.batch import checked, lines

ACME = "Revenue was $7.2 million for the quarter.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two documents, one hidden, one of no known kind, one empty, in two folders."""
    (tmp_path / "later").mkdir()
    (tmp_path / "b.txt").write_text(ACME)
    (tmp_path / "a.htm").write_text("")
    (tmp_path / ".hidden.txt").write_text(ACME)
    (tmp_path / "facts.json").write_text("{}")
    (tmp_path / "later" / "c.TXT").write_text(ACME)
    return tmp_path


def test_a_row_holds_the_whole_workpaper(folder: Path) -> None:
    path = str(folder / "b.txt")
    row = lines.row(path)
    line = json.loads(row.line)
    assert row.was_read
    assert list(line) == ["name", "sha256", "seconds", "workpaper"]
    assert line["name"] == path
    assert line["sha256"] == line["workpaper"]["documents"][0]["sha256"]
    assert line["seconds"] > 0
    assert b"\n" not in row.line


def test_a_row_of_which_nothing_was_understood_says_so_and_holds_the_workpaper(
    folder: Path,
) -> None:
    lost = "".join(f"Line {n} | $ | {n},219 |\n" for n in range(40))
    path = folder / "lost.txt"
    path.write_text(f"ACME REPORTS RESULTS\n\nSecond quarter ended June 30, 2008.\n\n{lost}")
    row = lines.row(str(path))
    line = json.loads(row.line)
    assert not row.was_read
    assert list(line) == ["name", "sha256", "seconds", "workpaper", "error"]
    assert "no claim in it was understood" in line["error"]
    assert line["workpaper"]["understood"]["degree"] == "nothing"


@pytest.mark.parametrize(
    ("name", "why"),
    [("a.htm", "is empty"), ("nowhere.txt", "No such file"), ("later", "Is a directory")],
)
def test_what_cannot_be_read_is_a_row_too(name: str, why: str, folder: Path) -> None:
    row = lines.row(str(folder / name))
    line = json.loads(row.line)
    assert not row.was_read
    assert line["name"] == str(folder / name)
    assert why in line["error"]


def test_a_defect_of_ours_is_a_row_too(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("oh")

    monkeypatch.setattr(checked, "check", fail)
    line = json.loads(lines.row(str(folder / "b.txt")).line)
    assert line["error"] == "internal error: ZeroDivisionError: oh"


def test_a_name_of_stray_bytes_is_a_row(tmp_path: Path) -> None:
    name = os.fsdecode(os.fsencode(tmp_path) + b"/stray\xff.txt")
    Path(name).write_text(ACME)
    assert json.loads(lines.row(name).line)["name"].endswith("stray?.txt")


@pytest.mark.parametrize("jobs", [1, 2])
def test_rows_stand_in_the_order_given(jobs: int, folder: Path) -> None:
    names = [
        str(folder / name) for name in ("b.txt", "nowhere.txt", "later/c.TXT", "a.htm", "b.txt")
    ]
    told = [json.loads(row.line) for row in lines.rows(names, jobs)]
    assert [line["name"] for line in told] == names
    assert ["error" in line for line in told] == [False, True, False, True, False]


def test_a_worker_that_dies_takes_only_its_own_document_along(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:

    def fatal(name: str, raw: bytes) -> object:
        if raw.startswith(b"DIE"):
            os._exit(9)
        return engine.read(name, raw)

    monkeypatch.setattr(checked, "read", fatal)
    (folder / "bad.txt").write_text("DIE 7")
    names = [str(folder / name) for name in ("b.txt", "bad.txt", "b.txt", "later/c.TXT")]
    told = [json.loads(row.line) for row in lines.rows(names, 2)]
    assert [line["name"] for line in told] == names
    assert ["error" in line for line in told] == [False, True, False, False]
    assert "its reader broke down" in told[1]["error"]


def test_a_reader_that_stops_leaves_no_worker_behind(folder: Path) -> None:
    rows = lines.rows([str(folder / "b.txt")] * 40, 2)
    next(rows)
    rows.close()
    assert multiprocessing.active_children() == []
