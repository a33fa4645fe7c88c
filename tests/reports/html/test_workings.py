"""A figure's working shows the computation, with a way to every operand."""

from typing import Any

from tieout.model.workpaper import Workpaper, conclude
from tieout.reports._places import Places
from tieout.reports.html.workings import Workings, bound


def test_a_working_gives_the_computation(page: Any, paper: Workpaper) -> None:
    check = paper.checks[0]
    working = page.source.partition(f"id=w{check.subject.figure}>")[2].partition("</details>")[0]
    assert "<dt>reported</dt><dd>(757)</dd>" in working
    assert "<dt>difference</dt><dd>1</dd>" in working
    first, second = (f'<a class="to" href="#f{one.ref.figure}">' for one in check.operands)
    assert f'<p class="formula">= {first}7,219</a> \u2212 {second}7,975</a></p>' in working
    assert f"<li>{first}7,219</a> <span>line 7, table \u201cSTATEMENTS OF" in working
    assert '<a href="#FT001"><b>F</b> FT001 total-does-not-foot</a>' in working


def test_a_figure_told_of_twice_has_one_entry(paper: Workpaper) -> None:
    workings, check = Workings(paper, Places(paper)), paper.checks[0]
    assert f" id=w{check.subject.figure}" in workings.entry(check)
    assert " id=" not in workings.entry(check)


def test_a_figure_of_another_document_is_quoted_and_linked(paper: Workpaper) -> None:
    both = conclude([paper.subject, paper.subject], [], {})
    workings, ref = Workings(both, Places(both)), paper.checks[0].subject
    other = type(ref)(1, ref.figure)
    assert workings.link(ref) == f'<a class="to" href="#f{ref.figure}">757</a>'
    assert workings.link(other) == f'<a class="to" href="#d1f{ref.figure}">757</a>'
    assert "acme.txt, line 10, table" in workings.place(other)
    assert "\u201cGross loss (757) (2,336)\u201d" in workings.place(other)


def test_only_figures_of_other_documents_are_bound(paper: Workpaper) -> None:
    assert not list(bound(paper))
