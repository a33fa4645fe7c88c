from pathlib import Path

import pytest

from tieout.engine import check, read
from tieout.model.workpaper import Release
from tieout.rules.base import all_rules

EXAMPLES = Path(__file__).resolve().parents[3] / "examples"
TI004 = [rule for rule in all_rules() if rule.code == "TI004"]
TI003 = [rule for rule in all_rules() if rule.code == "TI003"]


def example(name: str) -> Release:
    return read(f"{name}.txt", (EXAMPLES / f"{name}.txt").read_bytes())


@pytest.mark.parametrize("path", sorted(EXAMPLES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_release_agrees_with_itself_in_every_figure(path: Path) -> None:
    release = example(path.stem)
    checks = check(release, [release], rules=TI004).checks
    assert {one.outcome for one in checks} == {"agrees"}
    figures = {fact.figure for fact in release.facts if fact.period is not None}
    assert {one.subject.figure for one in checks} == figures
    assert check(release, [release], rules=TI003).checks == ()


def test_a_rendering_is_held_as_one_and_an_earlier_filing_as_another() -> None:
    form, release, year_before = map(
        example, ["capstone-fy2008q2-8k", "capstone-fy2008q2-release", "capstone-fy2007q2-8k"]
    )
    assert {one.outcome for one in check(form, [release], rules=TI004).checks} == {"agrees"}
    assert check(form, [year_before], rules=TI004).checks == ()
    assert check(form, [year_before], rules=TI003).checks
