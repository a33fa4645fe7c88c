"""A document checked, or one of few reasons."""

from pathlib import Path

import pytest

from tieout import limits
from tieout.batch import checked
from tieout.batch.checked import Failed
from tieout.model.workpaper import Workpaper


def test_a_document_is_its_workpaper(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("Revenue was $7.2 million for the quarter.\n")
    assert isinstance(checked.checked(str(path)), Workpaper)


@pytest.mark.parametrize(
    ("name", "kind", "why"),
    [
        ("empty.txt", "not a document", "is empty"),
        ("nowhere.txt", "not opened", "No such file"),
        ("defect.txt", "internal error", "internal error: ZeroDivisionError: oh"),
    ],
)
def test_what_goes_wrong_has_a_kind(
    name: str, kind: str, why: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise ZeroDivisionError("oh")

    (tmp_path / "empty.txt").write_text("")
    (tmp_path / "defect.txt").write_text("Revenue was $7.2 million.\n")
    monkeypatch.setattr(checked, "check", fail)
    failed = checked.checked(str(tmp_path / name))
    assert isinstance(failed, Failed)
    assert failed.kind == kind
    assert why in failed.why


def test_how_a_worker_ended_has_a_kind() -> None:
    ends = {-24: "too slow", -14: "too slow", -9: "killed", -11: "broke down", 1: "broke down"}
    assert {end: checked.lost(limits.died(end)).kind for end in ends} == ends
    assert checked.lost(limits.swollen()).kind == "too much memory"


def test_stray_bytes_of_a_name_can_be_sent() -> None:
    assert checked.sendable("stray\udcff.txt") == "stray?.txt"
