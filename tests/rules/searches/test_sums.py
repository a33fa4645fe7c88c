"""What numbers of a table add up to another, as the same question in exact amounts answers it."""

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from tieout.model.amount import Amount
from tieout.model.amount import foots as foots_exactly
from tieout.rules.searches.sums import columns_made, foots, pairs, rests, stretches

SIZES = st.lists(st.integers(-40, 40), min_size=2, max_size=9)


@given(SIZES, st.integers(-90, 90), st.integers(1, 3))
def test_stretches_are_those_from_the_first_line_on(
    sizes: list[int], goal: int, reach: int
) -> None:
    lines = list(range(len(sizes)))
    reaches = [1] * len(sizes)
    expected = [
        count
        for count in range(2, len(sizes) + 1)
        if 2 * abs(goal - sum(sizes[:count])) <= reach + count
    ]
    assert stretches(sizes, reaches, lines, goal, reach) == expected


@given(SIZES, st.integers(-90, 90), st.sets(st.integers(0, 8)))
def test_a_rest_is_the_last_line_less_the_others_or_those_said_so(
    sizes: list[int], goal: int, less: set[int]
) -> None:
    lines = list(range(len(sizes)))
    expected: list[tuple[int, bool]] = []
    for count in range(2, len(sizes) + 1):
        *others, whole = lines[:count]
        slack = 1 + count
        if 2 * abs(goal - sizes[whole] + sum(sizes[n] for n in others)) <= slack:
            expected.append((count, False))
        said = sum(sizes[n] if n in less else -sizes[n] for n in others)
        if less and 2 * abs(goal - sizes[whole] + said) <= slack:
            expected.append((count, True))
    assert rests(sizes, [1] * len(sizes), lines, goal, 1, less) == expected


@given(st.lists(st.integers(-40, 40), min_size=2, max_size=9, unique=True), st.integers(1, 60))
def test_pairs_are_all_whose_sum_or_difference_is_the_goal_or_one_off(
    sizes: list[int], goal: int
) -> None:
    lines = list(range(len(sizes)))
    found = pairs(sizes, [1] * len(sizes), lines, goal, 1)
    for one, way, other, its in found:
        assert abs(way * sizes[one] + its * sizes[other] - goal) <= 1
    expected = {
        (one, other)
        for other, one in combinations(lines, 2)
        if sizes[one] and sizes[other]
        for way, its in ((1, 1), (1, -1), (-1, 1))
        if abs(way * sizes[one] + its * sizes[other] - goal) <= 1
    }
    assert {(one, other) for one, _, other, _ in found} == expected


@given(
    st.lists(
        st.tuples(st.integers(-60, 60), st.integers(0, 2), st.sampled_from([1, -1])),
        min_size=1,
        max_size=6,
    ),
    st.integers(-90, 90),
    st.integers(0, 2),
)
def test_a_sum_foots_as_exact_amounts_do(
    parts: list[tuple[int, int, int]], total: int, exponent: int
) -> None:
    exponents = [exponent, *(one for _, one, _ in parts)]
    steps = [10**one for one in exponents]
    sizes = [total * steps[0], *(m * step for (m, _, _), step in zip(parts, steps[1:]))]  # noqa: B905
    lines = list(range(1, len(sizes)))
    every = [1] * len(sizes)
    exact = foots_exactly(Amount(total, exponent), [(way, Amount(m, e)) for m, e, way in parts])
    count = foots(sizes, steps, every, every, 0, lines, [way for _, _, way in parts])
    assert count == (len(parts) if exact else 0)


def test_a_sum_of_nothing_printed_or_of_another_unit_is_not_tested() -> None:
    sizes, steps = [10, 4, 6], [1, 1, 1]
    assert foots(sizes, steps, [1, 1, 1], [1, 1, 1], 0, [1, 2], [1, 1]) == 2
    assert foots(sizes, steps, [1, 1, 2], [1, 1, 1], 0, [1, 2], [1, 1]) == -1
    assert foots(sizes, steps, [1, 1, 0], [1, 1, 0], 0, [1, 2], [1, 1]) == 0
    assert foots([0, 0, 0], steps, [1, 1, 1], [1, 0, 0], 0, [1, 2], [1, 1]) == -1


def test_columns_are_made_of_those_that_most_lines_show() -> None:
    total, one, other = [700, 900, 410], [300, 500, 210], [400, 400, 200]
    steps, units = [[1] * 3] * 3, [[1] * 3] * 3
    guesses = [([1, 2], [1, -1]), ([1, 2], [1, 1])]
    lines = [0, 1, 2]
    assert columns_made([total, one, other], steps, units, 0, lines, guesses) == 1
    assert columns_made([total, one, other], steps, units, 0, lines, guesses[:1]) == -1
    odd = [[1] * 3, [1] * 3, [2] * 3]
    assert columns_made([total, one, other], steps, odd, 0, lines, guesses) == -1, "another unit"
    wrong = [700, 901, 417]
    assert columns_made([wrong, one, other], steps, units, 0, lines, guesses) == 1, "one unit off"
    assert columns_made([[700, 907, 417], one, other], steps, units, 0, lines, guesses) == -1
