"""The rows of the matrix: headlines first, and the odd figure the one that fewer documents have."""

from collections.abc import Callable
from typing import Any

import pytest

from tieout.errors import Misuse
from tieout.model.check import Check, Operand, Outcome, Ref
from tieout.model.workpaper import Release
from tieout.packages.gathered import each_once, package
from tieout.packages.outputs import terminal
from tieout.packages.rows import figures_of, rows


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


def tie(one: Ref, other: Ref, outcome: Outcome = "agrees") -> Check:
    """A check that ties two figures."""
    return Check("TI001", "", "T", outcome, "error", one, (Operand(other),))


def test_amounts_that_only_ties_join_are_not_the_same(plain: Callable[..., Release]) -> None:
    said = "Net sales for the three months ended September 30, 2007 were ${}."
    told = ("7,219,000", "7.2 million", "7,231,000", "7,219,000")
    releases = [plain(f"{at}.txt", said.format(one)) for at, one in enumerate(told)]
    sales = [Ref(number, one.claims[0].figure) for number, one in enumerate(releases)]
    (row,) = rows(releases, [tie(sales[0], one) for one in sales[1:]])
    assert [cell.standing for cell in row.cells] == ["agrees", "rounds", "open", "agrees"]
    assert row.cells[2].why == "another amount, and nothing proves which is right"
    assert row.standing == "open"


def test_amounts_a_unit_apart_round(plain: Callable[..., Release]) -> None:
    said = "Net sales for the three months ended September 30, 2007 were ${}."
    releases = [plain(f"{one}.txt", said.format(one)) for one in ("7,219", "7,220")]
    sales = [Ref(number, one.claims[0].figure) for number, one in enumerate(releases)]
    (row,) = rows(releases, [tie(sales[0], sales[1], "rounds")])
    assert [cell.standing for cell in row.cells] == ["agrees", "rounds"]


def test_a_figure_that_no_rule_pairs_is_one_where_it_can_be_only_one(
    plain: Callable[..., Release],
) -> None:
    said = "Backlog at September 30, 2007 was $10.4 million."
    once, twice = plain("a.txt", said), plain("b.txt", said, said)
    (row,) = rows([once, once], [])
    assert [cell.standing for cell in row.cells] == ["agrees", "agrees"]
    assert not rows([once, twice], [])


def test_a_copy_is_left_out_and_named(plain: Callable[..., Release]) -> None:
    said = "Backlog at September 30, 2007 was $10.4 million."
    first, copy, other = plain("a.txt", said), plain("b.txt", said), plain("c.txt", said, "So.")
    made = package(*each_once([first, copy, other]))
    assert [one.document.name for one in made.releases] == ["a.txt", "c.txt"]
    assert made.copies == (("b.txt", "a.txt"),)
    assert "b.txt is a.txt itself, byte for byte, and left out" in terminal.render(made).decode()
    with pytest.raises(Misuse, match=r"b\.txt is a\.txt itself, byte for byte: give two documents"):
        each_once([first, copy])
