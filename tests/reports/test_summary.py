"""The summary that a partner reads: one page, plain sentences, every document by its hash."""

import re
from collections.abc import Callable

import pytest
from msgspec import structs

from tieout.model.workpaper import Workpaper, conclude
from tieout.reports import summary


def said(workpaper: Workpaper) -> str:
    return summary.render(workpaper).decode()


def test_it_says_what_was_checked_and_the_result_first(paper: Workpaper) -> None:
    lines = said(paper).splitlines()
    assert lines[:5] == [
        "# acme.txt",
        "",
        "Summary of a check by tieout \u00b7 earnings release \u00b7 first quarter of fiscal 2009 "
        "\u00b7 ended June 30, 2008",
        "",
        "**1 error found.**",
    ]


def test_documents_are_named_with_role_kind_and_hash(paper: Workpaper) -> None:
    both = conclude([paper.subject, paper.subject], [], {})
    hashed = f"`{paper.subject.document.sha256[:12]}`"
    rows = [line for line in said(both).splitlines() if hashed in line]
    assert [row.split(" | ")[0] for row in rows] == ["| checked", "| against: same quarter"]
    assert all("earnings release" in row for row in rows)


def test_a_finding_is_a_sentence_with_its_place_quote_and_reason(grounded: Workpaper) -> None:
    page = said(grounded)
    finding = page.partition("## Findings\n\n")[2].partition("\n\n## ")[0]
    assert finding.splitlines() == [
        "1. **Gross loss: reported (757), expected (756), 1 too low.**",
        "   Line 10, table \u201cSTATEMENTS OF OPERATIONS\u201d, row \u201cGross loss\u201d, "
        "column \u201c2008\u201d:",
        "",
        "   > Gross loss (**757**) (2,336)",
        "",
        "   Expected (756) = 7,219 \u2212 7,975. Believed because the other 3 totals of this table "
        "foot (fair evidence). Rule FT001.",
    ]


def test_leads_and_what_to_get_next_are_sentences(leading: Callable[..., Workpaper]) -> None:
    page = said(leading(8, 12))
    assert "**Nothing differs among the" in page
    assert "2 leads may be worth a look." in page
    assert "- Cost: reported 7,975, expected 5,228, 54 too high. Line 8, table" in page
    steps = page.partition("## What to get next\n\n")[2].partition("\n\n")[0].splitlines()
    assert steps == ["- 2 figures among the leads, each with what would settle it.",
                     "- 1 figure to look up in the source: it is not clear what is measured, "
                     "or for when."]  # fmt: skip


def test_coverage_is_told_by_section(paper: Workpaper) -> None:
    page = said(paper)
    assert "13 figures: agrees " in page
    assert "| STATEMENTS OF OPERATIONS | 6 | 5 | 83% | 1 |" in page


def test_small_sections_are_told_as_one(paper_of: Callable[[str], Workpaper]) -> None:
    prose = "Revenue was 5 and 6 and 7.\n\nNew plants\n\nThere are 3.\n\nOld plants\n\nOnce 9.\n"
    page = said(paper_of(prose))
    assert page.endswith(
        "| The beginning | 3 | 0 | 0% |  |\n| 2 smaller sections | 2 | 0 | 0% |  |\n"
    )


def test_a_draft_before_is_named_and_counted(redrafted: Workpaper) -> None:
    page = said(redrafted)
    assert "| draft before | before.txt |" in page
    assert "Since the draft: 1 figure changed, 1 added, 1 removed, 2 ticks kept" in page


def test_what_was_hardly_understood_is_said_before_the_result(hardly: Workpaper) -> None:
    page = said(hardly)
    assert page.index("**Little of this document was understood") < page.index("**No figure could")


@pytest.mark.parametrize(
    "evil",
    ["<script>alert(1)</script>", "[x](javascript:alert(1))", "![x](https://example.com/x.png)",
     "a | b\n# c", "`x`", "$x$", "\x1b[2J", "&#60;b&#62;"],
)  # fmt: skip
def test_words_of_a_document_mark_nothing_up(evil: str, paper: Workpaper) -> None:
    document = structs.replace(paper.subject.document, name=evil)
    first = structs.replace(paper.checks[0], message=evil)
    subject = structs.replace(paper.subject, document=document)
    page = said(conclude([subject], [first, *paper.checks[1:]], {}))
    assert not any(sign in page for sign in ("<", "\x1b", "\n# c", "&#60;"))
    assert re.search(r"(?<!\\)[\]$`](?:\(|x)", page) is None
    assert "\n|" in page
    assert all(line.count("`") in (0, 2) or "\\`" in line for line in page.splitlines())


def test_it_prints_on_about_a_page(paper: Workpaper) -> None:
    many = conclude(paper.releases, [*[paper.checks[0]] * 40, *paper.checks[1:]], {})
    page = said(many)
    assert "- and 32 more: see the workpaper" in page
    assert page.count("\n") < 100


def test_what_people_said_stands_with_who_and_why(answered: Workpaper) -> None:
    page = said(answered)
    assert "**Nothing else differs among" in page
    assert "; 2 sign-offs do not hold any more.**" in page
    assert "**Accepted by AB, November 30, 2026: rounded &lt;apart>.**" in page
    assert "- **RX006 · (757): nothing is like it.** Accepted by AB, November 30, 2026" in page
    assert "Of these, by people: accepted 1, ticked by hand 1." in page
    assert "- 1 sign-off is of other documents, and not used here." in page


def test_findings_of_one_figure_are_one_item_that_figure_first(
    blamed: Callable[..., Workpaper],
) -> None:
    item = said(blamed("7,975")).partition("## Findings\n\n")[2].partition("\n\n## ")[0]
    assert item.splitlines() == [
        "1. **One figure would explain these 2: 7,975 (Cost of goods sold, three months ended "
        "June 30, 2008, line 8); if it were 7,9759, both of them would agree.**",
        "   Line 8, table \u201cSTATEMENTS OF OPERATIONS\u201d, row "
        "\u201cCost of goods sold\u201d, "
        "column \u201c2008\u201d.",
        "",
        "   - Gross loss: reported (757), expected (756), 1 too low. Rule FT001.",
        "   - Warning: Margin: reported 145%, expected 144%. Rule RX009.",
    ]
    several = said(blamed("7,975", "7,219", "2,946", "5,282"))
    assert "(Revenue, three months ended June 30, 2008, line 7), if it were 7,2199; " in several
    assert "; 1 more." in several
