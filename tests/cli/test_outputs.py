"""Nothing of the user's is lost: what a report may be written over, and what is left of it."""

import os
import stat
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import docx
import pytest

ACME = "Revenue was $7.2 million for the quarter.\n"
REPORTS = [
    *(("check", "w.html", ""), ("check", "w.json", ""), ("check", "w.txt", "")),
    ("check", "w.md", ""),
    ("check", "w.xlsx", ""),
    *(("read", "r.json", "json"), ("read", "r.csv", "csv"), ("read", "r.txt", "")),
    *(("read", "r.json", "xbrl-json"), ("series", "s.html", ""), ("series", "s.json", "")),
    *(("series", "s.csv", ""), ("series", "s.xlsx", ""), ("series", "s.parquet", "")),
    *(("series", "s.txt", ""), ("batch", "b.jsonl", ""), ("check", "w.pdf", "pdf")),
    *(("prove --errors 4", "p.html", ""), ("prove --errors 4", "p.json", "")),
    ("prove --errors 4", "p.txt", ""),
]
LISTS = [("store list", form) for form in ("terminal", "csv", "json")]


@pytest.fixture
def document(tmp_path: Path) -> Path:
    """A document in a folder."""
    path = tmp_path / "acme.txt"
    path.write_text(ACME)
    return path


@pytest.fixture
def store(tieout: Any, example: Callable[[str], str], tmp_path: Path) -> Path:
    """A store with a filing."""
    path = tmp_path / "filings.duckdb"
    assert tieout("store", "add", example("capstone-fy2008q2-8k"), "--store", str(path)).status == 0
    return path


@pytest.mark.parametrize(("command", "name", "form"), REPORTS)
def test_a_report_may_be_written_anew(
    tieout: Any, example: Callable[[str], str], tmp_path: Path, command: str, name: str, form: str
) -> None:
    source, out = example("capstone-fy2008q2-8k"), tmp_path / name
    arguments = [
        *command.split(),
        source,
        "--output",
        str(out),
        *(["--format", form] if form else []),
    ]
    for _ in range(2):
        answer = tieout(*arguments)
        assert (answer.status, answer.err) == (0, "")
    out.write_bytes(b"Mine.\n" * 40 + out.read_bytes())
    answer = tieout(*arguments)
    assert answer.status == 2
    assert f"{out} is there, and nothing in it says that tieout wrote it" in answer.err
    assert out.read_bytes().startswith(b"Mine.\n")
    assert tieout(*arguments, "--force").status == 0
    assert not out.read_bytes().startswith(b"Mine.\n")
    out.write_bytes(b"")  # as a shell or mktemp makes it
    assert tieout(*arguments).status == 0


@pytest.mark.parametrize(("command", "form"), LISTS)
def test_a_list_may_be_written_anew(
    tieout: Any, store: Path, tmp_path: Path, command: str, form: str
) -> None:
    arguments = [*command.split(), "--store", str(store), "--format", form]
    for _ in range(2):
        answer = tieout(*arguments, "--output", str(tmp_path / "list"))
        assert (answer.status, answer.err) == (0, "")


def test_what_bears_no_mark_is_written_over_only_by_force(
    tieout: Any, document: Path, tmp_path: Path
) -> None:
    out = str(tmp_path / "out.txt")
    arguments = ("read", str(document), "--format", "text", "--output", out)
    assert [tieout(*arguments).status, tieout(*arguments).status] == [0, 2]
    assert tieout(*arguments, "--force").status == 0


def test_a_store_is_never_an_output(tieout: Any, store: Path, tmp_path: Path) -> None:
    before = store.read_bytes()
    (tmp_path / "link").symlink_to(store)
    (tmp_path / "hard").hardlink_to(store)
    beside = f"{store}.wal"
    for command in (["store", "list"], ["store", "sql", "FROM filing"], ["series"]):
        for out in (str(store), str(tmp_path / "link"), str(tmp_path / "hard"), beside):
            for force in ([], ["--force"]):
                answer = tieout(*command, "--store", str(store), "--output", out, *force)
                assert answer.status == 2
                assert f"{out} is what the report is made from" in answer.err
    assert store.read_bytes() == before
    assert not Path(beside).exists()


@pytest.mark.parametrize("command", ["check", "read", "series", "batch"])
def test_a_document_is_never_an_output_whatever_name_leads_to_it(
    tieout: Any, document: Path, tmp_path: Path, command: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "link").symlink_to(document)
    (tmp_path / "hard").hardlink_to(document)
    monkeypatch.chdir(tmp_path)
    for out in ("link", "hard", f"../{tmp_path.name}/acme.txt"):
        answer = tieout(command, str(document), "--output", out, "--force")
        assert (answer.status, document.read_text()) == (2, ACME)
        assert f"{out} is what the report is made from" in answer.err


