"""Findings in full, notes compactly."""

from collections.abc import Callable

from msgspec import structs

from tieout.model.accepted import Accepted, Entry
from tieout.model.workpaper import FigureEnding, Workpaper, conclude
from tieout.reports import terminal

PLACE = (
    "    Line 10, table \u201cSTATEMENTS OF OPERATIONS\u201d, row \u201cGross loss\u201d, "
    "column \u201c2008\u201d:"
)


def said(workpaper: Workpaper, *, verbose: bool = True) -> str:
    return terminal.render(workpaper, verbose=verbose).decode()


def test_a_finding_says_what_where_and_why(paper: Workpaper) -> None:
    found = said(paper).partition("\u2717 1 error ")[2].partition("\n\n\u2248")[0]
    assert found.splitlines()[2:] == [
        "\u2717 Gross loss: reported (757), expected (756), 1 too low",
        PLACE,
        "    \u2502 Gross loss (\u00bb757\u00ab) (2,336)",
        "    Expected (756) = 7,219 \u2212 7,975",
        "      7,219  line 7  Revenue, three months ended June 30, 2008",
        "      7,975  line 8  Cost of goods sold, three months ended June 30, 2008",
        "    FT001 total-does-not-foot",
    ]


def test_a_note_gives_both_computations(paper: Workpaper) -> None:
    assert "\u2248 Revenue: reported $7.2 million, expected $7.219 million; cut off" in said(paper)


def test_that_nothing_differs_stands_beside_the_share_that_was_tested(paper: Workpaper) -> None:
    kept = [check for check in paper.checks if check.outcome != "differs"]
    words = said(conclude(paper.releases, kept, {}))
    assert "\u2713 Nothing differs among the 67% of figures that were tested; 33% were not" in words


def test_where_all_were_tested_it_says_so(paper: Workpaper) -> None:
    kept = [check for check in paper.checks if check.outcome == "agrees"]
    all_agree = (FigureEnding("agrees", "", (0,)),) * len(paper.endings)
    tested = structs.replace(paper, checks=tuple(kept), endings=all_agree)
    assert "Nothing differs, and every figure that states something was tested" in said(tested)


def test_where_nothing_was_tested_nothing_is_ticked(paper_of: Callable[[str], Workpaper]) -> None:
    words = said(paper_of("Revenue was 5.\n"))
    assert "\u25cb No figure could be tested, so nothing is known to agree" in words
    assert "Nothing differs" not in words


def test_a_finding_says_on_what_ground_it_rests(grounded: Workpaper) -> None:
    words = " ".join(said(grounded).split())
    assert "Believed because the other 3 totals of this table foot (fair evidence). FT001" in words


def test_on_one_screen_a_finding_has_its_place_its_words_and_its_reason(paper: Workpaper) -> None:
    shown = said(paper, verbose=False)
    assert "    \u2502 Gross loss (\u00bb757\u00ab) (2,336)\n    Expected (756) = 7,219" in shown
    assert "three months ended" not in shown.partition("Expected")[2]
    assert "tieout explain FT001" in shown
    assert "explained by rounding" not in shown


def test_where_one_other_figure_refutes_it_the_other_has_its_place(paper: Workpaper) -> None:
    first, *rest = paper.checks
    tied = structs.replace(first, operands=first.operands[:1], formula="")
    shown = said(conclude(paper.releases, [tied, *rest], {}), verbose=False)
    assert (
        "    The other figure is 7,219 (line 7, table \u201cSTATEMENTS OF OPERATIONS\u201d, row"
        in shown
    )


def test_more_findings_than_a_screen_holds_are_a_line_each(paper: Workpaper) -> None:
    first, *rest = paper.checks
    many = conclude(paper.releases, [*[first] * 15, *rest], {})
    shown = said(many, verbose=False)
    assert shown.count("Expected (756)") == 2
    assert shown.count("1 too low  line 10 \u00b7 FT001") == 8
    assert "  and 5 more: see --verbose" in shown
    assert said(many).count("Expected (756)") == 15


def test_findings_of_one_figure_are_told_together_that_figure_first(
    blamed: Callable[..., Workpaper],
) -> None:
    words = said(blamed("7,975"), verbose=False)
    found = words.partition("\u2717 1 error and 1 warning ")[2].partition("\n\n")[2]
    assert found.partition("\n\n")[0].splitlines() == [
        "\u2717 One figure would explain these 2: 7,975 (Cost of goods sold, three months",
        "  ended June 30, 2008, line 8); if it were 7,9759, both of them would agree",
        "    Line 8, table \u201cSTATEMENTS OF OPERATIONS\u201d, row "
        "\u201cCost of goods sold\u201d, column",
        "      \u201c2008\u201d:",
        "    \u2502 Cost of goods sold \u00bb7,975\u00ab 5,282",
        "    Gross loss: reported (757), expected (756), 1 too low  line 10 \u00b7 FT001",
        "    warning: Margin: reported 145%, expected 144%  line 12 \u00b7 RX009",
    ]
    words = said(blamed("7,975"))
    assert "Expected (756) = 7,219 \u2212 7,975" in words, "each in full"


def test_where_several_figures_would_do_none_is_named_alone(
    blamed: Callable[..., Workpaper],
) -> None:
    words = " ".join(said(blamed("7,975", "7,219", "2,946", "5,282"), verbose=False).split())
    assert "One of 4 figures would explain these 2; nothing says which" in words
    assert "7,219 (Revenue, three months ended June 30, 2008, line 7), if it were 7,2199" in words
    assert "1 more" in words
    assert "5,2829" not in words


def test_where_the_others_are_accepted_a_finding_stands_alone(
    blamed: Callable[..., Workpaper],
) -> None:
    paper = blamed("7,975")
    entry = Entry("accepted", "acme", "FT001", "", "", (), "(757)", reason="so", by="AB")
    answered = structs.replace(paper, accepted=(Accepted(entry, "holds", (0,)),))
    words = said(answered, verbose=False)
    assert "would explain" not in words
    assert "warning: Margin: reported 145%, expected 144%" in words
