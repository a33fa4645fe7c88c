"""The same thing told twice in prose is told alike: the headline agrees with the body."""

from collections.abc import Iterator

from tieout.lexicon.labels import UNNAMED
from tieout.model.check import Check
from tieout.model.claim import Claim
from tieout.model.evidence import Evidence
from tieout.rules.base import rule
from tieout.rules.verbs import agree


@rule("TI002", "prose-contradicts-itself", tick="T")
def told_twice(evidence: Evidence) -> Iterator[Check]:
    """Holds what prose tells twice of one concept and period, once in each of two sentences.

    Two tellings that agree prove one another. Two that do not contradict one another only where
    one stands in a heading and both say what they are of: paragraphs speak of many things in the
    same words.
    """
    document = evidence.subject.document
    headed = {
        figure
        for passage in document.passages
        if passage.kind == "heading"
        for figure in document.figures_in(passage.start, passage.end)
    }
    calendar = evidence.subject.calendar
    is_later = calendar is not None and calendar.fiscal_quarter > 1
    first: dict[tuple[object, ...], Claim] = {}
    for claim in evidence.claims():
        if not _is_told(claim):
            continue
        earlier = first.setdefault(_key(claim), claim)
        if earlier.sentence == claim.sentence:
            continue
        looser, firmer = sorted((claim, earlier), key=_firmness)
        check = agree(
            evidence.spoken(0, looser),
            evidence.spoken(0, firmer),
            prose=True,
            hedge=looser.hedge,
            severity="warning",
        )
        is_headed = claim.figure in headed or earlier.figure in headed
        is_open = is_later and claim.is_assumed and earlier.is_assumed
        is_plain = not (claim.is_loose or earlier.is_loose or is_open)
        if check.outcome != "differs" or (is_headed and is_plain):
            yield check


def _is_told(claim: Claim) -> bool:
    """True for a claim that says what it is of, and when."""
    if claim.period is None or claim.concept == UNNAMED:
        return False
    if claim.form in ("change", "percent_change"):
        return claim.against is not None
    return claim.form in ("level", "per_share", "ratio")


def _key(claim: Claim) -> tuple[object, ...]:
    """What two tellings of one thing have in common."""
    return (
        claim.form,
        claim.concept,
        claim.period,
        claim.against,
        claim.base,
        claim.amount.unit,
    )


def _firmness(claim: Claim) -> tuple[bool, int]:
    """The hedged figure is held against the plain one, the coarser against the finer."""
    return not claim.hedge, -claim.amount.exponent
