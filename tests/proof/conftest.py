"""A release of no figures that matter, and proposals made by hand, each a figure of its own."""

from collections.abc import Callable, Hashable, Sequence
from typing import TypeAlias

import pytest

from tieout.engine import read
from tieout.evidence.gathered import Evidence
from tieout.evidence.quantity import Quantity, Style, bound_by
from tieout.model.amount import Amount
from tieout.model.check import Binding, Check, Operand, Ref
from tieout.model.unit import DOLLARS, Unit
from tieout.proof.formula import Formula
from tieout.proof.proposal import Proposal

Known: TypeAlias = Callable[..., Quantity]
Propose: TypeAlias = Callable[..., Proposal]


@pytest.fixture(scope="session")
def evidence() -> Evidence:
    return Evidence.gather([read("release.txt", b"Example Corp. has 2 plants.\n")])


@pytest.fixture(scope="session")
def known() -> Known:
    """Makes a printed number of thousands."""

    def make(mantissa: int, figure: int = 0, exponent: int = 3, unit: Unit = DOLLARS) -> Quantity:
        amount = Amount(mantissa, exponent, unit)
        return Quantity(amount, (Ref(0, figure),), f"{mantissa:,}", "Revenue", None, Style(power=3))

    return make


@pytest.fixture(scope="session")
def propose(known: Known) -> Propose:
    """Makes a proposal of a figure that should be another number, operand figures behind it."""

    def make(
        figure: int,
        stated: int = 87_219,
        expected: int = 87_219,
        *,
        bound: Binding = "digits",
        bindings: Sequence[Hashable] = (("row", 1),),
        rests_on: int | None = None,
        **read: object,
    ) -> Proposal:
        subject = known(stated, figure)
        other = bound_by(known(expected, 1000 + figure if rests_on is None else rests_on), bound)
        check = Check(
            rule="XX001",
            name="things-differ",
            tick="X",
            outcome="agrees" if stated == expected else "differs",
            severity="error",
            subject=subject.ref,
            operands=(Operand(other.ref),),
            expected=other.shown,
            difference=f"{stated - expected:,}",
        )
        formula = Formula("{0}", (other,), lambda same: same)
        made = Proposal(check, subject, formula, bound, tuple(bindings))
        return made.read(**read)

    return make
