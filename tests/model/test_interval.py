from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.model.interval import Interval, exactly

numbers = st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=10**6)
ends = st.integers(-(10**9), 10**9)
intervals = st.builds(
    lambda a, b, under: Interval(min(a, b), max(a, b), under), ends, ends, st.integers(1, 10**6)
)


@given(intervals, intervals, st.data())
def test_an_operation_holds_every_result(one: Interval, two: Interval, data: st.DataObject) -> None:
    def inside(interval: Interval) -> Fraction:
        share = data.draw(st.fractions(0, 1, max_denominator=16))
        return interval.low + share * interval.width

    a, b = inside(one), inside(two)
    assert (one + two).holds(a + b)
    assert (one - two).holds(a - b)
    assert (one * two).holds(a * b)
    assert (-one).holds(-a)
    assert abs(one).holds(abs(a))
    if not two.holds(Fraction(0)):
        assert (one / two).holds(a / b)
        assert (1 / two).holds(1 / b)
    assert one.overlaps(exactly(a))


@given(intervals, intervals)
def test_an_operation_reaches_no_further_than_its_corners(one: Interval, two: Interval) -> None:
    ends = [(a, b) for a in (one.low, one.high) for b in (two.low, two.high)]
    for made, corners in (
        (one + two, [a + b for a, b in ends]),
        (one - two, [a - b for a, b in ends]),
        (one * two, [a * b for a, b in ends]),
        *([] if two.holds(Fraction(0)) else [(one / two, [a / b for a, b in ends])]),
    ):
        assert (made.low, made.high) == (min(corners), max(corners))
        assert made.width == made.high - made.low


@given(numbers, numbers)
def test_a_point_is_worked_with_as_its_number(one: Fraction, two: Fraction) -> None:
    a, b = exactly(one), exactly(two)
    made = [a + b, a - b, a * b, -a, abs(a), *([a / b] if two else [])]
    right = [one + two, one - two, one * two, -one, abs(one), *([one / two] if two else [])]
    assert [(each.low, each.high) for each in made] == [(each, each) for each in right]


@given(intervals, numbers)
def test_a_plain_number_mixes_in_as_a_point(interval: Interval, number: Fraction) -> None:
    assert interval + number == interval + exactly(number)
    assert interval * number == interval * exactly(number)
    assert (interval - number).width == interval.width


def test_intervals_of_the_same_ends_are_one() -> None:
    assert Interval(1, 2, 3) == Interval(2, 4, 6)
    assert hash(Interval(1, 2, 3)) == hash(Interval(2, 4, 6))
    assert Interval(1, 2, 3) != Interval(1, 2, 4)
    assert Interval(1, 1) != 1


def test_a_long_sum_has_the_largest_denominator_of_its_parts() -> None:
    parts = [Interval(1, 3, 200), Interval(1, 3, 2), Interval(5, 5)] * 40
    assert sum(parts, exactly(0)).under == 200
    assert sum(reversed(parts), exactly(0)).under == 200


@pytest.mark.parametrize("divisor", [(-1, 1), (0, 1), (-1, 0), (0, 0)])
def test_a_divisor_that_may_be_zero_is_refused(divisor: tuple[int, int]) -> None:
    with pytest.raises(ZeroDivisionError, match="the divisor may be zero"):
        exactly(1) / Interval(*divisor)
