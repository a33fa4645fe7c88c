"""Procedures that hold only by assumption: a miss counts where other columns bear them out."""

from collections.abc import Iterator, Sequence
from itertools import islice

from tieout.model.check import Check
from tieout.rules.verbs import demoted

TESTED = ("agrees", "rounds", "differs")


def borne_out(checks: Sequence[Check], reason: str) -> Iterator[Check]:
    """The checks of one statement, in order, where a difference needs most of the others to agree.

    One without that is not tested, for the reason given. A figure never bears out its own
    procedure: what is assumed of it (which income a share divides) is proven by the other
    columns or not at all.
    """
    tested = _tested(checks)
    agreed = sum(check.outcome in ("agrees", "rounds") for check in checks)
    for check in checks:
        if check.outcome == "differs" and agreed * 2 <= tested - 1:
            yield demoted(check, reason)
        else:
            yield check


def borne_out_by_line(lines: Sequence[Sequence[Check]], reason: str) -> Iterator[Check]:
    """The checks of a statement's lines, each line borne out by itself where it can be.

    A line tested in one column only asks the others: basic and diluted share one income, but
    where classes of shares divide it, one of them fails in every column.
    """
    several = [line for line in lines if _tested(line) > 1]
    alone = [check for line in lines if _tested(line) < 2 for check in line]
    for line in several:
        yield from borne_out(line, reason)
    witnesses = [check for line in several for check in line]
    yield from islice(borne_out([*alone, *witnesses], reason), len(alone))


def _tested(checks: Sequence[Check]) -> int:
    """How many of them tested something."""
    return sum(check.outcome in TESTED for check in checks)
