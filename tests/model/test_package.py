"""A row stands as its worst cell, and a cause weighs as its worst check."""

import pytest

from tieout.model.check import Check, Ref, Severity
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


def differing(severity: Severity, document: int) -> Difference:
    check = Check("TI004", "rendering-differs", "T", "differs", severity, Ref(document, 0))
    return Difference(Ref(document, 0), Ref(0, 0), check)


def test_a_cause_weighs_as_its_worst_check() -> None:
    made = differing("warning", 2), differing("error", 1)
    cause = Cause("offset", made)
    assert (cause.severity, cause.documents) == ("error", (1, 2))
    assert Cause("figure", made[:1]).severity == "warning"
