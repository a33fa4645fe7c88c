"""A level told only in prose ties to what another filing tells of it."""

from collections.abc import Iterator

from tieout.model.check import Check
from tieout.model.claim import Claim
from tieout.model.evidence import Evidence
from tieout.model.known import Known, less
from tieout.rules.base import rule
from tieout.rules.verbs import agree


@rule("TI006", "prose-differs-from-prior-filing", tick="T")
def told_elsewhere(evidence: Evidence) -> Iterator[Check]:
    """Holds a level against the same level in another filing, or against level less change there."""
    for claim in evidence.claims():
        if claim.form not in ("level", "per_share") or claim.period is None:
            continue
        if claim.concept == "ext:Unnamed":
            continue
        other = _elsewhere(evidence, claim)
        if other is not None:
            yield agree(
                evidence.spoken(0, claim), other, prose=True, hedge=claim.hedge,
                severity="warning",
            )  # fmt: skip


def _elsewhere(evidence: Evidence, claim: Claim) -> Known | None:
    """What another filing tells of the level: printed, else its later level less the change."""
    for document, release in enumerate(evidence.releases):
        if document == 0:
            continue
        told = [one for one in release.claims
                if one.concept == claim.concept and one.amount.unit == claim.amount.unit]  # fmt: skip
        for one in told:
            if one.form == claim.form and one.period and one.period.is_near(claim.period):  # type: ignore[arg-type]
                return evidence.spoken(document, one)
        for change in told:
            if change.form != "change" or change.against is None:
                continue
            level = next((one for one in told if one.form == "level"
                          and one.period == change.period), None)  # fmt: skip
            if level is not None and claim.period and change.against.is_near(claim.period):
                now, moved = evidence.spoken(document, level), evidence.spoken(document, change)
                return less(now, moved, claim.period)
    return None
