"""tieout web-bundle; what it is made of is made up here."""

from pathlib import Path

import pytest

from tieout.cli import run
from tieout.errors import Misuse
from tieout.web import bundled, fetched, licences


@pytest.fixture(autouse=True)
def _made_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetched, "fetched", lambda *_: {})
    monkeypatch.setattr(licences, "licences", lambda *_: "MIT")
    monkeypatch.setattr(bundled, "bundled", lambda _: "<!doctype html>")


def test_the_page_is_written(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["web-bundle", str(tmp_path / "site")]) == 0
    page = tmp_path / "site" / "index.html"
    assert page.read_text() == "<!doctype html>"
    assert page.with_name("licences.txt").read_text() == "MIT"
    assert capsys.readouterr().out == f"{page}: 0.0 MB, all in one file\n"


def test_a_page_that_is_there_is_written_over_only_where_that_is_wanted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = tmp_path / "index.html"
    page.write_text("mine")
    assert run(["web-bundle", str(tmp_path)]) == 2
    assert "is there already: give another folder" in capsys.readouterr().err
    assert page.read_text() == "mine"
    assert run(["web-bundle", str(tmp_path), "--force"]) == 0
    assert page.read_text() == "<!doctype html>"


def test_what_cannot_be_fetched_or_written_is_a_sentence(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("")
    assert run(["web-bundle", str(tmp_path / "file" / "site")]) == 2
    assert "cannot be written: Not a directory" in capsys.readouterr().err

    def refuse(*_: object) -> None:
        raise Misuse("the page cannot be made without msgspec 0.23.0")

    monkeypatch.setattr(fetched, "fetched", refuse)
    assert run(["web-bundle", str(tmp_path / "site")]) == 2
    assert "cannot be made without msgspec" in capsys.readouterr().err
    assert not (tmp_path / "site").exists()
