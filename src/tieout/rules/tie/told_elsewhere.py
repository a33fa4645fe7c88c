"""A level told only in prose ties to what another filing tells of it."""

from collections.abc import Iterator

from tieout.lexicon.labels import UNNAMED
from tieout.model.check import Check
from tieout.model.claim import Claim
from tieout.model.concept import feeds
from tieout.model.evidence import Evidence
from tieout.model.known import Known, less
from tieout.model.period import Period
from tieout.rules.base import rule
from tieout.rules.verbs import agree


@rule("TI006", "prose-differs-from-prior-filing", tick="T")
def told_elsewhere(evidence: Evidence) -> Iterator[Check]:
    """Holds a level against another filing's, or against a later level there less its change."""
    for claim in evidence.claims():
        if claim.form not in ("level", "per_share") or claim.period is None:
            continue
        if claim.concept == UNNAMED:
            continue
        other = _elsewhere(evidence, claim, claim.period)
        if other is None:
            continue
        spoken = evidence.spoken(0, claim)
        check = agree(spoken, other, prose=True, hedge=claim.hedge, severity="warning")
        # What a statement bears out was restated since: that statement's own tie says so.
        is_open = not evidence.is_comparable(other.ref.document, claim.amount.unit)
        is_open = is_open or _is_reported(evidence, claim, claim.period)
        if check.outcome != "differs" or not is_open:
            yield check


def _is_reported(evidence: Evidence, claim: Claim, period: Period) -> bool:
    """True where a statement in hand reports the level as the claim tells it."""
    spoken = evidence.spoken(0, claim)
    known = (one for concept in feeds(claim.concept) for one in evidence.find_all(concept, period))
    return any(
        agree(spoken, one, prose=True, hedge=claim.hedge).outcome == "agrees"
        for one in known
        if one.amount.unit == claim.amount.unit
    )


def _elsewhere(evidence: Evidence, claim: Claim, period: Period) -> Known | None:
    """What another filing tells of the level: printed, else its later level less the change."""
    for document in range(1, len(evidence.releases)):
        told = [
            one
            for one in evidence.told_by(document, claim.concept)
            if one.amount.unit == claim.amount.unit
        ]
        for one in told:
            if one.form == claim.form and one.period and one.period.is_near(period):
                return evidence.spoken(document, one)
        levels = {one.period: one for one in told if one.form == "level"}
        for change in told:
            based = change.form == "change" and change.against and change.against.is_near(period)
            if based and change.period in levels:
                level = evidence.spoken(document, levels[change.period])
                return less(level, evidence.spoken(document, change), period)
    return None
