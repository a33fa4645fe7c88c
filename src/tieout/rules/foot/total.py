"""A statement's total equals the sum of its components."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import foot_statement


@rule("FT001", "total-does-not-foot", tick="F")
def statement_total(evidence: Evidence) -> Iterator[Proposal]:
    """Foots every total of every statement of the subject, in every column."""
    for number in evidence.each(range(len(evidence.statements))):
        yield from foot_statement(evidence.footed(number), number, kind="total")
