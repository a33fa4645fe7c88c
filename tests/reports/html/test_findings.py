"""The panel: findings in full, notes, and every untested figure once under its reason."""

from collections.abc import Callable
from typing import Any

from tieout.model.workpaper import Workpaper


def test_a_finding_is_a_card_with_its_sentence(page: Any) -> None:
    assert "<h2>\u2717 1 error</h2>" in page.source
    assert "Gross loss: reported (757), expected (756), 1 too low</summary>" in page.source


def test_notes_give_both_computations(page: Any) -> None:
    assert "1 computation explained by rounding" in page.source
    assert "reported $7.2 million, expected $7.219 million; cut off" in page.source


def test_the_untested_stand_under_their_reason(page: Any) -> None:
    assert "<h4>1: needs backlog: give" in page.source


def test_a_document_in_which_nothing_differs_says_so(
    drawn: Callable[[Workpaper], Any], paper_of: Callable[[str], Workpaper]
) -> None:
    source = drawn(paper_of("Revenue was 5.\n")).source
    assert "Nothing differs</h2>" in source
    assert "explained by rounding" not in source
