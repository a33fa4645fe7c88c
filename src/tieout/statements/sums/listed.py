"""Totals of tables that list and restate: each needs another column to bear it out."""

import re
from collections.abc import Callable, Sequence

from tieout.model.statement import Line, Parts, Sum
from tieout.statements.lines import is_total, signs
from tieout.statements.sums.groups import OpenLines, total_of

_LESS = re.compile(r"\s*(?:less|deduct)\b", re.IGNORECASE)


def listed(lines: Sequence[Line], is_measure: Callable[[Line], bool] | None = None) -> list[Sum]:
    """The sums of totals, and of measures that what stands above them leads to.

    A total takes a stretch of the lines still open, a measure all of them, with or without what
    the last measure stands for.
    """
    sums: list[Sum | None] = []
    still_open = OpenLines()
    takes_off = False
    for number, line in enumerate(lines):
        if line.is_heading:
            takes_off = bool(_LESS.match(line.caption))
            still_open.heading(line.caption)
            continue
        if not _is_money(line):
            continue
        if is_measure is not None and is_measure(line) and still_open.parts:
            sums.append(total_of(number, _all(still_open), firm=False, kind="result"))
            still_open.close(0, number, 1)
        elif is_total(line):
            starts = still_open.stretches(line.caption, tuple(lines))
            sums.append(total_of(number, [still_open.since(s) for s in starts], firm=False))
            still_open.close(starts[0] if starts else 0, number, 1)
        else:
            less = takes_off or bool(_LESS.match(line.caption))
            still_open.enter(number, -1 if less and signs(line) == {1} else 1)
    return [one for one in sums if one is not None]


def _all(still_open: OpenLines) -> list[Parts]:
    """Everything open, with and without the first, which may stand for an earlier measure."""
    parts = still_open.since(0)
    return [parts, parts[1:], still_open.apart()]


def _is_money(line: Line) -> bool:
    """True for amounts of money none of which is a percentage or may be per share."""
    numbers = [cell for cell in line.cells if cell.kind == "number"]
    alike = len({cell.amount.exponent < -1 for cell in numbers}) <= 1
    return len(line.unit) == 3 and alike and not any(cell.is_percent for cell in numbers)
