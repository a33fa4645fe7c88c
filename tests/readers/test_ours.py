"""Reports of tieout told from documents, and from what somebody has edited since."""

from pathlib import Path

import pytest

from tieout.engine import check, read
from tieout.errors import Unreadable
from tieout.model.workpaper import Workpaper
from tieout.readers import open_document
from tieout.readers.ours import ended, is_ours
from tieout.reports import rendered

EXAMPLE = Path(__file__).parents[2] / "examples" / "capstone-fy2008q2-release.txt"
NAME = "Q2 release_v2 & co.txt"


@pytest.fixture(scope="module")
def paper() -> Workpaper:
    """The workpaper of a release whose name formats escape."""
    return check(read(NAME, EXAMPLE.read_bytes()))


@pytest.mark.parametrize("form", ["html", "json", "xlsx", "summary", "terminal"])
def test_a_report_is_no_document_and_names_the_one_to_give(form: str, paper: Workpaper) -> None:
    if form == "xlsx":
        pytest.importorskip("xlsxwriter")
    report = rendered(form, paper, EXAMPLE.read_bytes())
    with pytest.raises(Unreadable) as refused:
        open_document("w", report)
    assert str(refused.value) == f"w is a report that tieout made of {NAME}: give {NAME} itself"


@pytest.mark.parametrize(
    "words",
    [
        "Acme Corporation\nSecond quarter\n\nResults ────────────────\nRevenue was $5.\n",
        "Acme Corporation\n\nRevenue, USD ─────────\nus-gaap: as reported\nquarter of 5\n",
        "Annual report: see 2 documents\nRevenue was $5.\n",
        "<!doctype html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">\n"
        "<title>Acme: a word on tieout</title><p>Revenue was $5.",
        "# Acme\n\nSummary of a check\n\nRevenue was $5.\n",
    ],
)  # fmt: skip
def test_what_only_looks_like_one_is_a_document(words: str, tmp_path: Path) -> None:
    assert open_document("release.txt", words.encode()).figures
    path = tmp_path / "release.txt"
    path.write_text(words, "utf-8")
    assert not is_ours(path)


def test_a_summary_that_somebody_edited_is_theirs(paper: Workpaper, tmp_path: Path) -> None:
    path = tmp_path / "summary.md"
    report = ended(rendered("summary", paper, b""))
    path.write_bytes(report)
    assert is_ours(path)
    path.write_bytes(report.replace(b"\n## ", b"\nCall the plant.\n\n## ", 1))
    assert not is_ours(path)
