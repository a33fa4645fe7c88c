"""The mark beside a figure: its ending, and the letters of what proved it."""

from tieout.model.workpaper import Workpaper
from tieout.reports._places import Places
from tieout.reports.html.ticks import Mark, figure, in_full, marks, operand


def test_a_figure_has_the_letters_of_the_checks_that_prove_it(paper: Workpaper) -> None:
    drawn = dict(
        zip(
            (f.text for f in paper.subject.document.figures),
            marks(paper, Places(paper)),
            strict=True,
        )
    )
    assert drawn["757"].letters == "\u2717F"
    assert drawn["2,336"].letters == "F"
    assert drawn["2,946"].letters == "F\u2009R"
    assert drawn["7.2 million"].letters == "\u2248T"
    number = paper.checks[4].subject.figure
    assert drawn["10.4 million"] == Mark("not-tested", "", f"w{number}")


def test_a_difference_proves_none_of_its_operands(paper: Workpaper) -> None:
    drawn = dict(
        zip(
            (f.text for f in paper.subject.document.figures),
            marks(paper, Places(paper)),
            strict=True,
        )
    )
    assert drawn["7,975"].outcome == "not-tested"


def test_what_agrees_leads_to_its_procedure_and_the_rest_to_its_entry(paper: Workpaper) -> None:
    drawn = dict(
        zip(
            (f.text for f in paper.subject.document.figures),
            marks(paper, Places(paper)),
            strict=True,
        )
    )
    assert drawn["2,336"].place == "FT001"
    assert drawn["757"].place == f"w{paper.checks[0].subject.figure}"
    assert drawn["7.2 million"].place == f"w{paper.checks[3].subject.figure}"


def test_a_column_of_findings_is_not_written_out_figure_by_figure(paper: Workpaper) -> None:
    assert in_full(paper) == {paper.checks[0].subject.figure, paper.checks[3].subject.figure}


def test_an_excluded_figure_is_no_link() -> None:
    assert figure(3, "2008", Mark("excluded", "")) == "<span id=f3 class=excluded>2008</span>"


def test_a_figure_has_its_letters_and_what_was_there_before() -> None:
    drawn = figure(3, "7", Mark("agrees", "F", "FT001", before="was 8"))
    assert drawn == ('<a id=f3 href=#FT001 class=changed data-t="F" title="was 8">7</a>')


def test_a_figure_of_another_document_has_a_place() -> None:
    assert operand(1, 3, "7") == '<b id="d1f3" class="bound">7</b>'
