"""A row stands as its worst cell, and a cause weighs as its worst check."""

from typing import cast

import pytest

from tieout.model.check import Check, Ref
from tieout.model.package import Cause, Cell, Difference, Package, Row, Standing


@pytest.mark.parametrize(
    ("cells", "standing"),
    [
        (["agrees", ""], "agrees"),
        (["agrees", "rounds"], "rounds"),
        (["rounds", "differs"], "differs"),
    ],
)
def test_a_row_stands_as_its_worst_cell(cells: list[Standing], standing: str) -> None:
    row = Row("Revenue", "us-gaap:Revenues", None, tuple(Cell(standing=one) for one in cells))
    assert row.standing == standing
    counts = Package((), (row,), (), (), ()).counts
    assert (counts["rows"], counts[standing]) == (1, 1)


def test_a_cause_weighs_as_its_worst_check() -> None:
    made = [
        Difference(
            Ref(at, 0),
            Ref(0, 0),
            cast("Check", Check("", "", "T", "differs", severity, Ref(at, 0))),
        )
        for at, severity in ((2, "warning"), (1, "error"))
    ]
    cause = Cause("offset", tuple(made))
    assert (cause.severity, cause.documents) == ("error", (1, 2))
    assert Cause("figure", tuple(made[:1])).severity == "warning"
