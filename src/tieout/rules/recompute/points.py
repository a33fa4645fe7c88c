"""A change of a percentage in points: between two that its sentence tells, or two of its line."""

from collections.abc import Iterator

from msgspec import structs

from tieout.evidence.gathered import Evidence
from tieout.evidence.match_by_caption import facts_alike
from tieout.evidence.quantity import Quantity
from tieout.lexicon.labels import UNNAMED
from tieout.model.claim import Claim
from tieout.model.period import Period
from tieout.model.unit import BASIS_POINTS, PURE
from tieout.proof.formula import Formula
from tieout.proof.proposal import Proposal
from tieout.rules.recompute.operands import readings
from tieout.rules.verbs import recompute

_TEXT = "{0} \u2212 {1}"
_PLACES = 4
"""A hundredth of a percent is ten to the minus four."""


def in_points(evidence: Evidence, claim: Claim) -> Iterator[Proposal]:
    """The change between the two percentages, if both are told or stand in one line.

    A line's is proven where it agrees; what a line gives otherwise may be another measure's.
    """
    if claim.concept == UNNAMED:
        return
    told = [
        evidence.of_claim(0, one)
        for one in evidence.beside(claim)
        if one.form == "ratio" and one.caption == claim.caption
    ]
    if len(told) == 2 and told[0].period != told[1].period:
        yield _moved(evidence, claim, told[0], told[1])
        return  # of one period they are a margin, and an adjusted one beside it
    checks = (_moved(evidence, claim, *pair) for pair in _of_lines(evidence, claim))
    yield from [check for check in checks if check.ties][:1]


def _of_lines(evidence: Evidence, claim: Claim) -> Iterator[tuple[Quantity, Quantity]]:
    """The numbers now and before of every line of percentages that the claim's words name."""
    ratio = structs.replace(claim, form="ratio", amount=claim.amount.in_unit(PURE))
    for reading in readings(evidence, claim):
        now, before = (_lines(evidence, ratio, one) for one in (reading.period, reading.against))
        yield from ((now[line], before[line]) for line in now if line in before)


def _lines(
    evidence: Evidence, ratio: Claim, period: Period | None
) -> dict[tuple[object, ...], Quantity]:
    """The number of each line of percentages for a period."""
    return {
        (document, fact.statement, fact.line, fact.dimensions): evidence.of_fact(document, fact)
        for document, fact in facts_alike(evidence, ratio, period)
    }


def _moved(evidence: Evidence, claim: Claim, now: Quantity, before: Quantity) -> Proposal:
    """The change between two percentages, in basis points."""
    both = tuple(
        structs.replace(one, amount=one.amount.times_power(_PLACES).in_unit(BASIS_POINTS))
        for one in (now, before)
    )
    return recompute(
        evidence.of_claim(0, claim).magnitude(),
        Formula(_TEXT, both, lambda a, b: a - b, is_size=True),
        prose=True,
        hedge=claim.hedge,
    )
