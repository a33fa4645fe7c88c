"""Facts that a claim may be of by what their captions say, where no concept settles it."""

from collections.abc import Iterator
from functools import lru_cache
from itertools import chain, product

from tieout.evidence.gathered import Evidence
from tieout.evidence.held import Held
from tieout.evidence.quantity import Quantity
from tieout.lexicon.canonical import normal
from tieout.lexicon.captions import Gist, gist_of, is_as_reported, words_of
from tieout.lexicon.labels import UNNAMED
from tieout.lexicon.qualifiers import apart
from tieout.model.claim import Claim
from tieout.model.concept import feeds
from tieout.model.period import Period
from tieout.model.statement import Column, Dimensions, Fact
from tieout.model.unit import Unit

OWNED = frozenset(["segment", "column"])
"""Axes whose member a claim must name; a table's or section's may go without saying."""
_CHANGES = frozenset(["growth", "change", "increase", "decrease"])


def alike(evidence: Evidence, claim: Claim, period: Period | None) -> Iterator[Quantity]:
    """The number of every such fact."""
    for document, fact in facts_alike(evidence, claim, period):
        yield evidence.of_fact(document, fact)


def facts_alike(evidence: Evidence, claim: Claim, period: Period | None) -> Iterator[Held]:
    """Every fact of the period whose caption says what the claim's words say, face or not.

    Words prove too little to refute: such a fact that differs may be another part's.
    """
    if period is None or claim.concept == UNNAMED:
        return
    index = evidence.facts_by(gists_of)
    for document, fact in chain.from_iterable(index.get(gist, ()) for gist in gists_said(claim)):
        is_then = fact.period is not None and fact.period.is_near(period)
        if is_then and is_alike(claim, evidence.column_of(document, fact), fact):
            yield document, fact
    unit = claim.amount.unit
    if unit.is_physical:  # "production averaged 95.0 MBoe/d": of the lines so counted, by its noun
        said = words_of(claim.caption)
        for document, fact in evidence.facts_by(_units).get(unit, ()):
            is_then = fact.period is not None and fact.period.is_near(period)
            if is_then and said and said <= words_of(fact.caption):
                yield document, fact


def _units(fact: Fact) -> tuple[Unit, ...]:
    """What the fact is counted in."""
    return (fact.amount.unit,)


def is_alike(claim: Claim, column: Column, fact: Fact) -> bool:
    """True where the two are counted in one unit, and both are changes or neither is.

    A table seldom says that it counts per share.
    """
    unit = fact.amount.unit
    measure = column.measure
    if claim.form == "percent_change":
        return unit.is_pure and (measure == "percent change" or tells_change(fact.caption))
    if claim.form == "change":
        return unit == claim.amount.unit and (measure == "change" or tells_change(fact.caption))
    if measure in ("change", "percent change"):
        return False
    if claim.form == "ratio":
        return unit.is_pure
    told = claim.amount.unit
    is_unsaid = claim.amount.exponent < 0 and unit.currency == told.currency != ""
    return unit is told or (is_unsaid and unit.is_per_share != told.is_per_share)


@lru_cache(maxsize=4096)
def tells_change(caption: str) -> bool:
    """True for a line of changes: "Organic growth", "Change in sales"."""
    return not _CHANGES.isdisjoint(normal(caption).split())


def gists_said(claim: Claim) -> Iterator[Gist]:
    """What the claim is of: its concept, or every one that a line of it reports; else its words."""
    if claim.concept.startswith("us-gaap:"):
        yield from (
            Gist(name, frozenset())
            for name in dict.fromkeys((claim.concept, *feeds(claim.concept)))
        )
    else:
        gist = gist_of(claim.caption)
        # "Oil" under "Revenues" goes by the name of "oil revenues", whatever its caption.
        named = Gist(claim.concept, frozenset())
        yield from dict.fromkeys(one for one in (gist, named) if one is not None)


def gists_of(fact: Fact) -> tuple[Gist, ...]:
    """What the fact may be called: by caption or concept, with the qualifiers it must have."""
    return _called(fact.caption, fact.concept, fact.dimensions)


@lru_cache(maxsize=4096)
def _called(caption: str, concept: str, dimensions: Dimensions) -> tuple[Gist, ...]:
    """The same; a row has one answer for all its columns."""
    said = [gist_of(caption), Gist(concept, frozenset())]
    owned = [member for axis, member in dimensions if axis in OWNED]
    loose = [member for axis, member in dimensions if axis not in OWNED]
    is_apart = bool(apart(*loose))
    if is_apart and is_as_reported(caption):
        is_apart, loose = False, []  # "GAAP net loss", where a reconciliation begins
    whole = [*owned, *loose]
    found = [
        gist.within(members)
        for gist, members in product(said, (whole,) if is_apart else (owned, whole))
        if gist is not None
    ]
    return tuple(dict.fromkeys(found))
