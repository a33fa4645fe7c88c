"""Every untested figure once, under what would settle it and why."""

from typing import Any

import pytest

from tieout.model.workpaper import NOTHING, Workpaper
from tieout.reports.html.untested import settled, settles


@pytest.mark.parametrize(
    ("reason", "words"),
    [
        (NOTHING, "your own records"),
        ("RX001 uses it, but rounds too coarsely to prove it", "in more digits"),
        ("the figure computed from it differs (FT001)", "the finding that rests on them"),
        ("it is not clear which period is meant", "a person who reads the sentence"),
        (
            "needs cash for the three months ended June 30, 2007: give it with --against",
            "a document that reports the three months ended June 30, 2007, given with --against",
        ),
        (
            "needs cash at June 30, 2007: give the document that reports it with --against",
            "a document as of June 30, 2007, given with --against",
        ),
        ("needs backlog: give the release with --against", "another document, given with"),
    ],
)
def test_a_reason_says_what_would_settle_it(reason: str, words: str) -> None:
    assert words in settles(reason)


def test_the_untested_stand_under_their_reason(page: Any, paper: Workpaper) -> None:
    number = paper.checks[4].subject.figure
    group = page.source.partition("1 figure: another document, given with --against</h3>")[2]
    assert group.startswith(
        "</summary><h4>needs backlog: give the prior quarter&#x27;s release with --against</h4>"
        f"<ul><li id=w{number}><a href=#f{number}>10.4 million</a> line 12"
    )


def test_every_untested_figure_is_in_one_group(paper: Workpaper) -> None:
    groups = settled(paper)
    numbers = [n for reasons in groups.values() for told in reasons.values() for n in told]
    untested = [n for n, one in enumerate(paper.endings) if one.outcome == "not-tested"]
    assert sorted(numbers) == untested


def test_a_lead_is_no_entry_of_a_group(leading: Any) -> None:
    paper = leading(20)
    led = paper.leads[0].subject.figure
    groups = settled(paper)
    assert not any(led in told for reasons in groups.values() for told in reasons.values())
