"""Only what an edit touches is computed again, and what comes out is what a full run gives."""

import gc
from pathlib import Path
from random import Random

import pytest

from tieout.engine import check, read, understood
from tieout.model.check import Check
from tieout.model.document import Span
from tieout.model.sensitivity import Slip
from tieout.prove import Trial
from tieout.prove.again import Tried
from tieout.prove.altered import Alterable, Moved

HOUSE = Path(__file__).resolve().parent.parent.parent
EXHIBITS = HOUSE / "tests" / "corpus" / "exhibits"
SMALL = [path for path in sorted(EXHIBITS.iterdir()) if path.stat().st_size < 50_000]
FEW = 2


def whole(trial: Trial, slip: Slip) -> Tried:
    """The slip's document, understood and checked from its first letter to its last."""
    paper = check(understood(Alterable(trial.workpaper.subject.document)(slip.edits)))
    return Tried(paper.releases, paper.checks, dict(enumerate(paper.endings)))


def resting(now: Tried, reach: list[Span]) -> list[Check]:
    """The checks that rest on a figure within reach."""
    return [one for one in now.checks if any(touches(now, one, span) for span in reach)]


def touches(now: Tried, one: Check, span: Span) -> bool:
    refs = [one.subject, *(operand.ref for operand in one.operands)]
    figures = [now.figure(0, ref.figure) for ref in refs if ref.document == 0]
    return any(span.start < figure.end and figure.start < span.end for figure in figures)


def hold(trial: Trial, slip: Slip) -> None:
    """Holds what is computed of a slip to what a full run gives."""
    again, full = trial.again.tried(slip.edits, slip.reach), whole(trial, slip)
    reach = [Moved(slip.edits).span(span) for span in slip.reach]
    assert again.releases == full.releases
    assert resting(again, reach) == resting(full, reach)
    ways = {number: (one.outcome, one.reason) for number, one in again.endings.items()}
    endings = {number: full.endings[number] for number in ways}
    assert ways == {number: (one.outcome, one.reason) for number, one in endings.items()}
    assert trial.fate(slip, again) == trial.fate(slip, full)


@pytest.mark.parametrize("path", SMALL, ids=lambda path: path.stem)
def test_a_slip_comes_to_what_a_full_run_gives(path: Path) -> None:
    trial = Trial(read(path.name, path.read_bytes()))
    slips = trial.every(1)
    for slip in Random(path.stem).sample(slips, min(FEW, len(slips))):
        hold(trial, slip)


def test_what_words_alone_bind_is_as_a_full_run_makes_it() -> None:
    """A slip in prose, where rules leave it to the judge to ask for what words bind."""
    path = EXHIBITS / "innoviva-2020q1.htm"
    trial = Trial(read(path.name, path.read_bytes()))
    told = {claim.figure for claim in trial.workpaper.subject.claims}
    for slip in [one for one in trial.every(2) if one.figure in told][::4][: FEW * 3]:
        hold(trial, slip)


def test_every_kind_of_slip_comes_to_what_a_full_run_gives() -> None:
    path = EXHIBITS / "st-joe-2020q1.htm"
    trial = Trial(read(path.name, path.read_bytes()))
    by_kind = {slip.kind: slip for slip in trial.slips(400, 1)}
    assert len(by_kind) >= 7
    for slip in by_kind.values():
        hold(trial, slip)


def test_a_slip_leaves_nothing_behind_that_must_be_looked_for() -> None:
    path = EXHIBITS / "st-joe-2020q1.htm"
    trial = Trial(read(path.name, path.read_bytes()))
    slips = trial.slips(24, 1)
    gc.collect()
    gc.disable()
    try:
        for slip in slips:
            trial.seed(slip)
        assert gc.collect() == 0
    finally:
        gc.enable()


def test_every_figure_that_may_slip_has_one() -> None:
    path = EXHIBITS / "pericom-fy2007q1.txt"
    trial = Trial(read(path.name, path.read_bytes()))
    slips = trial.every(1)
    figures = [slip.figure for slip in slips]
    assert figures == sorted(set(figures))
    assert slips == trial.every(1)
    ended = enumerate(trial.workpaper.endings)
    told = trial.workpaper.subject.document.figures
    claiming = {n for n, one in ended if one.outcome != "excluded" and told[n].amount is not None}
    assert claiming <= set(figures)
    digits = sum(slip.kind == "digit changed" for slip in slips)
    assert len(slips) // 4 < digits < len(slips)


def test_what_a_release_says_of_itself_is_read_again_where_it_has_a_number() -> None:
    path = HOUSE / "examples" / "capstone-fy2008q2-release.txt"
    trial = Trial(read(path.name, path.read_bytes()))
    figures = trial.workpaper.subject.document.figures
    slips = [one for one in trial.every(3) if figures[one.figure].text in ("90", "7.2 Million")]
    assert len(slips) >= 2  # the days of a replay, and a headline's second line
    for slip in slips:
        hold(trial, slip)
