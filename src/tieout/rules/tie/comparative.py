"""A figure reported before is reported again as it was."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.tie.filings.ties import ties


@rule("TI003", "comparative-differs-from-prior-filing", tick="T")
def comparatives(evidence: Evidence) -> Iterator[Proposal]:
    """Holds every fact of the subject against the same fact of filings before and after it."""
    yield from ties(evidence, roles=("prior", "later"))
