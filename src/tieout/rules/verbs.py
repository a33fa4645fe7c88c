"""The five verbs every rule ends in: foot, agree, roll, recompute, require.

They are the audit procedures. Each makes a Check and writes its sentence in one voice: reported,
expected, difference with direction, what rounding allows.
"""

from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction
from typing import Any

from msgspec import Struct

from tieout.model import amount as rounding
from tieout.model.amount import Amount, Interval, Verdict
from tieout.model.check import Check, Operand, Outcome, Ref, Severity
from tieout.model.claim import Hedge
from tieout.model.known import Known, Style
from tieout.model.structure import Footed

_WITNESSES = 3
"""So many other sums must foot to the unit before a statement is held to have no rounding."""

_PIN = 5
"""An operand is pinned if a change by this many of its last units would change the outcome."""


class Formula(Struct, frozen=True):
    """A computation over numbers in hand: its text, the operands, and the work itself.

    `work` takes the operands in order, as exact numbers or as intervals, and uses each once:
    a repeated operand would widen the interval. `text` has "{0}", "{1}" where they stand.
    """

    text: str
    operands: tuple[Known, ...]
    work: Callable[..., Any]

    @property
    def written(self) -> str:
        """The formula with the figures in it: "7,219 / 2,946 − 1"."""
        return self.text.format(*(operand.shown for operand in self.operands))

    def computed(self) -> Fraction:
        """The result from the operands as printed."""
        return Fraction(self.work(*(operand.value for operand in self.operands)))

    def reach(self) -> Interval:
        """Every result that the operands' rounding allows."""
        return rounding.exactly(self.work(*(operand.reach for operand in self.operands)))


def foot(total: Known, parts: Sequence[tuple[int, Known]], *, every_sum_exact: bool) -> Check:
    """The total against the weighted sum of its parts.

    `every_sum_exact` says that all other sums of the statement foot to the unit: a company that
    plugs its roundings, in whose statement an odd unit is a difference (a warning).
    """
    footing = rounding.foot(total.amount, [(weight, part.amount) for weight, part in parts])
    expected = Amount(footing.computed, footing.exponent)
    severity: Severity = "error"
    reason = ""
    if footing.difference == 0:
        outcome: Outcome = "agrees"
    elif footing.usual and not every_sum_exact:
        outcome, reason = "rounds", f"{footing.difference:+d} within the rounding of its parts"
    else:
        outcome = "differs"
        severity = "warning" if footing.usual or footing.possible else "error"
    printed = [(weight, part) for weight, part in parts if part.sources]
    written = " ".join(
        f"{_sign(weight, first=not number)}{part.shown}"
        for number, (weight, part) in enumerate(printed)
    )
    allowance = 0 if every_sum_exact else footing.allowance
    return _concluded(
        outcome,
        severity,
        total,
        expected.value,
        footing.exponent,
        written,
        reason,
        allows=total.style.show(
            Fraction(allowance) * Fraction(10) ** footing.exponent, footing.exponent
        ),
        operands=tuple(Operand(ref) for _, part in parts for ref in part.sources),
    )


def foot_statement(sums: Sequence[Footed], *, kind: str) -> Iterator[Check]:
    """Foots every sum of that kind, with the allowance that the statement's other sums leave.

    A statement whose other sums all foot to the unit plugs its roundings, and has none. The sums
    of the same figures are no witnesses.
    """
    for one in sums:
        if one.kind != kind:
            continue
        if one.reason:
            yield not_tested(one.total.ref, one.reason)
            continue
        others = [other for other in sums if not (other.sources & one.sources or other.reason)]
        exact = len(others) >= _WITNESSES and all(o.footing.difference == 0 for o in others)
        yield foot(one.total, one.parts, every_sum_exact=exact)


def agree(
    subject: Known,
    other: Known,
    *,
    severity: Severity = "error",
    prose: bool = False,
    hedge: Hedge = "",
) -> Check:
    """The subject against the same number in another place; by magnitude in prose."""
    one, two = (subject.magnitude(), other.magnitude()) if prose else (subject, other)
    if prose or other.is_derived:
        verdict = rounding.judge(one.amount, two.value, two.reach, hedge=hedge, prose=prose)
    else:
        verdict = rounding.same(one.amount, two.amount)
        apart = abs(one.value - two.value)
        if verdict.outcome == "differs" and apart <= max(
            one.amount.last_unit, two.amount.last_unit
        ):
            if one.is_total or two.is_total:
                verdict = Verdict("rounds", "a unit apart, and one of them is a computed total")
            else:
                severity = "warning"
    pinned = not other.is_derived and other.amount.exponent >= subject.amount.exponent
    return _concluded(
        verdict.outcome,
        severity,
        subject,
        two.value if prose else other.value,
        min(subject.amount.exponent, other.amount.exponent),
        other.shown,
        verdict.reason,
        operands=tuple(Operand(ref, pinned) for ref in other.sources),
    )


def roll(opening: Known, movements: Sequence[tuple[int, Known]], closing: Known) -> Check:
    """The closing balance against the opening one and what moved it."""
    return foot(closing, [(1, opening), *movements], every_sum_exact=False)


