"""An amount told in prose ties to the statement that reports it."""

from collections.abc import Iterator

from tieout.lexicon.labels import UNNAMED
from tieout.model.check import Check, Ref
from tieout.model.concept import feeds
from tieout.model.evidence import Evidence
from tieout.rules.base import rule
from tieout.rules.verbs import agree, not_tested
from tieout.rules.wording import needs


@rule("TI001", "prose-differs-from-statement", tick="T")
def prose_to_statement(evidence: Evidence) -> Iterator[Check]:
    """Holds every level told in prose against the statements, derived quarters included."""
    for claim in evidence.claims():
        if claim.form not in ("level", "per_share"):
            continue
        concepts = () if claim.concept == UNNAMED else feeds(claim.concept)
        known = [evidence.find(concept, claim.period) for concept in concepts]
        held = [one for one in known if one is not None and one.amount.unit == claim.amount.unit]
        spoken = evidence.spoken(0, claim)
        if not held:
            yield not_tested(Ref(0, claim.figure), needs(claim.caption, claim.period))
            continue
        tied = [agree(spoken, one, prose=True, hedge=claim.hedge) for one in held]
        check = next((one for one in tied if one.outcome == "agrees"), tied[0])
        if check.outcome == "differs" and len(held) < len(concepts):
            yield not_tested(Ref(0, claim.figure), "whether basic or diluted is meant is not said")
        else:
            yield check
