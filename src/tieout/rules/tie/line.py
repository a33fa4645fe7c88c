"""A number told beside another one that stands in a line is the number of that line."""

from collections.abc import Hashable, Iterator
from itertools import chain

from tieout.evidence.gathered import Evidence
from tieout.evidence.held import Held
from tieout.evidence.match_by_caption import facts_alike
from tieout.evidence.match_by_sentence import facts_within
from tieout.evidence.quantity import Quantity, bound_by
from tieout.lexicon.qualifiers import apart
from tieout.model.claim import Claim
from tieout.model.period import Period
from tieout.model.statement import Fact
from tieout.proof.formula import is_far
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import agree

_TOLD = ("level", "per_share", "ratio")
_TELLING_DIGITS = 3


@rule("TI007", "prose-differs-from-its-line", tick="T")
def line(evidence: Evidence) -> Iterator[Proposal]:
    """Holds a number against the line that its comparative is found in, in its own column.

    Only numbers that nothing else bears out are asked: the line is proven by the other number.
    """
    for claim in evidence.each(evidence.claims()):
        if claim.form not in _TOLD or claim.period is None or claim.is_assumed:
            continue
        others = [one for one in evidence.beside(claim) if _is_pair(claim, one)]
        reported = evidence.find(claim.concept, claim.period) if others else None
        if not others or (reported is not None and reported.bound == "concept"):
            continue  # a statement says what it should be
        if _found(evidence, claim):
            continue
        for other in others:
            check = _against_line(evidence, claim, other)
            if check is not None:
                yield check
                break


def _is_pair(claim: Claim, other: Claim) -> bool:
    """True for the same measure of another period, told to three digits."""
    return (
        other.figure != claim.figure
        and (other.form, other.concept, other.caption) == (claim.form, claim.concept, claim.caption)
        and other.amount.unit == claim.amount.unit
        and other.amount.exponent == claim.amount.exponent
        and other.period is not None
        and other.period != claim.period
        and len(str(abs(other.amount.mantissa))) >= _TELLING_DIGITS
    )


def _found(evidence: Evidence, claim: Claim) -> list[Held]:
    """The facts that the claim's words and digits find."""
    spoken = evidence.of_claim(0, claim)
    held = chain(
        facts_alike(evidence, claim, claim.period), facts_within(evidence, claim, claim.period)
    )
    return [
        one
        for one in held
        if agree(spoken, evidence.of_fact(*one), prose=True, hedge=claim.hedge).outcome
        in ("agrees", "rounds")
    ]


def _against_line(evidence: Evidence, claim: Claim, other: Claim) -> Proposal | None:
    """The claim against the lines that the other is found in; None where one may bear it out."""
    spoken = bound_by(evidence.of_claim(0, claim), "sentence")
    differing: list[Proposal] = []
    restated = apart(claim.caption)
    for document, fact in _found(evidence, other):
        if not restated <= apart(fact.caption, *(member for _, member in fact.dimensions)):
            return None
        for period, known in _along(evidence, document, fact):
            check = agree(spoken, known, prose=True, hedge=claim.hedge, severity="warning")
            if check.outcome != "differs" or is_far(spoken.value, known.value):
                return None
            if claim.period is not None and period.is_near(claim.period):
                differing.append(check)
    return differing[0] if differing else None


def _along(evidence: Evidence, document: int, fact: Fact) -> Iterator[tuple[Period, Quantity]]:
    """The numbers of the fact's line in the other columns of its kind, each as one that counts."""
    for number, beside in evidence.facts_by(_line)[next(_line(fact))]:
        is_other = number == document and beside.figure != fact.figure
        if is_other and beside.period is not None and beside.dimensions == fact.dimensions:
            known = evidence.of_fact(number, beside)
            yield beside.period, bound_by(known, "sentence")


def _line(fact: Fact) -> Iterator[Hashable]:
    """The line that the fact stands on."""
    yield fact.statement, fact.line
