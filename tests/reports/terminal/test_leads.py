"""Leads: the likeliest first, apart from findings, never more than fits a screen."""

from collections.abc import Callable

from msgspec import structs

from tieout.model.workpaper import Workpaper
from tieout.reports import terminal

Leading = Callable[..., Workpaper]


def said(workpaper: Workpaper, most: int = terminal.SHOWN) -> str:
    return terminal.render(workpaper, most_leads=most).decode()


def test_a_lead_says_both_sides_and_what_would_settle_it(leading: Leading) -> None:
    shown = said(leading(12)).partition("? 1 lead: worth a look, not proven ")[2]
    assert shown.partition("\n\u2248")[0].splitlines()[1:] == [
        "  Each may be a mistake in the document, or tieout may have misread it. They are",
        "  not findings, and do not change the exit status.",
        "",
        "? Cost: reported 757, expected 5,228, 54 too high",
        "    line 10 \u2502 Gross loss (757) (2,336)",
        "    May be wrong: the same sum holds in 2 other columns (fair evidence). May be",
        "    right: another line of the table may belong to it. To settle it: is it the",
        "    same figure as 2,946 (line 7)? If so, one of the two is wrong. RX003",
    ]


def test_leads_are_neither_findings_nor_listed_twice(leading: Leading) -> None:
    words = said(leading(12))
    assert "Nothing differs among the" in words
    assert "   1  may be wrong, which is not proven (see the leads): 757" in words


def test_leads_of_one_cause_stand_together_behind_the_likeliest(leading: Leading) -> None:
    words = said(leading(8, 12))
    assert "? 2 leads" in words
    assert words.index("? Cost: reported 7,975") < words.index("1 more of the same cause: 757")
    assert "? Cost: reported 757" not in words


def test_no_more_than_asked_for_and_how_to_see_the_rest(leading: Leading) -> None:
    words = said(leading(8, 12, 20), most=1)
    assert "? Cost: reported 10.4 million" in words
    assert "  and 2 more: see --leads all or --format html" in words
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
