"""What the terminal tells of the draft before, and of the release before."""

from collections.abc import Callable

from msgspec import structs

from tieout.model.measures import MeasureNews, Since
from tieout.model.workpaper import Workpaper
from tieout.reports import terminal


def said(paper: Workpaper, *, verbose: bool = True) -> str:
    return " ".join(terminal.render(paper, width=100, verbose=verbose).decode().split())


def test_changes_are_told_with_both_texts_and_their_place(redrafted: Workpaper) -> None:
    words = said(redrafted)
    assert "Since the draft before.txt" in words
    assert "1 figure changed, 1 added, 1 removed, 2 ticks kept, 1 lost, 1 gained" in words
    assert "findings: 1 fixed, 1 new" in words
    assert "7,129 \u2192 7,219 line 7 \u00b7 Revenue" in words


def test_a_lost_tick_says_why_and_a_fixed_finding_what(redrafted: Workpaper) -> None:
    words = said(redrafted)
    assert "tick lost: 145%" in words
    assert "RX003 rested on 7,129, now 7,219" in words
    assert "fixed: Revenue: reported 7,129" in words


def test_without_a_draft_nothing_is_said_of_it(paper: Workpaper) -> None:
    assert "Since the" not in said(paper)


def test_measures_are_told_with_both_definitions(paper: Workpaper) -> None:
    measures = (
        MeasureNews("Free cash flow", "dropped", "Free cash flow"),
        MeasureNews("Adjusted EBITDA", "redefined", "before tax", "before tax and litigation"),
    )
    words = said(structs.replace(paper, since=Since(0, measures)))
    assert "Since the release acme.txt: 2 measures changed" in words
    assert "Free cash flow is no longer there" in words
    assert "Adjusted EBITDA is defined in other words, and nothing says that it has" in words
    assert "now: before tax and litigation" in words


def test_a_long_list_is_cut(paper_redrafted: Callable[[int], Workpaper]) -> None:
    assert "and 10 more: see --output workpaper.html" in said(paper_redrafted(30))
    assert "and 25 more: see --output workpaper.html" in said(paper_redrafted(30), verbose=False)
