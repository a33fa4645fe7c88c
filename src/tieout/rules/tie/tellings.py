"""What two tellings of one thing in prose have in common, whatever words they use."""

from tieout.lexicon.captions import gist_of
from tieout.lexicon.labels import UNNAMED
from tieout.model.claim import Claim
from tieout.model.period import Period


def is_told(claim: Claim) -> bool:
    """True for a claim that says what it is of, and when."""
    if claim.concept == UNNAMED:
        return False
    if claim.period is None:
        return claim.form == "range"
    if claim.form in ("change", "percent_change"):
        return claim.against is not None
    return claim.form in ("level", "per_share", "ratio", "range")


def key_of(claim: Claim) -> tuple[object, ...]:
    """What two tellings of one thing have in common: words that say the same, and one period."""
    gist = None if claim.concept.startswith("us-gaap:") else gist_of(claim.caption)
    return (
        claim.form,
        claim.bound,
        gist or claim.concept,
        about(claim.period),
        about(claim.against),
        claim.base,
        claim.amount.unit,
    )


def about(period: Period | None) -> tuple[int, int, int] | None:
    """The month in which a period ends, give or take some days, and its length in months."""
    if period is None:
        return None
    return *period.month, period.months
