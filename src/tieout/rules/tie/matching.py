"""Which figures of two documents are the same fact."""

from collections.abc import Iterator

from tieout.lexicon.labels import UNNAMED
from tieout.model.check import Check
from tieout.model.evidence import Evidence
from tieout.model.relation import is_of_one_quarter
from tieout.model.statement import Fact
from tieout.rules.verbs import agree


def ties(evidence: Evidence, *, same_release: bool) -> Iterator[Check]:
    """One check for every figure of the subject and document that reports the same fact."""
    alike = [is_of_one_quarter(evidence.subject, other) for other in evidence.releases]
    if same_release not in alike[1:]:
        return
    done: set[tuple[int, int, int]] = set()
    for fact in evidence.subject.facts:
        if fact.period is None or fact.concept == UNNAMED:
            continue
        held: dict[int, list[Fact]] = {}
        for document, other in evidence.facts_at(fact.concept, fact.period, fact.dimensions):
            if document and alike[document] == same_release and _matches(fact, other):
                held.setdefault(document, []).append(other)
        for document, others in held.items():
            tied = [
                (agree(evidence.known(0, fact), evidence.known(document, one)), one.figure)
                for one in others
            ]
            check, figure = next((one for one in tied if one[0].outcome == "agrees"), tied[0])
            key = (fact.figure, document, figure)
            if key not in done:
                done.add(key)
                yield check


def _matches(fact: Fact, other: Fact) -> bool:
    """True where both stand in the same unit and place of a statement."""
    return fact.amount.unit == other.amount.unit and fact.in_caption == other.in_caption
