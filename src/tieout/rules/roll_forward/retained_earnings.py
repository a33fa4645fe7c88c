"""Retained earnings roll forward by the result of the period."""

from collections.abc import Iterator

from tieout.evidence.gathered import Evidence
from tieout.model.statement import Fact
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import not_tested, roll

_RETAINED = "us-gaap:RetainedEarningsAccumulatedDeficit"
_RESULT = "us-gaap:NetIncomeLoss"


@rule("RF001", "retained-earnings-do-not-roll", tick="RF")
def retained_earnings(evidence: Evidence) -> Iterator[Proposal]:
    """Adds the period's result to the opening balance; ticks only where it ties.

    Dividends, buybacks and accounting changes move the balance too, so a miss proves nothing.
    """
    held = [(document, fact) for document, fact in evidence.facts(_RETAINED) if fact.period]
    for document, fact in held:
        if document != 0:
            continue
        found = _opening(evidence, fact, held)
        if found is None:
            continue
        opening, result = (evidence.of_fact(*one) for one in found)
        closing = evidence.of_fact(0, fact)
        check = roll(opening, [(1, result)], closing)
        if check.outcome in ("agrees", "rounds"):
            yield check
        else:
            yield not_tested(
                closing.ref,
                f"the result leaves {check.check.difference} of the change unexplained: "
                "dividends, buybacks or an accounting change may explain it",
            )


def _opening(
    evidence: Evidence, closing: Fact, held: list[tuple[int, Fact]]
) -> tuple[tuple[int, Fact], tuple[int, Fact]] | None:
    """The opening balance and the result of the period between it and the closing one."""
    for document, result in evidence.facts(_RESULT):
        period = result.period
        if period is None or period.start is None or closing.period is None:
            continue
        if not period.closing().is_near(closing.period):
            continue
        for other, opening in held:
            if opening.period is not None and opening.period.is_near(period.opening()):
                return (other, opening), (document, result)
    return None
