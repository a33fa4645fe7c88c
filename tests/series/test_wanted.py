"""Lines asked for by element, caption or word."""

import pytest

from tieout.errors import Misuse
from tieout.model.workpaper import Release
from tieout.series.history import history


def captions(releases: list[Release], *words: str) -> list[str]:
    return [series.caption for series in history(releases, words).series]


@pytest.mark.parametrize(
    "word", ["revenue", "Revenues", "us-gaap:Revenues", "REVENUE", "net sales", "rev"]
)
def test_a_line_has_many_names(two_years: list[Release], word: str) -> None:
    assert captions(two_years, word) == ["Revenue"]


def test_lines_stand_in_the_order_asked_each_once(two_years: list[Release]) -> None:
    assert captions(two_years, "net income", "revenue", "Revenues") == ["Net income", "Revenue"]


def test_landmarks_stand_in_the_order_of_the_statement(two_years: list[Release]) -> None:
    assert captions(two_years) == [
        "Revenue",
        "Net income",
        "Net income per share, basic",
        "Weighted average shares, basic",
    ]


def test_every_line_is_more_than_the_landmarks(two_years: list[Release]) -> None:
    every = [series.caption for series in history(two_years, every=True).series]
    assert every[:3] == ["Revenue", "Cost of revenue", "Net income"]


def test_an_unknown_name_is_refused_with_the_names_near_it(two_years: list[Release]) -> None:
    with pytest.raises(Misuse, match=r"no filing has a line 'revnue'.* did you mean 'Revenue"):
        captions(two_years, "revnue")
    with pytest.raises(Misuse, match="--all' shows the lines there are"):
        captions(two_years, "xyzzy")
