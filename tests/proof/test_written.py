"""Formulas as they are written: taken at their word, they come to what was expected."""

from collections.abc import Callable
from typing import Any

import pytest

from tieout.evidence.quantity import Quantity, Style, less
from tieout.model.amount import Amount
from tieout.model.check import Ref
from tieout.model.unit import DOLLARS, PURE, SHARES, Unit
from tieout.proof.formula import Formula
from tieout.proof.written import as_computed

THOUSANDS = Style(power=3, brackets=True)


def known(mantissa: int, unit: Unit = DOLLARS, style: Style = THOUSANDS) -> Quantity:
    """A number in hand, printed in this style."""
    amount = Amount(mantissa, style.power, unit)
    return Quantity(amount, (Ref(0, 1),), amount, "net loss", None, style)


NOW, BEFORE = known(-8453), known(-10419)
SHARE, MILLIONS = Style("$"), Style("$", 6, " million")


def growth(a: Any, b: Any) -> Any:
    return a / b - 1


def over(a: Any, b: Any) -> Any:
    return a / b


def change(a: Any, b: Any) -> Any:
    return a - b


def itself(a: Any) -> Any:
    return a


@pytest.mark.parametrize(
    ("text", "work", "operands", "stated", "is_size", "written"),
    [
        ("{0} / {1} − 1", growth, (known(88117), known(89134)), known(-1, PURE, Style("", -2, "%")),
         True, "|88,117 / 89,134 − 1|"),
        ("{0} / {1} − 1", growth, (known(89134), known(88117)), known(1, PURE, Style("", -2, "%")),
         True, "89,134 / 88,117 − 1"),
        ("{0} / {1} − 1", growth, (NOW.magnitude(), BEFORE.magnitude()),
         known(19, PURE, Style("", -2, "%")), True, "|(8,453) / (10,419) − 1|"),
        ("{0} / {1}", over, (NOW.magnitude(), known(7219)), known(117, PURE, Style("", -2, "%")),
         True, "|(8,453) / 7,219|"),
        ("{0} − {1}", change, (NOW.magnitude(), known(7219)), known(1234), False,
         "|(8,453)| − 7,219"),
        ("{0} / {1}", over, (known(8, DOLLARS, MILLIONS), known(145440, SHARES)),
         known(0, style=SHARE), True, "$8 million / 145,440 thousand"),
        ("{0} / {1}", over, (known(8453), known(145440, SHARES)), known(0, style=SHARE), True,
         "8,453 / 145,440"),
        ("{0}", itself, (NOW.magnitude(),), known(8, style=MILLIONS), False, "|(8,453 thousand)|"),
        ("{0}", itself, (less(known(12834), known(7219), None),), known(6, style=MILLIONS), False,
         "(12,834 thousand − 7,219 thousand)"),
        ("{0}", itself, (known(7219000, style=SHARE),), known(7219), False, "$7,219,000 / 1,000"),
        ("{0} − {1}", change, (known(7219000, style=SHARE), known(0, style=SHARE)), known(7219),
         False, "($7,219,000 − $0) / 1,000"),
    ],
)  # fmt: skip
def test_a_formula_shows_the_signs_and_scales_it_leaves_out(
    text: str,
    work: Callable[..., Any],
    operands: tuple[Quantity, ...],
    stated: Quantity,
    is_size: bool,  # noqa: FBT001 - a case of the table
    written: str,
) -> None:
    assert as_computed(Formula(text, operands, work, is_size=is_size), stated) == written


def test_a_divisor_of_nothing_leaves_it_as_it_is() -> None:
    formula = Formula("{0} / {1}", (NOW.magnitude(), known(0)), over, is_size=True)
    assert as_computed(formula, known(1, PURE)) == "(8,453) / 0"
