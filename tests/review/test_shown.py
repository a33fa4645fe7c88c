from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import msgspec
import pytest

from tieout import engine
from tieout.accepted.matching import applied
from tieout.accepted.reading import Kept
from tieout.accepted.saying import accepting, ticking
from tieout.model.workpaper import Release, Workpaper
from tieout.packages.gathered import package
from tieout.review.shown import draft_shown, package_shown


@pytest.fixture
def wrong(small: Release) -> Workpaper:
    """A release whose operating expenses are 8,434 in place of 8,343, since its last draft."""
    text = small.document.text
    raw = text.replace("8,343\t8,653", "8,434\t8,653").encode()
    return engine.check(engine.read("small.txt", raw), draft=small)


@pytest.fixture
def shown() -> Callable[[Workpaper], Any]:
    return lambda workpaper: msgspec.json.decode(draft_shown(workpaper, "small.txt", "21:04:10"))


def test_a_finding_has_its_figure_its_sentence_and_its_place(
    wrong: Workpaper, shown: Callable[[Workpaper], Any]
) -> None:
    draft = shown(wrong)
    assert draft["counts"]["figures"] == len(wrong.endings)
    assert draft["counts"]["differs"] == wrong.coverage["differs"] > 0
    numbers = {one["check"] for one in draft["findings"]}
    assert [wrong.checks[number].outcome for number in numbers] == ["differs"] * len(numbers)
    first = draft["findings"][0]
    check = wrong.checks[first["check"]]
    assert (first["rule"], first["figure"]) == (check.rule, check.subject.figure)
    assert first["sentence"] == check.message
    assert first["where"].startswith("line ")


def test_findings_that_one_figure_would_explain_name_that_figure(
    house: Path, shown: Callable[[Workpaper], Any]
) -> None:
    raw = (house / "examples" / "capstone-fy2008q2-release.txt").read_bytes()
    wrong = engine.check(engine.read("release.txt", raw.replace(b"7,219", b"7,291")))
    found = shown(wrong)["findings"]
    causes = {one["cause"] for one in found if one["cause"]}
    assert len(causes) == 1
    assert "7,291 (Revenue, three months ended September 30, 2007" in causes.pop()
    figures = {one["cause_figure"] for one in found if one["cause"]}
    assert [wrong.figure(0, number).text for number in figures] == ["7,291"]


def test_changes_are_those_since_the_last_draft(
    wrong: Workpaper, shown: Callable[[Workpaper], Any]
) -> None:
    changes = shown(wrong)["changes"]
    assert changes["at"] == "21:04:10"
    assert [(one["was"], one["now"]) for one in changes["changed"]] == [("8,343", "8,434")]
    assert len(changes["broken"]) == len(wrong.findings)
    assert changes["findings"] == f"findings: {len(wrong.findings)} new"
    assert {one["text"].partition(" ")[0] for one in changes["lost"]} != set()


def test_what_nothing_tested_stands_by_what_would_settle_it(
    wrong: Workpaper, shown: Callable[[Workpaper], Any]
) -> None:
    draft = shown(wrong)
    listed = [figure["figure"] for group in draft["untested"] for figure in group["figures"]]
    assert sorted(listed) == sorted(number for each in wrong.untested.values() for number in each)
    assert draft["more"] == 0


def test_what_people_said_is_shown_with_whether_it_holds(
    wrong: Workpaper, shown: Callable[[Workpaper], Any]
) -> None:
    on = date(2026, 11, 30)
    number = wrong.checks.index(wrong.findings[0])
    accepted = accepting(wrong, Kept(), f"k{number}", reason="as booked", by="AB", on=on)
    figure = next(number for each in wrong.untested.values() for number in each)
    ticked = ticking(wrong, Kept(), f"f{figure}", support="HR, page 3", by="CD", on=on)
    said = shown(applied(wrong, (*accepted.new, *ticked.new)))["said"]
    assert [(one["said"], one["standing"], one["words"], one["by"]) for one in said] == [
        ("accepted", "holds", "as booked", "AB"),
        ("ticked", "holds", "HR, page 3", "CD"),
    ]
    gone = shown(applied(wrong.draft or wrong, accepted.new))
    assert gone["said"][0]["standing"] == "lapsed"
    assert gone["said"][0]["why"]


def test_a_package_is_a_sentence(small: Release) -> None:
    other = engine.read("script.txt", small.document.text.replace("8,343", "8,434").encode())
    told = msgspec.json.decode(package_shown(package([small, other])))
    assert told["differs"] > 0
    assert "differ" in told["summary"]
    assert "html" in told["forms"]
