"""Facts that a claim may be of by what their captions say, where no concept settles it."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import product

from tieout.lexicon.alike import Gist, gist_of
from tieout.lexicon.labels import UNNAMED
from tieout.model.claim import Claim
from tieout.model.evidence import Evidence
from tieout.model.known import Known
from tieout.model.period import Period
from tieout.model.statement import Dimensions, Fact

_OWNED = frozenset(["segment", "column"])
"""Axes whose member a claim must name; a table's or section's may go without saying."""
_RESTATING = frozenset(
    ["adjusted", "core", "organic", "pro", "constant", "average", "excluding", "comparable"]
)
_PER_SHARE = "USD/shares"


def alike(evidence: Evidence, claim: Claim, period: Period | None) -> Iterator[Known]:
    """Every fact of the period whose caption says what the claim's words say, face or not.

    Words prove too little to refute: such a fact that differs may be another part's.
    """
    if period is None or claim.concept == UNNAMED:
        return
    gist = _gist(claim)
    for document, fact in evidence.facts_by(_gists).get(gist, ()) if gist is not None else ():
        if fact.period is not None and fact.period.is_near(period) and _is_alike(claim, fact):
            yield evidence.known(document, fact)


def _is_alike(claim: Claim, fact: Fact) -> bool:
    """True where the two are counted in one unit; a table seldom says that it counts per share."""
    unit = fact.amount.unit
    if claim.form in ("ratio", "percent_change"):
        return unit == "pure"
    return unit == claim.amount.unit or (claim.amount.unit == _PER_SHARE and unit == "USD")


def _gist(claim: Claim) -> Gist | None:
    """What the claim is of."""
    if claim.concept.startswith("us-gaap:"):
        return Gist(claim.concept, frozenset())
    return gist_of(claim.caption)


def _gists(fact: Fact) -> tuple[Gist, ...]:
    """What the fact may be called: by caption or concept, with the qualifiers it must have."""
    return _called(fact.caption, fact.concept, fact.dimensions)


@lru_cache(maxsize=4096)
def _called(caption: str, concept: str, dimensions: Dimensions) -> tuple[Gist, ...]:
    """The same; a row has one answer for all its columns."""
    said = [gist_of(caption), Gist(concept, frozenset())]
    owned = [member for axis, member in dimensions if axis in _OWNED]
    loose = [member for axis, member in dimensions if axis not in _OWNED]
    whole = [*owned, *loose]
    restates = not _RESTATING.isdisjoint(Gist("", frozenset()).within(loose).words)
    found = [
        gist.within(members)
        for gist, members in product(said, (whole,) if restates else (owned, whole))
        if gist is not None
    ]
    return tuple(dict.fromkeys(found))
