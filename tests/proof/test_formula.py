from fractions import Fraction

import pytest

from tieout.evidence.quantity import Quantity, Style
from tieout.model.amount import Amount
from tieout.model.check import Ref
from tieout.proof.formula import Formula, is_far


def known(mantissa: int, exponent: int = 0) -> Quantity:
    amount = Amount(mantissa, exponent)
    return Quantity(amount, (Ref(0, 0),), Style().show(amount), "x", None, Style())


def quotient(above: Quantity, below: Quantity) -> Formula:
    return Formula("{0} / {1}", (above, below), lambda a, b: a / b)


def test_a_formula_is_written_computed_and_bounded() -> None:
    formula = quotient(known(8453), known(145440))
    assert formula.written == "8,453 / 145,440"
    assert formula.computed() == Fraction(8453, 145440)
    assert formula.reach().holds(formula.computed())
    assert formula.reach().low == Fraction(16905, 290881)


def test_an_operand_is_pinned_where_a_slip_of_it_would_show() -> None:
    shares = quotient(known(8453), known(145440))
    assert [shares.pins(n, Amount(6, -2)) for n in (0, 1)] == [False, False]
    few = quotient(known(60), known(1000))
    assert [few.pins(n, Amount(6, -2)) for n in (0, 1)] == [False, False]
    assert quotient(known(60), known(100)).pins(0, Amount(60, -2))


def test_a_divisor_that_may_be_zero_is_refused() -> None:
    with pytest.raises(ZeroDivisionError):
        quotient(known(1), known(0)).reach()


def test_numbers_are_far_apart_where_no_misprint_of_a_digit_parts_them() -> None:
    assert is_far(Fraction(867_000_000), Fraction(866_613))  # a scale that was not understood
    assert not is_far(Fraction(7, 100), Fraction(407, 100))
    assert not is_far(Fraction(0), Fraction(5)), "zero is no other size, but another number"
