"""The midpoint told of a range is the middle of its ends."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.evidence.quantity import Quantity, bound_by
from tieout.model.check import Ref
from tieout.proof.formula import Formula
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import not_tested, recompute, require


@rule("RX010", "midpoint-is-not-the-middle", tick="RX")
def midpoint(evidence: Evidence) -> Iterator[Proposal]:
    """Takes the middle of both ends, and says where a range runs backwards."""
    by_figure = {claim.figure: claim for claim in evidence.claims() if claim.form == "range"}
    middles = {claim.whole: claim for claim in by_figure.values() if claim.bound == "middle"}
    for claim in by_figure.values():
        low = by_figure.get(claim.whole)
        if claim.bound != "high" or low is None:
            continue
        ends = tuple(bound_by(evidence.of_claim(0, one), "concept") for one in (low, claim))
        if _runs_backwards(*ends):
            shown = f"{ends[0].shown} to {ends[1].shown}"
            message = f"{claim.caption}: {shown} runs backwards"
            yield require(Ref(0, claim.figure), False, message, severity="warning")
        elif claim.whole in middles:
            middle = middles[claim.whole]
            yield recompute(
                bound_by(evidence.of_claim(0, middle), "concept"),
                Formula("({0} + {1}) / 2", ends, lambda a, b: (a + b) / 2),
                prose=True,
                hedge=middle.hedge,
            )
        else:
            for one in (low, claim):
                reason = "a forecast: only its midpoint or the same range elsewhere can confirm it"
                yield not_tested(Ref(0, one.figure), reason)


def _runs_backwards(low: Quantity, high: Quantity) -> bool:
    """True where the ends of a range of money stand in the wrong order.

    Percentages "from 3.9% to 2.5%" tell a decline; ends far apart, or of two kinds, are no range.
    """
    is_range = low.amount.unit is high.amount.unit and not high.amount.unit.is_rate
    return is_range and 0 < high.value < low.value < 2 * high.value
