"""What prose ties to, as cells of the book."""

import pytest

from tieout.compose.init.statements import statements_of
from tieout.compose.init.ties import Ties
from tieout.engine import check
from tieout.model.workpaper import Release


@pytest.fixture
def ties(capstone: Release) -> Ties:
    return Ties(check(capstone), statements_of(capstone))


def _figure(release: Release, text: str, nth: int = 0) -> int:
    figures = release.document.figures
    return [n for n, one in enumerate(figures) if one.text == text][nth]


def test_a_tied_figure_has_its_cells(capstone: Release, ties: Ties) -> None:
    assert ties.cells(_figure(capstone, "7.2 million")) == ((0, 0, 0),)


def test_an_untied_figure_has_none_and_says_why(capstone: Release, ties: Ties) -> None:
    days = _figure(capstone, "90")
    assert ties.cells(days) == ()
    assert "no other figure repeats it" in ties.why_not(days)


def test_a_tied_figure_without_an_expression_says_what_it_rests_on(
    capstone: Release, ties: Ties
) -> None:
    assert ties.why_not(_figure(capstone, "1.9 million")).startswith("no expression prints it so")


def test_dates_and_names_claim_nothing(capstone: Release, ties: Ties) -> None:
    assert not ties.is_claim(_figure(capstone, "Nov. 8, 2007"))
    assert ties.is_claim(_figure(capstone, "145%"))
    assert ties.is_cell(_figure(capstone, "7,219"))
    assert not ties.is_cell(_figure(capstone, "145%"))
