from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tieout.evidence.quantity import Quantity, Style, less
from tieout.model.amount import Amount, rounded
from tieout.model.check import Ref
from tieout.model.period import duration
from tieout.model.unit import DOLLARS
from tieout.proof.formula import Formula
from tieout.rules.verbs import agree, foot, not_tested, recompute, require, roll
from tieout.rules.wording import needs

QUARTER = duration(date(2007, 9, 30), 3)


def known(
    mantissa: int, exponent: int = 3, figure: int = 0, style: Style | None = None,
    *, is_total: bool = False,
) -> Quantity:  # fmt: skip
    amount = Amount(mantissa, exponent, DOLLARS)
    style = style or Style(power=3, brackets=True)
    return Quantity(
        amount, (Ref(0, figure),), style.show(amount), "Revenue", QUARTER, style, is_total=is_total
    )


def percent(mantissa: int) -> Quantity:
    style = Style("", -2, "%")
    amount = Amount(mantissa, -2)
    return Quantity(amount, (Ref(0, 9),), style.show(amount), "revenue", QUARTER, style)


def growth(now: Quantity, before: Quantity) -> Formula:
    return Formula("{0} / {1} − 1", (now, before), lambda a, b: a / b - 1)


# ----------------------------------------------------------------------------------------- foot

PARTS = [(1, known(2433, figure=1)), (1, known(5910, figure=2))]


def test_a_total_that_foots_ticks_its_parts() -> None:
    one = foot(known(8343), PARTS)
    assert (one.outcome, one.check.reported, one.check.expected, one.check.difference) == (
        "agrees", "8,343", "8,343", "0",
    )  # fmt: skip
    assert one.check.formula == "2,433 + 5,910"
    assert [operand.ref.figure for operand in one.check.operands if operand.pinned] == [1, 2]


def test_a_unit_is_rounding_unless_every_other_sum_is_exact() -> None:
    assert foot(known(8344), PARTS).outcome == "rounds"
    strict = foot(known(8344), PARTS, every_sum_exact=True)
    assert (strict.outcome, strict.check.severity) == ("differs", "warning")


def test_a_difference_is_told_with_its_direction_and_what_rounding_allows() -> None:
    one = foot(known(8434), PARTS)
    assert (one.outcome, one.check.severity) == ("differs", "error")
    assert one.check.message == (
        "Revenue, three months ended September 30, 2007: reported 8,434, expected 8,343, "
        "91 too high; rounding allows 1"
    )
    low = foot(known(8252), PARTS)
    assert low.check.difference == "−91"
    assert "91 too low" in low.check.message


def test_what_is_possible_but_not_usual_is_a_warning() -> None:
    parts = [(1, known(100, figure=n)) for n in range(20)]
    assert foot(known(2003), parts).outcome == "rounds"
    one = foot(known(2008), parts)
    assert (one.outcome, one.check.severity) == ("differs", "warning")
    assert foot(known(2011), parts).check.severity == "error"


numbers = st.fractions(-(10**6), 10**6, max_denominator=1000)


@given(st.lists(numbers, min_size=1, max_size=25))
def test_a_true_total_is_never_an_error(column: list[Fraction]) -> None:
    parts = [(1, known(rounded(one, 0), 0)) for one in column]
    one = foot(known(rounded(sum(column, Fraction(0)), 0), 0), parts)
    assert one.outcome != "differs" or one.check.severity == "warning"


