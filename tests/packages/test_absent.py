"""Why a document has no figure in a row."""

from collections.abc import Callable

import pytest

from tieout.model.workpaper import Release
from tieout.packages.gathered import package

TOLD = "Net loss for the second quarter was $8.5 million."


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Net loss for the first quarter was $10.4 million.", "states another period only"),
        ("Adjusted net loss for the second quarter was $4.6 million.", "states an adjusted figure"),
        ("We have 190 employees.", ""),
    ],
)
def test_a_document_states_something_near_it(
    plain: Callable[..., Release], words: str, why: str
) -> None:
    made = package([plain("a.txt", TOLD), plain("b.txt", TOLD), plain("c.txt", words)])
    cell = made.rows[0].cells[2]
    assert (cell.figures, cell.standing) == ((), "")
    assert cell.why.startswith(why)
    assert bool(cell.why) is bool(why)
