"""A figure reported before is reported again as it was."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule


@rule("TI003", "comparative-differs-from-prior-filing", tick="T")
def comparatives(evidence: Evidence) -> Iterator[Proposal]:
    """Holds every fact of the subject against the same fact of filings before and after it."""
    if len(evidence.releases) > 1:  # most often it is alone, and nothing of this is loaded
        from tieout.rules.tie.filings.ties import ties

        yield from ties(evidence, roles=("prior", "later"))
