"""A document in its sections: every figure in one of them, and few lines where little is."""

from collections.abc import Callable

from msgspec import structs

from tieout.model.announcement import Announcement, Form8K
from tieout.model.check import Ending
from tieout.model.workpaper import Workpaper
from tieout.reports._sections import sections


def test_every_figure_is_in_one_section(paper: Workpaper) -> None:
    found = sections(paper)
    ways: tuple[Ending, ...] = ("agrees", "rounds", "differs", "not-tested", "excluded")
    total: dict[str, int] = {way: sum(one.counts.get(way, 0) for one in found) for way in ways}
    assert total | {"figures": len(paper.endings)} == paper.coverage


def test_a_statement_is_told_by_its_title_with_its_table(paper: Workpaper) -> None:
    statement = next(one for one in sections(paper) if one.kind == "statement")
    assert statement.title == "STATEMENTS OF OPERATIONS (table 1)"
    assert (statement.stated, statement.tested, statement.share) == (6, 5, "83%")
    assert statement.differ == 1


def test_sections_of_few_figures_are_told_as_one(
    paper_of: Callable[[str], Workpaper],
) -> None:
    prose = "Revenue was 5 and 6 and 7.\n\nNew plants\n\nThere are 3.\n\nOld plants\n\nOnce 9.\n"
    found = sections(paper_of(prose))
    assert [(one.title, one.stated) for one in found] == [
        ("Opening", 3),
        ("Other paragraphs and tables", 2),
    ]


def test_the_form_and_the_headline_stand_apart(paper: Workpaper) -> None:
    text = paper.subject.document.text
    at = text.index("Revenue rose")
    form = Form8K(0, at)
    heading = Announcement(at, len(text))
    subject = structs.replace(paper.subject, form=form, announcement=heading)
    kinds = [one.kind for one in sections(structs.replace(paper, releases=(subject,)))]
    assert kinds[0] == "form"
    assert "statement" not in kinds
