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


# -------------------------------------------------------------------------------------- datasets


@pytest.fixture
def filled(tieout: Any, folder: Path) -> Any:
    """Makes datasets of the two documents, of which one is a copy, and whatever else is given."""
    pytest.importorskip("pyarrow")

    def fill(*arguments: str, stdin: bytes = b"") -> Any:
        given = ("--format", "parquet", "--output", str(folder / "out"), "--jobs", "1")
        return tieout("batch", *arguments, *given, stdin=stdin)

    return fill


def test_datasets_have_a_summary(filled: Any, folder: Path) -> None:
    answer = filled(str(folder / "in"))
    assert answer.status == 0
    assert answer.err == "tieout: 1 of 2 documents passed over: the same bytes as another\n"
    assert answer.out.startswith(f"{folder}/out: 1 document, 0.0 MB\n\n  read ")
    assert "  figures                           1\n" in answer.out
    summary = json.loads((folder / "out" / "summary.json").read_text())
    assert (summary["format"], summary["total"]["read"]) == ("tieout-batch", 1)
    again = filled(str(folder / "in"))
    assert (again.status, again.out) == (0, answer.out)
    assert again.err == "tieout: 2 of 2 documents passed over: done before\n"


def test_datasets_with_lines_beside_them(filled: Any, folder: Path) -> None:
    assert filled(str(folder / "in"), "--format", "jsonl").status == 0
    (path,) = (folder / "out" / "workpapers").rglob("*.jsonl")
    assert [line["name"] for line in lines(path)] in [
        [str(folder / "in" / name)] for name in ("a.txt", "b.txt")
    ]


def test_failures_are_counted_by_reason(filled: Any, folder: Path) -> None:
    (folder / "in" / "c.txt").write_text("")
    answer = filled(str(folder / "in"), "nowhere.txt")
    assert answer.status == 1
    assert (
        "  not a document                    1\n  not opened                        1\n"
        in answer.out
    )
    where = f"{folder}/out/failures says why"
    assert answer.err.endswith(f"2 of 3 documents could not be read or understood: {where}\n")
    again = filled(str(folder / "in"), "--retry")
    assert (again.status, "not opened" in again.out) == (1, False)


def test_none_that_could_be_read_is_2_for_datasets_too(filled: Any) -> None:
    answer = filled("nowhere.txt")
    assert (answer.status, "none of the documents could be read" in answer.err) == (2, True)


def test_paths_come_from_a_list_and_from_standard_input(filled: Any, folder: Path) -> None:
    (folder / "list").write_text(f"{folder}/in/a.txt\n")
    (folder / "in" / "b.txt").write_text(f"{ACME} Net loss was $1.0 million.\n")
    given = f"{folder}/in/b.txt\n".encode()
    answer = filled("--from", str(folder / "list"), "--from", "-", stdin=given)
    assert (answer.status, ": 2 documents" in answer.out) == (0, True)


@pytest.mark.parametrize("form", ["jsonl", "parquet"])
def test_shards_share_the_documents_among_them(form: str, tieout: Any, folder: Path) -> None:
    for number in range(8):
        (folder / "in" / f"{number}.txt").write_text(ACME.replace("7.2", f"{number}.5"))
    names = set()
    for shard in ("1/2", "2/2"):
        out = folder / ("out" if form == "parquet" else f"{shard[0]}.jsonl")
        given = ("--format", form, "--shard", shard, "--output", str(out), "--jobs", "1")
        assert tieout("batch", str(folder / "in"), *given).status == 0
        if form == "jsonl":
            names |= {line["name"] for line in lines(out)}
    if form == "jsonl":
        assert len(names) == 10
    else:
        summary = json.loads((folder / "out" / "summary.json").read_text())
        assert (summary["finished"], summary["total"]["documents"]) == ([1, 2], 9)


@pytest.mark.parametrize("shard", ["0/2", "3/2", "1", "a/b", "1/1000000"])
def test_what_is_no_shard_is_refused(shard: str, filled: Any, folder: Path) -> None:
    answer = filled(str(folder / "in"), "--shard", shard)
    assert (answer.status, f"{shard!r} is no shard" in answer.err) == (2, True)
    assert not (folder / "out").exists()


def test_without_documents_no_folder_is_made(filled: Any, folder: Path) -> None:
    (folder / "none").mkdir()
    answer = filled(str(folder / "none"))
    assert (answer.status, "no documents under" in answer.err) == (2, True)
    assert not (folder / "out").exists()
    answer = filled()
    assert (answer.status, "no documents are named" in answer.err) == (2, True)


def test_a_file_is_no_folder_of_datasets(filled: Any, folder: Path) -> None:
    (folder / "out").write_text("mine")
    answer = filled(str(folder / "in"))
    assert (answer.status, (folder / "out").read_text()) == (2, "mine")
    assert "is a file, and datasets need a folder" in answer.err


def test_retrying_is_for_datasets(tieout: Any, folder: Path) -> None:
    answer = tieout("batch", str(folder / "in"), "--output", str(folder / "o.jsonl"), "--retry")
    assert (answer.status, "--retry is for datasets" in answer.err) == (2, True)


def test_a_cluster_has_shards_of_its_own(filled: Any, folder: Path) -> None:
    answer = filled(str(folder / "in"), "--engine", "ray")
    assert (answer.status, "shards and jobs of its own" in answer.err) == (2, True)


def test_two_runs_in_one_folder_are_refused(process: Any, folder: Path) -> None:
    from tieout.batch.home import locked

    pytest.importorskip("pyarrow")
    (folder / "out" / "_tieout" / "1-of-1").mkdir(parents=True)
    given = ("batch", str(folder / "in"), "--format", "parquet", "--output", str(folder / "out"))
    with locked(folder / "out" / "_tieout" / "1-of-1" / "lock"):
        (folder / "out" / "_tieout" / "settings.json").write_bytes(_settings())
        answer = process(*given)
    assert answer.returncode == 2
    assert b"is in use: process " in answer.stderr
    assert process(*given).returncode == 0


def _settings() -> bytes:
    import msgspec

    from tieout.batch.folder import Settings
    from tieout.bundle.tool import code

    return msgspec.json.encode(Settings(("parquet",), 1, code=code()))


# -------------------------------------------------------------------------------------- progress


def test_rate_and_rest_are_of_what_passes() -> None:
    from tieout.cli._progress import Pace

    now = [0.0]
    pace = Pace(1000, clock=lambda: now[0])
    assert pace.words() == "0.0 a second"
    for _ in range(400):  # done by an earlier run
        pace.passed("a.txt", "done before")
    for _ in range(100):
        now[0] += 1
        pace.done("a.txt", None)
    pace.done("a.txt", "too slow")
    assert pace.words() == "1.0 a second, 8 min left; 1 not read"


def test_off_a_terminal_it_is_a_line_now_and_then(capfd: pytest.CaptureFixture[str]) -> None:
    from tieout.cli import _progress

    now = [0.0]
    lines = _progress._Lines(10_000, clock=lambda: now[0])
    for _ in range(100):
        now[0] += 1
        lines.done("a.txt", None)
    said = capfd.readouterr().err.splitlines()
    assert len(said) == 3
    assert said[0] == "tieout: 30 of 10,000 documents: 1.0 a second, 2.8 h left"


def test_on_a_terminal_it_is_a_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    import io
    import sys

    from tieout.cli._progress import progress

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    terminal = Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress(3) as pace:
        for _ in range(3):
            pace.done("a.txt", None)
            pace.show(at_once=True)
    shown = terminal.getvalue()
    assert "Checking" in shown
    assert "3/3" in shown
    assert "a second" in shown
