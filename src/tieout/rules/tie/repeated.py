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
    """Holds what a headline or a highlight tells against the body, and the body against it.

    Only claims of the same form, concept and periods are held, and only where one of the two
    stands in a heading: paragraphs speak of many things in the same words.
    """
    document = evidence.subject.document
    headed = {
        figure
        for passage in document.passages
        if passage.kind == "heading"
        for figure in document.figures_in(passage.start, passage.end)
    }
    first: dict[tuple[object, ...], Claim] = {}
    for claim in evidence.claims():
        if claim.period is None or claim.concept == UNNAMED:
            continue
        if claim.form not in ("level", "per_share", "change", "percent_change", "ratio"):
            continue
        if claim.form in ("change", "percent_change") and claim.against is None:
            continue
        key = (
            claim.form,
            claim.concept,
            claim.period,
            claim.against,
            claim.base,
            claim.amount.unit,
        )
        earlier = first.setdefault(key, claim)
        if earlier is not claim and (claim.figure in headed or earlier.figure in headed):
            looser, firmer = sorted((claim, earlier), key=_firmness)
            yield agree(
                evidence.spoken(0, looser),
                evidence.spoken(0, firmer),
                prose=True,
                hedge=looser.hedge,
                severity="warning",
            )


def _firmness(claim: Claim) -> tuple[bool, int]:
    """The hedged figure is held against the plain one, the coarser against the finer."""
    return not claim.hedge, -claim.amount.exponent
