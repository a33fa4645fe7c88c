"""The five verbs every rule ends in: foot, agree, roll, recompute, require.

They are the audit procedures. Each makes a Check; what it says is worded in one place, and how
rounding is judged is the model's.
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from msgspec import structs

from tieout.evidence.footed import Footed
from tieout.evidence.quantity import Quantity, loosest
from tieout.model import amount as rounding
from tieout.model.amount import Amount, Verdict
from tieout.model.check import Check, Operand, Outcome, Ref, Severity
from tieout.model.claim import Hedge
from tieout.proof.bits import bits
from tieout.proof.formula import Formula
from tieout.proof.proposal import Proposal
from tieout.proof.written import as_computed
from tieout.rules.wording import concluded, untested

_A_UNIT = "one unit off: parts of a result per share"
_WITNESSES = 3
"""So many other sums must foot to the unit before a statement is held to have no rounding."""


def foot(
    total: Quantity, parts: Sequence[tuple[int, Quantity]], *, every_sum_exact: bool = False
) -> Proposal:
    """The total against the weighted sum of its parts.

    `every_sum_exact` says that all other sums of the statement foot to the unit: a company that
    plugs its roundings, in whose statement an odd unit is a difference (a warning).
    """
    footing = rounding.foot(total.amount, [(weight, part.amount) for weight, part in parts])
    severity: Severity = "error"
    allows = ""
    if footing.difference == 0:
        verdict = Verdict("agrees")
    elif footing.usual and not every_sum_exact:
        apart = total.style.apart(
            total.style.show(abs(Amount(footing.difference, footing.exponent)))
        )
        verdict = Verdict("rounds", f"{apart} apart, which the rounding of its parts can explain")
    else:
        verdict = Verdict("differs")
        severity = "warning" if footing.possible else "error"
        allowance = 0 if every_sum_exact else footing.allowance
        allows = total.style.apart(total.style.show(Amount(allowance, footing.exponent)))
    check = concluded(
        total,
        verdict,
        Amount(footing.computed, footing.exponent),
        written=_sum(parts),
        operands=[Operand(ref) for _, part in parts for ref in part.sources],
        severity=severity,
        allows=allows,
    )
    quantities = tuple(part for _, part in parts)
    formula = again = None
    if verdict.outcome == "differs":
        weights = [weight for weight, _ in parts]
        work = partial(_dotted, weights)
        formula = Formula(check.formula, quantities, work, is_sum=True)

        def again(stated: Quantity, others: Sequence[Quantity]) -> Outcome:
            held = list(zip(weights, others, strict=True))
            return foot(stated, held, every_sum_exact=every_sum_exact).outcome

    bound = loosest((total, *quantities))
    weight = bits(total.amount, len(parts))
    return Proposal(check, total, formula, bound, weight=weight, is_sum=True, again=again)


def foot_statement(sums: Sequence[Footed], statement: int, *, kind: str) -> Iterator[Proposal]:
    """Foots every sum of that kind, with the allowance that the statement's other sums leave.

    A statement whose other sums all foot to the unit plugs its roundings, and has none. The sums
    of the same figures are no witnesses.
    """
    tested = [one for one in sums if not one.reason]
    resting: defaultdict[int, set[int]] = defaultdict(set)
    for number, one in enumerate(tested):
        for figure in one.sources:
            resting[figure].add(number)
    odd = {number for number, one in enumerate(tested) if one.footing.difference}
    for one in sums:
        if one.kind != kind:
            continue
        if one.reason:
            yield not_tested(one.total.ref, one.reason)
            continue
        akin = set[int]().union(*(resting[figure] for figure in one.sources))
        exact = len(tested) - len(akin) >= _WITNESSES and odd <= akin and not one.is_translated
        yield foot(one.total, one.parts, every_sum_exact=exact).read(
            bound="cell" if one.is_firm else "caption",
            bindings=(("sum", statement, one.line, one.reading),),
            others=tuple((figure, bits(total, len(one.parts))) for figure, total in one.others),
        )


def agree(
    subject: Quantity,
    other: Quantity,
    *,
    severity: Severity = "error",
    prose: bool = False,
    hedge: Hedge = "",
) -> Proposal:
    """The subject against the same number in another place; by magnitude in prose."""
    one, two = (subject.magnitude(), other.magnitude()) if prose else (subject, other)
    as_fine = two.amount.exponent >= one.amount.exponent and not other.is_derived
    if prose and as_fine and hedge in ("", "about"):
        is_one = one.amount == two.amount  # as most are
        verdict = Verdict("agrees") if is_one else _as_printed(one, two, hedge)
    elif prose or other.is_derived:
        verdict = rounding.judge(one.amount, two.value, two.reach, hedge=hedge, prose=prose)
    else:
        verdict = rounding.same(one.amount, two.amount)
        if verdict.outcome == "differs" and _a_unit_apart(one, two):
            severity = "warning"
            if one.is_total or two.is_total:
                verdict = Verdict("rounds", "one unit apart, and one of them is a computed total")
    pinned = not other.is_derived and other.amount.exponent >= subject.amount.exponent
    check = concluded(
        one,
        verdict,
        two.amount,
        written=as_computed(Formula("{0}", (two,), _as_it_is), one),
        operands=[Operand(ref, pinned) for ref in other.sources],
        severity=severity,
    )
    formula = again = None
    if verdict.outcome == "differs":
        formula = Formula("{0}", (two,), _as_it_is)

        def again(stated: Quantity, others: Sequence[Quantity]) -> Outcome:
            return agree(stated, others[0], severity=severity, prose=prose, hedge=hedge).outcome

    coarser = one.amount if one.amount.exponent >= two.amount.exponent else two.amount
    weight = bits(coarser, 0)
    return Proposal(check, one, formula, loosest((one, two)), weight=weight, again=again)


def roll(
    opening: Quantity, movements: Sequence[tuple[int, Quantity]], closing: Quantity
) -> Proposal:
    """The closing balance against the opening one and what moved it."""
    return foot(closing, [(1, opening), *movements])


def recompute(
    stated: Quantity,
    formula: Formula,
    *,
    severity: Severity = "error",
    prose: bool = False,
    hedge: Hedge = "",
    as_spoken: Formula | None = None,
    at_best: Outcome = "agrees",
    pins_all: bool = False,
    is_plugged: bool = False,
) -> Proposal:
    """The stated number against a formula over numbers in hand.

    `as_spoken` is the same formula over the figures as rounded in the same sentence, which
    explains a difference in prose (10.4 − 8.5 = 1.9 where the tables give 1.966). `at_best` is
    "rounds" where it is computed from estimates; `pins_all` ticks every operand, where the formula
    is an identity that the document itself announces; `is_plugged` where percentages, or parts of
    a result per share, are made to add up, so that one may be a unit off.
    """
    if prose:
        coarsest = max((one.amount.exponent for one in formula.operands), default=0)
        in_kind = all(one.amount.unit == stated.amount.unit for one in formula.operands)
        told = stated.amount.to_unit(coarsest) if in_kind else stated.amount
        stated = structs.replace(stated, amount=told)
    try:
        computed, reach = formula.computed(), formula.reach()
    except ZeroDivisionError:
        return not_tested(stated.ref, "the divisor may be zero", formula)
    verdict = rounding.judge(stated.amount, computed, reach, hedge=hedge)
    if verdict.outcome == "differs" and as_spoken is not None:
        verdict = _spoken(stated, as_spoken) or verdict
    if verdict.outcome == "differs" and prose:
        verdict = rounding.judge(stated.amount, computed, reach, hedge=hedge, prose=True)
    if (
        verdict.outcome == "differs"
        and is_plugged
        and rounding.a_point_off(stated.amount, computed)
    ):
        of = "one point off: percentages in a table" if stated.amount.unit.is_pure else _A_UNIT
        verdict = Verdict("rounds", f"{of} are often adjusted to add up")
    if verdict.outcome == "agrees" and at_best == "rounds":
        verdict = Verdict("rounds", "it is computed from estimates")
    operands = [
        Operand(ref, pins_all or formula.pins(position, stated.amount))
        for position, operand in enumerate(formula.operands)
        for ref in operand.sources
    ]
    check = concluded(
        stated,
        verdict,
        computed,
        written=as_computed(formula, stated),
        operands=operands,
        severity=severity,
    )
    bound = loosest((stated, *formula.operands))
    if verdict.outcome != "differs":
        return Proposal(check, stated, formula, bound)

    def again(told: Quantity, others: Sequence[Quantity]) -> Outcome:
        same = structs.replace(formula, operands=tuple(others))
        return recompute(
            told, same, prose=prose, hedge=hedge, as_spoken=as_spoken, at_best=at_best,
            is_plugged=is_plugged,
        ).outcome  # fmt: skip

    return Proposal(check, stated, formula, bound, again=again)


def require(
    subject: Ref,
    condition: bool,  # noqa: FBT001 - the verb reads as a sentence: require(subject, fits, reason)
    reason: str,
    *,
    reported: str = "",
    expected: str = "",
    severity: Severity = "error",
    operands: Sequence[Ref] = (),
) -> Proposal:
    """Agrees where the condition holds, differs for the reason given where it does not."""
    check = Check(
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
    return Proposal(check)


def not_tested(subject: Ref, reason: str, formula: Formula | None = None) -> Proposal:
    """A check that could not be made, and what it would need."""
    if formula is None:
        return Proposal(untested(subject, reason))
    sources = [ref for operand in formula.operands for ref in operand.sources]
    return Proposal(untested(subject, reason, sources, formula.written))


def _as_it_is(number: Any) -> Any:  # noqa: ANN401 - a number or an interval
    """The number itself."""
    return number


def _dotted(weights: Sequence[int], *each: Any) -> Any:  # noqa: ANN401 - numbers or intervals
    """The sum of numbers, or of intervals, each so many times."""
    total: Any = 0
    for one, weight in zip(each, weights, strict=True):
        total = one * weight + total
    return total


def _as_printed(one: Quantity, two: Quantity, hedge: Hedge) -> Verdict:
    """A figure of prose printed to as many digits as the same figure elsewhere, or to more.

    Cents are the statement's cents; "$7,219,000" is its 7,219 in thousands, and what lies inside
    the statement's own rounding is left to that.
    """
    if one.value != two.value and rounding.prints_as(one.value, two.amount):
        return rounding.judge(one.amount, two.value, two.reach)
    return rounding.judge(one.amount, two.value, two.amount.point, hedge=hedge)


def _a_unit_apart(one: Quantity, two: Quantity) -> bool:
    """True where two printed numbers are one of their last units apart."""
    finest, coarsest = sorted((one.amount.exponent, two.amount.exponent))
    apart = abs(one.amount.at(finest) - two.amount.at(finest))
    return apart <= int(10 ** (coarsest - finest))


def _spoken(stated: Quantity, formula: Formula) -> Verdict | None:
    """The verdict of the sentence's own rounded figures, if they give the stated number."""
    try:
        computed = formula.computed()
    except ZeroDivisionError:
        return None
    if not rounding.prints_as(computed, stated.amount):
        return None
    return Verdict("rounds", f"from the figures as rounded in the sentence: {formula.written}")


def _sum(parts: Sequence[tuple[int, Quantity]]) -> str:
    """A sum as it is written: "46,276 + 5,876 − 12"; nil cells are left out."""
    printed = [(weight, part.shown) for weight, part in parts if part.sources]
    signs = ["\u2212 " if weight < 0 else "+ " for weight, _ in printed]
    terms = [sign + shown for sign, (_, shown) in zip(signs, printed, strict=True)]
    return " ".join(terms).removeprefix("+ ")
