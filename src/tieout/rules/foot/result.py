"""A result of a statement is what stands above it, netted."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import foot_statement


@rule("FT002", "result-does-not-foot", tick="F")
def statement_result(evidence: Evidence) -> Iterator[Proposal]:
    """Foots gross profit, operating income, income before and after tax, in every column."""
    for number in range(len(evidence.subject.statements)):
        yield from foot_statement(evidence.footed(number), number, kind="result")
