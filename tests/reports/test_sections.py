"""A document in its sections: every block and figure in one, under a title a reader knows."""

from collections.abc import Callable

from msgspec import structs

from tieout.model.announcement import Announcement, Form8K
from tieout.model.workpaper import Release, Workpaper
from tieout.reports._sections import coverage, sections


def test_every_block_and_every_figure_is_in_one_section(acme: Release) -> None:
    found = sections(acme)
    assert [block for one in found for block in one.blocks] == list(
        range(len(acme.document.blocks))
    )
    figures = [figure for one in found for figure in one.figures]
    assert figures == list(range(len(acme.document.figures)))


def test_a_statement_is_a_section_with_its_titles(acme: Release) -> None:
    titles = [one.title for one in sections(acme)]
    assert titles == ["STATEMENTS OF OPERATIONS", "After STATEMENTS OF OPERATIONS"]


def test_a_further_statement_of_a_table_is_a_section_of_its_own(acme: Release) -> None:
    (first,) = acme.statements
    further = structs.replace(first, title="Margins", lines=first.lines[2:])
    found = sections(structs.replace(acme, statements=(first, further)))
    assert [(one.title, one.part) for one in found] == [
        ("STATEMENTS OF OPERATIONS", 0),
        ("Margins", 0),
        ("After Margins", 2),
    ]
    assert [len(one.blocks) for one in found] == [2, 0, 1]
    assert sum(len(one.figures) for one in found) == len(acme.document.figures)


def test_tables_of_one_title_are_told_apart(paper_of: Callable[[str], Workpaper]) -> None:
    table = "Loans by type\n\nHomes\t5\t6\nFarms\t7\t8\n\n"
    found = sections(paper_of(f"{table}{'So it goes on and on. ' * 5}\n\n{table}").subject)
    assert [one.title for one in found] == ["Loans by type", "Loans by type, table 2"]


def test_a_heading_begins_a_section(paper_of: Callable[[str], Workpaper]) -> None:
    release = paper_of("First words of 3.\n\nOutlook\n\nRevenue of 5 is expected.\n").subject
    assert [one.title for one in sections(release)] == ["The beginning", "Outlook"]


def test_sections_are_counted_by_ending(paper: Workpaper) -> None:
    found = coverage(paper)
    for way in ("agrees", "rounds", "differs", "not-tested", "excluded"):
        assert sum(one.counts[way] for one in found) == paper.coverage[way]
    assert found[0].counts["agrees"] == 4
    assert (found[0].stated, found[0].tested, found[0].share) == (6, 5, "83%")
    assert found[0].differ == 1


def test_the_form_and_the_headline_stand_apart(paper: Workpaper) -> None:
    text = paper.subject.document.text
    at = text.index("Revenue rose")
    form = Form8K(0, at)
    heading = Announcement(at, len(text))
    subject = structs.replace(paper.subject, form=form, announcement=heading)
    titles = [one.title for one in coverage(structs.replace(paper, releases=(subject,)))]
    assert titles == ["Form 8-K", "The beginning"]
