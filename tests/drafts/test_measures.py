"""Measures since the release before: added, dropped, defined in other words."""

from collections.abc import Callable

import pytest

from tieout.drafts.measures import since
from tieout.model.workpaper import Release

Told = Callable[[str], Release]

RELEASE = """Example Corp. Announces {quarter} Quarter Fiscal 2008 Results

SPRINGFIELD, Ill., {dated} -- Example Corp. (NASDAQ: EXMP) today announced results for its \
{quarter} quarter ended {ended}.

{words}

RECONCILIATION OF NON-GAAP MEASURES
(In thousands)
\tThree Months Ended {ended}
Net income\t1,244
Interest\t210
{lines}
"""


def release(told: Told, *, first: bool, words: str = "", lines: str = "") -> Release:
    days = ("First", "August 9, 2007", "June 30, 2007")
    if not first:
        days = ("Second", "November 8, 2007", "September 30, 2007")
    quarter, dated, ended = days
    return told(RELEASE.format(quarter=quarter, dated=dated, ended=ended, words=words, lines=lines))


def news(told: Told, was: dict[str, str], now: dict[str, str]) -> list[tuple[str, str, bool]]:
    found = since([release(told, first=False, **now), release(told, first=True, **was)])
    assert found is not None
    assert found.document == 1
    return [(one.news, one.measure, one.is_told) for one in found.measures]


def test_measures_added_and_dropped(told: Told) -> None:
    was, now = {"lines": "Adjusted EBITDA\t1,454"}, {"lines": "Free cash flow\t1,454"}
    assert news(told, was, now) == [
        ("added", "Free cash flow", False),
        ("dropped", "Adjusted EBITDA", False),
    ]


def test_a_measure_that_only_prose_names_is_not_dropped(told: Told) -> None:
    was = {"lines": "Adjusted EBITDA\t1,454"}
    assert news(told, was, {"words": "Adjusted EBITDA was $1.5 million."}) == []


DEFINED = "We define Adjusted EBITDA as net income before interest, taxes and depreciation{}."


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (DEFINED.format(""), []),
        (DEFINED.format(", each of them"), [("redefined", "Adjusted EBITDA", False)]),
        (
            DEFINED.format(" and litigation")
            + " We revised Adjusted EBITDA this quarter for litigation.",
            [("redefined", "Adjusted EBITDA", True)],
        ),
    ],
)
def test_a_definition_in_other_words(
    now: str, expected: list[tuple[str, str, bool]], told: Told
) -> None:
    lines = "Adjusted EBITDA\t1,454"
    assert news(
        told, {"words": DEFINED.format(""), "lines": lines}, {"words": now, "lines": lines}
    ) == (expected)


def test_a_release_after_it_is_none_before_it(told: Told) -> None:
    assert since([release(told, first=True), release(told, first=False)]) is None
    assert since([release(told, first=True)]) is None
