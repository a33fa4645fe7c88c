"""The mark beside a figure: its ending, and the letters of what proved it."""

from tieout.model.workpaper import Workpaper
from tieout.reports.html.ticks import Mark, figure, marks


def test_a_figure_has_the_letters_of_the_checks_that_prove_it(paper: Workpaper) -> None:
    drawn = dict(zip((f.text for f in paper.subject.document.figures), marks(paper), strict=True))
    assert drawn["757"].letters == "\u2717F"
    assert drawn["2,336"].letters == "F"
    assert drawn["2,946"].letters == "F\u2009R"
    assert drawn["7.2 million"].letters == "\u2248T"
    assert drawn["10.4 million"] == Mark(
        "not-tested",
        "",
        "not tested: needs backlog: give the prior quarter's release with --against",
    )


def test_a_difference_proves_none_of_its_operands(paper: Workpaper) -> None:
    drawn = dict(zip((f.text for f in paper.subject.document.figures), marks(paper), strict=True))
    assert drawn["7,975"].outcome == "not-tested"


def test_an_excluded_figure_is_no_link() -> None:
    assert figure(3, "2008", Mark("excluded", "", "excluded: a year")) == (
        '<span class="f x" id="f3" title="excluded: a year">2008</span>'
    )


def test_letters_in_the_margin_are_not_repeated_at_the_figure() -> None:
    mark = Mark("agrees", "F", "agrees")
    assert "data-t" in figure(3, "7", mark)
    assert "data-t" not in figure(3, "7", mark, margin=True)
