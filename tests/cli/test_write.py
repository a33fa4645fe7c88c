"""tieout write: what is said, what is written, and with which status."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tieout.extras import installing

Make = Callable[..., Path]


def test_a_book_is_written_and_told_of(tieout: Any, book_folder: Make, tmp_path: Path) -> None:
    book, out = book_folder(), tmp_path / "out"
    answer = tieout("write", str(book), "--output", str(out), "--formats", "text")
    assert answer.status == 0
    lines = answer.out.splitlines()
    assert lines[0].endswith(f"files in {out}")
    assert lines[1] == "  acme-20071108_ex99-1.txt"
    assert lines[-2] == "2 figures printed from expressions, 9 totals footed"
    assert lines[-1].startswith("checks: ")
    assert lines[-1].endswith(" figures ticked, none differs")
    assert (out / "acme-20071108_ex99-1.txt").is_file()


def test_a_book_with_a_finding_is_written_only_if_asked(
    tieout: Any, book_folder: Make, tmp_path: Path
) -> None:
    book = book_folder(narrative="Revenue for the second quarter was $7.3 million.\n")
    out = tmp_path / "out"
    arguments = ("write", str(book), "--output", str(out), "--formats", "text")
    answer = tieout(*arguments)
    assert answer.status == 1
    assert answer.out.startswith("1 finding: nothing is written\n  acme-20071108_ex99-1.txt: rev")
    assert "1 figure typed by hand: $7.3 million\n" in answer.out
    assert not out.exists()
    answer = tieout(*arguments, "--force", "--color")
    assert answer.status == 0
    assert "\x1b[" in answer.out
    assert out.is_dir()


def test_a_bad_book_is_refused(tieout: Any, book_folder: Make, tmp_path: Path) -> None:
    book = book_folder(narrative="It was {{ revenu }}.\n")
    answer = tieout("write", str(book), "--output", str(tmp_path / "out"))
    assert answer.status == 2
    assert answer.err == (
        "tieout: narrative.md, line 1: there is no line 'revenu': did you mean revenue?\n"
    )
    assert not (tmp_path / "out").exists()
    answer = tieout("write", str(book), "--output", str(tmp_path / "out"), "--formats", "pdf")
    assert (answer.status, answer.out) == (2, "")
    assert "there is no format 'pdf'" in answer.err


def test_a_missing_library_is_named(
    tieout: Any, book_folder: Make, tmp_path: Path, monkeypatch: Any
) -> None:
    import sys

    monkeypatch.setitem(sys.modules, "jinja2", None)
    answer = tieout("write", str(book_folder()), "--output", str(tmp_path / "out"))
    assert answer.status == 2
    assert answer.err == f"tieout: composing needs jinja2: run {installing('write')}\n"


def test_a_book_is_started_from_a_filing_and_composes(tieout: Any, tmp_path: Path) -> None:
    filing = Path(__file__).parents[2] / "examples" / "capstone-fy2008q2-8k.txt"
    book, out = tmp_path / "book", tmp_path / "out"
    answer = tieout("write", "--init", str(filing), str(book))
    assert answer.status == 0
    assert answer.out.splitlines()[-3:] == [
        "2 statements, 10 totals with the lines that make them",
        "20 figures of the prose are expressions, 21 stand as they are "
        "({# not tied: why #} behind each)",
        f"Compose it with: tieout write {book} --output FOLDER",
    ]
    answer = tieout("write", str(book), "--output", str(out), "--formats", "html")
    assert answer.status == 0
    assert "20 figures printed from expressions" in answer.out


def test_a_book_that_somebody_keeps_is_not_started_anew(
    tieout: Any, book_folder: Make, tmp_path: Path
) -> None:
    filing = Path(__file__).parents[2] / "examples" / "capstone-fy2008q2-8k.txt"
    book = book_folder()
    answer = tieout("write", "--init", str(filing), str(book))
    assert answer.status == 2
    assert answer.err.endswith("is not empty: a book starts in a new folder\n")
    answer = tieout("write", "--init", str(filing), str(tmp_path / "b"), "--output", "x")
    assert "leave --output out" in answer.err
    for option in ("--force", "--formats=html"):
        answer = tieout("write", "--init", str(filing), str(tmp_path / "b"), option)
        assert f"leave {option.partition('=')[0]} out" in answer.err
    answer = tieout("write", str(book))
    assert answer.err == "tieout: give --output DIR: the folder to write the filing to\n"
