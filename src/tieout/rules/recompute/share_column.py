"""A column of shares is a column of amounts over one of its lines."""

from collections.abc import Iterator, Sequence
from itertools import product

from tieout.model.check import Check
from tieout.model.evidence import Evidence
from tieout.model.schedule import Schedule
from tieout.rules.base import rule
from tieout.rules.bearing import Instance, borne_out, likeliest
from tieout.rules.formula import Formula
from tieout.rules.quotient import (
    is_base,
    is_near_quotient,
    is_of_percent,
    is_percent,
    severity_of,
    weigh_quotient,
)
from tieout.rules.verbs import recompute

_NEAR = 4
"""The amounts stand among so many columns beside the percentages."""
_BASES = 12
"""So many lines are tried as the whole: those of 100%, then the first and the last."""


@rule("RX022", "share-column-does-not-recompute", tick="RX")
def share_columns(evidence: Evidence) -> Iterator[Check]:
    """Recomputes every column that is the share of each line in one of them."""
    found: list[Instance[Check]] = []
    for schedule in evidence.schedules():
        found += _of_schedule(schedule)
    yield from borne_out(found)


def _of_schedule(schedule: Schedule) -> Iterator[Instance[Check]]:
    """Every percentage of the columns that most lines show to be shares of the same line."""
    shares = [is_of_percent(schedule, n) for n in range(len(schedule.headers))]
    plain = [n for n, is_share in enumerate(shares) if not is_share]
    for column, is_share in enumerate(shares):
        whole = _whole(schedule, column, plain) if is_share else None
        if whole is None:
            continue
        amounts, base = whole
        key = (schedule.headers[column], schedule.headers[amounts], schedule.captions[base])
        of = schedule.cells[base][amounts]
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
            check = recompute(stated, formula, severity=severity_of(stated, formula))
            yield Instance(key, check.outcome, check, weight)


def _whole(schedule: Schedule, column: int, plain: Sequence[int]) -> tuple[int, int] | None:
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

    near = sorted(plain, key=lambda n: (abs(n - column), n))[:_NEAR]
    return likeliest(product(near, _bases(schedule, column)), holds)


def _bases(schedule: Schedule, column: int) -> list[int]:
    """The lines that may be the whole."""
    printed = [n for n, row in enumerate(schedule.cells) if any(is_base(one) for one in row)]
    wholes = [n for n in printed if (c := schedule.cells[n][column]) is not None and c.value == 1]
    half = _BASES // 3
    return list(dict.fromkeys([*wholes[:half], *printed[:half], *printed[-half:]]))
