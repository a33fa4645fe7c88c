"""What was not tested and why; the statements that were found."""

from collections.abc import Callable

from msgspec import structs

from tieout.model.workpaper import Workpaper, conclude
from tieout.reports import terminal


def said(workpaper: Workpaper, *, verbose: bool = True) -> str:
    return terminal.render(workpaper, width=100, verbose=verbose).decode()


def test_the_untested_stand_under_what_would_settle_them(paper: Workpaper) -> None:
    lines = said(paper).splitlines()
    at = lines.index(
        "  1 figure to look up in the source: it is not clear what is measured, or for when"
    )
    assert " ".join(" ".join(lines[at + 1 : at + 3]).split()) == (
        "10.4 million line 12 \u00b7 \u201cBacklog was $\u00bb10.4 million\u00ab.\u201d: "
        "needs backlog: give the prior quarter's release with --against"
    )


def test_a_lone_document_is_told_what_would_test_more(paper: Workpaper) -> None:
    alone = conclude(paper.releases, [], {})
    shown = said(alone, verbose=False)
    assert "  The Form 10-Q or 10-K of the same quarter could test 3 more figures." in shown
    before = "The release of the same quarter a year before (ended June 30, 2007)"
    assert f"  {before} could test 4 more figures." in shown
    assert "Give a document that you have with --against FILE." in shown


def test_where_no_document_would_test_more_it_says_what_would(paper: Workpaper) -> None:
    shown = said(paper, verbose=False)
    assert "--against" not in shown
    assert "  1 figure to look up in the source: it is not clear what is measured" in shown


def test_where_little_was_understood_no_other_document_is_asked_for(hardly: Workpaper) -> None:
    assert "--against" not in said(hardly, verbose=False)


def test_statements_are_summed_up(paper: Workpaper) -> None:
    shown = said(paper)
    assert "  three months ended June 30, 2008; three months ended June 30, 2007\n" in shown
    assert "    income statement (table 1): 3 lines, 6 facts, 1 sum" in shown


def test_periods_that_statements_share_are_told_once(paper: Workpaper) -> None:
    (statement,) = paper.subject.statements
    subject = structs.replace(paper.subject, statements=(statement, statement))
    shown = said(structs.replace(paper, releases=(subject,)))
    assert shown.count("three months ended June 30, 2008; three months ended June 30, 2007") == 1
    assert shown.count("    income statement (table 1): 3 lines") == 2


def test_how_places_are_counted_is_said_once(paper: Workpaper) -> None:
    words = " ".join(said(paper).split())
    assert words.count("are counted in the order in which they stand") == 1
    assert "are counted in the order" not in said(paper, verbose=False)


def test_one_screen_says_how_to_see_the_rest(paper: Workpaper) -> None:
    shown = said(paper, verbose=False)
    assert "--verbose shows the rest   --output workpaper.html shows all in place" in shown
    assert "Statements found" not in shown
    assert "Tick marks" not in shown


def test_no_statement_is_said_too(paper_of: Callable[[str], Workpaper]) -> None:
    assert "No statement found" in said(paper_of("Revenue was 5.\n"))
