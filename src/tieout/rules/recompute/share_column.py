"""A column of shares is a column of amounts over one of its lines."""

from collections.abc import Iterator, Sequence
from itertools import chain, product

from tieout.evidence.gathered import Evidence
from tieout.evidence.schedule import Schedule
from tieout.proof.formula import Formula
from tieout.proof.guesses import likeliest
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.quotient import (
    SHARES,
    columns_of_percent,
    held_against,
    is_base,
    is_near_quotient,
    is_percent,
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

    def holds(whole: tuple[int, int]) -> Iterator[bool]:
        amounts, base = whole
        of = schedule.cells[base][amounts]
        if not is_base(of):
            return
        for number, row in enumerate(schedule.cells):
            stated, part = row[column], row[amounts]
            if number == base or not is_percent(stated) or not is_base(part):
                continue
            if part.amount.unit == of.amount.unit:
                yield is_near_quotient(stated.amount, part.amount, of.amount)

    return likeliest(product(near, _bases(schedule, column)), holds)


def _bases(schedule: Schedule, column: int) -> list[int]:
    """The lines that may be the whole."""
    printed = [n for n, row in enumerate(schedule.cells) if any(is_base(one) for one in row)]
    wholes = [n for n in printed if (c := schedule.cells[n][column]) is not None and c.value == 1]
    half = _BASES // 3
    return list(dict.fromkeys([*wholes[:half], *printed[:half], *printed[-half:]]))
