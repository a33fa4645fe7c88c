"""Checks as formulas over cells."""

from fractions import Fraction

import pytest

from tieout.model.amount import Amount
from tieout.model.check import Check, Operand, Outcome, Ref
from tieout.reports.xlsx.cells import Cell, Look
from tieout.reports.xlsx.live import Blanks, difference, live

SHEET, PRIOR = "Income", "Prior"
THOUSANDS = Fraction(123, 1000)


def cell(row: int, mantissa: int, exponent: int = 0, power: int = 3, sheet: str = SHEET) -> Cell:
    return Cell(sheet, row, 1, Amount(mantissa, exponent), power, Look())


CELLS = {
    Ref(0, 0): cell(0, 100),
    Ref(0, 1): cell(1, 20),
    Ref(0, 2): cell(2, 3),
    Ref(0, 3): cell(3, 123),
    Ref(0, 4): cell(4, -97),
    Ref(0, 5): cell(9, 50, power=6),
    Ref(0, 6): cell(20, 205, -3, power=0),
    Ref(0, 7): cell(21, 12, -1, power=6, sheet="Claims"),
    Ref(1, 0): cell(0, 100, sheet=PRIOR),
}
BLANKS = Blanks({(SHEET, 1): frozenset({0, 1, 2, 3, 4, 9, 20})})


def check(
    subject: int,
    operands: list[Ref],
    reported: str,
    expected: str,
    formula: str,
    outcome: Outcome = "agrees",
) -> Check:
    told = tuple(Operand(one) for one in operands)
    numbers = (reported, expected, "", formula)
    return Check("XX001", "", "X", outcome, "error", Ref(0, subject), told, *numbers)


def refs(*figures: int) -> list[Ref]:
    return [Ref(0, figure) for figure in figures]


@pytest.mark.parametrize(
    ("made", "text", "value"),
    [
        (check(3, refs(0, 1, 2), "123", "123", "100 + 20 + 3"), "=SUM(B1:B3)", 123),
        (check(0, refs(3, 1, 2), "100", "100", "123 \u2212 20 \u2212 3"), "=B4-B2-B3", 100),
        (check(3, refs(0, 1), "123", "120", "100 + 20"), "=B1+B2", 120),
        (check(3, refs(0, 2, 1), "123", "123", "100 + 3 + 20"), "=SUM(B1,B3,B2)", 123),
        (check(0, [Ref(1, 0)], "100", "100", "100"), "='Prior'!B1", 100),
        (check(6, refs(2, 0), "20.5%", "3%", "3 / 100"), "=B3/B1", Fraction(3, 100)),
        (check(6, refs(3, 0), "20.5%", "23%", "123 / 100 \u2212 1"), "=B4/B1-1", Fraction(23, 100)),
        (check(7, refs(5), "$1.2 million", "$50 million", "50"), "=B10", 50),
        (check(7, refs(3), "$1.2 million", "$0.123 million", "123"), "=B4/1000", THOUSANDS),
        (check(0, refs(5, 1), "100", "50,020", "50 + 20"), "=(B10+B2/1000)*1000", 50020),
        (check(0, refs(4), "100", "97", "(97)"), "=ABS(B5)", 97),
        (check(4, refs(0), "(97)", "(100)", "100"), "=-B1", -100),
        (check(4, refs(3, 1), "97", "103", "123 \u2212 20"), "=-(B4-B2)", -103),
        (check(6, refs(1, 4), "20.5%", "20.6%", "20 / |(97)|"), "=B2/ABS(B5)", Fraction(20, 97)),
    ],
)  # fmt: skip
def test_a_check_is_a_formula(made: Check, text: str, value: Fraction) -> None:
    found = live(made, SHEET, CELLS, BLANKS)
    assert found is not None
    assert (found.text, found.value) == (text, value)


@pytest.mark.parametrize(
    "made",
    [
        check(3, refs(0, 1), "123", "121", "100 + 20"),  # not what was expected
        check(3, refs(0, 1), "124", "120", "100 + 20"),  # not the figure of the cell
        check(3, [Ref(2, 0)], "123", "100", "100"),  # a figure that has no cell
        check(3, [], "Thursday", "Friday", ""),
        check(3, refs(0), "123", "100", "3 + 97"),
        check(6, refs(0, 1), "20.5%", "20.5%", "100 / (20 \u2212 20)"),
    ],
)
def test_what_is_not_proven_is_no_formula(made: Check) -> None:
    assert live(made, SHEET, CELLS, BLANKS) is None


def test_no_range_takes_in_a_number_between() -> None:
    made = check(3, refs(0, 2, 5), "123", "50,103", "100 + 3 + 50")
    cells = {**CELLS, Ref(0, 5): cell(9, 50)}
    far = live(check(3, refs(0, 2, 5), "123", "153", "100 + 3 + 50"), SHEET, cells, BLANKS)
    assert far is not None
    assert far.text == "=SUM(B1,B3,B10)"
    assert live(made, SHEET, CELLS, BLANKS) is not None


def test_a_formula_no_longer_than_excel_reads() -> None:
    cells = {Ref(0, n): cell(2 * n, 1) for n in range(4000)}
    blanks = Blanks({(SHEET, 1): frozenset(range(8000))})
    most = check(1, refs(*range(1, 4000)), "1", "3,999", " + ".join(["1"] * 3999))
    assert live(most, SHEET, cells, blanks) is None
    fewer = check(1, refs(*range(1, 300)), "1", "299", " + ".join(["1"] * 299))
    found = live(fewer, SHEET, cells, blanks)
    assert found is not None
    assert found.text.count("SUM(") == 2  # an argument too many would be refused


@pytest.mark.parametrize(
    ("outcome", "expected", "told"),
    [
        ("agrees", "20.45%", ("ROUNDDOWN", 0)),  # half-way: either is right
        ("rounds", "20.45%", ("ROUND", Fraction(1, 1000))),
        ("differs", "20.45%", ("ROUND", Fraction(5, 10000))),
    ],
)
def test_a_difference_is_as_fine_as_the_figure_or_as_the_finding(
    outcome: Outcome, expected: str, told: tuple[str, Fraction]
) -> None:
    cells = {Ref(0, 6): CELLS[Ref(0, 6)], Ref(0, 1): cell(1, 2045), Ref(0, 0): cell(0, 10000)}
    made = check(6, refs(1, 0), "20.5%", expected, "2,045 / 10,000", outcome)
    found = live(made, SHEET, cells, BLANKS)
    assert found is not None
    assert difference(made, cells[Ref(0, 6)], found) == told
