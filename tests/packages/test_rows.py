"""The rows of the matrix: headlines first, and the odd figure the one that fewer documents have."""

from collections.abc import Callable
from typing import Any

from tieout.model.workpaper import Release
from tieout.packages.gathered import package
from tieout.packages.rows import figures_of


def test_headlines_of_the_quarter_come_first(gathered: Any) -> None:
    first, *rest = gathered().rows
    assert (first.caption, f"{first.period}") == ("Revenue", "2007-07-01/2007-09-30")
    headed = [row.is_headline for row in rest]
    assert headed == sorted(headed, reverse=True)


def test_a_figure_stands_in_one_row(gathered: Any) -> None:
    refs = [ref for row in gathered().rows for ref in figures_of(row)]
    assert len(refs) == len(set(refs))


def test_prose_and_table_of_all_documents_are_one_row(gathered: Any) -> None:
    revenue = gathered().rows[0]
    assert [len(cell.figures) for cell in revenue.cells] == [3, 3, 1, 1, 2]
    assert [cell.standing for cell in revenue.cells] == [
        *("agrees", "agrees", "rounds", "rounds", "agrees")
    ]


def test_the_odd_figure_is_the_one_that_fewer_documents_have(plain: Callable[..., Release]) -> None:
    said = "Backlog at September 30, 2007 was ${} million."
    told = [
        plain(f"{at}.txt", said.format(one)) for at, one in enumerate(("104.0", "10.4", "10.4"))
    ]
    (row,) = package(told).rows
    assert [cell.standing for cell in row.cells] == ["differs", "agrees", "agrees"]
