from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.model.amount import (
    Amount,
    a_point_off,
    fits_exactly,
    foot,
    foots,
    gives,
    grouped,
    is_printed_as,
    judge,
    plain,
    prints_as,
    rounded,
    same,
    truncated,
)
from tieout.model.interval import Interval, exactly
from tieout.model.unit import DOLLARS, SHARES

numbers = st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=10**6)
exponents = st.integers(-4, 6)
amounts = st.builds(Amount, st.integers(-(10**9), 10**9), exponents)

# ------------------------------------------------------------------------------------- printing


@given(st.integers(-(10**15), 10**15), exponents)
def test_plain_digits_are_the_number(mantissa: int, exponent: int) -> None:
    assert Fraction(plain(mantissa, exponent)) == Amount(mantissa, exponent).value
    assert Fraction(grouped(mantissa, exponent).replace(",", "")) == Fraction(
        plain(mantissa, exponent)
    )


@pytest.mark.parametrize(
    ("mantissa", "exponent", "printed"),
    [(72, 5, "7,200,000"), (-6, -2, "-0.06"), (0, -2, "0.00"), (-1234567, -2, "-12,345.67")],
)
def test_grouped(mantissa: int, exponent: int, printed: str) -> None:
    assert grouped(mantissa, exponent) == printed


def test_an_amount_in_other_ways() -> None:
    amount = Amount(7219, 0, DOLLARS)
    assert str(amount.times_power(3)) == "7219000"
    assert amount.times_power(3).decimals == -3
    assert amount.in_unit(SHARES) == Amount(7219, 0, SHARES)
    assert -abs(-amount) == Amount(-7219, 0, DOLLARS)
    assert amount.at(-2) == 721900
    with pytest.raises(ValueError, match="coarser"):
        amount.at(1)


# ------------------------------------------------------------------------------------- rounding


@given(numbers, exponents)
def test_a_rounded_number_is_the_nearest(number: Fraction, exponent: int) -> None:
    printed = Amount(rounded(number, exponent), exponent)
    assert prints_as(number, printed)
    assert printed.interval.holds(number)
    assert rounded(-number, exponent) == -printed.mantissa


@given(numbers, exponents)
def test_a_truncated_number_never_grows(number: Fraction, exponent: int) -> None:
    cut = Amount(truncated(number, exponent), exponent)
    assert abs(cut.value) <= abs(number)
    assert abs(number - cut.value) < cut.last_unit


@given(numbers, exponents, st.integers(0, 3))
def test_a_number_rounded_twice_is_never_a_difference(
    number: Fraction, exponent: int, further: int
) -> None:
    fine = Amount(rounded(number, exponent), exponent)
    once = Amount(rounded(number, exponent + further), exponent + further)
    twice = Amount(rounded(fine.value, exponent + further), exponent + further)
    assert same(fine, once).outcome != "differs"
    assert same(twice, fine).outcome == "agrees"


@given(amounts)
def test_the_same_number_a_unit_apart_differs(amount: Amount) -> None:
    other = Amount(amount.mantissa + 1, amount.exponent)
    assert same(amount, other).outcome == "differs"
    assert same(amount, amount).outcome == "agrees"


# ------------------------------------------------------------------------------------ intervals


def test_touching_ends_overlap() -> None:
    assert Amount(2, 0).interval.overlaps(Amount(3, 0).interval)
    assert not Amount(2, 0).interval.overlaps(Amount(4, 0).interval)


@pytest.mark.parametrize(
    ("number", "exponent", "fits"),
    [
        (Fraction(1, 4), -2, True),
        (Fraction(1, 4), -1, False),
        (Fraction(-1200), 2, True),
        (Fraction(1200), 3, False),
        (Fraction(0), 6, True),
        (Fraction(1, 3), -9, False),
    ],
)
def test_digits_beyond_an_exponent(number: Fraction, exponent: int, fits: bool) -> None:  # noqa: FBT001
    assert fits_exactly(number, exponent) is fits


@pytest.mark.parametrize(
    ("number", "printed", "fits"),
    [
        (Amount(7219, 3), Amount(72, 5), True),
        (Amount(7250, 3), Amount(72, 5), True),  # half-way, either way
        (Amount(7250, 3), Amount(73, 5), True),
        (Amount(7251, 3), Amount(72, 5), False),
        (Amount(-7249, 3), Amount(-73, 5), False),
        (Amount(72, 5), Amount(7200, 3), True),
        (Amount(72, 5), Amount(7201, 3), False),
    ],
)
def test_one_printed_number_as_another(number: Amount, printed: Amount, fits: bool) -> None:  # noqa: FBT001
    assert is_printed_as(number, printed) is fits
    assert prints_as(number.value, printed) is fits
    assert gives(number.point, printed) is fits


