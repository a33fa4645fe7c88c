"""What is said at a figure: numbered, plain, and rounded as the figure is printed."""

from collections.abc import Callable

import pytest
from msgspec import structs

from tieout.model.workpaper import Workpaper
from tieout.reports._marks import letters
from tieout.reports._notes import notes, standing, summary, to_print
from tieout.reports._places import Places


def test_findings_come_first_and_say_why_they_are_believed(grounded: Workpaper) -> None:
    (note,) = notes(grounded)
    assert (note.sign, note.title, note.is_lead) == ("1", "Finding 1 of 1", False)
    assert note.sentences == (
        "Gross loss: reported (757), expected (756), 1 too low.",
        "It should read (756) = 7,219 \u2212 7,975, or a figure it is taken from is wrong.",
        "Believed because the other 3 totals of this table foot (fair evidence).",
        "Rule FT001: 'tieout explain FT001' says more.",
    )
    assert standing(note, Places(grounded)) == (
        "(757) (line 10, table \u201cSTATEMENTS OF OPERATIONS\u201d, "
        "row \u201cGross loss\u201d, column \u201c2008\u201d)"
    )


def test_a_lead_says_both_sides_and_what_settles_it(leading: Callable[..., Workpaper]) -> None:
    first, second = notes(leading(20, 5))
    assert (first.sign, second.sign) == ("?1", "?2")
    assert first.title == "Lead 1 of 2: worth a look, not proven"
    assert first.sentences[1] == "If it is wrong, it should read 5,228."
    assert first.sentences[3] == "May be right: another line of the table may belong to it."
    assert first.sentences[4].startswith("To settle it: is it the same figure as 2,946")


@pytest.mark.parametrize(
    ("reported", "expected", "printed"),
    [
        ("$320.5 million", "$320.647 million", "$320.6 million"),
        ("1,162,464", "1,011,763.851", "1,011,764"),
        ("10.1%", "10.667%", "10.7%"),
        ("(757)", "(756)", "(756)"),
        ("28%", "28.4%", "28.4%"),  # rounded it would be no other
        ("November 8, 2008", "November 8, 2007", "November 8, 2007"),
        ("5", "", ""),
    ],
)
def test_what_should_be_printed(
    paper: Workpaper, reported: str, expected: str, printed: str
) -> None:
    check = structs.replace(paper.checks[0], reported=reported, expected=expected)
    assert to_print(check) == printed


def test_the_summary_says_first_where_little_was_understood(
    paper: Workpaper, hardly: Workpaper
) -> None:
    assert summary(paper)[0].startswith("acme.txt, checked by tieout: 13 figures: agrees 5, ")
    assert summary(paper)[-1] == "1 error."
    assert summary(hardly)[0].startswith("Little of this document was understood")


def test_letters_are_those_of_the_checks_a_figure_ended_by(paper: Workpaper) -> None:
    document = paper.subject.document
    told = {one.text: held for one, held in zip(document.figures, letters(paper), strict=True)}
    assert told["757"] == ["F"]
    assert told["2,946"] == ["F", "R"]
    assert told["145%"] == ["R"]
