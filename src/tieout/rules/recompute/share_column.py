"""A column of shares is a column of amounts over one of its lines."""

from collections.abc import Iterator, Sequence
from itertools import chain, product

from tieout.evidence.gathered import Evidence
from tieout.evidence.plain import AMOUNT
from tieout.evidence.schedule import Schedule
from tieout.proof.formula import Formula
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.quotient import (
    SHARES,
    columns_of_percent,
    held_against,
    is_base,
    is_percent,
    made_by,
    weigh_quotient,
)

_NEAR = 4
"""The amounts stand among so many columns beside the percentages."""
_BASES = 12
"""So many lines are tried as the whole: those of 100%, then the first and the last."""


@rule("RX022", "share-column-does-not-recompute", tick="RX")
def share_columns(evidence: Evidence) -> Iterator[Proposal]:
    """Recomputes every column that is the share of each line in one of them."""
    yield from chain.from_iterable(map(_of_schedule, evidence.each(evidence.schedules())))


def _of_schedule(schedule: Schedule) -> Iterator[Proposal]:
    """Every percentage of the columns that most lines show to be shares of the same line."""
    for column, near in columns_of_percent(schedule, _NEAR):
        whole = _whole(schedule, column, near)
        if whole is None:
            continue
        amounts, base = whole
        key = (schedule.headers[column], schedule.headers[amounts], schedule.captions[base])
        of = schedule.cells[base][amounts]
        shares = [row for row in schedule.cells if is_percent(row[column])]
        is_plugged = len(shares) >= SHARES
        for number, row in enumerate(schedule.cells):
            stated, part = row[column], row[amounts]
            if (
                not is_base(of)
                or not of.value
                or number == base
                or not is_percent(stated)
                or not is_base(part)
            ):
                continue
            formula = Formula("{0} / {1}", (part, of), lambda a, b: a / b)
            weight = weigh_quotient(stated.amount, part.amount, of.amount)
            check = held_against(stated, formula, is_plugged=is_plugged)
            yield check.read(bound="digits", bindings=(key,), weight=weight, is_said=False)


def _whole(schedule: Schedule, column: int, near: Sequence[int]) -> tuple[int, int] | None:
    """The column of amounts, and the line, of which the percentages are shares; None for none."""
    tried = product(near, _bases(schedule, column))
    guesses = ((amounts, amounts, base, 1, 1) for amounts, base in tried)
    found = made_by(schedule, column, guesses, less_one=False, is_alike=True)
    return found[1:3] if found is not None else None


def _bases(schedule: Schedule, column: int) -> list[int]:
    """The lines that may be the whole."""
    plain = schedule.plain
    printed = sorted({n for kinds in plain.kinds for n, kind in enumerate(kinds) if kind == AMOUNT})
    wholes = [n for n in printed if plain.sizes[column][n] == plain.whole]
    half = _BASES // 3
    return list(dict.fromkeys([*wholes[:half], *printed[:half], *printed[-half:]]))
