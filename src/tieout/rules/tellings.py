"""Claims that tell one thing in several ways: all but one speak of something else.

A discussion by segment says "revenue was $4.0 billion" under each segment's heading. A slip of
the pen stands alone; two figures for one concept and period are of two things.
"""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Iterator

from tieout.model.amount import Amount
from tieout.model.check import Check
from tieout.model.claim import Claim
from tieout.rules.verbs import demoted

SEVERAL = "prose tells this of several things, of parts of the company perhaps"


def told_alone(tested: Iterable[tuple[Claim, Check]]) -> Iterator[Check]:
    """The checks in order; a difference counts where no other claim tells the same otherwise.

    Neither one of the whole document that differs too, nor one of its own sentence.
    """
    held = list(tested)
    differing: defaultdict[Hashable, set[Amount]] = defaultdict(set)
    beside: defaultdict[Hashable, set[Amount]] = defaultdict(set)
    for claim, check in held:
        if check.outcome == "differs":
            differing[_told(claim)].add(abs(claim.amount))
        beside[claim.sentence.start, _told(claim)].add(abs(claim.amount))
    for claim, check in held:
        told = len(differing[_told(claim)]), len(beside[claim.sentence.start, _told(claim)])
        yield demoted(check, SEVERAL) if check.outcome == "differs" and max(told) > 1 else check


def _told(claim: Claim) -> Hashable:
    """What the claim is of, when, and since when."""
    return claim.form, claim.concept, claim.amount.unit, claim.period, claim.against
