"""Two drafts compared: what became of figures, ticks and findings."""

from collections.abc import Callable
from pathlib import Path

from tieout.engine import check, read
from tieout.model.redraft import Redraft
from tieout.model.workpaper import Release, Workpaper

Draft = Callable[..., Release]
YEAR_BEFORE = Path(__file__).parents[2] / "examples" / "capstone-fy2007q2-8k.txt"


def redrafted(was: Release, now: Release) -> tuple[Workpaper, Redraft]:
    paper = check(now, draft=was)
    assert paper.redraft is not None
    return paper, paper.redraft


def test_nothing_has_changed_since_the_same_draft(draft: Draft) -> None:
    paper, redraft = redrafted(draft(), draft())
    ticked = paper.coverage["agrees"] + paper.coverage["rounds"]
    assert len(redraft.unchanged) == paper.coverage["figures"]
    assert len(redraft.kept) == ticked
    assert not any((redraft.changed, redraft.added, redraft.removed))
    assert not any((redraft.renewed, redraft.lost, redraft.gained))
    assert not any((redraft.fixed, redraft.new))


def test_a_figure_that_breaks_its_total_loses_ticks(draft: Draft) -> None:
    """Total operating expenses of Capstone's quarter: 8,343 printed as 8,433."""
    old = "8,343"
    paper, redraft = redrafted(draft(), draft((old, "8,433")))
    assert paper.draft is not None
    ((was, now),) = redraft.changed
    assert (paper.draft.figure(0, was).text, paper.figure(0, now).text) == (old, "8,433")
    lost = {paper.figure(0, one.now).text: one.why for one in redraft.lost}
    assert "8,433" in lost
    assert "reported" in lost["8,433"]
    assert redraft.new
    assert not redraft.fixed
    assert len(redraft.kept) > 100


def test_mending_it_fixes_the_finding_and_gains_the_ticks(draft: Draft) -> None:
    paper, redraft = redrafted(draft(("8,343", "8,433")), draft())
    assert paper.draft is not None
    assert redraft.fixed
    assert not redraft.new
    assert redraft.gained
    assert not redraft.lost
    assert all(paper.draft.checks[number].outcome == "differs" for number in redraft.fixed)


def test_a_finding_that_stands_in_both_is_still_open(draft: Draft) -> None:
    """Capstone's common stock of fiscal 2007 is not par value times the shares issued."""
    name = "capstone-fy2007q2-8k"
    _, redraft = redrafted(draft(name=name), draft(name=name))
    assert len(redraft.still_open) == 1
    assert not redraft.new


def test_every_figure_is_accounted_for(draft: Draft) -> None:
    was, now = draft(), draft(name="capstone-fy2008q2-8k")
    _, redraft = redrafted(was, now)
    both = len(redraft.unchanged) + len(redraft.changed)
    assert both + len(redraft.added) == len(now.document.figures)
    assert both + len(redraft.removed) == len(was.document.figures)


def test_a_draft_proves_nothing(draft: Draft) -> None:
    alone, compared = check(draft()), check(draft(), draft=draft(("8,343", "8,433")))
    assert (compared.checks, compared.endings) == (alone.checks, alone.endings)
    assert compared.releases == alone.releases


def test_both_drafts_are_held_against_the_same_filings(draft: Draft) -> None:
    before = read("before.txt", YEAR_BEFORE.read_bytes())
    paper = check(draft(), [before], draft=draft())
    assert paper.draft is not None
    assert paper.draft.checks == paper.checks


def test_a_lost_tick_says_what_it_rested_on(draft: Draft) -> None:
    """Cost of goods sold of Capstone's quarter no longer printed: the gross loss rests on it."""
    _, redraft = redrafted(draft(), draft(("Cost of goods sold\t7,975", "Cost of goods sold\t--")))
    assert any("which is gone" in one.why for one in redraft.lost)
    assert redraft.removed
