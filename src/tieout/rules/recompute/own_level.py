"""A level that its sentence's own change shows to be at another power of ten."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.evidence.quantity import Quantity, as_exact
from tieout.model.claim import Claim
from tieout.model.period import Period
from tieout.proof.formula import Formula, is_far
from tieout.proof.powers import is_at_another_power
from tieout.proof.proposal import Proposal
from tieout.rules.verbs import recompute

_ALIKE = 6
"""A level is seldom so many times another of the same thing: a year is four quarters."""


def level_off(evidence: Evidence, claim: Claim) -> Proposal | None:
    """The level, of the two that a change is told between, that would fit at another power of ten.

    "Revenue was $3.15 million, compared with $3.29 billion, a decrease of 4.2 percent."
    """
    now, before = (_level(evidence, claim, one) for one in (claim.period, claim.against))
    if now is None or before is None or not claim.direction:
        return None
    told = as_exact(evidence.of_claim(0, claim).magnitude())
    formulas = sorted(
        _formulas(claim, told, now, before), key=lambda one: _company(evidence, claim, one[0])
    )
    for level, formula in formulas:
        computed = formula.computed()
        if is_at_another_power(level.amount, computed):
            made = recompute(level, formula, prose=True)
            return made.read(is_defined=True) if made.outcome == "differs" else None
    return None


def _formulas(
    claim: Claim, told: Quantity, now: Quantity, before: Quantity
) -> Iterator[tuple[Quantity, Formula]]:
    """Each of two levels, with what it is by the other one and the change."""
    sign = claim.direction
    plus, minus = ("+", "\u2212") if sign > 0 else ("\u2212", "+")
    if claim.form == "change":
        yield now, Formula(f"{{0}} {plus} {{1}}", (before, told), lambda a, b: a + b * sign)
        yield before, Formula(f"{{0}} {minus} {{1}}", (now, told), lambda a, b: a - b * sign)
        return
    whole = f"(1 {plus} {{1}})"
    yield now, Formula(f"{{0}} \u00d7 {whole}", (before, told), lambda a, b: a * (b * sign + 1))
    if told.value * sign != -1:
        yield before, Formula(f"{{0}} / {whole}", (now, told), lambda a, b: a / (b * sign + 1))


def _company(evidence: Evidence, claim: Claim, level: Quantity) -> int:
    """How many tellings of the concept in the document are about as large as a level."""
    told = evidence.told_by(0, claim.concept)
    return sum(not is_far(level.value, abs(one.amount.value), _ALIKE) for one in told)


def _level(evidence: Evidence, claim: Claim, period: Period | None) -> Quantity | None:
    """The level of the claim's concept that its sentence tells for a period."""
    for one in evidence.beside(claim):
        is_level = one.form == "level" and one.concept == claim.concept
        if is_level and period is not None and one.period == period and one.amount.mantissa:
            return as_exact(evidence.of_claim(0, one).magnitude())
    return None
