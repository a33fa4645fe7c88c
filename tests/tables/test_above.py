"""Heads of columns that a page's end left among the titles of the table behind it."""

import pytest

from tieout.model.document import Span
from tieout.model.table import Header
from tieout.tables.above import headed_above


def _spans(text: str) -> list[Span]:
    """The lines of a text."""
    spans: list[Span] = []
    at = 0
    for line in text.split("\n"):
        spans.append(Span(at, at + len(line)))
        at += len(line) + 1
    return spans


@pytest.mark.parametrize(
    ("text", "count", "kept", "names"),
    [
        # FRP Holdings, second quarter of 2019: the scale stands over the captions
        ("Development Segment\nSix months ended June 30\n(in thousands)\t2019\t2018\tChange",
         3, ["Development Segment", "Six months ended June 30", "(in thousands)"],
         ["2019", "2018", "Change"]),
        # Arkema, second quarter of 2026: the scale stands under the names
        ("Q2 2026\tQ2 2025\n(In millions of euros)", 2, ["(In millions of euros)"],
         ["Q2 2026", "Q2 2025"]),
        # FRP Holdings, third quarter of 2018: stretches over pairs of years
        ("Unaudited\n3 MONTHS ENDED\t9 MONTHS ENDED\nMAY 31,\tMAY 31,\n2018\t2017\t2018\t2017",
         4, ["Unaudited"],
         ["3 MONTHS ENDED MAY 31, 2018", "3 MONTHS ENDED MAY 31, 2017",
          "9 MONTHS ENDED MAY 31, 2018", "9 MONTHS ENDED MAY 31, 2017"]),
        # names that say no time, and as many periods as no columns have, are titles
        ("Thermal\tMetallurgical", 2, ["Thermal\tMetallurgical"], ["", ""]),
        ("8/14/26\tExample Corp. Reports Results of the Second Quarter 2026", 2,
         ["8/14/26\tExample Corp. Reports Results of the Second Quarter 2026"], ["", ""]),
        ("2019\t2018", 3, ["2019\t2018"], ["", "", ""]),
    ],
)  # fmt: skip
def test_heads_among_titles(text: str, count: int, kept: list[str], names: list[str]) -> None:
    titles, headers = headed_above(text, _spans(text), [Header("", ())] * count)
    assert [title.of(text) for title in titles] == kept
    assert [header.text for header in headers] == names


def test_a_table_with_names_of_its_own_keeps_its_titles() -> None:
    text = "Q2 2026\tQ2 2025"
    own = [Header("2026", ()), Header("", ())]
    assert headed_above(text, _spans(text), own) == (tuple(_spans(text)), tuple(own))
