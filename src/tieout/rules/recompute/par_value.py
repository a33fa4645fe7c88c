"""Common stock is par value times the shares issued."""

from collections.abc import Iterator
from fractions import Fraction

from tieout.evidence.gathered import Evidence
from tieout.evidence.quantity import as_exact
from tieout.proof.formula import Formula
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import not_tested, recompute

_STOCK = "us-gaap:CommonStockValue"
_PAR = "us-gaap:CommonStockParOrStatedValuePerShare"
_ISSUED = "us-gaap:CommonStockSharesIssued"

# A line so much larger than par times shares holds more than the par value of one class.
_MORE = Fraction(6, 5)


@rule("RX006", "common-stock-is-not-par-times-shares", tick="RX")
def par_value(evidence: Evidence) -> Iterator[Proposal]:
    """Multiplies par by the shares issued; a miss is a warning at most."""
    for fact in evidence.subject.facts:
        if fact.concept != _STOCK or fact.period is None or fact.in_caption:
            continue
        par, issued = evidence.find(_PAR, fact.period), evidence.find(_ISSUED, fact.period)
        if par is None or issued is None:
            continue
        stock = evidence.of_fact(0, fact)
        formula = Formula("{0} × {1}", (as_exact(par), issued), lambda a, b: b * a)
        if stock.value > formula.computed() * _MORE:
            yield not_tested(
                stock.ref,
                "the line may include paid-in capital or another class of shares",
                formula,
            )
        else:
            yield recompute(stock, formula, severity="warning").read(
                bindings=(("par", fact.statement),), is_defined=True
            )
