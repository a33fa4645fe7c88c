"""The noun is a ratio: a change of a margin or a rate may be in points, or of its percentage."""

from tieout.lexicon.captions import words_of
from tieout.proof.case import Case
from tieout.proof.explanations import Explained

_RATIOS = frozenset({"margin", "rate", "ratio", "yield", "percentage"})
_MAY_BE = 16


def explained(case: Case) -> Explained | None:
    """A percentage of change told of what is itself told in percent."""
    claim = case.claim
    if (
        claim is None
        or claim.form != "percent_change"
        or words_of(claim.caption).isdisjoint(_RATIOS)
    ):
        return None
    return Explained(_MAY_BE, "the change of a ratio may be in percentage points or in percent")
