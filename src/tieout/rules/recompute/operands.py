"""The numbers before and after that a claimed change is computed from."""

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from msgspec import Struct, structs

from tieout.evidence.candidates import number
from tieout.evidence.gathered import Evidence
from tieout.evidence.quantity import Quantity
from tieout.model.amount import prints_as
from tieout.model.check import Ref
from tieout.model.claim import Claim
from tieout.model.period import FiscalCalendar, Period
from tieout.proof.formula import Formula, is_far
from tieout.proof.proposal import Proposal
from tieout.rules.recompute.named_lines import line_told
from tieout.rules.verbs import not_tested
from tieout.rules.wording import needs

Work = Callable[..., Any]
"""The arithmetic of a formula."""

_FIRM = frozenset(["cell", "concept", "sentence", "filing"])
_RESULTS = frozenset(["income", "profit", "earnings", "loss", "ebitda", "cash", "margin", "eps"])
_NO_ONE_MEANING = (
    "the sign changes or the earlier figure is negative, so a change in percent has no one meaning"
)


class Movement(Struct, frozen=True):
    """A concept's number now and before, by magnitude where the words speak of a loss."""

    now: Quantity
    before: Quantity

    @property
    def is_firm(self) -> bool:
        """True where both numbers can refute a change, not only prove it."""
        return {self.now.bound, self.before.bound} <= _FIRM

    def goes(self, direction: int) -> bool:
        """True where the number went that way, or stayed; a direction of 0 is any."""
        return (self.now.value - self.before.value) * direction >= 0


def movement(evidence: Evidence, claim: Claim) -> Movement | str:
    """The two numbers of a change from the best source in hand, or what is missing.

    Both come from statements, or from prose of this or another filing.
    """
    if claim.against is None:
        return "it is not clear which period the change is measured from"
    now, before = number(evidence, claim, claim.period), number(evidence, claim, claim.against)
    if now is None or before is None:
        missing = claim.against if before is None else claim.period
        return needs(claim.caption, missing)
    if now.value * before.value <= 0 or (now.value < 0 and _is_result(claim)):
        return _NO_ONE_MEANING
    if is_far(now.value, before.value):
        return "the figures for the two periods are too far apart to be the same measure"
    return Movement(now.magnitude(), before.magnitude())


def _is_result(claim: Claim) -> bool:
    """True for a profit, which a negative number makes a loss: a cost in brackets is a cost."""
    return not claim.as_loss and not _RESULTS.isdisjoint(claim.caption.split())


def readings(evidence: Evidence, claim: Claim) -> Iterator[Claim]:
    """The claim as its words put it; where they leave its periods open, as they may be meant.

    The period is the quarter announced or the year to date; the base a year ago, the quarter
    before, or the year end before.
    """
    calendar = evidence.calendar
    periods = [claim.period]
    if claim.is_assumed and calendar is not None and claim.period and claim.period.start:
        periods += [calendar.year_to_date, calendar.current]
    for period in dict.fromkeys(periods):
        if claim.against is None:
            for base in bases(period, calendar) if period and calendar else ():
                yield structs.replace(claim, period=period, against=base)
        elif period == claim.period:
            yield claim
        elif claim.period and period and claim.against == claim.period.earlier(12):
            yield structs.replace(claim, period=period, against=period.earlier(12))
    yield from _of_balances(claim, calendar)


def _of_balances(claim: Claim, calendar: FiscalCalendar | None) -> Iterator[Claim]:
    """The readings of a caption that may be a balance's: "deposits increased in the quarter"."""
    period = claim.period
    if period is None or period.start is None or claim.concept.startswith("us-gaap:"):
        return
    if claim.against is not None:
        yield structs.replace(claim, period=period.closing(), against=claim.against.closing())
        return
    for base in bases(period.closing(), calendar) if calendar is not None else ():
        yield structs.replace(claim, period=period.closing(), against=base)


def bases(period: Period, calendar: FiscalCalendar) -> Iterator[Period]:
    """What a change with no base named may be from."""
    yield period.earlier(12)
    if period.start is None or period == calendar.current:
        yield period.earlier(3)
    if period.start is None and calendar.fiscal_quarter not in (1, 4):
        yield calendar.year(calendar.fiscal_year - 1).closing()


def settled(
    evidence: Evidence,
    claim: Claim,
    check: Callable[[Evidence, Claim, Movement | str], Proposal],
) -> Proposal:
    """The check of the claim; where its words leave the periods open, of the reading that agrees.

    A base that is not named is never called wrong.
    """
    first: Proposal | None = None
    for reading in readings(evidence, claim):
        moved = movement(evidence, reading)
        is_open = claim.against is None
        if is_open and not isinstance(moved, str) and not moved.goes(claim.direction):
            continue
        made = check(evidence, reading, moved)
        if made.outcome in ("agrees", "rounds"):
            return made
        if moved == _NO_ONE_MEANING and claim.is_assumed:
            return made  # the other stretch may be meant, and cannot be tested
        first = first or made
    for reading in readings(evidence, claim) if first is None or _is_open(first) else ():
        line = line_told(evidence, reading)
        if line is not None and (moved := Movement(line.now, line.before)).goes(claim.direction):
            made = check(evidence, reading, moved).read(
                bound="sentence", shared=line.bits, cost=line.tried.bit_length() - 1
            )
            if made.ties or (line.may_refute and claim.against is not None):
                return made
    if claim.against is None and (first is None or first.outcome == "differs"):
        return not_tested(
            Ref(0, claim.figure), "it is not clear which period the change is measured from"
        )
    return first if first is not None else check(evidence, claim, movement(evidence, claim))


def _is_open(check: Proposal) -> bool:
    """True for a check that came to nothing."""
    return check.outcome == "not-tested"


def is_of_its_sentence(evidence: Evidence, claim: Claim, formula: Formula) -> bool:
    """True where a sentence tells a change and both its ends: what the one is, the others say."""
    own = {one.figure for one in evidence.beside(claim)}
    told = [ref for one in formula.operands for ref in one.sources]
    return all(ref.document == 0 and ref.figure in own for ref in told)


def as_spoken(evidence: Evidence, claim: Claim, text: str, work: Work) -> Formula | None:
    """The same formula over the levels, or what they come to per share, told in the sentence."""
    beside = evidence.beside(claim)
    levels = [one for one in beside if one.form == "level" and one.concept == claim.concept]
    per_share = [one for one in beside if one.form == "per_share"]
    formulas = [
        made for told in (levels, per_share) if (made := _over(evidence, claim, told, text, work))
    ]
    for made in formulas:
        if prints_as(made.computed(), abs(claim.amount)):
            return made
    return formulas[0] if formulas else None


def _over(
    evidence: Evidence, claim: Claim, told: Sequence[Claim], text: str, work: Work
) -> Formula | None:
    """The formula over the two numbers told of the claim's periods, if both are."""
    now = next((one for one in told if one.period == claim.period), None)
    before = next((one for one in told if one.period == claim.against), None)
    if now is None or before is None or not before.amount.mantissa:
        return None
    operands = tuple(evidence.of_claim(0, one).magnitude() for one in (now, before))
    return Formula(text, operands, work, is_size=True)
