"""A figure ties to the books: to a named cell or a labelled row of what supports it."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule


@rule("SU001", "differs-from-support", tick="S")
def books(evidence: Evidence) -> Iterator[Proposal]:
    """Holds every figure against the numbers of support documents that its words name."""
    if evidence.support and evidence.calendar is not None:  # most often there is none
        from tieout.rules.support.supported import supported

        yield from supported(evidence, evidence.calendar)
