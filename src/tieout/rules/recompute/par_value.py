"""Common stock is par value times the shares issued."""

from collections.abc import Iterator

from tieout.model.check import Check
from tieout.model.evidence import Evidence
from tieout.model.known import as_exact
from tieout.rules.base import rule
from tieout.rules.formula import Formula
from tieout.rules.verbs import recompute

_STOCK = "us-gaap:CommonStockValue"
_PAR = "us-gaap:CommonStockParOrStatedValuePerShare"
_ISSUED = "us-gaap:CommonStockSharesIssued"


@rule("RX006", "common-stock-is-not-par-times-shares", tick="RX")
def par_value(evidence: Evidence) -> Iterator[Check]:
    """Multiplies par by the shares issued; a miss is a warning at most."""
    for fact in evidence.subject.facts:
        if fact.concept != _STOCK or fact.period is None or fact.in_caption:
            continue
        par, issued = evidence.find(_PAR, fact.period), evidence.find(_ISSUED, fact.period)
        if par is not None and issued is not None:
            yield recompute(
                evidence.known(0, fact),
                Formula("{0} × {1}", (as_exact(par), issued), lambda a, b: b * a),
                severity="warning",
            )
