"""Two copies of one release print the same figures."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule


@rule("TI004", "rendering-differs", tick="T")
def renderings(evidence: Evidence) -> Iterator[Proposal]:
    """Holds every fact of the subject against the same fact of documents of its own quarter."""
    if len(evidence.releases) > 1:  # most often it is alone, and nothing of this is loaded
        from tieout.rules.tie.filings.ties import ties

        yield from ties(evidence, roles=("companion",))
