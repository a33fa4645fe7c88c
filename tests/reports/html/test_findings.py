"""The panel: findings in full, leads, and notes."""

from collections.abc import Callable
from typing import Any

from tieout.model.workpaper import Workpaper


def test_a_finding_is_a_card_with_its_sentence(page: Any) -> None:
    assert "<h2>\u2717 1 error</h2>" in page.source
    assert "Gross loss: reported (757), expected (756), 1 too low</summary>" in page.source


def test_notes_give_both_computations(page: Any) -> None:
    assert "1 computation explained by rounding" in page.source
    note = page.source.partition("computation explained")[2].partition("</details>")[0]
    assert "<dt>reported</dt><dd>$7.2 million</dd>" in note
    assert "<dt>expected</dt><dd>$7.219 million</dd>" in note
    assert '<p class="why">cut off</p>' in note


def test_a_document_in_which_nothing_differs_says_so(
    drawn: Callable[[Workpaper], Any], paper_of: Callable[[str], Workpaper]
) -> None:
    source = drawn(paper_of("Revenue was 5.\n")).source
    assert "No figure could be tested, so nothing is known to agree</h2>" in source
    assert "explained by rounding" not in source


def test_a_finding_says_on_what_ground_it_rests(
    drawn: Callable[[Workpaper], Any], grounded: Workpaper
) -> None:
    words = "the other 3 totals of this table foot (fair evidence, 12 bits)</p>"
    assert f'<p class="ground"><b>Believed because</b> {words}' in drawn(grounded).source


def test_leads_stand_apart_each_with_both_sides(
    drawn: Callable[[Workpaper], Any], leading: Callable[..., Workpaper]
) -> None:
    source = drawn(leading(8, 12, 20)).source
    assert "<h2>? 3 leads: worth a look, not proven</h2>" in source
    assert source.index("? 3 leads") > source.index("Nothing differs among the")
    likeliest, other = source.index("Cost: reported 10.4"), source.index("Cost: reported 7,975")
    assert likeliest < other
    for words in (
        "<b>May be wrong:</b> the same sum holds in 2 other columns (strong evidence, 20 bits)",
        "<b>May be right:</b> another line of the table may belong to it",
        "<b>To settle it:</b> is it the same figure as 2,946 (line 7)?",
        "<summary>1 more of the same cause</summary>",
    ):
        assert words in source


def test_a_lead_is_marked_in_the_document(
    drawn: Callable[[Workpaper], Any], leading: Callable[..., Workpaper]
) -> None:
    page = drawn(leading(20))
    marked = [
        given for tag, given in page.elements if "not-tested lead" in (given.get("class") or "")
    ]
    assert [given.get("data-t") for given in marked if given.get("data-t")] == ["?"]
    assert '<label for="only-lead" class="lead">? leads 1</label>' in page.source
    assert "only-lead" not in drawn(leading()).source.partition("<body>")[2]


def test_findings_of_one_figure_are_one_card_that_figure_first(
    drawn: Callable[[Workpaper], Any], blamed: Callable[..., Workpaper]
) -> None:
    source = drawn(blamed("7,975")).source
    assert "<h2>\u2717 1 error and 1 warning</h2>" in source
    card = source.partition('<details class="card error" open>')[2].partition("</details>")[0]
    assert card.startswith("<summary>One figure would explain these 2: 7,975 (")
    assert "if it were 7,9759, both of them would agree</summary>" in card
    first = card.index("row \u201cCost of goods sold\u201d")
    assert first < card.index("<h3>Gross loss: reported (757)")
    assert '<h3><b class="warning">warning</b> Margin: reported 145%' in card
    several = drawn(blamed("7,975", "2,946")).source
    assert "One of 2 figures would explain these 2; nothing says which</summary>" in several
    assert '<p class="why">if it were 2,9469</p>' in several
