"""A level told only in prose ties to what another filing tells of it."""

from collections.abc import Iterator
from fractions import Fraction

from tieout.evidence.gathered import Evidence
from tieout.evidence.quantity import Quantity, less
from tieout.lexicon.labels import UNNAMED
from tieout.model.claim import Claim
from tieout.model.concept import feeds
from tieout.model.period import Period
from tieout.model.relation import in_time, role
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import agree

_TIED = ("agrees", "rounds")


@rule("TI006", "prose-differs-from-prior-filing", tick="T")
def told_elsewhere(evidence: Evidence) -> Iterator[Proposal]:
    """Holds a level against the last filing to tell it, or its later level less the change."""
    last_first = _last_first(evidence)
    if not last_first:
        return
    from tieout.rules.tie.filings.causes import Causes
    from tieout.rules.tie.filings.splits import splits

    ratios = splits(evidence, last_first)
    causes = Causes(evidence)
    for claim in evidence.claims():
        if claim.form not in ("level", "per_share") or claim.period is None:
            continue
        if claim.concept == UNNAMED:
            continue
        for document in last_first:
            other = _elsewhere(evidence, claim, claim.period, document)
            if other is not None:
                check = _held(evidence, claim, other, ratios[document])
                if check.outcome == "differs":
                    if _is_reported(evidence, claim, claim.period):
                        break
                    reason = causes.in_words(causes.since(document), claim.period)
                    if reason is not None:
                        message = f"{check.check.message}; {reason}"
                        check = check.but(cause=reason.cause, message=message)
                yield check
                break


def _is_reported(evidence: Evidence, claim: Claim, period: Period) -> bool:
    """True where a statement in hand reports the level as told: it was restated since."""
    spoken = evidence.of_claim(0, claim)
    known = (one for concept in feeds(claim.concept) for one in evidence.find_all(concept, period))
    return any(
        agree(spoken, one, prose=True, hedge=claim.hedge).outcome == "agrees"
        for one in known
        if one.amount.unit == claim.amount.unit
    )


def _last_first(evidence: Evidence) -> list[int]:
    """The other documents, the last before the subject first, then those after it."""
    subject, *others = evidence.releases
    documents = range(1, len(others) + 1)
    ordered = sorted(documents, key=lambda one: in_time(evidence.releases[one]), reverse=True)
    return sorted(ordered, key=lambda one: role(subject, evidence.releases[one]) == "later")


def _held(evidence: Evidence, claim: Claim, other: Quantity, ratio: Fraction) -> Proposal:
    """The claim against another filing's number, adjusted for a split where there was one."""
    from tieout.rules.tie.filings.splits import ONE, adjusted, told

    spoken = evidence.of_claim(0, claim)
    if ratio != ONE and claim.amount.unit.is_of_shares:
        check = adjusted(spoken.magnitude(), other.magnitude(), ratio, prose=True)
        if check.outcome in _TIED:
            return check.but(cause="split", reason=f"adjusted for the {told(ratio)}")
        return check.but(severity="warning")
    return agree(spoken, other, prose=True, hedge=claim.hedge, severity="warning")


def _elsewhere(evidence: Evidence, claim: Claim, period: Period, document: int) -> Quantity | None:
    """What a filing tells of the level: printed, else its later level less the change."""
    told_there = [
        one
        for one in evidence.told_by(document, claim.concept)
        if one.amount.unit == claim.amount.unit
    ]
    for one in told_there:
        if one.form == claim.form and one.period and one.period.is_near(period):
            return evidence.of_claim(document, one)
    levels = {one.period: one for one in told_there if one.form == "level"}
    for change in told_there:
        based = change.form == "change" and change.against and change.against.is_near(period)
        if based and change.period in levels:
            level = evidence.of_claim(document, levels[change.period])
            return less(level, evidence.of_claim(document, change), period)
    return None
