"""Differences and figures as entries name them."""

from collections.abc import Callable

from tieout.accepted.standing import Standings, document_of
from tieout.engine import check, read
from tieout.model.workpaper import Workpaper


def test_a_difference_is_named_by_what_another_draft_has_too(
    draft: Callable[..., Workpaper],
) -> None:
    told = Standings(draft()).differences
    assert [(one.entry.said, one.entry.rule, one.entry.reported) for one in told] == [
        ("accepted", "RX003", "154%"),
        ("dismissed", "TI002", "145%"),
        ("accepted", "FT001", "8,434"),
        ("accepted", "FT002", "(9,099)"),
    ]
    total = told[2].entry
    assert (total.concept, total.period) == (
        "us-gaap:OperatingExpenses",
        "2007-07-01/2007-09-30",
    )
    assert (total.expected, total.operands) == ("8,343", ("2,433", "5,910"))
    assert told[0].entry.words == "second quarter revenue of increased _ from same period last"


def test_all_drafts_of_a_release_are_one_document(draft: Callable[..., Workpaper]) -> None:
    assert document_of(draft().subject) == "capstone turbine, earnings release, 2007-09-30"
    other = draft(first="DRAFT\n\n")
    assert document_of(other.subject) == document_of(draft().subject)


def test_a_document_that_names_nobody_is_known_by_its_file() -> None:
    assert document_of(read("note.txt", b"The ratio was 5.")) == "note.txt, other"


def test_figures_printed_alike_are_counted() -> None:
    paper = check(read("note.txt", b"We had 17 stores.\n\nWe had 17 stores.\n"))
    assert [one.entry.occurrence for one in Standings(paper).figures] == [1, 2]


def test_names_are_no_longer_than_people_read_and_hold_nothing_unseen() -> None:
    raw = f"Net \u202esales of {'very ' * 300}large shops\t$ 5\t$ 6\nOther\t7\t8\n".encode()
    for one in Standings(check(read("note.txt", raw))).figures:
        entry = one.entry
        words = (entry.concept, entry.words, entry.reported, *map(str, entry.dimensions))
        assert all(len(word) <= 600 and word.isprintable() for word in words)