def test_what_is_piped_in_or_out_is_never_an_output(process: Any, document: Path) -> None:
    done = process("check", "-", "--output", str(document), "--force", shell=f"< {document}")
    assert (done.returncode, document.read_text()) == (2, ACME)
    done = process("check", str(document), shell=f">> {document}")
    assert (done.returncode, document.read_text()) == (2, ACME)
    assert b"standard output is what the report is made from" in done.stderr
    for words in (["prove", str(document)], ["store", "add", str(document)]):
        done = process(*words, shell=f">> {document}")
        assert (done.returncode, document.read_text()) == (2, ACME)


def test_beside_the_facts_nothing_else_is_written_over(
    tieout: Any, example: Callable[[str], str], tmp_path: Path
) -> None:
    source = example("capstone-fy2008q2-8k")
    (tmp_path / "q-lab.xml").write_text("<mine/>")
    arguments = ("read", source, "--format", "xbrl-json", "--output")
    answer = tieout(*arguments, str(tmp_path / "q.json"))
    assert (answer.status, "q-lab.xml is there" in answer.err) == (2, True)
    assert [path.name for path in tmp_path.iterdir()] == ["q-lab.xml"]
    answer = tieout(*arguments, str(tmp_path / "q.xsd"), "--force")
    assert answer.status == 2
    assert [path.name for path in tmp_path.iterdir()] == ["q-lab.xml"]
    assert tieout(*arguments, str(tmp_path / "q.json"), "--force").status == 0
    assert (tmp_path / "q-lab.xml").read_text() != "<mine/>"


def test_a_folder_is_no_output(tieout: Any, document: Path, tmp_path: Path) -> None:
    answer = tieout("check", str(document), "--output", str(tmp_path))
    assert answer.err.endswith("is a directory: give the name of a file in it\n")


def test_a_full_disk_leaves_the_earlier_report(
    tieout: Any, document: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "out"
    commands = [("check", "--format", "json"), ("read", "--format", "json"), ("batch",)]
    for command, *options in commands:
        assert tieout(command, str(document), *options, "--output", str(out)).status == 0
        out.chmod(0o640)
        before = out.read_bytes()

        def fail(_: int) -> None:
            raise OSError(28, "No space left on device")

        with monkeypatch.context() as full:
            full.setattr(os, "fsync", fail)
            answer = tieout(command, str(document), *options, "--output", str(out))
        assert answer.status == 2
        assert "out cannot be written: No space left on device" in answer.err
        assert out.read_bytes() == before
        assert tieout(command, str(document), *options, "--output", str(out)).status == 0
        assert stat.S_IMODE(out.stat().st_mode) == 0o640
        out.unlink()
    assert [path.name for path in tmp_path.iterdir()] == ["acme.txt"]


def test_a_marked_draft_is_written_anew_and_the_draft_itself_never(
    tieout: Any, tmp_path: Path
) -> None:
    draft, reviewed = tmp_path / "draft.docx", tmp_path / "reviewed.docx"
    written = docx.Document()
    written.add_paragraph(ACME)
    written.save(str(draft))
    before = draft.read_bytes()
    for _ in range(2):
        answer = tieout("check", str(draft), "--format", "docx", "--output", str(reviewed))
        assert (answer.status, answer.err) == (0, "")
    for source in (draft, reviewed):
        answer = tieout("check", str(source), "--format", "docx", "--output", str(draft))
        assert answer.status == 2
    assert draft.read_bytes() == before
    with zipfile.ZipFile(reviewed) as old:
        parts = {name: old.read(name) for name in old.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(
        b"<!-- marked by tieout -->", b""
    )
    with zipfile.ZipFile(reviewed, "w") as new:  # as Word saves it
        for name, part in parts.items():
            new.writestr(name, part)
    answer = tieout("check", str(draft), "--format", "docx", "--output", str(reviewed))
    assert "nothing in it says that tieout wrote it" in answer.err


def test_a_marked_pdf_that_was_added_to_is_kept(
    tieout: Any, document: Path, tmp_path: Path
) -> None:
    marked = tmp_path / "marked.pdf"
    arguments = ("check", str(document), "--format", "pdf", "--output", str(marked))
    assert tieout(*arguments).status == 0
    made = marked.read_bytes()
    for changed in (made + b"more\n%%EOF\n", made.replace(b"1 0 obj", b"1 1 obj", 1)):
        marked.write_bytes(changed)
        assert tieout(*arguments).status == 2
        assert marked.read_bytes() == changed


@pytest.mark.parametrize(("command", "form"), [("check", "xlsx"), ("series", "excel")])
def test_no_terminal_is_sent_a_workbook(
    tieout: Any,
    document: Path,
    monkeypatch: pytest.MonkeyPatch,
    command: str,
    form: str,
) -> None:
    monkeypatch.setattr(sys.stdout, "isatty", lambda: True)
    answer = tieout(command, str(document), "--format", form)
    assert (answer.status, answer.out) == (2, "")
    assert f"{form} cannot be shown in a terminal: use --output FILE" in answer.err
