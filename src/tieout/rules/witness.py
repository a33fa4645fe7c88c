"""Procedures that hold only by assumption: a miss counts where other columns bear them out."""

from collections.abc import Iterator, Sequence

from tieout.model.check import Check
from tieout.rules.verbs import demoted

TESTED = ("agrees", "rounds", "differs")


def borne_out(checks: Sequence[Check], reason: str) -> Iterator[Check]:
    """The checks of one statement, in order, where a difference needs most of the others to agree.

    One without that is not tested, for the reason given. A figure never bears out its own
    procedure: what is assumed of it (which income a share divides) is proven by the other
    columns or not at all.
    """
    tested = sum(check.outcome in TESTED for check in checks)
    agreed = sum(check.outcome in ("agrees", "rounds") for check in checks)
    for check in checks:
        if check.outcome == "differs" and agreed * 2 <= tested - 1:
            yield demoted(check, reason)
        else:
            yield check
