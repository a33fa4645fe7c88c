"""Where the search for unnamed subtotals and turned signs ends: each bound, from both sides."""

from collections.abc import Mapping, Sequence

import pytest

from tieout.model.amount import Amount
from tieout.model.document import Span
from tieout.model.statement import Line, Parts
from tieout.model.table import Reading
from tieout.statements.sums.nested import nested, turned
from tieout.statements.sums.printed import Printed


def printed(rows: Mapping[str, Sequence[int | None]]) -> Printed:
    """Lines by their captions, each with the amount that every column prints."""
    return Printed(
        [
            Line(caption, (Span(0, 0),), "ext:X", tuple(map(cell, cells)))
            for caption, cells in rows.items()
        ]
    )


def cell(value: int | None) -> Reading:
    if value is None:
        return Reading("blank", 0, 0)
    return Reading("number", 0, 0, amount=Amount(value, 0))


def ones(*numbers: int) -> Parts:
    return tuple((number, 1) for number in numbers)


def assets(*changes: tuple[int, int, int]) -> Printed:
    """Liquid funds among the assets, in four columns; a change adds to a row's column."""
    cash, stock, land = [41_206, 47_213, 39_950, 44_444], [40_855, 41_705, 40_001], 829_298
    stock.append(38_711)
    liquid = [a + b for a, b in zip(cash, stock, strict=True)]
    rest = [land + 1_117 * column for column in range(4)]
    rows = [cash, stock, liquid, rest, [a + b for a, b in zip(liquid, rest, strict=True)]]
    for row, column, by in changes:
        rows[row][column] += by
    captions = ["Cash", "Deposits", "Liquid funds", "Land", "All assets"]
    return printed(dict(zip(captions, rows, strict=True)))


NEST = (ones(2, 3), [(2, ones(0, 1))])
NOTHING: tuple[Parts, list[tuple[int, Parts]]] = ((), [])


@pytest.mark.parametrize(
    ("changes", "found"),
    [
        ([], NEST),
        ([(0, 1, 300)], NEST),  # an error of one figure: a part of what is nested
        ([(2, 1, 900)], NEST),  # or the subtotal itself, which the total shows too
        ([(0, 1, 300), (1, 2, 400)], NOTHING),  # two figures
        ([(0, 1, 300), (0, 2, 300), (0, 3, 300)], NOTHING),
        # Rounding of the total and two parts leaves a unit, and no more.
        ([(0, 1, 300), (4, 1, 1)], NEST),
        ([(0, 1, 300), (4, 1, 2)], NOTHING),
        ([(4, 1, 300)], NOTHING),  # the total alone: nothing shows that it holds what is nested
    ],
)
def test_what_is_nested_foots_but_for_one_figure(
    changes: list[tuple[int, int, int]], found: tuple[Parts, list[tuple[int, Parts]]]
) -> None:
    assert nested(assets(*changes), 4, ones(0, 1, 2, 3)) == found


def test_a_column_in_which_the_total_is_nil_says_nothing() -> None:
    one = printed(
        {
            "Cash": [None, 41_206, 47_213],
            "Deposits": [None, 40_855, 41_705],
            "Liquid funds": [None, 82_061, 88_918],
            "Land": [None, 829_298, 848_804],
            "All assets": [None, 911_359, 937_722],
        }
    )
    assert nested(one, 4, ones(0, 1, 2, 3)) == NEST


@pytest.mark.parametrize(("caption", "is_nested"), [("Liquid funds", True), ("Total funds", False)])
def test_a_total_heads_nothing_behind_it(caption: str, is_nested: bool) -> None:  # noqa: FBT001
    one = printed(
        {
            caption: [82_061, 88_918],
            "Cash": [41_206, 47_213],
            "Deposits": [40_855, 41_705],
            "Land": [829_298, 848_804],
            "All assets": [911_359, 937_722],
        }
    )
    found = (ones(0, 3), [(0, ones(1, 2))]) if is_nested else NOTHING
    assert nested(one, 4, ones(0, 1, 2, 3)) == found


def test_of_two_that_may_be_nested_the_total_may_hold_one() -> None:
    """Other is by chance what stands before it; the total adds it up beside them."""
    one = printed(
        {
            "Cash": [41_206, 47_213],
            "Deposits": [40_855, 41_705],
            "Liquid funds": [82_061, 88_918],
            "Land": [300_100, 310_100],
            "Plant": [200_050, 220_010],
            "Other": [500_150, 530_110],
            "All assets": [1_082_361, 1_149_138],
        }
    )
    found = (ones(2, 3, 4, 5), [(2, ones(0, 1))])
    assert nested(one, 6, ones(0, 1, 2, 3, 4, 5)) == found


@pytest.mark.parametrize(("scale", "is_nested"), [(1, False), (2, True)])
def test_small_amounts_nest_by_chance(scale: int, is_nested: bool) -> None:  # noqa: FBT001
    one = printed(
        {
            "Cash": [4 * scale, 3 * scale],
            "Deposits": [5 * scale, 5 * scale],
            "Liquid funds": [9 * scale, 8 * scale],  # 9·8 < 10², 18·16 > 10²
            "Land": [829_298, 848_804],
            "All assets": [829_298 + 9 * scale, 848_804 + 8 * scale],
        }
    )
    assert (nested(one, 4, ones(0, 1, 2, 3)) == NEST) is is_nested


@pytest.mark.parametrize(
    ("results", "is_turned"),
    [((150, 150), False), ((200, 160), True)],  # 150² < 3·10⁴ < 200·160
)
def test_a_sign_is_turned_where_no_chance_would(
    results: tuple[int, int],
    is_turned: bool,  # noqa: FBT001
) -> None:
    first, second = results
    one = printed(
        {
            "Sales": [first + 40, second + 30],
            "Fees": [10, None],
            "Costs": [50, 30],
            "Result": [first, second],
        }
    )
    found = ((0, 1), (1, 1), (2, -1)) if is_turned else ()
    assert turned(one, 3, ones(0, 1, 2)) == found


def test_a_line_with_a_nil_is_turned_as_well() -> None:
    one = printed(
        {
            "Sales": [200_040, 160_030, 170_010],
            "Fees": [10, None, 20],
            "Costs": [50, 30, None],
            "Result": [200_000, 160_000, 170_030],
        }
    )
    assert turned(one, 3, ones(0, 1, 2)) == ((0, 1), (1, 1), (2, -1))


@pytest.mark.parametrize(("count", "is_turned"), [(20, True), (21, False)])
def test_two_signs_are_turned_among_few_parts(count: int, is_turned: bool) -> None:  # noqa: FBT001
    rows = [[10_007 * (n + 1) + n * n, 9_001 * (n + 1) + 3 * n * n] for n in range(count)]
    costs = {3, 11}
    total = [sum(-r[c] if n in costs else r[c] for n, r in enumerate(rows)) for c in range(2)]
    one = printed({f"Line {n}": row for n, row in enumerate(rows)} | {"Result": total})
    found = tuple((n, -1 if n in costs else 1) for n in range(count)) if is_turned else ()
    assert turned(one, count, ones(*range(count))) == found