@given(st.lists(numbers, min_size=1, max_size=25), st.integers(1, 100), st.sampled_from([1, -1]))
def test_a_total_moved_beyond_the_allowance_always_differs(
    column: list[Fraction], beyond: int, way: int
) -> None:
    parts = [(1, known(rounded(one, 0), 0)) for one in column]
    total = sum(part.amount.mantissa for _, part in parts)
    one = foot(known(total + way * ((len(parts) + 1) // 2 + beyond), 0), parts)
    assert (one.outcome, one.check.severity) == ("differs", "error")


def test_rolling_forward_is_footing_to_the_closing_balance() -> None:
    one = roll(
        known(100, figure=1), [(1, known(20, figure=2)), (-1, known(5, figure=3))], known(115)
    )
    assert (one.outcome, one.check.formula) == ("agrees", "100 + 20 − 5")


# ---------------------------------------------------------------------------------------- agree


def test_the_same_number_in_two_places_must_be_identical() -> None:
    assert agree(known(7219), known(7219, figure=1)).outcome == "agrees"
    assert agree(known(7219), known(7291, figure=1)).outcome == "differs"
    near = agree(known(7219), known(7220, figure=1))
    assert (near.outcome, near.check.severity) == ("differs", "warning")
    assert agree(known(7219), known(7220, figure=1, is_total=True)).outcome == "rounds"


def test_a_coarser_figure_does_not_tick_a_finer_one() -> None:
    million = known(72, 5, style=Style("$", 6, " million"))
    coarse = agree(million, known(7219, figure=1))
    assert coarse.outcome == "agrees"
    assert not any(operand.pinned for operand in coarse.check.operands)
    assert agree(known(7219), million).check.operands[0].pinned


def test_in_prose_a_loss_is_told_without_its_sign() -> None:
    assert agree(known(8453), known(-8453, figure=1), prose=True).outcome == "agrees"


@pytest.mark.parametrize("said", [7, 5])
def test_cents_told_in_prose_must_be_those_of_the_statement(said: int) -> None:
    cents = Style("$")
    one = agree(known(said, -2, style=cents), known(-6, -2, 1, cents), prose=True)
    assert one.outcome == "differs"


# ------------------------------------------------------------------------------------ recompute


def test_a_percentage_recomputes_and_pins_what_it_rests_on() -> None:
    one = recompute(percent(145), growth(known(7219, figure=1), known(2946, figure=2)))
    assert (one.outcome, one.check.formula) == ("agrees", "7,219 / 2,946 − 1")
    assert [operand.pinned for operand in one.check.operands] == [False, False]
    coarse = growth(known(72, figure=1), known(29, figure=2))
    assert all(o.pinned for o in recompute(percent(148), coarse).check.operands)


def test_digits_cut_off_explain_prose_and_never_a_table() -> None:
    formula = growth(known(7219, figure=1), known(5615, figure=2))
    assert recompute(percent(28), formula).outcome == "differs"
    assert recompute(percent(28), formula, prose=True).outcome == "rounds"


def test_the_figures_of_the_sentence_itself_explain_a_difference() -> None:
    million = Style("$", 6, " million")
    stated = known(19, 5, style=million)
    exact = Formula("{0} − {1}", (known(10419), known(8453)), lambda a, b: a - b)
    spoken = Formula(
        "{0} − {1}", (known(104, 5, style=million), known(85, 5, style=million)),
        lambda a, b: a - b,
    )  # fmt: skip
    assert recompute(stated, exact).outcome == "differs"
    one = recompute(stated, exact, as_spoken=spoken)
    assert one.outcome == "rounds"
    assert "$10.4 million − $8.5 million" in one.check.message


def test_a_derived_operand_is_never_pinned() -> None:
    derived = less(known(12834, figure=1), known(7219, figure=2), QUARTER)
    one = recompute(percent(29), growth(known(7219, figure=3), derived))
    assert not any(operand.pinned for operand in one.check.operands)


def test_estimates_give_at_best_a_rounding() -> None:
    formula = growth(known(7219, figure=1), known(2946, figure=2))
    assert recompute(percent(145), formula, at_best="rounds").outcome == "rounds"


def test_a_divisor_that_may_be_zero_is_not_tested() -> None:
    one = recompute(percent(145), growth(known(7219), known(0)))
    assert (one.outcome, one.check.reason) == ("not-tested", "the divisor may be zero")


# ------------------------------------------------------------------------- require, not tested


def test_a_requirement_holds_or_says_why_not() -> None:
    assert require(Ref(0, 1), True, "fits").outcome == "agrees"
    one = require(Ref(0, 1), False, "does not fit", operands=[Ref(0, 2)])
    assert (one.outcome, one.check.reason) == ("differs", "does not fit")
    assert one.check.operands[0].ref == Ref(0, 2)


def test_what_is_not_tested_says_what_it_would_need() -> None:
    one = not_tested(Ref(0, 1), needs("cash", QUARTER.closing()))
    assert one.check.reason == (
        "needs cash at September 30, 2007: give the document that reports it with --against"
    )
    assert "for the three months ended" in needs("revenue", QUARTER)
    assert "not clear" in needs("revenue", None)
    assert "not understood" in needs("figure", None)
    formula = growth(known(1), known(2, figure=5))
    assert not_tested(Ref(0, 1), "x", formula).check.formula == "1 / 2 − 1"
