"""What Python callers write, as they write it."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

import tieout

EXAMPLES = Path(__file__).resolve().parents[1] / "examples"
RELEASE = EXAMPLES / "capstone-fy2008q2-8k.txt"
YEAR_BEFORE = EXAMPLES / "capstone-fy2007q2-8k.txt"


def test_a_document_is_read_by_its_path_or_its_bytes() -> None:
    by_path = tieout.read(RELEASE)
    assert by_path.document.name == "capstone-fy2008q2-8k.txt"
    assert tieout.read(str(RELEASE)) == by_path
    assert tieout.read(RELEASE.read_bytes(), name=RELEASE.name) == by_path
    assert tieout.read(b"Revenue was $5 million.").document.name == "document"


def test_a_release_is_checked_whether_read_or_only_named() -> None:
    by_path = tieout.check(RELEASE, [YEAR_BEFORE])
    assert by_path == tieout.check(tieout.read(RELEASE), [tieout.read(YEAR_BEFORE)])
    assert by_path.coverage["differs"] == 0
    assert tieout.check(RELEASE).coverage["agrees"] < by_path.coverage["agrees"]


def test_a_report_is_made_from_the_workpaper_and_its_document() -> None:
    paper = tieout.check(RELEASE)
    assert tieout.report(paper, "json", RELEASE).startswith(b'{"format"')
    assert tieout.report(paper, "pdf", RELEASE.read_bytes()).startswith(b"%PDF-")
    with pytest.raises(tieout.Misuse, match="not the bytes of capstone-fy2008q2-8k"):
        tieout.report(paper, "pdf", YEAR_BEFORE)
    with pytest.raises(tieout.Misuse, match="choose one of"):
        tieout.report(paper, "odt", RELEASE)


def test_a_file_too_large_to_be_a_release_is_refused_before_it_is_read(tmp_path: Path) -> None:
    large = tmp_path / "large.txt"
    with large.open("wb") as file:
        file.truncate(33 * 2**20)
    with pytest.raises(tieout.Unreadable, match="larger than 32 MB: give one release a file"):
        tieout.read(large)


def test_what_cannot_be_read_says_why() -> None:
    with pytest.raises(tieout.Unreadable, match="is empty: give the release itself"):
        tieout.read(b"", name="note.txt")
    with pytest.raises(FileNotFoundError):
        tieout.read("no-such-release.txt")


def test_the_example_in_the_readme_runs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "release.txt").write_bytes(RELEASE.read_bytes())
    (tmp_path / "last-year.txt").write_bytes(YEAR_BEFORE.read_bytes())
    monkeypatch.chdir(tmp_path)
    readme = (EXAMPLES.parent / "README.md").read_text("utf-8")
    (code,) = re.findall(r"```python\n(.*?)```", readme, re.DOTALL)
    exec(compile(code, "README.md", "exec"), {})
    told = capsys.readouterr().out
    assert "'differs': 0" in told
    assert "Cash and cash equivalents" in told


def test_people_accept_and_tick_from_python(tmp_path: Path) -> None:
    accepted = tmp_path / "accepted.toml"
    alone = tieout.check(YEAR_BEFORE)
    assert [one.rule for one in alone.findings] == ["RX006"]
    told = tieout.accept(alone, "RX006", reason="rounded down", by="AB", accepted=accepted)
    assert (told.findings, len(told.accepted)) == ((), 1)
    told = tieout.tick(
        told, "6.8 million", support="page 3", by="AB", accepted=accepted, file=RELEASE
    )
    assert len(told.ticked) == 1
    again = tieout.check(YEAR_BEFORE, accepted=accepted)
    assert again.accepted == told.accepted
    assert again.coverage == alone.coverage
    with pytest.raises(tieout.Misuse, match="no difference and no lead is 'FT001'"):
        tieout.accept(again, "FT001", reason="x", by="AB", accepted=accepted)


def test_support_is_read_in_the_calendar_of_the_release(
    closing: Callable[..., bytes], tmp_path: Path
) -> None:
    book = tmp_path / "closing.xlsx"
    book.write_bytes(closing())
    paper = tieout.check(RELEASE, support=[book])
    assert [one.is_support for one in paper.releases] == [False, True]
    assert any(one.tick == "S" and one.outcome == "agrees" for one in paper.checks)


def test_a_file_of_answers_that_is_not_there_is_no_file_without_any(tmp_path: Path) -> None:
    with pytest.raises(tieout.Misuse, match="does not exist: check the spelling"):
        tieout.check(RELEASE, accepted=tmp_path / "acceptde.toml")


def test_a_copy_of_the_document_proves_nothing_of_it(tmp_path: Path) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_bytes(YEAR_BEFORE.read_bytes())
    beside = tieout.check(YEAR_BEFORE, [copy])
    assert len(beside.releases) == 1
    assert beside.coverage == tieout.check(YEAR_BEFORE).coverage
