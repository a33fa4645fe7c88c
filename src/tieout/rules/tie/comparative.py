"""A figure reported before is reported again as it was."""

from collections.abc import Iterator

from tieout.model.check import Check
from tieout.model.evidence import Evidence
from tieout.rules.base import rule
from tieout.rules.tie.matching import ties


@rule("TI003", "comparative-differs-from-prior-filing", tick="T")
def comparatives(evidence: Evidence) -> Iterator[Check]:
    """Holds every fact of the subject against the same fact of another period's release."""
    yield from ties(evidence, same_release=False)
