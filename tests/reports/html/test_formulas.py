"""A formula is cut where its operands are printed, and nowhere else."""

import pytest

from tieout.model.check import Check, Operand, Ref
from tieout.reports.html.formulas import pieces


def cut(formula: str, *operands: str) -> list[str]:
    made = tuple(Operand(Ref(0, number)) for number in range(len(operands)))
    check = Check("A", "a", "F", "agrees", "error", Ref(0, 9), made, formula=formula)
    return [
        f"<{operands[piece.figure]}>" if isinstance(piece, Ref) else piece
        for piece in pieces(check, lambda ref: operands[ref.figure])
    ]


@pytest.mark.parametrize(
    ("formula", "operands", "told"),
    [
        ("7,219 / 2,946 \u2212 1", ["7,219", "2,946"], ["<7,219>", " / ", "<2,946>", " \u2212 1"]),
        ("17 + 7", ["7"], ["17 + ", "<7>"]),
        ("7.5 + 7", ["7"], ["7.5 + ", "<7>"]),
        ("($3) + $3", ["3", "3"], ["($", "<3>", ") + $", "<3>"]),
        ("5 + 6", ["8"], ["5 + 6"]),
        ("5", [""], ["5"]),
    ],
)
def test_operands_stand_where_they_are_printed(
    formula: str, operands: list[str], told: list[str]
) -> None:
    assert cut(formula, *operands) == told
