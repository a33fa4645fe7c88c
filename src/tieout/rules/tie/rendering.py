"""Two copies of one release print the same figures."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.tie.filings.ties import ties


@rule("TI004", "rendering-differs", tick="T")
def renderings(evidence: Evidence) -> Iterator[Proposal]:
    """Holds every fact of the subject against the same fact of documents of its own quarter."""
    yield from ties(evidence, roles=("companion",))
