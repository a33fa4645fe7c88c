"""What a column of percentages is made of."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.evidence.plain import AMOUNT, PERCENT, POINTS
from tieout.rules.searches.quotients import is_move, is_near, made_of


@given(st.integers(-999, 999), st.integers(1, 9999), st.integers(-9999, 9999))
def test_the_percentage_of_two_numbers_is_near(stated: int, under: int, over: int) -> None:
    exact = Fraction(over * 1000, under)
    near = is_near(stated, 1000, over, under, 1, less_one=False)
    if abs(exact - stated) * 2 <= 1:
        assert near, "it is the printed number"
    slack = Fraction(1, 2) + Fraction(1000 * (abs(over) + under), 2 * under * under)
    assert near == (abs(exact - stated) <= slack)


def test_nothing_is_near_a_quotient_by_zero() -> None:
    assert not is_near(0, 100, 5, 0, 1, less_one=False)
    assert is_near(25, 100, 125, 100, 1, less_one=True)
    assert is_near(-25, 100, 75, 100, 1, less_one=True)


def test_points_are_what_two_percentages_are_apart() -> None:
    # 12.3% less 11.9% is 40 basis points, all in thousandths of one
    assert is_move(40_000, 1000, 123, 119, 10_000, 20_000)
    assert not is_move(80_000, 1000, 123, 119, 10_000, 20_000)
    assert not is_move(41_000, 1, 123, 119, 10_000, 20_000), "coarser than what it is told in"


AMOUNTS = [AMOUNT] * 4


def made(
    stated: list[int],
    columns: list[list[int]],
    guesses: list[tuple[int, int, int, int, int]],
    *,
    less_one: bool = False,
    is_alike: bool = True,
    kinds: list[list[int]] | None = None,
) -> int:
    """What percentages in thousandths are made of columns of whole numbers."""
    sizes = [stated, *([one * 1000 for one in column] for column in columns)]
    steps = [[1] * 4, *([1000] * 4 for _ in columns)]
    units = [[1] * 4, *([2] * 4 for _ in columns)]
    of = kinds or [[PERCENT] * 4, *(AMOUNTS for _ in columns)]
    return made_of(sizes, steps, units, of, 1000, 0, guesses, less_one=less_one, is_alike=is_alike)


@pytest.mark.parametrize(
    ("stated", "guess", "less_one"),
    [
        ([1250, 1500, 800, 1100], (1, 2, -1, 1, 1), False),
        ([250, 500, -200, 100], (1, 2, -1, 1, 1), True),
        ([5000, 6000, 3200, 4400], (1, 2, -1, 4, 1), False),
        ([1000, 1200, 640, 880], (1, 1, 0, 1, 1), False),
    ],
    ids=["a quotient", "a change", "for a year", "a share of a line"],
)
def test_percentages_are_made_of_what_most_lines_show(
    stated: list[int],
    guess: tuple[int, int, int, int, int],
    less_one: bool,  # noqa: FBT001
) -> None:
    columns = [[1250, 1500, 800, 1100], [1000, 1000, 1000, 1000]]
    guesses = [(2, 1, -1, 1, 1), guess]
    assert made(stated, columns, guesses, less_one=less_one) == 1
    assert made([7, 7, 7, 7], columns, guesses, less_one=less_one) == -1


def test_percentages_of_two_units_are_made_where_units_may_differ() -> None:
    sizes = [[1250] * 4, [1_250_000] * 4, [1_000_000] * 4]
    steps = [[1] * 4, [1000] * 4, [1000] * 4]
    units = [[1] * 4, [2] * 4, [3] * 4]
    kinds = [[PERCENT] * 4, AMOUNTS, AMOUNTS]
    for is_alike, best in ((True, -1), (False, 0)):
        found = made_of(
            sizes, steps, units, kinds, 1000, 0, [(1, 2, -1, 1, 1)],
            less_one=False, is_alike=is_alike,
        )  # fmt: skip
        assert found == best


def test_points_and_shares_of_what_is_no_amount_are_not_asked() -> None:
    kinds = [[POINTS] * 4, [PERCENT] * 4, [PERCENT] * 4]
    sizes = [[40_000, 30_000, 20_000, 10_000], [123, 122, 121, 120], [119] * 4]
    steps = [[1000] * 4, [1] * 4, [1] * 4]
    units = [[1] * 4, [2] * 4, [2] * 4]
    guesses = [(1, 2, -1, 1, 1)]
    for less_one, best in ((True, 0), (False, -1)):
        found = made_of(
            sizes, steps, units, kinds, 1000, 0, guesses, less_one=less_one, is_alike=True
        )
        assert found == best
    assert made([1000] * 4, [[5] * 4], [(1, 1, 0, 1, 1)], kinds=kinds[1:2] * 2) == -1
