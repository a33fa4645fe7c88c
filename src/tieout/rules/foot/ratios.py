"""A ratio that is the sum of the ratios above it: a combined ratio of its parts."""

import re
from collections.abc import Iterator, Sequence
from functools import partial

from tieout.evidence.gathered import Evidence
from tieout.evidence.quantity import Quantity
from tieout.evidence.schedule import Schedule
from tieout.model.amount import foots
from tieout.patterns import pattern
from tieout.proof.bits import bits
from tieout.proof.guesses import likeliest
from tieout.proof.proposal import Proposal
from tieout.rules.base import rule
from tieout.rules.verbs import foot

_ADDED = pattern(r"\b(?:combined|total)\b", re.IGNORECASE)
_FEWEST, _MOST = 2, 6
"""So many ratios in a row make one."""


@rule("FT013", "ratios-do-not-add-up", tick="F")
def ratios_add_up(evidence: Evidence) -> Iterator[Proposal]:
    """Foots every line of percentages that is the sum of lines of percentages above it.

    Words say so of a combined or total ratio; of any other the columns do.
    """
    for schedule in evidence.each(evidence.schedules()):
        if schedule.statement >= 0 and schedule.plain.has_rates:
            yield from _of_schedule(schedule)


def _of_schedule(schedule: Schedule) -> Iterator[Proposal]:
    """The sums of a statement's ratios, from above: what makes one stands open until it does."""
    open_lines: list[int] = []
    for line in range(len(schedule.cells)):
        if not _is_of_ratios(schedule, line):
            open_lines = open_lines if not any(schedule.cells[line]) else []
            continue
        is_said = bool(_ADDED.search(schedule.captions[line]))
        guesses = [open_lines[-n:] for n in range(_FEWEST, min(_MOST, len(open_lines)) + 1)]
        parts = likeliest(guesses, partial(_sums, schedule, line), is_said=is_said)
        if parts:
            yield from _footed(schedule, line, parts, is_said=is_said)
            open_lines = open_lines[: -len(parts)]
        open_lines.append(line)


def _is_of_ratios(schedule: Schedule, line: int) -> bool:
    """True for a line of percentages."""
    cells = [one for one in schedule.cells[line] if one is not None and one.sources]
    return bool(cells) and all(one.amount.unit.is_pure for one in cells)


def _sums(schedule: Schedule, line: int, parts: Sequence[int]) -> Iterator[bool]:
    """Whether the line is the sum of the parts, column by column."""
    for total, held in _columns(schedule, line, parts):
        yield foots(total.amount, [(1, one.amount) for one in held])


def _columns(
    schedule: Schedule, line: int, parts: Sequence[int]
) -> Iterator[tuple[Quantity, list[Quantity]]]:
    """The line's ratio with those of the parts, in each column that has them all."""
    for column, total in enumerate(schedule.cells[line]):
        held = [one for part in parts if (one := schedule.cells[part][column]) is not None]
        if total is not None and total.sources and len(held) == len(parts):
            yield total, held


def _footed(
    schedule: Schedule, line: int, parts: Sequence[int], *, is_said: bool
) -> Iterator[Proposal]:
    """The line against the sum of its parts in every column."""
    for total, held in _columns(schedule, line, parts):
        check = foot(total, [(1, one) for one in held])
        yield check.but(severity="warning").read(
            bound="caption" if is_said else "digits",
            bindings=(("ratios", schedule.statement, line),),
            weight=bits(total.amount, len(held)),
            cost=0 if is_said else len(parts).bit_length(),
            is_said=is_said,
            is_defined=is_said,
        )
