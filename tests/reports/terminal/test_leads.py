"""Leads: the likeliest first, apart from findings, never more than fits a screen."""

from collections.abc import Callable

from msgspec import structs

from tieout.model.workpaper import Workpaper
from tieout.reports import terminal

Leading = Callable[..., Workpaper]


PLACE = (
    "    Line 10, table \u201cSTATEMENTS OF OPERATIONS\u201d, row \u201cGross loss\u201d, "
    "column \u201c2008\u201d:"
)


def said(workpaper: Workpaper, most: int | None = 5, *, verbose: bool = False) -> str:
    return terminal.render(workpaper, most_leads=most, verbose=verbose).decode()


def test_a_lead_says_both_sides_and_what_would_settle_it(leading: Leading) -> None:
    shown = said(leading(12)).partition("? 1 lead: worth a look, not proven ")[2]
    assert shown.partition("\n\u25cb")[0].splitlines()[1:] == [
        "  Each may be a mistake in the document, or tieout may have misread it. They are",
        "  not findings, and do not change the exit status.",
        "",
        "? Cost: reported 757, expected 5,228, 54 too high",
        PLACE,
        "    \u2502 Gross loss (\u00bb757\u00ab) (2,336)",
        "    May be wrong: the same sum holds in 2 other columns (fair evidence). May be",
        "    right: another line of the table may belong to it. To settle it: is it the",
        "    same figure as 2,946 (line 7)? If so, one of the two is wrong. RX003",
    ]


def test_leads_are_neither_findings_nor_listed_twice(leading: Leading) -> None:
    words = said(leading(12), verbose=True)
    assert "Nothing differs among the" in words
    group = words.partition("  1 figure among the leads, each with what would settle it\n")[2]
    assert group.startswith("      757  line 10 \u00b7 Gross loss")


def test_leads_of_one_cause_stand_together_behind_the_likeliest(leading: Leading) -> None:
    words = said(leading(8, 12))
    assert "? 2 leads" in words
    assert words.index("? Cost: reported 7,975") < words.index("1 more of the same cause: 757")
    assert "? Cost: reported 757" not in words


def test_no_more_than_asked_for_and_how_to_see_the_rest(leading: Leading) -> None:
    words = said(leading(8, 12, 20), most=1)
    assert "? Cost: reported 10.4 million" in words
    assert "  and 2 more: see --leads all" in words
    assert "leads: worth a look" not in said(leading(8, 12, 20), most=0)


def test_a_lead_without_operands_is_looked_up(leading: Leading) -> None:
    paper = leading(12)
    bare = tuple(structs.replace(one, operands=()) for one in paper.checks)
    words = " ".join(said(structs.replace(paper, checks=bare)).split())
    assert "To settle it: look the figure up in its source." in words


def test_many_operands_are_counted(leading: Leading) -> None:
    paper = leading(12)
    (operand,) = paper.checks[0].operands
    many = structs.replace(paper.checks[0], operands=(operand,) * 5)
    words = " ".join(said(structs.replace(paper, checks=(many, *paper.checks[1:]))).split())
    assert "is it computed from 2,946 (line 7), 2,946 (line 7), 2,946 (line 7) and 2 more?" in words


def test_on_one_screen_leads_are_told_in_short(leading: Leading) -> None:
    words = said(leading(8, 12, 20), most=None)
    assert "? 3 leads: worth a look, not proven" in words
    assert (
        "? Cost: reported 10.4 million, expected 5,228, 54 too high  line 12 \u00b7 RX003" in words
    )
    assert "    \u2502 Backlog was $\u00bb10.4 million\u00ab." in words
    assert "May be wrong" not in words
    assert "  and 1 more; --leads all says of each why it may be wrong or right" in words
    assert "May be wrong" in said(leading(8, 12, 20), most=None, verbose=True)
