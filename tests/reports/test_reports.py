"""The formats, and the words and places all reports share."""

import pytest

from tieout.errors import Misuse
from tieout.model.check import Cause, Check, Ref
from tieout.model.workpaper import Release, Workpaper, conclude
from tieout.reports import formats, report
from tieout.reports._groups import counts, findings
from tieout.reports._places import Places
from tieout.reports._shares import percent, shares
from tieout.reports._words import described, letters, roles


def test_the_formats_are_the_modules() -> None:
    assert formats() == ("html", "json", "terminal", "xlsx")


@pytest.mark.parametrize("name", formats())
def test_every_format_renders_bytes(name: str, paper: Workpaper) -> None:
    assert isinstance(report(name).render(paper), bytes)


def test_an_unknown_format_is_answered_with_those_there_are() -> None:
    with pytest.raises(Misuse, match="choose one of html, json, terminal, xlsx"):
        report("excel")


def test_shares_add_up_and_hide_nothing() -> None:
    assert shares([159, 4, 0, 16, 46], 80) == [57, 1, 0, 6, 16]
    assert shares([1000, 1, 0, 0, 0], 40) == [39, 1, 0, 0, 0]
    assert shares([0, 0], 10) == [0, 0]


@pytest.mark.parametrize(
    ("count", "total", "words"),
    [
        (0, 9, "0%"),
        (1, 900, "<1%"),
        (899, 900, ">99%"),
        (1, 2, "50%"),
        (9, 9, "100%"),
        (0, 0, "0%"),
    ],
)
def test_percent_never_rounds_to_nothing_or_all(count: int, total: int, words: str) -> None:
    assert percent(count, total) == words


def test_a_figure_stands_in_its_line(paper: Workpaper) -> None:
    places, number = Places(paper), paper.checks[0].subject
    assert places.line(number) == "line 10"
    assert places.caption(number) == "Gross loss, three months ended June 30, 2008"
    excerpt = places.excerpt(number, 60)
    assert (excerpt.before, excerpt.figure, excerpt.after) == ("Gross loss (", "757", ") (2,336)")


def test_an_excerpt_is_cut_to_its_room_with_the_figure_in_sight(paper: Workpaper) -> None:
    excerpt = Places(paper).excerpt(paper.checks[3].subject, 30)
    assert excerpt.figure == "7.2 million"
    assert len(excerpt.before + excerpt.figure + excerpt.after) <= 30
    assert excerpt.before.startswith("\u2026")


def test_a_figure_of_another_document_names_it(acme: Release) -> None:
    places = Places(conclude([acme, acme], [], {}))
    assert places.line(Ref(1, 0)).startswith("acme.txt line ")


def test_roles(acme: Release) -> None:
    other = Release(acme.document, "other", None, None, None, (), (), ())
    assert roles(conclude([acme, acme, other], [], {})) == ("subject", "companion", "prior")


def test_a_document_is_described_by_its_quarter(acme: Release) -> None:
    assert (
        described(acme)
        == "earnings release \u00b7 first quarter of fiscal 2009 \u00b7 ended June 30, 2008"
    )


def test_only_the_letters_used_are_explained(paper: Workpaper) -> None:
    assert list(letters(paper)) == ["F", "T", "R"]


def moved(paper: Workpaper, figures: dict[str, str], cause: Cause, reason: str) -> Workpaper:
    """The workpaper with these figures found to differ so, for one cause."""
    document = paper.subject.document
    made = tuple(
        Check(
            rule="TI003",
            name="comparative-differs-from-prior-filing",
            tick="T",
            outcome="differs",
            severity="warning",
            subject=Ref(0, next(n for n, one in enumerate(document.figures) if one.text == text)),
            reported=text,
            difference=difference,
            message=f"reported {text}, {difference} too high; {reason}",
            reason=reason,
            cause=cause,
        )
        for text, difference in figures.items()
    )
    return conclude(paper.releases, (*paper.checks, *made), {})


def test_figures_of_a_column_that_changed_for_one_cause_are_one_finding(paper: Workpaper) -> None:
    reason = "restated, as the column's head says"
    told = moved(paper, {"2,946": "9", "5,282": "30", "2,336": "\u2212100"}, "restated", reason)
    found = findings(told)
    assert counts(found) == "1 error and 1 warning"
    column = found[1]
    assert column.sentence == (
        "Income statement, three months ended June 30, 2007: 3 figures differ from what "
        "was reported elsewhere; " + reason
    )
    assert [check.reported for check in column.checks] == ["2,336", "5,282", "2,946"]
    page = report("terminal").render(told).decode()
    assert "1 error and 1 warning" in page
    assert "reported 2,336, \u2212100 too high" in page
    assert page.count(reason) <= 1
    assert b'<table class="moves">' in report("html").render(told)


def test_two_figures_are_as_soon_told_one_by_one(paper: Workpaper) -> None:
    told = moved(paper, {"2,946": "9", "5,282": "30"}, "reclassified", "the totals agree")
    assert counts(findings(told)) == "1 error and 2 warnings"
