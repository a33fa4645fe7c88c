"""A fact that stands in two statements of one release is the same in both."""

from collections.abc import Iterator

from tieout.model.check import Check
from tieout.model.evidence import Evidence
from tieout.model.statement import Fact
from tieout.rules.base import rule
from tieout.rules.verbs import agree


@rule("TI005", "statements-disagree", tick="T")
def across_statements(evidence: Evidence) -> Iterator[Check]:
    """Holds a known concept of one statement against the same concept and period of another."""
    first: dict[tuple[object, ...], Fact] = {}
    for fact in evidence.subject.facts:
        if fact.period is None or fact.in_caption or not fact.concept.startswith("us-gaap:"):
            continue
        key = (fact.concept, fact.period, fact.dimensions, fact.amount.unit)
        earlier = first.setdefault(key, fact)
        if earlier.statement != fact.statement:
            yield agree(evidence.known(0, fact), evidence.known(0, earlier))