def recompute(
    stated: Known,
    formula: Formula,
    *,
    severity: Severity = "error",
    prose: bool = False,
    hedge: Hedge = "",
    as_spoken: Formula | None = None,
    at_best: Outcome = "agrees",
    pins_all: bool = False,
) -> Check:
    """The stated number against a formula over numbers in hand.

    `at_best` is "rounds" where the operands are estimates; `pins_all` ticks every operand, where
    the formula is an identity that the document itself announces.

    `as_spoken` is the same formula over the figures as rounded in the same sentence, which
    explains a difference in prose (10.4 − 8.5 = 1.9 where the tables give 1.966).
    """
    try:
        computed, reach = formula.computed(), formula.reach()
    except ZeroDivisionError:
        return not_tested(stated.ref, "the divisor may be zero", formula)
    verdict = rounding.judge(stated.amount, computed, reach, hedge=hedge)
    if verdict.outcome == "differs" and as_spoken is not None:
        verdict = _spoken(stated, as_spoken) or verdict
    if verdict.outcome == "differs" and prose:
        verdict = rounding.judge(stated.amount, computed, reach, hedge=hedge, prose=True)
    if verdict.outcome == "agrees" and at_best == "rounds":
        verdict = Verdict("rounds", "the operands are estimates")
    pins = tuple(
        Operand(ref, pins_all or (_pins(stated, formula, position) and not operand.is_derived))
        for position, operand in enumerate(formula.operands)
        for ref in operand.sources
    )
    return _concluded(
        verdict.outcome,
        severity,
        stated,
        computed,
        stated.amount.exponent,
        formula.written,
        verdict.reason,
        operands=pins,
    )


def require(
    subject: Ref,
    condition: bool,  # noqa: FBT001 - the verb reads as a sentence: require(subject, fits, reason)
    reason: str,
    *,
    reported: str = "",
    expected: str = "",
    severity: Severity = "error",
    operands: Sequence[Ref] = (),
) -> Check:
    """Agrees where the condition holds, differs for the reason given where it does not."""
    return Check(
        rule="",
        name="",
        tick="",
        outcome="agrees" if condition else "differs",
        severity=severity,
        subject=subject,
        operands=tuple(Operand(ref) for ref in operands),
        reported=reported,
        expected=expected,
        message=reason,
        reason="" if condition else reason,
    )


def not_tested(subject: Ref, reason: str, formula: Formula | None = None) -> Check:
    """A check that could not be made, and what it would need."""
    operands = formula.operands if formula else ()
    return Check(
        rule="",
        name="",
        tick="",
        outcome="not-tested",
        severity="error",
        subject=subject,
        operands=tuple(Operand(ref, pinned=False) for one in operands for ref in one.sources),
        formula=formula.written if formula else "",
        message=reason,
        reason=reason,
    )


def _spoken(stated: Known, formula: Formula) -> Verdict | None:
    """The verdict of the sentence's own rounded figures, if they give the stated number."""
    try:
        computed = formula.computed()
    except ZeroDivisionError:
        return None
    if not rounding.prints_as(computed, stated.amount):
        return None
    return Verdict("rounds", f"from the figures as rounded in the sentence: {formula.written}")


def _pins(stated: Known, formula: Formula, position: int) -> bool:
    """True where the operand, moved by a few last units either way, no longer gives the number."""
    values = [operand.value for operand in formula.operands]
    step = _PIN * formula.operands[position].amount.last_unit
    for moved in (values[position] + step, values[position] - step):
        trial = [*values[:position], moved, *values[position + 1 :]]
        try:
            if rounding.prints_as(Fraction(formula.work(*trial)), stated.amount):
                return False
        except ZeroDivisionError:
            continue
    return True


def _concluded(
    outcome: Outcome,
    severity: Severity,
    subject: Known,
    expected: Fraction,
    exponent: int,
    written: str,
    reason: str,
    *,
    operands: tuple[Operand, ...],
    allows: str = "",
) -> Check:
    """A check with its sentence."""
    style: Style = subject.style
    reported = style.show(subject.value, subject.amount.exponent)
    shown = style.show_exactly(expected, min(exponent, subject.amount.exponent))
    difference = subject.value - expected
    apart = style.show_exactly(abs(difference), min(exponent, subject.amount.exponent))
    place = subject.caption + (f", {subject.period.spoken()}" if subject.period else "")
    message = f"{place}: reported {reported}, expected {shown}"
    if outcome == "differs":
        message += f", {apart} too {'high' if difference > 0 else 'low'}"
        message += f"; rounding allows {allows}" if allows else ""
    elif outcome == "rounds":
        message += f"; {reason}"
    elif outcome == "not-tested":
        message = f"{place}: {reason}"
    return Check(
        rule="",
        name="",
        tick="",
        outcome=outcome,
        severity=severity,
        subject=subject.ref,
        operands=operands,
        reported=reported,
        expected=shown,
        difference=apart if difference >= 0 else f"\u2212{apart}",
        formula=written,
        message=message,
        reason=reason,
    )


def _sign(weight: int, *, first: bool) -> str:
    """The sign in front of a part of a sum."""
    if weight < 0:
        return "\u2212" if first else "\u2212 "
    return "" if first else "+ "