# -------------------------------------------------------------------------------------- footing

signed = st.sampled_from([1, -1])
columns = st.lists(st.tuples(signed, numbers, st.integers(-2, 3)), min_size=1, max_size=40)


@given(columns, st.integers(-2, 3))
def test_a_true_total_always_foots(column: list[tuple[int, Fraction, int]], exponent: int) -> None:
    parts = [(weight, Amount(rounded(number, e), e)) for weight, number, e in column]
    total = Amount(rounded(sum((w * n for w, n, _ in column), Fraction(0)), exponent), exponent)
    assert foot(total, parts).possible


@given(columns, st.integers(-2, 3), st.integers(1, 50), signed)
def test_an_altered_total_never_foots(
    column: list[tuple[int, Fraction, int]], exponent: int, beyond: int, way: int
) -> None:
    parts = [(weight, Amount(rounded(number, e), e)) for weight, number, e in column]
    exact = sum((w * part.value for w, part in parts), Fraction(0))
    units = sum(part.last_unit for _, part in parts) + Fraction(10) ** exponent
    moved = exact + way * (units / 2 + beyond * Fraction(10) ** exponent)
    footing = foot(Amount(rounded(moved, exponent), exponent), parts)
    assert not footing.possible
    assert not footing.usual


@given(columns, st.integers(-2, 3))
def test_the_allowance_is_the_largest_usual_difference(
    column: list[tuple[int, Fraction, int]], exponent: int
) -> None:
    parts = [(weight, Amount(rounded(number, e), e)) for weight, number, e in column]
    finest = min(exponent, *(e for _, _, e in column))
    allowance = foot(Amount(0, exponent), parts).allowance
    # The same column in its finest unit alone, so that any difference can be had.
    computed = foot(Amount(0, exponent), parts).computed
    shift = 10 ** (exponent - finest)
    for apart in (allowance, allowance + 1):
        if (computed + apart) % shift == 0:
            total = Amount((computed + apart) // shift, exponent)
            assert foot(total, parts).usual == (apart == allowance)


def test_a_column_of_twenty_may_not_be_off_by_ten() -> None:
    parts = [(1, Amount(100, 0))] * 20
    assert foot(Amount(2010, 0), parts).possible
    assert not foot(Amount(2010, 0), parts).usual
    assert foot(Amount(2003, 0), parts).usual
    assert foot(Amount(2000, 0), parts).allowance == 3


@pytest.mark.parametrize(
    ("parts", "most"),
    [
        ([(1, Amount(100, 0))], 1),  # 2·1 ≤ 2 units
        ([(-1, Amount(100, 0)), (1, Amount(7, 0))], 1),  # 2·1 ≤ 3 units
        ([(1, Amount(100, 0))] * 11, 3),  # 4·3² ≤ 3·12
        ([(1, Amount(100, 0))] * 7 + [(1, Amount(5, 1))], 9),  # 4·9² ≤ 3·(8 + 10²)
        ([(2, Amount(100, 0))] * 3, 3),  # 2·3 ≤ 7 units
    ],
)
def test_a_sum_foots_up_to_its_usual_rounding(parts: list[tuple[int, Amount]], most: int) -> None:
    whole = int(sum(weight * part.value for weight, part in parts))
    for apart in (most, -most):
        assert foots(Amount(whole + apart, 0), parts)
    for apart in (most + 1, -most - 1):
        assert not foots(Amount(whole + apart, 0), parts)


@given(columns, st.integers(-2, 3), st.integers(-6, 6))
def test_what_foots_is_usual(
    column: list[tuple[int, Fraction, int]], exponent: int, apart: int
) -> None:
    for alone in (False, True):  # nearly always all are printed to one unit
        units = [exponent if alone else e for _, _, e in column]
        parts = [
            (weight, Amount(rounded(number, e), e))
            for (weight, number, _), e in zip(column, units, strict=True)
        ]
        whole = sum((w * part.value for w, part in parts), Fraction(0))
        total = Amount(rounded(whole, exponent) + apart, exponent)
        assert foots(total, parts) == foot(total, parts).usual


def test_a_total_of_no_parts_is_nothing() -> None:
    assert foot(Amount(5, 0), []).difference == 5


# -------------------------------------------------------------------------------------- verdicts


@given(
    st.integers(1, 10**6), st.integers(1, 10**6), st.integers(-4, 0), st.fractions(-1, 1),
    st.fractions(-1, 1),
)  # fmt: skip
def test_a_true_quotient_never_differs(
    above: int, below: int, exponent: int, inside: Fraction, within: Fraction
) -> None:
    one, two = Amount(above, 0), Amount(below + 1, 0)
    true = (one.value + inside / 2) / (two.value + within / 2)
    stated = Amount(rounded(true, exponent), exponent)
    verdict = judge(stated, one.value / two.value, one.interval / two.interval)
    assert verdict.outcome != "differs"


@pytest.mark.parametrize(
    ("stated", "computed", "named", "outcome"),
    [
        (Amount(145, -2), Fraction(7219, 2946) - 1, {}, "agrees"),
        (Amount(28, -2), Fraction(2857, 10000), {}, "differs"),
        (Amount(28, -2), Fraction(2857, 10000), {"prose": True}, "rounds"),
        (Amount(400, 6, DOLLARS), Fraction(382_000_000), {"hedge": "about"}, "rounds"),
        (Amount(400, 6, DOLLARS), Fraction(382_000_000), {}, "differs"),
        (Amount(400, 6, DOLLARS), Fraction(410_000_000), {"hedge": "over"}, "agrees"),
        (Amount(400, 6, DOLLARS), Fraction(390_000_000), {"hedge": "over"}, "differs"),
        (Amount(400, 6, DOLLARS), Fraction(390_000_000), {"hedge": "under"}, "agrees"),
        (Amount(400, 6, DOLLARS), Fraction(400_000_000), {"hedge": "over"}, "agrees"),
        (Amount(400, 6, DOLLARS), Fraction(400_000_000), {"hedge": "under"}, "agrees"),
        (Amount(100, 6, DOLLARS), Fraction(96_000_000), {"hedge": "about"}, "rounds"),
        (Amount(110, 6, DOLLARS), Fraction(104_000_000), {"hedge": "about"}, "differs"),
        (Amount(10, -2), Fraction(12, 100), {"hedge": "about"}, "differs"),  # "10%" stays
        # Ten of the leading digit away, a bound still says something; beyond that, nothing.
        (Amount(400, 6, DOLLARS), Fraction(1_400_000_000), {"hedge": "over"}, "agrees"),
        (Amount(400, 6, DOLLARS), Fraction(1_400_000_001), {"hedge": "over"}, "not-tested"),
    ],
)
def test_what_explains_a_difference(
    stated: Amount, computed: Fraction, named: dict[str, str], outcome: str
) -> None:
    assert judge(stated, computed, exactly(computed), **named).outcome == outcome  # type: ignore[arg-type]


def test_a_bound_that_the_operands_reach_is_the_rounded_number() -> None:
    stated, reach = Amount(400, 6, DOLLARS), Interval(390_000_000, 400_000_000)
    assert judge(stated, reach.low, reach, hedge="over").outcome == "rounds"
    assert judge(stated, reach.low, reach - 1, hedge="over").outcome == "differs"
    above = reach + 10_000_000
    assert judge(stated, above.high, above, hedge="under").outcome == "rounds"
    assert judge(stated, above.high, above + 1, hedge="under").outcome == "differs"


def test_coarse_operands_prove_nothing() -> None:
    reach = Interval(0, 10)  # ten of the last unit
    assert judge(Amount(5, 0), Fraction(5), reach).outcome == "agrees"
    wider = Interval(0, 21, 2)
    assert judge(Amount(5, 0), Fraction(5), wider).outcome == "not-tested"


@pytest.mark.parametrize(
    ("told", "exponent", "known"),
    [
        (Amount(2_653_000, 0, DOLLARS), 3, Amount(2653, 3, DOLLARS)),
        (Amount(2_653_500, 0, DOLLARS), 3, Amount(2_653_500, 0, DOLLARS)),
        (Amount(26, 5, DOLLARS), 3, Amount(26, 5, DOLLARS)),
        (Amount(0, 0, DOLLARS), 3, Amount(0, 0, DOLLARS)),
    ],
)
def test_zeros_at_the_end_say_in_what_unit_a_number_is_told(
    told: Amount, exponent: int, known: Amount
) -> None:
    # Patriot Transportation Holding, 2019: "down $2,653,000" beside a statement in thousands
    assert told.to_unit(exponent) == known


@pytest.mark.parametrize(
    ("stated", "computed", "is_off"),
    [
        (Amount(47, -3), Fraction(4605, 100_000), True),
        (Amount(45, -3), Fraction(4605, 100_000), True),
        (Amount(46, -3), Fraction(4605, 100_000), False),  # it prints as computed
        (Amount(48, -3), Fraction(4605, 100_000), False),
    ],
)
def test_a_point_off_is_the_next_neighbour(
    stated: Amount, computed: Fraction, *, is_off: bool
) -> None:
    assert a_point_off(stated, computed) is is_off
