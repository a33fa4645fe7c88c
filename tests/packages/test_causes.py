"""Differences that are one are reported as one, and others are not."""

from collections.abc import Callable
from typing import Any

import pytest

from tieout.model.package import Package

Odd = Callable[[Package], list[tuple[object, ...]]]


def kinds(told: list[tuple[object, ...]]) -> list[tuple[object, int]]:
    return [(kind, len(figures)) for kind, *figures in told]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ([("2,433", "2,463"), ("8,343", "8,373")], [("offset", 2)]),
        ([("2,433", "2,463"), ("7,975", "7,995")], [("figure", 1), ("figure", 1)]),
        ([("2,433", "2,463"), ("7,975", "7,995"), ("5,910", "5,914")], [("table", 3)]),
    ],
    ids=["off by the same", "two slips", "an earlier draft"],
)
def test_figures_of_one_table(
    gathered: Any, odd: Odd, changes: list[tuple[str, str]], expected: list[tuple[str, int]]
) -> None:
    assert kinds(odd(gathered(page=changes))) == expected


def test_two_columns_of_a_line_exchanged(gathered: Any, odd: Odd) -> None:
    cells = "<td>5,910</td><td>6,061</td>", "<td>6,061</td><td>5,910</td>"
    assert kinds(odd(gathered(page=(cells,)))) == [("exchanged", 2)]


def test_a_wrong_figure_that_was_copied_is_one(gathered: Any, odd: Odd) -> None:
    wrong = ("up 145%", "up 154%"), ("increase of 145%", "increase of 154%")
    ((kind, *figures),) = odd(gathered(slides=wrong[:1], page=wrong[1:]))
    assert (kind, figures) == (
        "copied",
        [("slides.pdf", "154%", "145%"), ("page.html", "154%", "145%")],
    )
