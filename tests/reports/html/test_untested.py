"""Every untested figure once, under what would settle it and why."""

import re
from collections.abc import Callable
from typing import Any

from tieout.model.workpaper import Workpaper, conclude
from tieout.reports._unsettled import unsettled


def test_the_untested_stand_under_their_reason(page: Any, paper: Workpaper) -> None:
    number = paper.checks[4].subject.figure
    group = page.source.partition(
        "<h3>1 figure to look up in the source: it is not clear what is measured, or for when"
    )[2]
    assert group.startswith(
        "</h3></summary>"
        "<h4>needs backlog: give the prior quarter&#x27;s release with --against</h4>"
        f"<ul><li id=w{number}><a href=#f{number}>10.4 million</a> line 12, \u201cACME CORPORATION"
    )


def test_a_group_that_says_why_says_it_once(
    drawn: Callable[[Workpaper], Any], paper: Workpaper
) -> None:
    source = drawn(conclude(paper.releases, [], {})).source
    group = source.partition("a year before (ended June 30, 2007) could test 4 more figures</h3>")[
        2
    ]
    assert group.startswith("</summary><ul><li id=w")


def test_every_untested_figure_has_one_entry(
    drawn: Callable[[Workpaper], Any], leading: Callable[..., Workpaper]
) -> None:
    """Those that are leads have theirs among the leads, where the question to ask stands."""
    paper = leading(20)
    source = drawn(paper).source
    entries = [int(one) for one in re.findall(r" id=w([0-9]+)", source)]
    untested = [n for n, one in enumerate(paper.endings) if one.outcome == "not-tested"]
    assert all(entries.count(number) == 1 for number in untested)
    listed = source.partition('class="notes untested"')[2]
    assert f"<li><a href=#f{paper.leads[0].subject.figure}>" in listed
    assert all(group.sentence in listed for group in unsettled(paper))
