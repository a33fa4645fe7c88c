"""tieout batch: lines in order, failures as lines, and the exit status."""

import json
from pathlib import Path
from typing import Any

import pytest

ACME = "Revenue was $7.2 million for the quarter.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two documents."""
    (tmp_path / "in").mkdir()
    for name in ("b.txt", "a.txt"):
        (tmp_path / "in" / name).write_text(ACME)
    return tmp_path


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text().splitlines()]


def test_a_line_a_document(tieout: Any, folder: Path) -> None:
    out = folder / "out.jsonl"
    answer = tieout("batch", str(folder / "in"), "--output", str(out), "--jobs", "1")
    said = f"{out}: 2 lines, a document each\n"
    assert (answer.status, answer.out, answer.err) == (0, said, "")
    assert [line["name"] for line in lines(out)] == [
        str(folder / "in" / n) for n in ("a.txt", "b.txt")
    ]


def test_a_line_holds_what_check_prints(tieout: Any, folder: Path) -> None:
    path, out = str(folder / "in" / "a.txt"), folder / "out.jsonl"
    tieout("batch", path, "--output", str(out), "--jobs", "1")
    assert lines(out)[0]["workpaper"] == json.loads(tieout("check", path, "--format", "json").out)


def test_some_that_fail_are_1(tieout: Any, folder: Path) -> None:
    out = folder / "out.jsonl"
    answer = tieout("batch", str(folder / "in"), "nowhere.txt", "--output", str(out), "--jobs", "1")
    assert answer.status == 1
    assert (
        answer.err == f"tieout: 1 of 3 documents could not be read or understood: {out} says why\n"
    )
    assert "error" in lines(out)[2]


def test_none_that_could_be_read_is_2(tieout: Any, folder: Path) -> None:
    out = folder / "out.jsonl"
    answer = tieout("batch", "nowhere.txt", "--output", str(out), "--jobs", "1")
    assert (answer.status, "none of the documents" in answer.err) == (2, True)
    assert len(lines(out)) == 1


def test_an_empty_directory_is_2(tieout: Any, folder: Path) -> None:
    (folder / "none").mkdir()
    answer = tieout("batch", str(folder / "none"), "--output", str(folder / "out.jsonl"))
    assert (answer.status, "no documents under" in answer.err) == (2, True)


def test_an_output_that_cannot_be_written_is_2(tieout: Any, folder: Path) -> None:
    answer = tieout("batch", str(folder / "in"), "--output", str(folder / "no" / "out.jsonl"))
    assert (answer.status, "cannot be written" in answer.err) == (2, True)


def test_a_document_is_never_overwritten(tieout: Any, folder: Path) -> None:
    path = folder / "in" / "a.txt"
    answer = tieout("batch", str(folder / "in"), "--output", str(path))
    assert (answer.status, path.read_text()) == (2, ACME)


def test_processes_keep_the_order(process: Any, folder: Path) -> None:
    out = folder / "out.jsonl"
    done = process("batch", str(folder / "in"), "--output", str(out), "--jobs", "2")
    assert (done.returncode, done.stderr) == (0, b"")
    assert [Path(line["name"]).name for line in lines(out)] == ["a.txt", "b.txt"]


def test_lines_go_to_standard_output_until_the_reader_goes_away(process: Any, folder: Path) -> None:
    whole = process("batch", str(folder / "in"), "nowhere.txt", "--output", "-")
    assert ["error" in json.loads(line) for line in whole.stdout.splitlines()] == [0, 0, 1]
    assert b"their lines say why" in whole.stderr
    cut = process("batch", str(folder / "in"), "--output", "-", shell="| head -c 9")
    assert (cut.stdout, cut.stderr) == (b'{"name":"', b"")
