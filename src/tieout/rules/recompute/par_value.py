"""Common stock is par value times the shares issued."""

from collections import defaultdict
from collections.abc import Iterator
from fractions import Fraction
from typing import TypeAlias

from tieout.evidence.gathered import Evidence
from tieout.evidence.quantity import Quantity, as_exact
from tieout.model.statement import Fact
from tieout.proof.formula import Formula
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import not_tested, recompute

_STOCK = "us-gaap:CommonStockValue"
_PAR = "us-gaap:CommonStockParOrStatedValuePerShare"
_ISSUED = {
    _PAR: "us-gaap:CommonStockSharesIssued",
    "us-gaap:PreferredStockParOrStatedValuePerShare": "us-gaap:PreferredStockSharesIssued",
}
"""The shares that each par value is of."""

# A line so much larger than par times shares holds more than the par value of one class.
_MORE = Fraction(6, 5)

_OTHERWISE = "the line may be carried at another value than par"

_Captions: TypeAlias = dict[tuple[int, int], list[Fact]]
"""What the caption of each line tells, by statement and line."""


@rule("RX006", "common-stock-is-not-par-times-shares", tick="RX")
def par_value(evidence: Evidence) -> Iterator[Proposal]:
    """Multiplies par by the shares issued; a miss is a warning at most."""
    captions: _Captions = defaultdict(list)
    for fact in evidence.reported:
        if fact.in_caption:
            captions[fact.statement, fact.line].append(fact)
    for fact in evidence.reported:
        if fact.period is None or fact.in_caption:
            continue
        if fact.concept != _STOCK and (fact.statement, fact.line) not in captions:
            continue
        operands = _operands(evidence, fact, captions)
        if operands is None:
            continue
        stock = evidence.of_fact(0, fact)
        formula = Formula("{0} × {1}", operands, lambda a, b: b * a)
        if stock.value > formula.computed() * _MORE:
            yield not_tested(
                stock.ref,
                "the line may include paid-in capital or another class of shares",
                formula,
            )
        else:
            check = recompute(stock, formula, severity="warning")
            is_common = fact.concept == _STOCK
            yield check.read(
                bindings=(("par", fact.statement),),
                is_defined=is_common,
                doubt="" if check.ties or is_common else _OTHERWISE,
            )


def _operands(
    evidence: Evidence, fact: Fact, captions: _Captions
) -> tuple[Quantity, Quantity] | None:
    """Par and the shares issued that the line's own caption tells; of common stock, any line."""
    own = {
        one.concept: one
        for one in captions.get((fact.statement, fact.line), ())
        if one.period is not None and fact.period is not None and one.period.is_near(fact.period)
    }
    for of_share, counted in _ISSUED.items():
        par, issued = own.get(of_share), own.get(counted)
        if par is not None and issued is not None:
            is_alike = par.amount.unit.currency == fact.amount.unit.currency
            both = as_exact(evidence.of_fact(0, par)), evidence.of_fact(0, issued)
            return both if is_alike else None
    if fact.concept != _STOCK or fact.dimensions:
        return None
    known, count = (evidence.find(name, fact.period) for name in (_PAR, _ISSUED[_PAR]))
    return None if known is None or count is None else (as_exact(known), count)
