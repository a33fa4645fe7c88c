"""tieout verify: the same on another machine, what was tampered with by name, and what differs."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import msgspec
import pytest

ANN = ("--preparer", "Ann Lee", "--date", "2026-11-30")


@pytest.fixture
def bundle(tieout: Any, example: Callable[[str], str], tmp_path: Path) -> Path:
    path = tmp_path / "q2.tieout"
    answer = tieout("seal", example("capstone-fy2007q2-8k"), *ANN, "--output", str(path))
    assert answer.status == 0
    return path


def test_the_same(bundle: Path, tieout: Any) -> None:
    answer = tieout("verify", str(bundle))
    assert (answer.status, answer.err) == (0, "")
    assert "\u2713 3 files and the manifest are as they were sealed" in answer.out
    assert "\u2713 Checked again, the workpaper is the same: 233 figures, 1 finding" in answer.out
    assert "Compare one of these with what was written down" in answer.out


def test_tampered(bundle: Path, tieout: Any) -> None:
    bundle.write_bytes(bundle.read_bytes().replace(b"104,765,257", b"104,765,275", 1))
    answer = tieout("verify", str(bundle))
    assert answer.status == 1
    assert "\u2717 This is not what was sealed; nothing was checked again" in answer.out
    assert "  subject/1-capstone-fy2007q2-8k.txt is damaged\n" in answer.out
    told = msgspec.json.decode(tieout("verify", str(bundle), "--format", "json").out)
    assert told["status"] == "tampered"
    assert told["tampering"] == ["subject/1-capstone-fy2007q2-8k.txt is damaged"]
    assert told["preparer"] == {"name": "Ann Lee", "date": "2026-11-30"}


def test_another_hash_was_written_down(bundle: Path, tieout: Any) -> None:
    answer = tieout("verify", str(bundle), "--sha256", "0" * 64)
    assert (answer.status, "whose hash was written down" in answer.out) == (1, True)
    answer = tieout("verify", str(bundle), "--sha256", "abc")
    assert (answer.status, "that has 64 digits from 0 to f" in answer.err) == (2, True)


def test_what_differs_when_it_is_checked_again(
    bundle: Path, tieout: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tieout.rules import base

    kept = tuple(one for one in base.all_rules() if not one.code.startswith("RX"))
    monkeypatch.setattr(base, "all_rules", lambda: kept)
    answer = tieout("verify", str(bundle))
    assert answer.status == 1
    assert "\u2717 Checked again, the workpaper differs" in answer.out
    assert "a finding when sealed, and not now: Common stock, September 30, 2006" in answer.out
    assert "more: --format json shows all" in answer.out
    assert "note: rules that it was sealed with and that are none now: RX001" in answer.out


def test_a_page_that_another_python_draws_is_not_said_to_be_proven(
    bundle: Path, tieout: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    from tieout.bundle import sealing, verifying

    def drawn(workpapers: Any) -> list[dict[str, bytes]]:
        return [{**one, "workpaper.html": b"other"} for one in sealing.rendered(workpapers)]

    monkeypatch.setattr(verifying, "rendered", drawn)
    monkeypatch.setattr(verifying, "changes", lambda *_: ["it is another Python"])
    answer = tieout("verify", str(bundle))
    assert answer.status == 0
    assert "\u2713 Checked again, the JSON of the workpaper is the same: 233 fig" in answer.out
    assert "workpaper.html was not proven: this tieout or Python draws it otherw" in answer.out
    told = msgspec.json.decode(tieout("verify", str(bundle), "--format", "json").out)
    assert told["unproven"] == ["workpaper.html"]


def test_what_is_no_bundle_is_told_with_what_is_wanted(tieout: Any, tmp_path: Path) -> None:
    draft = tmp_path / "draft.txt"
    draft.write_text("Revenue was $7.2 million.\n", "utf-8")
    answer = tieout("verify", str(draft))
    assert answer.status == 2
    assert "draft.txt is no bundle: give the file that tieout seal wrote" in answer.err


def test_what_could_not_run(tieout: Any, tmp_path: Path, example: Callable[[str], str]) -> None:
    for path in (example("capstone-fy2008q2-8k"), str(tmp_path / "none")):
        answer = tieout("verify", path)
        assert (answer.status, answer.out) == (2, "")
        assert path in answer.err
