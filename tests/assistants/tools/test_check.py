"""The tool check: findings first, each with its place in words."""

from pathlib import Path

from tieout.assistants.folders import Folders
from tieout.assistants.tools.check import Asked, answer


def test_findings_come_first_with_their_places(folders: Folders) -> None:
    made = answer(Asked("wrong.txt"), folders)
    first = made["entries"][0]
    assert first["kind"] == "finding (error)"
    assert "reported 8,434, expected 8,343, 91 too high" in first["says"]
    assert (first["rule"], first["figure"], first["expected"]) == ("FT001", "8,434", "8,343")
    assert "row \u201cTotal operating expenses\u201d" in first["place"]
    assert "\u00bb8,434\u00ab" in first["quoted"]
    assert any(one.startswith("5,910: line ") for one in first["made_from"])
    assert made["figures"]["differs"] == len(made["differing"])


def test_what_would_test_more_is_said(folders: Folders) -> None:
    made = answer(Asked("right.txt"), folders)
    assert "differing" not in made
    kinds = [one["kind"] for one in made["entries"]]
    assert "finding (error)" not in kinds
    assert kinds[-1] == "not tested"


def test_documents_are_tied_to_others(folders: Folders, folder: Path) -> None:
    made = answer(Asked("right.txt", ["wrong.txt"]), folders)
    assert [one.partition(" (")[0] for one in made["against"]] == ["wrong.txt"]
