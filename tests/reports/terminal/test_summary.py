"""The head of the report: what the document is, and how its figures ended."""

from collections.abc import Callable

import pytest
from msgspec import structs

from tieout.model.announcement import Announcement
from tieout.model.workpaper import Release, Workpaper, conclude
from tieout.reports import terminal


def lines(workpaper: Workpaper, width: int = 80) -> list[str]:
    return terminal.render(workpaper, width=width).decode().splitlines()


def test_it_begins_with_what_the_document_is(paper: Workpaper) -> None:
    assert lines(paper)[:2] == [
        "acme.txt",
        "earnings release \u00b7 first quarter of fiscal 2009 \u00b7 ended June 30, 2008",
    ]


def test_the_coverage_names_every_ending(paper: Workpaper) -> None:
    counts = "   ".join(lines(paper)[4:6])
    for way in ("agrees", "rounds 1", "differs 1", "not tested", "excluded"):
        assert way in counts


def test_the_bar_is_as_wide_as_the_page(paper: Workpaper) -> None:
    assert len(lines(paper, 100)[3]) == 100


@pytest.mark.parametrize("width", [40, 80, 132])
def test_nothing_is_wider_than_the_page(width: int, paper: Workpaper) -> None:
    assert max(map(len, lines(paper, width))) <= width


def test_without_colour_there_is_no_escape(paper: Workpaper) -> None:
    assert b"\x1b" not in terminal.render(paper)
    assert b"\x1b[" in terminal.render(paper, colour=True)


def test_the_other_documents_are_named_with_their_role(acme: Release) -> None:
    said = " ".join(lines(conclude([acme, acme], [], {})))
    assert "against acme.txt: earnings release" in said
    assert "(companion)" in said


def test_a_document_of_another_company_names_it(acme: Release) -> None:
    other = structs.replace(acme, document=structs.replace(acme.document, name="other.txt"))
    said = " ".join(lines(conclude([acme, other], [], {})))
    assert "against other.txt: other.txt, earnings release" in said


def test_a_document_alone_is_checked_by_itself(paper: Workpaper) -> None:
    named = structs.replace(paper.subject, announcement=Announcement(0, 9, company="Acme"))
    assert lines(structs.replace(paper, releases=(named,)))[2] == "acme.txt, checked by itself"


def test_the_legend_counts_the_ticks(paper: Workpaper) -> None:
    said = terminal.render(paper, verbose=True).decode().splitlines()
    (foots,) = (line for line in said if line.startswith("  F  "))
    assert foots.startswith("  F  foots: a total equals the sum of its parts")
    assert foots.endswith(" 1 ticked")


def test_the_document_cannot_steer_the_terminal(paper_of: Callable[[str], Workpaper]) -> None:
    hostile = paper_of("Revenue \x1b[2J was 5." + " All went well." * 9)
    assert b"\x1b" not in terminal.render(hostile)


def test_what_was_hardly_understood_is_said_first_and_in_red(hardly: Workpaper) -> None:
    assert lines(hardly)[:5] == [
        "! Little of this document was understood: 2 of 82 figures (2%).",
        "  No table was found. A text copied or saved from a page often loses its tables:",
        "    give the page or the PDF itself.",
        "  80 figures stand outside tables, in no sentence that was understood.",
        "",
    ]
    assert terminal.render(hardly, colour=True).startswith(b"\x1b[1;31m! Little")
    assert "\u25cb No figure could be tested" in "\n".join(lines(hardly))


def test_where_nothing_was_understood_it_says_so(hardly: Workpaper) -> None:
    subject = structs.replace(hardly.subject, claims=())
    assert lines(conclude([subject], [], {}))[0].startswith(
        "! Nothing of this document was understood: it has 82 figures"
    )


def test_where_most_pages_are_pictures_it_says_so(paper: Workpaper) -> None:
    document = structs.replace(paper.subject.document, pages=3, pictures=(2, 3))
    subject = structs.replace(paper.subject, document=document)
    shown = lines(structs.replace(paper, releases=(subject,)))
    assert shown[:2] == [
        "! Little of this document could be read: 2 of its 3 pages are pictures.",
        "  Pages 2, 3 of 3 are pictures: figures in them were not read.",
    ]
