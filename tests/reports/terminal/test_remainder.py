"""What was not tested and why; the statements that were found."""

from collections.abc import Callable

from tieout.model.workpaper import Workpaper
from tieout.reports import terminal


def said(workpaper: Workpaper) -> str:
    return terminal.render(workpaper, width=100).decode()


def test_the_untested_stand_under_their_reason(paper: Workpaper) -> None:
    assert "   1  needs backlog: give the prior quarter's release with --against: 10.4" in said(
        paper
    )


def test_a_lone_document_is_told_what_would_test_more(paper: Workpaper) -> None:
    assert "To test comparatives, give an earlier release" in said(paper)


def test_statements_are_summed_up(paper: Workpaper) -> None:
    assert "  income statement: 3 lines, 6 facts, 1 sum; three months ended June 30, 2008;" in said(
        paper
    )


def test_no_statement_is_said_too(paper_of: Callable[[str], Workpaper]) -> None:
    assert "No statement found" in said(paper_of("Revenue was 5.\n"))
