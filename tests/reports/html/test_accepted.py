"""What people said, on the page: cards, marks beside the figures, workings."""

from collections.abc import Callable
from typing import Any

from tieout.model.workpaper import Workpaper
from tieout.reports._places import Places
from tieout.reports.html.ticks import marks


def test_each_is_a_card_with_who_said_it_and_why(
    drawn: Callable[[Workpaper], Any], answered: Workpaper
) -> None:
    source = drawn(answered).source
    assert "<h2>A 1 figure accepted</h2>" in source
    assert (
        '<p class="said">A Accepted by AB, November 30, 2026: rounded &lt;apart&gt;</p>' in source
    )
    assert "<h2>M 1 figure ticked by hand</h2>" in source
    assert "1 sign-off is of other documents" in source


def test_what_does_not_hold_is_a_finding_with_what_changed(
    drawn: Callable[[Workpaper], Any], answered: Workpaper
) -> None:
    source = drawn(answered).source
    assert "<h2>\u2717 2 sign-offs do not hold any more</h2>" in source
    assert "RX006 \u00b7 (757): nothing is like it</summary>" in source


def test_a_figure_has_the_letter_of_who_answered_for_it(answered: Workpaper) -> None:
    figures = answered.subject.document.figures
    drawn = dict(zip((one.text for one in figures), marks(answered, Places(answered)), strict=True))
    loss, backlog = drawn["757"], drawn["10.4 million"]
    assert (loss.letters, loss.kinds) == ("A", "by-people")
    assert (backlog.letters, backlog.kinds) == ("M", "by-people")
    assert backlog.title.endswith("backlog report (backlog.xlsx, SHA-256 abababababab)")
    assert (drawn["2,336"].outcome, drawn["2,336"].kinds) == ("agrees", "")


def test_its_working_says_so_too_and_the_counts_tell_it_apart(
    drawn: Callable[[Workpaper], Any], answered: Workpaper, paper: Workpaper
) -> None:
    source = drawn(answered).source
    assert '<p class="said">M Ticked by hand by CD, November 29, 2026' in source
    assert "<i>M</i> <b>1</b> of these ticked by hand</li>" in source
    assert '<rect class="by-people"' in source
    assert '<input type="radio" name="only" id="only-by-people" value="by-people">' in source
    assert 'id="only-by-people"' not in drawn(paper).source
