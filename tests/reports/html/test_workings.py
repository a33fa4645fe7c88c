"""A figure's working shows the computation, with a way to every operand."""

from typing import Any

from tieout.model.workpaper import Workpaper, conclude
from tieout.reports._places import Places
from tieout.reports.html.workings import Workings


def test_a_working_gives_the_computation(page: Any, paper: Workpaper) -> None:
    number = paper.checks[0].subject.figure
    working = page.source.partition(f'id="w{number}"')[2].partition("</section>")[0]
    assert "<dt>reported</dt><dd>(757)</dd>" in working
    assert "<dt>difference</dt><dd>1</dd>" in working
    assert '<p class="formula">= 7,219 \u2212 7,975</p>' in working
    assert f'href="#f{paper.checks[0].operands[0].ref.figure}">7,219</a>' in working
    assert "tieout explain FT001" in working


def test_an_operand_shows_what_rests_on_it(page: Any, paper: Workpaper) -> None:
    number = paper.checks[0].operands[0].ref.figure
    working = page.source.partition(f'id="w{number}"')[2].partition("</section>")[0]
    assert "Other figures are tested against it" in working
    assert f'href="#w{paper.checks[0].subject.figure}">757</a>' in working


def test_an_untested_figure_says_why(page: Any, paper: Workpaper) -> None:
    number = paper.checks[4].subject.figure
    working = page.source.partition(f'id="w{number}"')[2].partition("</section>")[0]
    assert "needs backlog: give the prior quarter&#x27;s release with --against" in working


def test_a_figure_of_another_document_is_quoted_not_linked(paper: Workpaper) -> None:
    both = conclude([paper.subject, paper.subject], [], {})
    workings, ref = Workings(both, Places(both)), paper.checks[0].subject
    other = type(ref)(1, ref.figure)
    assert workings.link(ref).startswith('<a class="to"')
    assert workings.link(other) == '<span class="to other">757</span>'
    assert "acme.txt line 10" in workings.place(other)
    assert "\u201cGross loss (757) (2,336)\u201d" in workings.place(other)
