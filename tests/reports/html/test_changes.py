"""What the page tells of the draft before, and of the release before."""

from collections.abc import Callable
from typing import Any

from msgspec import structs

from tieout.model.measures import MeasureNews, Since
from tieout.model.workpaper import Workpaper

Drawn = Callable[[Workpaper], Any]


def test_changed_figures_are_listed_and_marked(redrafted: Workpaper, drawn: Drawn) -> None:
    page = drawn(redrafted)
    assert "Since the draft before.txt: 1 figure changed" in page.source
    marked = [
        given["title"] for _, given in page.elements if "changed" in (given.get("class") or "")
    ]
    assert any("was 7,129" in title for title in marked)
    assert any("not in the previous draft" in title for title in marked)
    assert "<del>7,129</del> \u2192 <ins>" in page.source
    assert "Ticks lost" in page.source
    assert "Findings fixed" in page.source


def test_without_a_draft_nothing_is_marked(paper: Workpaper, drawn: Drawn) -> None:
    page = drawn(paper)
    assert "Since the" not in page.source
    assert not any("changed" in (given.get("class") or "").split() for _, given in page.elements)


def test_measures_are_told_and_harmless(paper: Workpaper, drawn: Drawn) -> None:
    news = MeasureNews("<b>EBITDA</b>", "redefined", "<i>was</i>", "<i>now</i>", is_told=True)
    page = drawn(structs.replace(paper, since=Since(0, (news,))))
    assert "1 measure changed" in page.source
    assert "&lt;b&gt;EBITDA&lt;/b&gt; is defined in other words<br>" in page.source
